// The bytes of evidence in an S3 by setting: a real server of that protocol in this process, asked as a house asks it.
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { openEvidence } from '../../src/container/evidence.ts';
import { makeTestApp } from '../app.ts';
import { openTestHouse, type TestHouse } from '../database.ts';
import { addFile, ask, attach, OURS, photo, sendWhole } from './sender.ts';

let house: TestHouse;
let folder: string;
let s3: S3rver;
let settings: NodeJS.ProcessEnv;
beforeAll(async () => {
  house = await openTestHouse('sample');
  folder = await mkdtemp(join(tmpdir(), 'vb-s3-'));
  s3 = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'minh-chung', configs: [] }],
  });
  const { port } = (await s3.run()) as AddressInfo;
  settings = {
    VB_S3_ENDPOINT: `http://127.0.0.1:${port}`,
    VB_S3_BUCKET: 'minh-chung',
    VB_S3_ACCESS_KEY: 'S3RVER',
    VB_S3_SECRET_KEY: 'S3RVER',
    VB_VAR: house.varFolder,
  };
});
afterAll(async () => {
  await s3.close();
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

function appOn(env: NodeJS.ProcessEnv) {
  const evidence = openEvidence(readConfig(env));
  return {
    evidence,
    app: makeTestApp({ ...house, workshop: { ...house.workshop, evidence } }, { onFault: () => undefined }),
  };
}

describe('a province that keeps its files in S3', () => {
  test('gets back the very bytes that an official sent, and a picture of them', async () => {
    const { app, evidence } = appOn(settings);
    const bytes = await photo(41);
    const piece = await addFile(app, bytes);
    const path = `/api/units/${OURS.unit}/evidence/${piece}`;
    const reply = await app.request(`http://localhost${path}/file`, { headers: { host: 'localhost' } });
    expect(new Uint8Array(await reply.arrayBuffer())).toEqual(bytes);
    expect((await ask(app, 'GET', `${path}/preview`)).headers.get('content-type')).toBe('image/webp');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect((await evidence.store.find(sha256))?.bytes).toBe(bytes.length);
    expect(await evidence.store.find('0'.repeat(64))).toBeNull();
  });

  test('loses nothing while S3 is away: the upload waits and is attached later', async () => {
    const away = appOn({ ...settings, VB_S3_ENDPOINT: 'http://127.0.0.1:9' }).app;
    const { upload } = await sendWhole(away, await photo(42));
    expect((await attach(away, upload)).body.code).toBe('evidence.store-away');
    expect((await attach(appOn(settings).app, upload)).status).toBe(200);
  });

  test('is told which setting is missing', () => {
    expect(() => readConfig({ VB_S3_BUCKET: 'x' })).toThrow(/VB_S3_ENDPOINT/);
    expect(() => readConfig({ ...settings, VB_S3_ENDPOINT: 'khong phai' })).toThrow(/web address/);
    expect(() => readConfig({ VB_CLAMD: 'localhost' })).toThrow(/host:port/);
  });
});
