// Signing in: by password, with a second step, out again; what is refused, and what a session then may.
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeFirstAdministrator } from '../../src/first-start/administrator.ts';
import { makeTestApp, type TestApp } from '../app.ts';
import { openOwner, openTestHouse, type TestHouse } from '../database.ts';
import { type Browser, openBrowser } from './browser.ts';

let house: TestHouse;
let app: TestApp;
let password: string;
// the ceremonies go by the machine's clock, so the tests begin there
let now = new Date();

beforeAll(async () => {
  const opened = await openTestHouse('sample');
  house = { ...opened, workshop: { ...opened.workshop, clock: () => now } };
  app = makeTestApp(house, { principal: null });
  password = (await makeFirstAdministrator(house)) ?? '';
});
afterAll(() => house.close());
beforeEach(() => {
  // each test begins an hour later: what one was refused does not keep the next one waiting
  now = new Date(now.getTime() + 3_600_000);
});

const signIn = (
  browser: Browser,
  body: Partial<{ username: string; password: string; shared: boolean }> = {},
) => browser.post('/api/account/sign-in', { username: 'quan-tri', password, shared: false, ...body });

/** A person invited with a link, and the link's token. */
async function invite(username: string, role = 'communeOfficial'): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const browser = openBrowser(app);
  await signIn(browser);
  const reply = await browser.post(`/api/commands/people.invite/${crypto.randomUUID()}`, {
    person: { name: 'Lò Thị Ứng', username, email: null, phone: null, office: 'Phòng Kinh tế xã Nậm Hàng' },
    grant: {
      role,
      programme: null,
      unit: '12@2026-01-01',
      office: null,
      from: '2026-01-01',
      to: null,
      document: null,
    },
    link: { digest: createHash('sha256').update(token).digest('hex') },
  });
  expect(reply).toMatchObject({ status: 200 });
  return token;
}

describe('the first administrator', () => {
  test('is made once, with a password that is shown once', async () => {
    expect(password).toMatch(/^[a-z0-9]{4}(-[a-z0-9]{4}){3}$/);
    expect(await makeFirstAdministrator(house)).toBeNull();
  });

  test('signs in, is known by name, and signs out', async () => {
    const browser = openBrowser(app);
    expect((await browser.get('/api/me')).body).toMatchObject({ code: 'sign-in.needed' });
    expect(await signIn(browser)).toMatchObject({ status: 200, body: { next: 'in' } });
    const me = await browser.get('/api/me');
    expect(me.body).toMatchObject({ kind: 'person', name: 'Quản trị viên đầu tiên', sample: false });
    expect((me.body.grants as { role: string }[]).map(({ role }) => role)).toEqual([
      'administrator',
      'coordination',
    ]);
    const copy = new Map(browser.cookies);
    expect((await browser.post('/api/account/sign-out')).status).toBe(200);
    expect((await browser.get('/api/me')).status).toBe(401);
    // the cookie that somebody copied before is of no use either
    for (const [name, value] of copy) browser.cookies.set(name, value);
    expect((await browser.get('/api/me')).status).toBe(401);
  });

  test('types the name with spaces and capitals', async () => {
    expect((await signIn(openBrowser(app), { username: ' Quan-Tri ' })).status).toBe(200);
  });
});

describe('the cookie', () => {
  test('is not for scripts, not for other pages, and without a day it ends with the browser', async () => {
    const own = await signIn(openBrowser(app));
    expect(own.setCookies[0]).toMatch(/^vb\.session_token=.*HttpOnly; SameSite=Strict/i);
    const shared = await signIn(openBrowser(app), { shared: true });
    expect(shared.setCookies[0]).not.toMatch(/max-age|expires/i);
  });

  test.each([
    ['another token with the same signature', (value: string) => value.replace(/^...../, 'AAAAA')],
    ['the token without its signature', (value: string) => value.split('.')[0] ?? ''],
    ['a broken escape', () => '%E0%A4%A'],
  ])('with %s opens nothing', async (_name, change) => {
    const browser = openBrowser(app);
    await signIn(browser);
    for (const [name, value] of browser.cookies) browser.cookies.set(name, change(value));
    expect((await browser.get('/api/me')).status).toBe(401);
  });

  test('on a shared machine ends after a quarter of an hour without a request', async () => {
    const browser = openBrowser(app);
    await signIn(browser, { shared: true });
    now = new Date(now.getTime() + 14 * 60_000);
    expect((await browser.get('/api/me')).status).toBe(200);
    now = new Date(now.getTime() + 14 * 60_000);
    expect((await browser.get('/api/me')).status).toBe(200);
    now = new Date(now.getTime() + 16 * 60_000);
    expect((await browser.get('/api/me')).status).toBe(401);
  });
});

describe('who is refused', () => {
  test('is told the same for a wrong name and a wrong password', async () => {
    const wrongName = await signIn(openBrowser(app), { username: 'khong-ai' });
    const wrongPassword = await signIn(openBrowser(app), { password: 'sai hoàn toàn' });
    expect(wrongName).toMatchObject({ status: 401, body: { code: 'sign-in.wrong' } });
    expect(wrongPassword.body).toEqual(wrongName.body);
  });

  test('waits longer after each further attempt, even with the right password, and never for ever', async () => {
    const token = await invite('doan-mai');
    await openBrowser(app).post('/api/account/accept', { token, password: 'một con gà trống' });
    const attempt = (typed: string) => signIn(openBrowser(app), { username: 'doan-mai', password: typed });
    for (let count = 0; count < 5; count++) expect((await attempt('sai')).status).toBe(401);
    const held = await attempt('một con gà trống');
    expect(held).toMatchObject({ status: 429, body: { code: 'sign-in.wait' } });
    now = new Date(now.getTime() + 31_000);
    expect((await attempt('sai')).status).toBe(401);
    now = new Date(now.getTime() + 31_000);
    expect((await attempt('một con gà trống')).status).toBe(429);
    now = new Date(now.getTime() + 900_000);
    expect((await attempt('một con gà trống')).status).toBe(200);
  });

  test('loses every session when shut out, and comes back when let in', async () => {
    const token = await invite('bi-khoa');
    const browser = openBrowser(app);
    await browser.post('/api/account/accept', { token, password: 'ruộng bậc thang' });
    await signIn(browser, { username: 'bi-khoa', password: 'ruộng bậc thang' });
    const admin = openBrowser(app);
    await signIn(admin);
    const { person } =
      ((await admin.get('/api/people?search=bi-khoa')).body.people as { person: number }[])[0] ?? {};
    const shut = (out: boolean) =>
      admin.post(`/api/commands/people.shut/${crypto.randomUUID()}`, { unit: '12@2026-01-01', person, out });
    expect((await shut(true)).status).toBe(200);
    expect((await browser.get('/api/me')).status).toBe(401);
    expect((await signIn(browser, { username: 'bi-khoa', password: 'ruộng bậc thang' })).status).not.toBe(
      500,
    );
    expect((await browser.get('/api/me')).status).toBe(401);
    await shut(false);
    await signIn(browser, { username: 'bi-khoa', password: 'ruộng bậc thang' });
    expect((await browser.get('/api/me')).status).toBe(200);
  });
});

describe('a link', () => {
  test('lets the invited choose a password, once', async () => {
    const token = await invite('moi-vao');
    const browser = openBrowser(app);
    const accept = (chosen: string) => browser.post('/api/account/accept', { token, password: chosen });
    expect((await accept('ngắn')).body).toMatchObject({ code: 'password.short' });
    expect((await accept('1234567890')).body).toMatchObject({ code: 'password.guessed' });
    expect((await accept('moi-vao-2026')).body).toMatchObject({ code: 'password.guessed' });
    expect((await accept('chợ phiên sáng chủ nhật')).body).toEqual({ username: 'moi-vao' });
    expect((await accept('chợ phiên sáng thứ hai')).body).toMatchObject({ code: 'link.not-valid' });
    const typed = { username: 'moi-vao', password: 'chợ phiên sáng chủ nhật'.normalize('NFD') };
    expect((await signIn(browser, typed)).status).toBe(200);
  });

  test('ends by itself, and is nowhere in the database', async () => {
    const token = await invite('het-han');
    const owner = await openOwner(house);
    const { rows } = await owner.query<{ text: string }>(
      `select coalesce(string_agg(payload, ''), '') || (select coalesce(string_agg(reply::text, ''), '') from receipts) as text from events`,
    );
    await owner.end();
    expect(rows[0]?.text).not.toContain(token);
    now = new Date(now.getTime() + 15 * 86_400_000);
    const late = await openBrowser(app).post('/api/account/accept', { token, password: 'chợ phiên sáng' });
    expect(late.body).toMatchObject({ code: 'link.not-valid' });
  });
});

describe('the second step', () => {
  test('is asked for after the password; a recovery code stands in once', async () => {
    const token = await invite('hai-buoc');
    const chosen = 'đường lên bản xa';
    const browser = openBrowser(app);
    await browser.post('/api/account/accept', { token, password: chosen });
    await signIn(browser, { username: 'hai-buoc', password: chosen });
    const wrong = await browser.post('/api/account/second-step/offer', { password: 'không phải' });
    expect(wrong.body).toMatchObject({ code: 'password.wrong' });
    const offer = (await browser.post('/api/account/second-step/offer', { password: chosen })).body as {
      uri?: string;
      recoveryCodes?: string[];
    };
    const secret = new URL(offer.uri ?? '').searchParams.get('secret') ?? '';
    const bad = await browser.post('/api/account/second-step/confirm', { code: '000000' });
    expect(bad.body).toMatchObject({ code: 'sign-in.wrong-code' });
    const good = await browser.post('/api/account/second-step/confirm', { code: totp(secret) });
    expect(good).toMatchObject({ status: 200 });

    const again = openBrowser(app);
    const typed = { username: 'hai-buoc', password: chosen };
    expect((await signIn(again, typed)).body).toEqual({ next: 'secondStep' });
    expect((await again.get('/api/me')).status).toBe(401);
    const step = (code: string, recovery: boolean) =>
      again.post('/api/account/second-step', { code, recovery, shared: false });
    expect((await step('123456', false)).body).toMatchObject({ code: 'sign-in.wrong-code' });
    expect(await step(totp(secret), false)).toMatchObject({ status: 200, body: { next: 'in' } });
    expect((await again.get('/api/me')).body).toMatchObject({ secondStep: true });

    const [code = ''] = offer.recoveryCodes ?? [];
    for (const expected of [200, 401]) {
      const lost = openBrowser(app);
      await signIn(lost, typed);
      const reply = await lost.post('/api/account/second-step', { code, recovery: true, shared: false });
      expect(reply.status).toBe(expected);
    }
  });
});

describe('the own account', () => {
  test('shows its sessions; another one is ended, a new password ends all others', async () => {
    const token = await invite('nhieu-may');
    const [office, phone] = [openBrowser(app), openBrowser(app)];
    const typed = { username: 'nhieu-may', password: 'con suối đầu bản' };
    await office.post('/api/account/accept', { token, password: typed.password });
    for (const browser of [office, phone]) await signIn(browser, typed);
    const list = async () =>
      (await office.get('/api/account/sessions')).body.sessions as {
        session: number;
        current: boolean;
        agent: string;
      }[];
    const sessions = await list();
    expect(sessions.map(({ current, agent }) => [current, agent]).sort()).toEqual([
      [false, 'Test browser'],
      [true, 'Test browser'],
    ]);
    const other = sessions.find(({ current }) => !current)?.session ?? null;
    expect((await office.post('/api/account/sessions/end', { session: other })).body).toEqual({ ended: 1 });
    expect((await phone.get('/api/me')).status).toBe(401);
    await signIn(phone, typed);
    const change = (current: string) =>
      office.post('/api/account/password', { current, next: 'cây pơ mu trên đèo' });
    expect((await change('sai')).body).toMatchObject({ code: 'password.wrong' });
    expect((await change(typed.password)).status).toBe(200);
    expect((await phone.get('/api/me')).status).toBe(401);
    expect((await office.get('/api/me')).status).toBe(200);
  });

  test('of another person cannot be ended', async () => {
    const admin = openBrowser(app);
    await signIn(admin);
    const own = (
      (await admin.get('/api/account/sessions')).body.sessions as { session: number; current: boolean }[]
    ).find(({ current }) => current);
    const token = await invite('ke-la');
    const stranger = openBrowser(app);
    await stranger.post('/api/account/accept', { token, password: 'mưa rừng tháng bảy' });
    await signIn(stranger, { username: 'ke-la', password: 'mưa rừng tháng bảy' });
    expect((await stranger.post('/api/account/sessions/end', { session: own?.session })).body).toEqual({
      ended: 0,
    });
    expect((await admin.get('/api/me')).status).toBe(200);
  });
});

/** RFC 6238 as phones do it: HMAC-SHA1 over the half minute, six digits. */
function totp(secret: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const at = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
