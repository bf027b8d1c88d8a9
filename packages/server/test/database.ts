// A database of its own for each test file: a copy of a migrated template on the run's one cluster, used as the server does.
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { may } from '@vungbuoc/programme/principals';
import { shippedTexts } from '@vungbuoc/programme/text';
import pg from 'pg';
import { inject } from 'vitest';
import { openAccounts } from '../src/accounts/index.ts';
import { ROOT } from '../src/config.ts';
import { openEvidence } from '../src/container/evidence.ts';
import { type House, LOCAL_PRINCIPAL } from '../src/container.ts';
import { fillHouse } from '../src/first-start/fill.ts';
import { createDatabase, urlOf } from '../src/postgres/index.ts';
import { keepReference } from '../src/reference/snapshot.ts';
import { connect } from '../src/storage/connect.ts';
import { migrate } from '../src/storage/migrate.ts';
import { ensureAppRole } from '../src/storage/roles.ts';

const APP_ROLE = 'vb_app';
/** The day on which tests stand, unless they say otherwise: after the mergers of July 2025. */
export const TEST_NOW = new Date('2026-03-02T03:00:00Z');

/** Signs the cookies of tests. */
const TEST_SECRET = 'a secret of tests alone, long enough to sign';

export interface TestHouse extends House {
  /** Superuser's address of this file's database: to look behind the policies. */
  readonly ownerUrl: string;
  /** The application's address: owns nothing, row-level security holds. */
  readonly appUrl: string;
  /** Where its files are: evidence and uploads. */
  readonly varFolder: string;
}

/** Opens a copy of a template. Close it in `afterAll`. */
export async function openTestHouse(template: 'empty' | 'sample', now: Date = TEST_NOW): Promise<TestHouse> {
  const ownerUrl = inject('ownerUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await createDatabase(ownerUrl, name, { template: `template_${template}` });
  return houseOf(ownerUrl, inject('appPassword'), name, now);
}

/** Looks behind the policies, as the superuser. End it before the house is closed. */
export async function openOwner(house: TestHouse): Promise<pg.Client> {
  const owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  return owner;
}

export async function makeEmptyDatabase(ownerUrl: string, password: string, name: string): Promise<void> {
  await ensureAppRole(ownerUrl, { role: APP_ROLE, password, database: name });
  await migrate({ ownerUrl: urlOf(ownerUrl, name), appRole: APP_ROLE });
}

/** Fills a template with what `npm start` loads, by the same commands. */
export async function fillDatabase(ownerUrl: string, password: string, name: string): Promise<void> {
  const house = houseOf(ownerUrl, password, name, TEST_NOW);
  await fillHouse(house, { root: ROOT, sample: true, say: () => undefined });
  await house.close();
}

function houseOf(clusterUrl: string, password: string, name: string, now: Date): TestHouse {
  const ownerUrl = urlOf(clusterUrl, name);
  const url = new URL(ownerUrl);
  url.username = APP_ROLE;
  url.password = password;
  const database = connect({ url: url.toString(), max: 4 });
  const varFolder = join(tmpdir(), `vb-${name}`);
  const accounts = openAccounts({ database, secret: TEST_SECRET, address: 'http://localhost' });
  return {
    workshop: {
      database,
      reference: keepReference(database),
      clock: () => now,
      texts: shippedTexts,
      may,
      evidence: openEvidence({ varFolder, s3: null, clamd: null }),
    },
    varFolder,
    accounts,
    principal: LOCAL_PRINCIPAL,
    ownerUrl,
    appUrl: url.toString(),
    async close() {
      await database.close();
      rmSync(varFolder, { recursive: true, force: true });
    },
  };
}
