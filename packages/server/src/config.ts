// Settings: read once from the environment, each with a default that works on a fresh clone.
import { join, resolve } from 'node:path';

export interface Config {
  /** Where everything that must survive is kept. VB_VAR, default `var/` of the checkout. */
  readonly varFolder: string;
  /** VB_PORT; 0 lets the system choose. */
  readonly port: number;
  /** VB_URL: where people reach the pages, when a proxy with TLS stands in front. Absent: this machine alone. */
  readonly address: string | null;
  /** VB_PROXY=yes: that proxy writes who asked into X-Forwarded-For. */
  readonly behindProxy: boolean;
  /** VB_LIMITS: how often a person and an address may ask is bounded; by default where VB_URL lets others come. */
  readonly limited: boolean;
  /** DATABASE_URL: any PostgreSQL 15 or newer, as a role that owns nothing. Absent: the embedded one. */
  readonly databaseUrl: string | null;
  /** DATABASE_OWNER_URL: the role that migrates. Needed with DATABASE_URL. */
  readonly ownerUrl: string | null;
  /** VB_SAMPLE=no leaves the sample programme out of an empty database. */
  readonly sample: boolean;
  /** VB_S3_BUCKET and the others: where the bytes of evidence are kept. Absent: on this machine's disk. */
  readonly s3: S3Settings | null;
  /** VB_CLAMD=host:port: a scanner that looks at every file that is sent. Absent: nothing is scanned. */
  readonly clamd: { readonly host: string; readonly port: number } | null;
}

export interface S3Settings {
  /** VB_S3_ENDPOINT, such as `https://s3.example.vn`. */
  readonly endpoint: string;
  readonly bucket: string;
  /** VB_S3_REGION, `us-east-1` where the service knows none. */
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

export const ROOT = resolve(import.meta.dirname, '..', '..', '..');

/** The server listens on this machine only: what comes from elsewhere comes through a proxy with TLS. */
export const HOST = '127.0.0.1';

const DEFAULT_PORT = 7600;

/** A setting that cannot be used, with what to do. */
export class SettingProblem extends Error {
  readonly vi: string;
  constructor(vi: string, en: string) {
    super(en);
    this.name = 'SettingProblem';
    this.vi = vi;
  }
}

/** @throws SettingProblem */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const port = Number(env.VB_PORT ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new SettingProblem(
      `VB_PORT phải là số từ 0 đến 65535, không phải “${env.VB_PORT}”.`,
      `VB_PORT must be a number from 0 to 65535, not "${env.VB_PORT}".`,
    );
  }
  const databaseUrl = env.DATABASE_URL ?? null;
  const ownerUrl = env.DATABASE_OWNER_URL ?? null;
  if (databaseUrl !== null && ownerUrl === null) {
    throw new SettingProblem(
      'Có DATABASE_URL thì cần cả DATABASE_OWNER_URL (tài khoản sở hữu bảng, để nâng cấp).',
      'With DATABASE_URL, DATABASE_OWNER_URL is needed too (the role that owns the tables, for migrations).',
    );
  }
  return {
    varFolder: resolve(env.VB_VAR ?? join(ROOT, 'var')),
    port,
    address: readAddress(env.VB_URL),
    behindProxy: env.VB_PROXY === 'yes',
    limited: (env.VB_LIMITS ?? (env.VB_URL === undefined ? 'no' : 'yes')) === 'yes',
    databaseUrl,
    ownerUrl,
    sample: env.VB_SAMPLE !== 'no',
    s3: readS3(env),
    clamd: readClamd(env.VB_CLAMD),
  };
}

function readS3(env: NodeJS.ProcessEnv): S3Settings | null {
  const bucket = env.VB_S3_BUCKET;
  if (bucket === undefined) return null;
  const needed = (name: string): string => {
    const value = env[name];
    if (value) return value;
    throw new SettingProblem(
      `Có VB_S3_BUCKET thì cần cả ${name}.`,
      `With VB_S3_BUCKET, ${name} is needed too.`,
    );
  };
  const endpoint = needed('VB_S3_ENDPOINT');
  if (!URL.canParse(endpoint)) {
    throw new SettingProblem(
      `VB_S3_ENDPOINT phải là một địa chỉ web, không phải “${endpoint}”.`,
      `VB_S3_ENDPOINT must be a web address, not "${endpoint}".`,
    );
  }
  const [accessKey, secretKey] = [needed('VB_S3_ACCESS_KEY'), needed('VB_S3_SECRET_KEY')];
  return { endpoint, bucket, region: env.VB_S3_REGION ?? 'us-east-1', accessKey, secretKey };
}

function readClamd(address: string | undefined): Config['clamd'] {
  if (address === undefined) return null;
  const found = /^([\w.-]+|\[[\da-fA-F:]+\]):(\d{1,5})$/.exec(address);
  const port = Number(found?.[2]);
  if (found?.[1] && port > 0 && port <= 65_535) return { host: found[1].replace(/^\[|\]$/g, ''), port };
  throw new SettingProblem(
    `VB_CLAMD phải có dạng máy:cổng, ví dụ 127.0.0.1:3310, không phải “${address}”.`,
    `VB_CLAMD must be host:port, such as 127.0.0.1:3310, not "${address}".`,
  );
}

/** An address without a path, `https://ntm.example.gov.vn`. @throws SettingProblem */
function readAddress(text: string | undefined): string | null {
  if (text === undefined) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/') return url.origin;
  throw new SettingProblem(
    `VB_URL phải là địa chỉ trang, ví dụ https://ntm.tinh.gov.vn, không phải “${text}”.`,
    `VB_URL must be the address of the pages, for example https://ntm.example.gov.vn, not "${text}".`,
  );
}
