// Evidence of a commune: one piece for many indicators and rounds, originals that nothing can run, removed with a reason.
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestApp, type TestApp } from '../app.ts';
import { vb } from '../cli/vb.ts';
import { openOwner, openTestHouse, type TestHouse } from '../database.ts';
import { addFile, ask, attach, command, OURS, photo, sendWhole } from './sender.ts';

let house: TestHouse;
let app: TestApp;
beforeAll(async () => {
  house = await openTestHouse('sample');
  app = makeTestApp(house);
});
afterAll(() => house.close());

interface Piece {
  readonly evidence: string;
  readonly links: readonly { round: string; code: string }[];
  readonly [name: string]: unknown;
}

async function pieces(unit: string = OURS.unit, round = '?round=2020-nam'): Promise<Piece[]> {
  const { body } = await ask(app, 'GET', `/api/units/${unit}/evidence${round}`);
  return body.evidence as Piece[];
}

async function piece(evidence: string): Promise<Piece> {
  const found = (await pieces(OURS.unit, '')).find((one) => one.evidence === evidence);
  if (!found) throw new Error('the piece is not listed');
  return found;
}

const CITED = { ...OURS, codes: ['17.1'], issuer: 'UBND xã', documentOn: null, link: null, expiresOn: null };
const { filename: _name, ...cited } = CITED;
const cite = (more: object) =>
  command(app, 'evidence.cite', { ...cited, documentNumber: '12/BC-UBND', ...more });

async function events(): Promise<string[]> {
  const owner = await openOwner(house);
  const { rows } = await owner.query<{ payload: string }>('select payload from events order by unit_id, seq');
  await owner.end();
  return rows.map((row) => row.payload);
}

describe('a commune official', () => {
  test('shows one certificate for two indicators, and next year for a third', async () => {
    const evidence = await addFile(app, await photo(11), { codes: '17.1,17.5' });
    const more = { unit: OURS.unit, round: '2020-nam', evidence, codes: ['17.5', '15.1'] };
    expect((await command(app, 'evidence.link', more)).status).toBe(200);
    const before = (await events()).length;
    expect((await command(app, 'evidence.link', more)).status).toBe(200);
    expect((await events()).length).toBe(before);
    const { links } = await piece(evidence);
    expect(links).toEqual(['15.1', '17.1', '17.5'].map((code) => ({ round: '2020-nam', code })));
  });

  test('gets the first answer again for an attachment that is sent twice, though the upload is gone', async () => {
    const { upload } = await sendWhole(app, await photo(12));
    const id = crypto.randomUUID();
    const first = await attach(app, upload, {}, id);
    const count = (await pieces()).length;
    const again = await attach(app, upload, {}, id);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect((await pieces()).length).toBe(count);
  });

  test('is warned before a certificate expires, and told when it has', async () => {
    const ends = async (expiresOn: string | null) =>
      (await piece(String((await cite({ expiresOn })).body.evidence))).expiry;
    // the tests stand on 2 March 2026
    expect([await ends('2026-06-01'), await ends('2026-05-01'), await ends('2026-03-02')]).toEqual([
      'holds',
      'soon',
      'soon',
    ]);
    expect([await ends('2026-03-01'), await ends(null)]).toEqual(['past', 'none']);
  });

  test('is told every fault of a citation at once', async () => {
    const refused = await cite({
      codes: ['17.1', '99.1'],
      documentOn: '2026-03-03',
      expiresOn: '2026-01-01',
    });
    expect((refused.body.errors as { code: string }[]).map(({ code }) => code)).toEqual([
      'evidence.unknown-code',
      'evidence.day-to-come',
      'evidence.ends-early',
    ]);
    expect((await cite({ link: 'javascript:alert(1)' })).status).toBe(400);
  });

  test('cites a document for an indicator of defence, with its number and nothing that shows it', async () => {
    expect((await cite({ codes: ['19.1'] })).status).toBe(200);
    expect((await cite({ codes: ['19.1'], link: 'https://example.vn/1' })).body.code).toBe(
      'evidence.result-only',
    );
    const evidence = await addFile(app, await photo(13));
    const link = { unit: OURS.unit, round: '2020-nam', evidence, codes: ['19.2'] };
    expect((await command(app, 'evidence.link', link)).body.code).toBe('evidence.result-only');
  });

  test('takes a wrong photo back with a reason: it is served no more, the row says why, and once is enough', async () => {
    const evidence = await addFile(app, await photo(14));
    const remove = (reason: string) => command(app, 'evidence.remove', { unit: OURS.unit, evidence, reason });
    expect((await remove('  ')).status).toBe(400);
    expect((await remove('Ảnh của xã khác')).status).toBe(200);
    expect((await piece(evidence)).removed).toEqual({ reason: 'Ảnh của xã khác' });
    expect((await ask(app, 'GET', `/api/units/${OURS.unit}/evidence/${evidence}/file`)).status).toBe(404);
    expect((await remove('Lần nữa')).body.code).toBe('evidence.not-found');
    expect((await events()).at(-1)).toBeDefined();
  });

  test('keeps names of files out of the trail, which nothing can be erased from one by one', async () => {
    await addFile(app, await photo(15), { filename: 'Hộ nghèo Lò Văn A.jpg' });
    expect((await events()).filter((payload) => payload.includes('Lò Văn A'))).toEqual([]);
  });
});

describe('the same bytes from two communes', () => {
  test('lie on the disk once, and both are answered alike', async () => {
    const bytes = await photo(21);
    const other = { unit: '03474@2020-12-31' };
    const first = await sendWhole(app, bytes);
    const one = await attach(app, first.upload);
    const second = await sendWhole(app, bytes, other);
    const two = await attach(app, second.upload, other);
    const shape = ({ status, headers, body }: typeof first | typeof one) => [
      status,
      [...headers.keys()],
      Object.keys(body),
    ];
    expect(shape(second)).toEqual(shape(first));
    expect(shape(two)).toEqual(shape(one));
    const { sha256 } = JSON.parse(
      (await events()).find((payload) => payload.includes(String(one.body.evidence))) ?? '{}',
    );
    const folder = join(house.varFolder, 'evidence', sha256.slice(0, 2));
    expect((await readdir(folder)).filter((name) => name === sha256)).toEqual([sha256]);
    // one takes it back: the other still has it
    await command(app, 'evidence.remove', {
      unit: OURS.unit,
      evidence: one.body.evidence,
      reason: 'gửi nhầm',
    });
    const kept = await app.request(
      `http://localhost/api/units/${other.unit}/evidence/${two.body.evidence}/file`,
      {
        headers: { host: 'localhost' },
      },
    );
    expect(new Uint8Array(await kept.arrayBuffer())).toEqual(bytes);
  });
});

describe('whoever opens a file', () => {
  test('gets the original as an attachment that may run nothing, whatever its name says', async () => {
    const filename = '"><script>alert(1)</script>\r\nX: y\u202Egpj.exe; Báo cáo (1).jpg';
    const evidence = await addFile(app, await photo(31), { filename });
    const reply = await ask(app, 'GET', `/api/units/${OURS.unit}/evidence/${evidence}/file`);
    expect(reply.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
    const disposition = reply.headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%~!-]+$/);
    expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toContain('Báo cáo (1).jpg');
    expect((await piece(evidence)).name).not.toMatch(/[\r\n\u202e/]/);
  });

  test('sees a small picture without what the camera wrote, drawn once', async () => {
    const place = { GPSLatitudeRef: 'N', GPSLatitude: '22/1 30/1 0/1' };
    const bytes = await photo(32, (picture) =>
      picture.resize(2000, 1500).withExif({ IFD0: { Make: 'May anh' }, IFD3: place }),
    );
    const evidence = await addFile(app, bytes);
    const preview = async (size: string) => {
      const reply = await app.request(
        `http://localhost/api/units/${OURS.unit}/evidence/${evidence}/preview?size=${size}`,
        {
          headers: { host: 'localhost' },
        },
      );
      return Buffer.from(await reply.arrayBuffer());
    };
    const [small, large] = [await preview('small'), await preview('large')];
    expect(await sharp(small).metadata()).toMatchObject({ format: 'webp', width: 320, height: 240 });
    expect(await sharp(large).metadata()).toMatchObject({ format: 'webp', width: 1600 });
    expect((await sharp(large).metadata()).exif).toBeUndefined();
    expect(await preview('small')).toEqual(small);
  });

  test('is told that a paper has no picture, and a citation no file', async () => {
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
    const paper = await addFile(app, pdf, { filename: 'qd.pdf' });
    const path = `/api/units/${OURS.unit}/evidence`;
    expect((await ask(app, 'GET', `${path}/${paper}/preview`)).body.code).toBe('evidence.no-preview');
    const document = (await cite({})).body.evidence;
    expect((await ask(app, 'GET', `${path}/${document}/file`)).body.code).toBe('evidence.no-file');
  });
});

describe('an administrator who verifies', () => {
  test('finds the file that is gone and the one that is no longer its hash, and says whose they are', async () => {
    const [gone, changed] = [await addFile(app, await photo(61)), await addFile(app, await photo(62))];
    const before = await vb(['verify', '--json'], house);
    expect(JSON.parse(before.out)).toMatchObject({ evidence: { faults: [] } });
    const owner = await openOwner(house);
    const { rows } = await owner.query<{ id: string; hash: string }>(
      `select evidence_id as id, encode(sha256, 'hex') as hash from evidence where evidence_id = any($1)`,
      [[gone, changed]],
    );
    await owner.end();
    const pathOf = (id: string): string => {
      const hash = rows.find((row) => row.id === id)?.hash ?? '';
      return join(house.varFolder, 'evidence', hash.slice(0, 2), hash);
    };
    await rm(pathOf(gone));
    await writeFile(pathOf(changed), 'không còn là ảnh');
    const run = await vb(['verify', '--lang', 'en'], house);
    expect(run.code).toBe(1);
    expect(run.out).toContain(`${gone}: the file of evidence is gone`);
    expect(run.out).toContain(`${changed}: the file of evidence is not what was sent`);
  });
});
