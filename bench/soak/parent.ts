// The smallest server program: opens the database of one folder and closes it when told to. The thing that gets killed.
// Prints one JSON line per event: `ready`, `restarted`, `notice`, `problem`, `stopped`.
import { writeSync } from 'node:fs';
import { type Cluster, ClusterProblem, startCluster } from '@vungbuoc/server/postgres';

const [dataDir = ''] = process.argv.slice(2);
const cancelled = new AbortController();
let cluster: Cluster | undefined;

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end());

function tell(event: string, fields: Readonly<Record<string, unknown>> = {}): void {
  // Written at once: a kill must not take back what was already reported.
  writeSync(1, `${JSON.stringify({ event, ...fields })}\n`);
}

async function end(): Promise<void> {
  cancelled.abort();
  await cluster?.stop();
  if (cluster) tell('stopped');
}

async function begin(): Promise<void> {
  const log = ({ code, detail }: { code: string; detail?: string }) => tell('notice', { code, detail });
  cluster = await startCluster({ dataDir, log, signal: cancelled.signal });
  tell('ready', { postmaster: cluster.pid, url: cluster.ownerUrl });
  if (process.env.SOAK_PARENT_FAULT) setImmediate(() => process.exit(3));
  cluster.onRestart(() => tell('restarted', { postmaster: cluster?.pid }));
}

await begin().catch((cause) => {
  const code = cause instanceof ClusterProblem ? cause.code : String(cause);
  tell('problem', { code, vi: cause.vi, en: cause.en, detail: cause.detail });
  process.exitCode = 1;
});
