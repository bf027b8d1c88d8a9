// How noisy the core is: a fixed piece of single-thread work, printed beside every figure. After `calib` of "the floors of
// the project". Wall far above CPU means the core was shared; CPU far above another run's means a busy cache.
import { pathToFileURL } from 'node:url';
import { cpuMs } from './cpu-time.ts';

export interface Gauge {
  readonly cpuBestMs: number;
  readonly cpuMedianMs: number;
  readonly wallBestMs: number;
  readonly wallMedianMs: number;
}

const TIMES = 15;

export function readGauge(): Gauge {
  const wall: number[] = [];
  const cpu: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const begun = { wall: performance.now(), cpu: cpuMs() };
    if (fixedWork() === 0) throw new Error('the gauge did no work');
    wall.push(performance.now() - begun.wall);
    cpu.push(cpuMs() - begun.cpu);
  }
  const sorted = (list: number[]): number[] =>
    list.sort((a, b) => a - b).map((ms) => Math.round(ms * 10) / 10);
  const [walls, cpus] = [sorted(wall), sorted(cpu)];
  const middle = TIMES >> 1;
  return {
    cpuBestMs: cpus[0] ?? 0,
    cpuMedianMs: cpus[middle] ?? 0,
    wallBestMs: walls[0] ?? 0,
    wallMedianMs: walls[middle] ?? 0,
  };
}

function fixedWork(): number {
  let hash = 2_166_136_261;
  let sum = 0;
  for (let i = 0; i < 2e7; i++) {
    hash = Math.imul(hash ^ (i & 255), 16_777_619);
    sum += (hash & 1023) / (i + 1);
  }
  return hash + sum;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(JSON.stringify(readGauge()));
