// Puts the rooms together: database (embedded or given), migrations, reference data, the local principal.
import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { may, type Principal } from '@vungbuoc/programme/principals';
import { shippedTexts } from '@vungbuoc/programme/text';
import { type Accounts, openAccounts } from './accounts/index.ts';
import { readSecret } from './accounts/secret.ts';
import { type Config, HOST } from './config.ts';
import { openEvidence } from './container/evidence.ts';
import {
  type Cluster,
  type ClusterNotice,
  ClusterProblem,
  makeFolder,
  requireDatabase,
  startCluster,
} from './postgres/index.ts';
import { keepReference } from './reference/snapshot.ts';
import type { Workshop } from './reference/workshop.ts';
import { connect, type Database } from './storage/connect.ts';
import { migrate } from './storage/migrate.ts';
import { checkAppRole, ensureAppRole } from './storage/roles.ts';

export { ClusterProblem, noDatabase } from './postgres/index.ts';

export interface House {
  readonly workshop: Workshop;
  readonly accounts: Accounts;
  /** Whoever runs the program on its machine: the command line, the first start. */
  readonly principal: Principal;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly config: Config;
  readonly clock: () => Date;
  readonly onNotice: (notice: ClusterNotice) => void;
  readonly onMigration: (file: string, index: number, total: number) => void;
  readonly onIdleError: (error: Error) => void;
  /** The command line works beside a running server, on its database; a second server is refused. */
  readonly besideServer?: boolean;
  /** False for who only looks: an absent database is then refused instead of made. */
  readonly mayMake?: boolean;
  /** Stops an opening that is under way: a recovery may take minutes. */
  readonly signal?: AbortSignal;
}

export const LOCAL_PRINCIPAL: Principal = {
  kind: 'local',
  personId: 1,
  name: 'Người dùng trên máy này',
  office: 'Văn phòng Điều phối',
  grants: [],
};

/** Where to reach the database, and how to let go of it. */
export interface Reached {
  readonly appUrl: string;
  /** Holds the password of the tables' owner: never log it. */
  readonly ownerUrl: string;
  readonly appRole: string;
  release(): Promise<void>;
}

const APP_ROLE = 'vb_app';
const DATABASE = 'vungbuoc';

/** @throws ClusterProblem, SettingProblem, AppRoleTooStrong, MigrationChanged */
export async function openHouse(options: OpenOptions): Promise<House> {
  const reached = await reachDatabase(options);
  let database: Database | null = null;
  try {
    await migrate({ ownerUrl: reached.ownerUrl, appRole: reached.appRole, onApplied: options.onMigration });
    database = connect({ url: reached.appUrl, onIdleError: options.onIdleError });
    await checkAppRole(database.pool);
  } catch (error) {
    await database?.close();
    await reached.release();
    throw error;
  }
  const opened = database;
  const { address, port, varFolder } = options.config;
  const accounts = openAccounts({
    database: opened,
    // the command line signs no cookie, and need not be able to write beside the database
    secret: options.besideServer ? randomBytes(32).toString('base64url') : await readSecret(varFolder),
    address: address ?? `http://${HOST}:${port}`,
  });
  return {
    workshop: {
      database: opened,
      reference: keepReference(opened),
      clock: options.clock,
      texts: shippedTexts,
      may,
      evidence: openEvidence(options.config),
    },
    accounts,
    principal: LOCAL_PRINCIPAL,
    async close() {
      await opened.close();
      await reached.release();
    },
  };
}

type ReachOptions = Pick<OpenOptions, 'config' | 'onNotice' | 'besideServer' | 'mayMake' | 'signal'>;

/** The database as it is, neither upgraded nor looked into: for a backup before an upgrade, or a restore into nothing. */
export function reachDatabase(options: ReachOptions): Promise<Reached> {
  const { databaseUrl, ownerUrl } = options.config;
  if (databaseUrl === null || ownerUrl === null) return reachEmbedded(options);
  const appRole = decodeURIComponent(new URL(databaseUrl).username);
  return Promise.resolve({ appUrl: databaseUrl, ownerUrl, appRole, release: async () => undefined });
}

async function reachEmbedded(options: ReachOptions): Promise<Reached> {
  const { varFolder } = options.config;
  const dataDir = join(varFolder, 'postgres');
  if (options.mayMake === false) await requireDatabase(dataDir);
  else await makeFolder(varFolder);
  const connectionFile = join(varFolder, 'connection.json');
  let cluster: Cluster;
  try {
    cluster = await startCluster({
      dataDir,
      database: DATABASE,
      log: options.onNotice,
      ...(options.signal ? { signal: options.signal } : {}),
    });
  } catch (error) {
    const running = options.besideServer ? await findRunning(error, connectionFile) : null;
    if (running) return running;
    throw error;
  }
  const password = randomBytes(24).toString('base64url');
  await ensureAppRole(cluster.ownerUrl, { role: APP_ROLE, password, database: DATABASE });
  const appUrl = asRole(cluster.ownerUrl, APP_ROLE, password);
  // the command line reaches a running server's database through this file, readable by its owner only
  await writeWhole(connectionFile, JSON.stringify({ appUrl, ownerUrl: cluster.ownerUrl }));
  return {
    appUrl,
    ownerUrl: cluster.ownerUrl,
    appRole: APP_ROLE,
    async release() {
      await rm(connectionFile, { force: true });
      await cluster.stop();
    },
  };
}

/** A folder in use means a server is running: its connection is borrowed, and nothing is stopped at the end. */
async function findRunning(error: unknown, connectionFile: string): Promise<Reached | null> {
  if (!(error instanceof ClusterProblem) || error.code !== 'postgres.folder-in-use') return null;
  const text = await readFile(connectionFile, 'utf8').catch(() => null);
  if (text === null) return null;
  const { appUrl, ownerUrl } = JSON.parse(text) as { appUrl: string; ownerUrl: string }; // written by this function
  return { appUrl, ownerUrl, appRole: APP_ROLE, release: async () => undefined };
}

/** It appears by one rename, so that whoever reads it never meets half of it. */
async function writeWhole(path: string, text: string): Promise<void> {
  await writeFile(`${path}.draft`, text, { mode: 0o600 });
  await rename(`${path}.draft`, path);
}

function asRole(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.toString();
}
