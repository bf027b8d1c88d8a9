// One measured stretch of work: wall time, and the CPU of this process and of PostgreSQL with all its children.
import { cpuMs, processCpuMs, treeCpuMs } from './cpu-time.ts';

export interface Stretch {
  readonly wallMs: number;
  readonly nodeCpuMs: number;
  readonly postgresCpuMs: number;
  /** Both together: what the work costs, whoever else is busy. */
  readonly cpuMs: number;
}

export async function measure(postmasterPid: number, work: () => Promise<unknown>): Promise<Stretch> {
  const before = { wall: performance.now(), node: cpuMs(), postgres: treeCpuMs(postmasterPid) };
  await work();
  const nodeCpuMs = cpuMs() - before.node;
  const postgresCpuMs = treeCpuMs(postmasterPid) - before.postgres;
  return {
    wallMs: performance.now() - before.wall,
    nodeCpuMs,
    postgresCpuMs,
    cpuMs: nodeCpuMs + postgresCpuMs,
  };
}

/** The same for a server of its own, whose work is asked over HTTP. */
export async function measureServer(
  server: { readonly pid: number; readonly postmasterPid: number },
  work: () => Promise<unknown>,
): Promise<Stretch> {
  const read = () => ({ node: processCpuMs(server.pid), postgres: treeCpuMs(server.postmasterPid) });
  const before = read();
  const begun = performance.now();
  await work();
  const wallMs = performance.now() - begun;
  const after = read();
  const nodeCpuMs = after.node - before.node;
  const postgresCpuMs = after.postgres - before.postgres;
  return { wallMs, nodeCpuMs, postgresCpuMs, cpuMs: nodeCpuMs + postgresCpuMs };
}

/** The least busy of several: what the machine does when it is let. */
export function best(stretches: readonly Stretch[]): Stretch {
  const [first, ...others] = stretches;
  if (!first) throw new Error('nothing was measured');
  return others.reduce((least, one) => (one.cpuMs < least.cpuMs ? one : least), first);
}
