// The door: foreign hosts and pages are turned away, wrong input gets words, unchanged boards answer 304.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestApp, type TestApp } from '../app.ts';
import { openTestHouse, type TestHouse } from '../database.ts';

let house: TestHouse;
let app: TestApp;
const faults: unknown[] = [];

beforeAll(async () => {
  house = await openTestHouse('sample');
  app = makeTestApp(house, {
    hosts: ['127.0.0.1', 'localhost'],
    webFolder: import.meta.dirname,
    onFault: (fault) => faults.push(fault),
  });
});
afterAll(() => house.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  app.request(`http://localhost${path}`, { headers: { host: 'localhost', ...headers } });
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  app.request(`http://localhost${path}`, {
    method: 'POST',
    body,
    headers: { host: 'localhost', ...headers },
  });

const SAVE = '/api/commands/readings.save/00000000-0000-4000-8000-000000000001';

describe('a request knocks', () => {
  test('a page on another site that points its name at this machine is turned away', async () => {
    const reply = await get('/api/board', { host: 'evil.example:7600' });
    expect(reply.status).toBe(421);
    expect(await reply.json()).toMatchObject({ code: 'request.foreign-host' });
  });

  test.each([
    [{ origin: 'http://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: 'http://localhost:9999' }],
    [{ 'sec-fetch-site': 'cross-site' }],
  ])('a write from a foreign page is refused: %j', async (headers) => {
    const reply = await post(SAVE, '{}', headers);
    expect(reply.status).toBe(403);
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
  });

  test('a write from our own page is heard', async () => {
    const reply = await post(SAVE, '{}', { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' });
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ code: 'input.missing' });
  });

  test('an unchanged board answers 304 without a body, a changed one answers anew', async () => {
    const first = await get('/api/board?round=2020-nam');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"/);
    const again = await get('/api/board?round=2020-nam', { 'if-none-match': etag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    const entry = {
      figure: 'xa2016.9.2',
      numerator: '1',
      denominator: '486',
      applicable: true,
      note: null,
      bare: false,
    };
    const saved = await post(
      SAVE,
      JSON.stringify({
        unit: '03474@2020-12-31',
        round: '2020-nam',
        entries: [entry],
        official: true,
        knownOn: '2021-02-01',
        source: null,
        confirmed: null,
        base: null,
      }),
    );
    expect(saved.status).toBe(200);
    const changed = await get('/api/board?round=2020-nam', { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });

  test('all faults of path, query and body come together, with their places', async () => {
    const reply = await post('/api/commands/readings.save/not-a-uuid', JSON.stringify({ unit: 'x' }));
    const body = (await reply.json()) as { errors: { path: string; vi: string; en: string }[] };
    const paths = body.errors.map((error) => error.path);
    expect(paths).toEqual(expect.arrayContaining(['path/id', 'body/unit', 'body/entries', 'body/round']));
    for (const error of body.errors) expect([error.vi.length > 0, error.en.length > 0]).toEqual([true, true]);
    const said = (path: string) => body.errors.find((error) => error.path === path)?.vi;
    expect(said('body/round')).toBe('Thiếu phần “body/round”. Thêm vào rồi gửi.');
    expect(said('path/id')).toBe('Chưa hiểu phần “path/id”: không đúng dạng cần có. Sửa lại rồi gửi.');
  });

  test.each([
    ['/api/board?under=99999', 404, 'unit.not-found'],
    ['/api/board?round=1999-nam', 404, 'round.not-found'],
    ['/api/board?set=no-such-set', 404, 'set.not-found'],
    ['/api/board?under=01', 404, 'round.none'],
    ['/api/board?under=12', 200, null],
    ['/api/board?under=00', 200, null],
    ['/api/board?under=%27%3Bdrop', 400, 'input.wrong'],
    ['/api/units/03474/criteria/99?round=2020-nam', 404, 'criterion.not-found'],
    ['/api/units/03434/criteria/1?round=2020-nam', 200, null],
    ['/api/nothing', 404, 'route.not-found'],
  ])('%s answers %i in words', async (path, status, code) => {
    const reply = await get(path);
    expect(reply.status).toBe(status);
    if (code) expect(await reply.json()).toMatchObject({ code });
  });

  test('a body that is not JSON, or far too large, is refused in words', async () => {
    expect(await (await post(SAVE, '{')).json()).toMatchObject({ code: 'input.not-json' });
    const reply = await post(SAVE, '{}', { 'content-length': '99999999999' });
    expect(await reply.json()).toMatchObject({ code: 'input.too-large' });
  });

  test.each(['/..%2f..%2f..%2fetc%2fpasswd', '/%2e%2e/%2e%2e/package.json', '/%ff', '/assets/..%5c..%5cx'])(
    'no address reaches files outside the screens: %s',
    async (path) => {
      const reply = await get(path);
      expect(reply.status).toBe(404);
    },
  );

  test('every answer forbids framing, sniffing and foreign scripts', async () => {
    const reply = await get('/api/board');
    expect(reply.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('nothing of this was a fault of ours', () => {
    expect(faults).toEqual([]);
  });
});
