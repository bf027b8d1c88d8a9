// One figure saved over HTTP: what makes every kept answer of the nation old.
import { randomUUID } from 'node:crypto';
import { ask } from '../measure/ask.ts';
import type { BenchServer } from '../measure/pinned.ts';
import { LAST_DAY, NATION } from '../nation/members.ts';

let turn = 0;

/** Saves a yes/no figure of one commune of the year's round, each time otherwise. */
export async function saveOne(server: BenchServer, unit: string): Promise<void> {
  turn += 1;
  const entry = {
    figure: 'xa2021.3.2',
    numerator: String(turn % 2),
    denominator: null,
    applicable: true,
    note: null,
    bare: false,
  };
  const body = {
    unit: `${unit}@${LAST_DAY}`,
    round: NATION.year,
    entries: [entry],
    official: true,
    knownOn: LAST_DAY,
    source: `bench ${turn}`,
    confirmed: null,
    base: null,
  };
  await ask(`${server.url}/api/commands/readings.save/${randomUUID()}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
