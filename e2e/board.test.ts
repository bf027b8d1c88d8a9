// The board, walked by the people who look at it: the chair, the coordination office, somebody who uses only keys.
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, type House, openHouse, PHONE, soon } from './harness.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 180_000);
afterAll(() => house?.close());

/** Words over the bars that leave the sheet, and notes under a name that reach over the first mark. */
function wordsOutOfPlace(): string[] {
  const sheet = document.querySelector('.board-scroller')?.getBoundingClientRect();
  const firstMark = document.querySelector('.unit-row .cell')?.getBoundingClientRect();
  if (sheet === undefined || firstMark === undefined) return ['no sheet'];
  const textOf = (element: Element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect();
  };
  const among = (selector: string, wrong: (box: DOMRect) => boolean) =>
    [...document.querySelectorAll(selector)]
      .filter((element) => wrong(textOf(element)))
      .map((element) => element.textContent);
  return [
    ...among('.label-words', (box) => box.right > sheet.right || box.left < firstMark.left),
    ...among('.row-note', (box) => box.right > firstMark.left),
  ];
}

describe('the chair', () => {
  test('opens the address, lands on the board and reads 3, 13,3 and 94%', async () => {
    const { page, faults } = await house.open('/');
    const sentence = page.locator('.board-sentence');
    await sentence.waitFor();
    expect(new URL(page.url()).pathname).toBe('/desk/board');
    const said = (await sentence.innerText()).replace(/\s+/g, ' ');
    expect(said).toContain('10 xã đạt 133 trên 190 tiêu chí');
    expect(said).toContain('bình quân 13,3 tiêu chí/xã');
    expect(said).toContain('bằng 94% kế hoạch');
    expect(said).toContain('3 xã đạt 19/19');
    expect(said).toContain('2 xã còn dưới 10 tiêu chí');
    expect(await page.getByText('Số liệu minh họa', { exact: true }).isVisible()).toBe(true);
    expect(faults).toEqual([]);
  });

  test('sees the floor line above the two communes under 10, and its year', async () => {
    const { page } = await house.open('/desk/board');
    await page.locator('.unit-row').first().waitFor();
    expect(await page.locator('.floor-above .unit-name').innerText()).toContain('Nậm Chà');
    expect(await page.locator('.label-floor').innerText()).toBe('Sàn 10 (2021)');
    expect(await page.locator('.floor-above ~ .unit-row').count()).toBe(1);
  });

  test.each([1366, 1280])('reads every word over the bars whole on a window of %i px', async (width) => {
    const { page } = await house.open('/', { ...DESK, viewport: { width, height: 768 } });
    await page.route(/\/api\/board(\?|$)/, async (route) => {
      const response = await route.fetch();
      if (response.status() !== 200) return route.fulfill({ response });
      // The year 2021: the plan is named in the heads, and the column of one commune is not signed yet.
      const board: { rows: object[]; sums: object } = await response.json();
      const rows = board.rows.map((row, at) => (at === 1 ? { ...row, notes: ['no-column'] } : row));
      await route.fulfill({
        response,
        json: { ...board, rows, sums: { ...board.sums, planAverage: '14.9' } },
      });
    });
    await page.goto(`${house.address}/desk/board`);
    await page.locator('.row-note', { hasText: 'chưa rõ vùng, nhóm' }).waitFor();
    expect(await page.locator('.label-words').allInnerTexts()).toEqual([
      'Sàn 10 (2021)',
      'Bình quân 13,3',
      'KH 14,9',
    ]);
    await soon(() => page.evaluate(wordsOutOfPlace)).toEqual([]);
  });

  test('sees which standards nobody has checked against the original', async () => {
    const { page } = await house.open('/desk/board');
    const roads = page.getByRole('link', {
      name: 'Tiêu chí 2 Giao thông (mức chưa đối chiếu bản gốc)',
      exact: true,
    });
    await page.getByRole('link', { name: 'Tiêu chí 15 Y tế', exact: true }).waitFor();
    expect(await roads.locator('.unchecked').isVisible()).toBe(true);
  });
});

describe('the coordination office', () => {
  test('filters to what is not met, and the rows without such a cell leave', async () => {
    const { page } = await house.open('/desk/board');
    await page.getByRole('button', { name: 'Chưa đạt 57' }).click();
    await page.locator('.unit-row').first().waitFor();
    await soon(() => page.locator('.unit-row').count()).toBe(7);
    await page.getByRole('button', { name: 'Tất cả 190' }).click();
    await soon(() => page.locator('.unit-row').count()).toBe(10);
  });

  test('finds Nậm Manh by typing "nam manh", and says so when nothing fits', async () => {
    const { page } = await house.open('/desk/board');
    const find = page.getByRole('searchbox');
    await find.fill('nam manh');
    await soon(() => page.locator('.unit-row .unit-name').allInnerTexts()).toEqual(['Nậm Manh']);
    await find.fill('khong co xa nay');
    await soon(() => page.locator('.nothing').innerText()).toBe('Không có xã nào khớp.');
  });

  test('orders by name the Vietnamese way, and the link keeps the order', async () => {
    const { page } = await house.open('/desk/board?sort=name');
    const names = page.locator('.unit-row .unit-name a');
    await names.first().waitFor();
    const shown = await names.allInnerTexts();
    expect(shown).toEqual([
      'Hua Bum',
      'Lê Lợi',
      'Mường Mô',
      'Nậm Ban',
      'Nậm Chà',
      'Nậm Hàng',
      'Nậm Manh',
      'Nậm Pì',
      'Pú Đao',
      'Trung Chải',
    ]);
  });

  test('looks at the same figures in the communes of today', async () => {
    const { page } = await house.open('/desk/board');
    await page.getByRole('button', { name: 'Hiện nay: 5 xã' }).click();
    await soon(() => page.locator('.unit-row').count()).toBe(5);
    expect(page.url()).toContain('geography=now');
    await page.goBack();
    await soon(() => page.locator('.unit-row').count()).toBe(10);
  });

  test('takes away an Excel file of exactly the rows on screen', async () => {
    const { page } = await house.open('/desk/board?q=nam+ma');
    await page.locator('.unit-row').first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Xuất Excel' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(await page.locator('input[name=units]').inputValue()).toBe('03474');
  });

  test('opens a commune from its name and a criterion from its head, and comes back', async () => {
    const { page, faults } = await house.open('/desk/board');
    await page.getByRole('link', { name: 'Nậm Manh' }).click();
    await soon(() => page.locator('h1').innerText()).toBe('Xã Nậm Manh');
    expect(await page.getByText('Còn thiếu 52 người').count()).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Về bảng tiêu chí' }).click();
    await page.locator('a[data-line="head"][data-col="14"]').click();
    await soon(() => page.locator('h1').innerText()).toBe('Tiêu chí 15 Y tế');
    expect(faults).toEqual([]);
  });

  test('types a date that does not exist and is told so beside the field', async () => {
    const { page } = await house.open('/desk/board');
    const field = page.getByLabel('số liệu đến');
    await field.fill('31/2/2021');
    await field.press('Enter');
    await soon(() => page.getByRole('alert').innerText()).toContain('Không có ngày này');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
  });

  test('on a small desktop has title, round and date in one line, and finds paper and Excel after the filters', async () => {
    const { page } = await house.open('/desk/board', { ...DESK, viewport: { width: 1024, height: 768 } });
    await page.locator('.unit-row').first().waitFor();
    const heightOf = async (part: string) => (await page.locator(part).boundingBox())?.height;
    expect(await heightOf('.board-head')).toBeLessThanOrEqual(40);
    expect(await heightOf('.board-filters')).toBeLessThanOrEqual(84);
    expect(await page.locator('.board-filters .board-actions button').count()).toBe(2);
  });

  test('reads the board in English', async () => {
    const { page } = await house.open('/desk/board');
    await page.getByRole('button', { name: 'English' }).click();
    await soon(() => page.locator('.board-sentence').innerText()).toContain(
      '10 communes have met 133 of 190 criteria, 13.3 criteria per commune on average, 94% of the plan',
    );
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await soon(() => page.getByRole('link', { name: 'Criteria board' }).count()).toBe(1);
  });
});

describe('somebody who uses only keys', () => {
  test('reaches a red cell by arrows, opens it with Enter, reads its gap, and Esc leads back to the cell', async () => {
    const { page } = await house.open('/desk/board');
    await page.locator('.cell button').first().waitFor();
    await page.locator('.cell button[tabindex="0"]').focus();
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowDown');
    for (let step = 0; step < 14; step += 1) await page.keyboard.press('ArrowRight');
    const focused = page.locator(':focus');
    expect(await focused.getAttribute('aria-label')).toBe(
      'Nậm Manh, tiêu chí 15 Y tế: chưa đạt, vướng 1 chỉ tiêu',
    );
    await page.keyboard.press('Enter');
    const panel = page.getByRole('region', { name: 'Vì sao có dấu này' });
    await soon(() => panel.locator('.gap-sentence').first().innerText()).toContain('Còn thiếu 52 người');
    expect(await panel.innerText()).toContain('1980/QĐ-TTg');
    expect(await panel.locator('.law').first().innerText()).toBe('“Tỷ lệ người dân tham gia bảo hiểm y tế”');
    await page.keyboard.press('Escape');
    await soon(() => panel.count()).toBe(0);
    await soon(() => focused.getAttribute('aria-label')).toContain('Nậm Manh, tiêu chí 15');
  });

  test('goes to both ends with Home, End and Ctrl, and up into the heads', async () => {
    const { page } = await house.open('/desk/board');
    await page.locator('.cell button[tabindex="0"]').focus();
    const focused = page.locator(':focus');
    await page.keyboard.press('End');
    expect(await focused.getAttribute('aria-label')).toContain('tiêu chí 19');
    await page.keyboard.press('Control+End');
    expect(await focused.getAttribute('aria-label')).toContain('Trung Chải, tiêu chí 19');
    await page.keyboard.press('Home');
    expect(await focused.innerText()).toBe('Trung Chải');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowUp');
    expect(await focused.innerText()).toContain('Quy hoạch');
  });

  test('finds one stop of Tab in the whole table', async () => {
    const { page } = await house.open('/desk/board');
    await page.locator('.cell button').first().waitFor();
    expect(await page.locator('.board [tabindex="0"]').count()).toBe(1);
    await page.locator('.cell button[tabindex="0"]').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.board') === null)).toBe(true);
  });

  test('walks from open cell to open cell among those not met', async () => {
    const { page } = await house.open('/desk/board?show=notMet&cell=03474:15');
    const panel = page.getByRole('region', { name: 'Vì sao có dấu này' });
    await panel.getByRole('button', { name: 'Ô sau' }).click();
    await soon(() => new URL(page.url()).searchParams.get('cell')).toBe('03474:17');
    await panel.getByRole('button', { name: 'Ô trước' }).click();
    await panel.getByRole('button', { name: 'Ô trước' }).click();
    await soon(() => new URL(page.url()).searchParams.get('cell')).toBe('03474:11');
  });
});

describe('the commune official on a phone of 360 px', () => {
  test('reads the sentence first, finds names frozen, and opens a cell under the thumb', async () => {
    const { page, faults } = await house.open('/desk/board', PHONE);
    const cell = page.locator('.unit-row .cell button').first();
    await cell.waitFor();
    const box = await cell.boundingBox();
    expect(box?.width).toBeGreaterThanOrEqual(44);
    expect(box?.height).toBeGreaterThanOrEqual(44);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(360);
    const scroller = page.locator('.board-scroller');
    await scroller.evaluate((one) => one.scrollBy(400, 0));
    const name = await page.locator('.unit-row .unit-name').first().boundingBox();
    expect(name?.x).toBeLessThan(20);
    await page.locator('[data-line="03474"][data-col="14"]').tap();
    await soon(() => page.locator('.panel .gap-sentence').first().innerText()).toContain(
      'Còn thiếu 52 người',
    );
    await page.getByRole('button', { name: 'Đóng' }).tap();
    await soon(() => page.locator('.panel').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test('reads the long name of an indicator in its head and in the words of the law, and not again over its figures', async () => {
    const { page } = await house.open('/desk/board?cell=03481:2', PHONE);
    await page.locator('.recorded').first().waitFor();
    expect(await page.locator('.recorded').first().innerText()).not.toContain('Đường xã');
  });

  test('sees no Vietnamese letter clipped: running text has lines of at least 1.35 times its size', async () => {
    const { page } = await house.open('/desk/board', PHONE);
    await page.locator('.unit-row').first().waitFor();
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('p, .unit-name, .chip, .button')]
        .filter((one) => one.offsetParent !== null && !one.closest('.unseen'))
        .filter((one) => {
          const { lineHeight, fontSize } = getComputedStyle(one);
          return Number.parseFloat(lineHeight) < 1.35 * Number.parseFloat(fontSize);
        })
        .map((one) => one.className),
    );
    expect(cut).toEqual([]);
  });
});
