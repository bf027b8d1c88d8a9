// Once for a whole run: one real cluster, and two templates that each test file copies — empty, and with the sample.
import { randomBytes } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { startThrowawayCluster } from '../packages/server/src/postgres/index.ts';
import { fillDatabase, makeEmptyDatabase } from '../packages/server/test/database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser's address of the run's cluster. */
    ownerUrl: string;
    /** Password of the application's role, which owns nothing. */
    appPassword: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startThrowawayCluster();
  const appPassword = randomBytes(18).toString('base64url');
  try {
    await makeEmptyDatabase(cluster.ownerUrl, appPassword, 'template_empty');
    await makeEmptyDatabase(cluster.ownerUrl, appPassword, 'template_sample');
    await fillDatabase(cluster.ownerUrl, appPassword, 'template_sample');
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  project.provide('ownerUrl', cluster.ownerUrl);
  project.provide('appPassword', appPassword);
  return () => cluster.stop();
}
