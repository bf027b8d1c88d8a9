// A line that breaks, over real sockets: the server keeps what has come, and a tus client as others write it goes on.
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestApp } from '../app.ts';
import { openTestHouse, type TestHouse } from '../database.ts';
import { attach, begin, lookAt, sendPiece } from './sender.ts';

let house: TestHouse;
let server: ServerType;
let port: number;
const faults: unknown[] = [];
beforeAll(async () => {
  house = await openTestHouse('sample');
  const hosts = ['localhost', '127.0.0.1'];
  const { fetch } = makeTestApp(house, { hosts, onFault: (fault) => faults.push(fault) });
  port = await new Promise((resolve) => {
    server = serve({ fetch, hostname: '127.0.0.1', port: 0 }, (address: AddressInfo) =>
      resolve(address.port),
    );
  });
});
afterAll(async () => {
  server.close();
  await house.close();
});

/** A paper of eleven megabytes that does not shrink. */
const paper = Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(11_000_000)]);

/** Begins to send all of it, and pulls the plug once `bytes` have gone out. */
async function breakOff(location: string, bytes: number): Promise<void> {
  const head = [
    `PATCH ${location} HTTP/1.1`,
    'host: localhost',
    'tus-resumable: 1.0.0',
    'upload-offset: 0',
    'content-type: application/offset+octet-stream',
    `content-length: ${paper.length}`,
  ];
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    socket.write(paper.subarray(0, bytes), () => resolve());
  });
  socket.destroy();
  await new Promise((resolve) => socket.once('close', resolve));
}

describe('a line that breaks', () => {
  test('costs nothing of what has come: the sender asks how far it is, and sends the rest', async () => {
    const app = makeTestApp(house);
    const location =
      (await begin(app, paper.length, { filename: 'bao-cao.pdf' })).headers.get('location') ?? '';
    await breakOff(location, 6_000_000);
    const arrived = await settled(async () =>
      Number((await lookAt(app, location)).headers.get('upload-offset')),
    );
    expect(arrived).toBeGreaterThan(0);
    expect(arrived).toBeLessThanOrEqual(6_000_000);
    expect((await sendPiece(app, location, arrived, paper.subarray(arrived))).status).toBe(204);
    const attached = await attach(app, location.split('/').at(-1) ?? '');
    expect(attached.status).toBe(200);
    const path = `/api/units/03472@2020-12-31/evidence/${attached.body.evidence}/file`;
    const reply = await fetch(`http://127.0.0.1:${port}${path}`);
    expect(Buffer.from(await reply.arrayBuffer()).equals(paper)).toBe(true);
    // a phone that lost its network is no fault of the server
    expect(faults).toEqual([]);
  });

  test('a file in one piece may be larger than any other request', async () => {
    const app = makeTestApp(house);
    const large = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(45_000_000)]);
    const location = (await begin(app, large.length)).headers.get('location') ?? '';
    const reply = await app.request(`http://localhost${location}`, {
      method: 'PATCH',
      headers: {
        host: 'localhost',
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
        'content-length': String(large.length),
      },
      body: large,
    });
    expect(reply.status).toBe(204);
  });
});

/** What is asked for, once two answers in a row are the same: the server may still be writing what has come. */
async function settled(ask: () => Promise<number>): Promise<number> {
  for (let last = -1; ; ) {
    const now = await ask();
    if (now === last && now > 0) return now;
    last = now;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
