// A file on its way in: broken off and gone on with, refused by what it is, its sender's own and nobody else's.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestApp, type TestApp } from '../app.ts';
import { openTestHouse, type TestHouse } from '../database.ts';
import { personWith } from '../rights/two-provinces.ts';
import { ask, attach, begin, lookAt, OURS, photo, sendPiece, sendWhole } from './sender.ts';

let house: TestHouse;
let app: TestApp;
beforeAll(async () => {
  house = await openTestHouse('sample');
  app = makeTestApp(house);
});
afterAll(() => house.close());

const unfinished = () => readdir(join(house.varFolder, 'uploads'));

describe('a commune official on a mountain network', () => {
  test('goes on sending a photo where the line broke', async () => {
    const bytes = await photo(1);
    const begun = await begin(app, bytes.length);
    const location = begun.headers.get('location') ?? '';
    expect(begun.status).toBe(201);
    expect(location).toMatch(/^\/api\/evidence\/uploads\/[0-9a-f]{64}$/);
    expect((await sendPiece(app, location, 0, bytes.subarray(0, 700))).status).toBe(204);
    const asked = await lookAt(app, location);
    expect([asked.status, asked.headers.get('upload-offset')]).toEqual([200, '700']);
    // what the server noted of the person and the unit is not handed back
    expect(asked.headers.get('upload-metadata')).toBeNull();
    const upload = location.split('/').at(-1) ?? '';
    expect((await attach(app, upload)).body.code).toBe('evidence.upload-unfinished');
    expect((await sendPiece(app, location, 600, bytes.subarray(600))).body.code).toBe(
      'evidence.upload-offset',
    );
    expect((await sendPiece(app, location, 700, bytes.subarray(700))).status).toBe(204);
    const found = await ask(app, 'GET', `${location}/found`);
    expect(found.body).toEqual({
      name: 'Ảnh giếng nước.jpg',
      bytes: bytes.length,
      mime: 'image/jpeg',
      takenOn: null,
      takenAt: null,
      scan: 'none',
    });
    expect((await attach(app, upload)).status).toBe(200);
  });

  test('is offered the day and place that the camera wrote, which are kept only when sent back', async () => {
    const bytes = await photo(2, (picture) =>
      picture.withExif({
        IFD2: { DateTimeOriginal: '2020:05:17 08:12:03' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '22/1 30/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '102/1 45/1 0/1',
        },
      }),
    );
    const { location, upload } = await sendWhole(app, bytes);
    const found = await ask(app, 'GET', `${location}/found`);
    expect(found.body).toMatchObject({ takenOn: '2020-05-17', takenAt: { lat: 22.5, lon: 102.75 } });
    const { evidence } = (await attach(app, upload)).body;
    const { body } = await ask(app, 'GET', `/api/units/${OURS.unit}/evidence?round=2020-nam`);
    const piece = (body.evidence as { evidence: string }[]).find((one) => one.evidence === evidence);
    expect(piece).toMatchObject({ takenOn: null, takenAt: null });
  });

  test('drops an upload, and it is gone', async () => {
    const begun = await begin(app, 1000);
    const location = begun.headers.get('location') ?? '';
    expect((await ask(app, 'DELETE', location, { 'tus-resumable': '1.0.0' })).status).toBe(204);
    expect((await lookAt(app, location)).status).toBe(404);
  });
});

describe('what is refused', () => {
  test.each([
    [
      'a program that calls itself a photo',
      Buffer.from('MZ\x90\0'.padEnd(3000, 'x')),
      'evidence.type-refused',
    ],
    [
      'a drawing with a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      'evidence.type-refused',
    ],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'evidence.type-refused'],
    ['words without a form', Buffer.from('Báo cáo'), 'evidence.type-refused'],
    [
      'a HEIC photo',
      Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'.padEnd(600, '\0'), 'latin1'),
      'evidence.heic-refused',
    ],
  ])('%s, in words, and nothing of it stays', async (_what, bytes, code) => {
    const before = await unfinished();
    const refused = await sendWhole(app, bytes);
    expect([refused.status, refused.body.code]).toEqual([422, code]);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(await unfinished()).toEqual(before);
  });

  test('a photo that breaks off is told as damaged', async () => {
    const bytes = await photo(3);
    expect((await sendWhole(app, bytes.subarray(0, 900))).body.code).toBe('evidence.picture-unreadable');
  });

  test('a small file that unpacks to a billion points is refused before it is unpacked', async () => {
    const blank = { width: 1, height: 1, channels: 3, background: '#fff' } as const;
    const bytes = await sharp({ create: blank }).png().toBuffer();
    // the head of a PNG: 8 bytes, then a length, IHDR, width, height, five bytes, and the sum over all from IHDR on
    bytes.writeUInt32BE(32_000, 16);
    bytes.writeUInt32BE(32_000, 20);
    bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
    const refused = await sendWhole(app, bytes);
    expect([refused.status, refused.body.code]).toEqual([422, 'evidence.picture-too-large']);
  });

  test('more than 100 MB, nothing at all, and a length that is left open', async () => {
    expect((await begin(app, 100_000_001)).body.code).toBe('evidence.too-large');
    expect((await begin(app, 0)).body.code).toBe('evidence.empty');
    const headers = { 'tus-resumable': '1.0.0', 'upload-length': '10' };
    expect((await ask(app, 'POST', '/api/evidence/uploads', headers)).status).toBe(400);
    const location = (await begin(app, 10)).headers.get('location') ?? '';
    expect((await sendPiece(app, location, 0, new Uint8Array(11))).body.code).toBe('evidence.too-large');
  });

  test('a photo of defence or security, before one byte of it is sent', async () => {
    for (const codes of ['19.1', '17.1,19.2', 'xa2016.19.2']) {
      expect((await begin(app, 1000, { codes })).body.code).toBe('evidence.result-only');
    }
    expect((await begin(app, 1000, { codes: '99.9' })).body.code).toBe('evidence.unknown-code');
  });
});

describe('an upload', () => {
  test('of somebody else reads as absent, whatever is asked of it', async () => {
    const bytes = await photo(4);
    const { upload, location } = await sendWhole(app, bytes);
    const other = await personWith(house, { role: 'coordination', at: '112@2020-12-31' });
    const theirs = makeTestApp(house, { principal: { ...other, personId: 77 } });
    const answers = [
      await lookAt(theirs, location),
      await sendPiece(theirs, location, 0, bytes),
      await ask(theirs, 'DELETE', location, { 'tus-resumable': '1.0.0' }),
      await ask(theirs, 'GET', `${location}/found`),
      await attach(theirs, upload),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect((await attach(app, upload)).status).toBe(200);
  });

  test('of one unit cannot be attached to another', async () => {
    const { upload } = await sendWhole(app, await photo(5));
    expect((await attach(app, upload, { unit: '03474@2020-12-31' })).body.code).toBe(
      'evidence.upload-not-found',
    );
  });

  test('is gone a day after it was begun', async () => {
    const begun = await begin(app, 1000);
    const location = begun.headers.get('location') ?? '';
    const note = join(house.varFolder, 'uploads', `${location.split('/').at(-1)}.json`);
    const written = JSON.parse(await readFile(note, 'utf8')) as object;
    const yesterday = new Date(Date.now() - 25 * 3_600_000).toISOString();
    await writeFile(note, JSON.stringify({ ...written, creation_date: yesterday }));
    expect((await lookAt(app, location)).status).toBe(404);
    // the next one that is begun clears it away
    await begin(app, 1000);
    expect(await unfinished()).not.toContain(location.split('/').at(-1));
  });

  test('is one of forty at most: the next is refused until one is done', async () => {
    const one = await personWith(house, { role: 'coordination', at: '112@2020-12-31' });
    const many = makeTestApp(house, { principal: { ...one, personId: 78 } });
    for (let at = 0; at < 40; at++) expect((await begin(many, 10)).status).toBe(201);
    const refused = await begin(many, 10);
    expect([refused.status, refused.body.code]).toEqual([429, 'evidence.too-many-uploads']);
  });
});
