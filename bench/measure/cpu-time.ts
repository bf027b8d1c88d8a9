// CPU time, which stays true when the machine is shared: of this process, and of a process with all its children.
import { readdirSync, readFileSync } from 'node:fs';

/** CPU milliseconds that this process has used, all threads. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Linux counts process times in hundredths of a second. */
const TICK_MS = 10;

interface ProcessTimes {
  readonly parent: number;
  readonly ownMs: number;
  /** Children that have ended and were waited for. */
  readonly endedMs: number;
}

function timesOf(pid: number): ProcessTimes | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const at = (index: number): number => Number(fields[index] ?? 0);
    return { parent: at(1), ownMs: (at(11) + at(12)) * TICK_MS, endedMs: (at(13) + at(14)) * TICK_MS };
  } catch {
    return null;
  }
}

/** CPU milliseconds of one process alone. */
export function processCpuMs(pid: number): number {
  return timesOf(pid)?.ownMs ?? 0;
}

/** CPU milliseconds of a process and everything below it, what has ended included. */
export function treeCpuMs(root: number): number {
  const all = new Map<number, ProcessTimes>();
  for (const name of readdirSync('/proc')) {
    const times = /^\d+$/.test(name) ? timesOf(Number(name)) : null;
    if (times) all.set(Number(name), times);
  }
  const below = (pid: number): number => {
    const own = all.get(pid);
    if (!own) return 0;
    let sum = own.ownMs + own.endedMs;
    for (const [child, times] of all) if (times.parent === pid) sum += below(child);
    return sum;
  };
  return below(root);
}

/** Resident memory of one process now and at its highest, in megabytes of 1,000,000 bytes. @throws when it has ended */
export function memoryMb(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string): number => {
    const kilobytes = Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? Number.NaN);
    return Math.round((kilobytes * 1024) / 100_000) / 10;
  };
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}
