// Saves figures over HTTP without pause, as an officer's browser does, and sends each again with the same number until it is
// answered. Tells on its standard output, before and after each request:
//   s <command id> <when> <value>    sent              a <command id> <when> <seq>      acknowledged
//   x <command id> <when>            cut off           r <command id> <when> <status>   answered otherwise
// `when` is the monotonic clock in nanoseconds, which all processes of a machine share.
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const [url = '', cookie = '', unitCodes = '', officersEach = '2'] = process.argv.slice(2);
const day = '2020-12-31';
let next = 1;
let ending = false;
process.on('SIGTERM', () => {
  ending = true;
});

// Written at once: the line is with the record before the request is with the server.
function tell(kind: string, id: string, what: string | number = ''): void {
  writeSync(1, `${kind} ${id} ${process.hrtime.bigint()} ${what}\n`);
}

function bodyOf(unit: string, value: string): string {
  const entry = { figure: 'xa2016.10.1', numerator: value, denominator: null, applicable: true };
  return JSON.stringify({
    unit: `${unit}@${day}`,
    round: '2020-nam',
    entries: [{ ...entry, note: null, bare: false }],
    official: true,
    knownOn: day,
    source: null,
    confirmed: null,
    base: null,
  });
}

/** Asks once. @returns true when it was acknowledged */
async function send(id: string, unit: string, value: string): Promise<boolean> {
  tell('s', id, value);
  try {
    const reply = await fetch(`${url}/api/commands/readings.save/${id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: bodyOf(unit, value),
      signal: AbortSignal.timeout(20_000),
    });
    const text = await reply.text();
    if (!reply.ok) {
      tell('r', id, reply.status);
      if (reply.status < 500) process.stderr.write(`${reply.status} ${text}\n`);
      return false;
    }
    // The reply of readings.save, whose shape this is.
    tell('a', id, (JSON.parse(text) as { seq: number }).seq);
    return true;
  } catch {
    tell('x', id);
    return false;
  }
}

async function saveOn(unit: string): Promise<void> {
  while (!ending) {
    const id = randomUUID();
    // in thousandths: an income has three decimals and an upper bound
    const value = String(next++ / 1000);
    // also when ending: what was begun is brought to its answer, so that nothing stays unknown
    while (!(await send(id, unit, value))) await wait(20);
  }
}

const units = unitCodes.split(',');
await Promise.all(Array.from({ length: Number(officersEach) }, () => units.map(saveOn)).flat());
