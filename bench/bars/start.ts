// Bar 20: `npm start` on a fresh clone to a usable board, and once more later. Wall time: a person waits for it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT } from '../measure/root.ts';
import { within } from '../result.ts';
import type { Bar } from './bar.ts';

const FIRST_SECONDS = 90;
const LATER_SECONDS = 5;

export const startBar: Bar = {
  number: 20,
  title: '`npm start` on a fresh clone to a usable board; later',
  async measure(tools) {
    const clone = join(tools.scratch, 'clone');
    await run('git', ['clone', '--quiet', '--no-hardlinks', ROOT, clone], tools.scratch);
    const first = await startToBoard(clone);
    const later = await startToBoard(clone);
    return {
      bar: 20,
      title: startBar.title,
      comparisons: [
        within(FIRST_SECONDS, 'first start: install, build, database, sample, board', first, 's'),
        within(LATER_SECONDS, 'later start to the board', later, 's'),
      ],
      notes: [
        'Both cores, as a person has them; npm’s own cache is the machine’s. Usable: the page is sent and /api/board gives the ten communes.',
      ],
      raw: { first, later },
    };
  },
};

/** Seconds from the command to a board with its ten communes. */
async function startToBoard(clone: string): Promise<number> {
  const begun = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: clone,
    env: { ...process.env, VB_PORT: '0', VB_VAR: join(clone, 'var') },
    stdio: ['ignore', 'pipe', 'inherit'],
    // a group of its own, so that npm and what it started end together
    detached: true,
  });
  const ended = once(child, 'exit');
  try {
    for await (const line of createInterface(child.stdout)) {
      const address = /http:\/\/[\d.]+:\d+/.exec(line)?.[0];
      if (address === undefined) continue;
      await waitForBoard(address);
      return Math.round((performance.now() - begun) / 100) / 10;
    }
    throw new Error('npm start ended before it named its address');
  } finally {
    process.kill(-(child.pid ?? 0), 'SIGTERM');
    await ended;
  }
}

async function waitForBoard(address: string): Promise<void> {
  for (let turn = 0; turn < 100; turn++) {
    const page = await fetch(`${address}/desk/board`).catch(() => null);
    const reply = await boardOf(address).catch(() => null);
    const board = reply?.ok === true ? ((await reply.json()) as { rows: unknown[] }) : null;
    if (page?.ok === true && board?.rows.length === 10) return;
    await wait(50);
  }
  throw new Error(`no board at ${address}`);
}

/** The board as the sample's coordination office sees it: what whoever tries the program presses first. */
async function boardOf(address: string): Promise<Response> {
  const ways = (await (await fetch(`${address}/api/account/ways`)).json()) as {
    sample: { person: number; role: string }[];
  };
  const person = ways.sample.find(({ role }) => role === 'coordination')?.person;
  const body = JSON.stringify({ person });
  const entered = await fetch(`${address}/api/account/sample`, { method: 'POST', body });
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return fetch(`${address}/api/board`, { headers: { cookie } });
}

async function run(program: string, args: readonly string[], cwd: string): Promise<void> {
  const child = spawn(program, [...args], { cwd, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
}
