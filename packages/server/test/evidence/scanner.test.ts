// The scanner: a TCP server that speaks clamd's INSTREAM as its manual has it, away, hostile, and there again.

import { readdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openEvidence } from '../../src/container/evidence.ts';
import { makeTestApp } from '../app.ts';
import { openTestHouse, type TestHouse } from '../database.ts';
import { personWith } from '../rights/two-provinces.ts';
import { addFile, ask, OURS, photo, sendWhole } from './sender.ts';

let house: TestHouse;
const servers: Server[] = [];
beforeAll(async () => {
  house = await openTestHouse('sample');
});
afterAll(() => house.close());
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

/** Listens as clamd does: `zINSTREAM`, then pieces with their length before them, until one of length nought. */
async function listen(answer: (bytes: Buffer) => string, port = 0): Promise<number> {
  const server = createServer((socket: Socket) => {
    let heard = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      heard = Buffer.concat([heard, bytes]);
      const file = readStream(heard);
      if (file) socket.end(`${answer(file)}\0`);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** The whole file, or null while more is to come. */
function readStream(heard: Buffer): Buffer | null {
  const begin = 'zINSTREAM\0'.length;
  const parts: Buffer[] = [];
  for (let at = begin; at + 4 <= heard.length; ) {
    const length = heard.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

function houseWith(port: number): TestHouse {
  const evidence = openEvidence({ varFolder: house.varFolder, s3: null, clamd: { host: '127.0.0.1', port } });
  return { ...house, workshop: { ...house.workshop, evidence } };
}

/** A port on which nobody listens, and later somebody may. */
async function freePort(): Promise<number> {
  const port = await listen(() => '');
  await new Promise((resolve) => servers.pop()?.close(resolve));
  return port;
}

const fileOf = (piece: string) => `/api/units/${OURS.unit}/evidence/${piece}/file`;

describe('an office that has a scanner', () => {
  test('serves what it found clean, having shown it every byte', async () => {
    const bytes = await photo(51, (picture) => picture.resize(1600, 1200));
    const seen: number[] = [];
    const port = await listen((file) => {
      seen.push(Buffer.compare(file, bytes));
      return 'stream: OK';
    });
    const app = makeTestApp(houseWith(port));
    const piece = await addFile(app, bytes);
    expect(seen).toEqual([0]);
    expect((await ask(app, 'GET', fileOf(piece))).status).toBe(200);
  });

  test('refuses a file with malicious code, by its name, and keeps nothing of it', async () => {
    const app = makeTestApp(houseWith(await listen(() => 'stream: Eicar-Test-Signature FOUND')));
    const refused = await sendWhole(app, await photo(52));
    expect([refused.status, refused.body.code]).toEqual([422, 'evidence.infected']);
    expect(JSON.stringify(refused.body)).toContain('Eicar-Test-Signature');
    expect(
      (await readdir(join(house.varFolder, 'uploads'))).filter((name) => refused.location.includes(name)),
    ).toEqual([]);
  });

  test('takes files while the scanner is away, serves none of them, and does when it is back', async () => {
    const port = await freePort();
    const app = makeTestApp(houseWith(port));
    const piece = await addFile(app, await photo(53));
    const { body } = await ask(app, 'GET', `/api/units/${OURS.unit}/evidence`);
    expect((body.evidence as object[])[0]).toMatchObject({
      evidence: piece,
      scan: 'waiting',
      hasPreview: false,
    });
    expect((await ask(app, 'GET', fileOf(piece))).body.code).toBe('evidence.not-scanned');
    // a house that has lost its setting does not forget that the file waits
    expect((await ask(makeTestApp(house), 'GET', fileOf(piece))).body.code).toBe('evidence.not-scanned');
    await listen(() => 'INSTREAM size limit exceeded. ERROR', port);
    expect((await ask(app, 'GET', fileOf(piece))).body.code).toBe('evidence.not-scanned');
    await new Promise((resolve) => servers.pop()?.close(resolve));
    await listen(() => 'stream: OK', port);
    // somebody who may only read asks first
    const auditor = await personWith(house, { role: 'auditor', at: '112@2020-12-31' });
    const reading = makeTestApp(houseWith(port), { principal: auditor });
    expect((await ask(reading, 'GET', fileOf(piece))).status).toBe(200);
    await new Promise((resolve) => servers.pop()?.close(resolve));
    expect((await ask(app, 'GET', fileOf(piece))).status).toBe(200);
  });

  test('removes a file that had waited when the scanner finds something in it', async () => {
    const port = await freePort();
    const app = makeTestApp(houseWith(port));
    const piece = await addFile(app, await photo(54));
    await listen(() => 'stream: Win.Test FOUND', port);
    expect((await ask(app, 'GET', fileOf(piece))).body.code).toBe('evidence.infected');
    expect((await ask(app, 'GET', fileOf(piece))).body.code).toBe('evidence.not-found');
  });
});
