// What must hold on every screen: readers and keys (WCAG 2.2 AA), paper, other words, other colours, a server that is away.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from './accessibility.ts';
import { DESK, type House, openHouse, PHONE, soon } from './harness.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 180_000);
afterAll(() => house?.close());

const SCREENS = [
  ['the board', '/desk/board', '.unit-row'],
  ['the board with an open cell', '/desk/board?cell=03474:15', '.gap-sentence'],
  ['a commune', '/desk/communes/03474', '.sheet-table'],
  ['a criterion', '/desk/criteria/15?under=112', '.sheet-table'],
  ['the intake of a sheet', '/desk/intake', '.intake-drop'],
  ['the founding of a programme', '/desk/begin', '.begin-fields'],
  ['an address that does not exist', '/desk/khong-co', 'h1'],
] as const;

describe('somebody who hears the screen, or sees it badly', () => {
  test.each(SCREENS)('finds nothing in the way on %s', async (_, path, ready) => {
    const { page } = await house.open(path);
    await page.locator(ready).first().waitFor();
    expect(await findings(page)).toEqual([]);
  });

  test('finds nothing in the way on a phone', async () => {
    const { page } = await house.open('/desk/board', PHONE);
    await page.locator('.unit-row').first().waitFor();
    expect(await findings(page)).toEqual([]);
  });

  test('hears a real table: caption, a head for each row and column', async () => {
    const { page } = await house.open('/desk/board');
    await page.locator('.unit-row').first().waitFor();
    expect(await page.locator('.board caption').innerText()).toContain('huyện Nậm Nhùn');
    expect(await page.locator('.unit-row th[scope="row"]').count()).toBe(10);
    expect(await page.locator('.criterion-head[scope="col"]').count()).toBe(19);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.title()).toBe('Bảng tiêu chí · huyện Nậm Nhùn');
  });

  test('tells the marks apart in the colours of their own machine', async () => {
    const { page } = await house.open('/desk/board', { ...DESK, forcedColors: 'active' });
    await page.locator('.mark-notMet').first().waitFor();
    const [square, cut] = await page
      .locator('.unit-row .mark-notMet')
      .first()
      .evaluate((mark) =>
        [...mark.children].map((child) => getComputedStyle(child)).map(({ fill, stroke }) => [fill, stroke]),
      );
    expect(square?.[0]).not.toBe(cut?.[1]);
  });

  test('sees nothing move when the machine says so', async () => {
    const { page } = await house.open('/desk/board?cell=03474:15', { ...DESK, reducedMotion: 'reduce' });
    await page.locator('.panel').waitFor();
    expect(await page.locator('.panel').evaluate((panel) => getComputedStyle(panel).animationName)).toBe(
      'none',
    );
  });
});

describe('paper', () => {
  test('the board is one page of A3, in black, with the moment it was frozen', async () => {
    const { page } = await house.open('/desk/board');
    await page.locator('.unit-row').first().waitFor();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? [];
    expect(Number(width)).toBeCloseTo(1191, -1);
    expect(Number(height)).toBeCloseTo(842, -1);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.print-foot').innerText()).toContain('Số liệu chốt lúc');
    expect(await page.locator('.band').isVisible()).toBe(false);
    expect(await page.locator('tfoot .legend').isVisible()).toBe(true);
  });

  test('a commune is A4', async () => {
    const { page } = await house.open('/desk/communes/03474');
    await page.locator('.sheet-table').waitFor();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const [, width] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? [];
    expect(Number(width)).toBeCloseTo(595, -1);
  });
});

/** Text on screen outside what is marked as data, law and the engine's own sentences; names for readers too. */
function wordsOfScreen(): string[] {
  const words: string[] = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const marked = node.parentElement?.closest(
      '[data-data], [data-law], [data-engine], script, style, noscript',
    );
    if (!marked) words.push((node.textContent ?? '').trim());
  }
  for (const one of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
    if (one.closest('[data-law], [data-data], [data-engine]')) continue;
    for (const name of ['aria-label', 'placeholder', 'title']) words.push(one.getAttribute(name) ?? '');
  }
  return words;
}

/** Names and law inside lists, titles and names for readers, where HTML has no place to mark them. Reviewed by hand. */
const DATA = [
  'Năm 2020',
  '1980/QĐ-TTg',
  /Nậm (Nhùn|Manh|Ban|Chà|Hàng|Pì)|Hua Bum|Lê Lợi|Mường Mô|Pú Đao|Trung Chải/g,
];

/** A letter of a catalogue carries U+0331 in the pseudo-language; one without it was written elsewhere. */
function isPlain(words: string): boolean {
  return /\p{L}(?!\u0331)/u.test(words.normalize('NFD').replace(/(?!\u0331)\p{M}/gu, ''));
}

describe('another language', () => {
  test.each(SCREENS)('every word of %s comes from a catalogue', async (_, path, ready) => {
    const { page } = await house.open(`${path}${path.includes('?') ? '&' : '?'}lang=pseudo`);
    await page.locator(ready).first().waitFor();
    const law = await page.locator('[data-law]').allInnerTexts();
    const data = [...DATA, ...law.map((name) => name.trim()).filter((name) => /\p{L}/u.test(name))];
    const words = (await page.evaluate(wordsOfScreen)).map((said) =>
      data.reduce<string>((left, known) => left.replaceAll(known, ''), said),
    );
    expect(words.filter(isPlain)).toEqual([]);
  });
});

/**
 * The server does not answer a page's first questions for the board. The only reply of these journeys that is not the
 * house's own: its server cannot be away for one page and there for the others.
 */
async function awayAtFirst(page: Page, times: number): Promise<void> {
  let asked = 0;
  await page.route(/\/api\/board(\?|$)/, (route) => {
    asked += 1;
    return asked <= times ? route.abort() : route.continue();
  });
}

/** A command of the house by its own door. */
async function command(name: string, input: object): Promise<void> {
  const reply = await house.fetch(`/api/commands/${name}/${crypto.randomUUID()}`, {
    method: 'POST',
    body: JSON.stringify(input),
  });
  expect([reply.status, await reply.text()]).toEqual([200, expect.any(String)]);
}

describe('an office whose board changes, empties or stays away', () => {
  test('hears that cells changed, and they move only when asked', async () => {
    const { page } = await house.open('/desk/board?sort=list');
    const income = page.locator('button[data-line="03475"][data-col="9"] .mark-notMet');
    await income.waitFor();
    await command('readings.save', {
      unit: '03475@2020-12-31',
      round: '2020-nam',
      entries: [
        {
          figure: 'xa2016.10.1',
          numerator: '36.5',
          denominator: null,
          applicable: true,
          note: null,
          bare: false,
        },
      ],
      official: true,
      knownOn: '2021-03-01',
      source: null,
      confirmed: { by: 'Chi cục Thống kê', on: '2021-03-02', document: null },
      base: null,
    });
    const line = page.getByRole('status').filter({ hasText: 'ô vừa đổi' });
    await soon(() => line.count()).toBe(1);
    expect(await income.count()).toBe(1);
    await page.getByRole('button', { name: 'Xem', exact: true }).click();
    await soon(() => income.count()).toBe(0);
  });

  test('is told what is safe and what to press when the server is away, and goes on when it is back', async () => {
    const { page } = await house.open('/desk/khong-co');
    await awayAtFirst(page, 3);
    await page.goto(`${house.address}/desk/board`);
    const alert = page.getByRole('alert');
    await soon(() => alert.innerText()).toContain('Số liệu đã ghi vẫn còn nguyên');
    await page.getByRole('button', { name: 'Mở lại' }).click();
    await soon(() => page.locator('.unit-row').count()).toBe(10);
  });

  test('is told the next step on a round without a figure, over the real board', async () => {
    const rounds = await house.fetch('/api/rounds?under=112');
    const { proposals } = (await rounds.json()) as { proposals: { code: string }[] };
    await command('rounds.open', proposals.find(({ code }) => code === '2019-nam') ?? {});
    const { page } = await house.open('/desk/board?under=112&round=2019-nam');
    await soon(() => page.locator('.first-run h2').innerText()).toBe('Bảng này chưa có số liệu');
    expect(await page.locator('.first-run .button-filled').getAttribute('href')).toContain('/desk/intake');
    expect(await page.locator('.unit-row .mark-unknown').count()).toBe(190);
    expect(await findings(page)).toEqual([]);
  });

  test('is told in words when the place does not exist', async () => {
    const { page } = await house.open('/desk/board?under=99999');
    await soon(() => page.getByRole('alert').innerText()).toContain('99999');
  });
});
