// The coordination office brings its own sheet to the board: from a double click to the last button.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from './accessibility.ts';
import { type House, openHouse, PHONE, soon } from './harness.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 180_000);
afterAll(() => house?.close());

const CRITERIA = Array.from({ length: 19 }, (_, at) => String(at + 1));
const ALL = 'x'.repeat(19);

/** A sheet as offices keep it: a title, a document number, marks "x", empty cells, one name misspelt, a column of totals. */
function sheetOf(rows: readonly (readonly [name: string, marks: string])[]): string[][] {
  const body = rows.map(([name, marks], at) => {
    const cells = [...marks].map((mark) => (mark === '.' ? '' : mark));
    return [String(at + 1), name, ...cells, String(cells.filter((cell) => cell === 'x').length)];
  });
  return [
    ['TỔNG HỢP KẾT QUẢ THỰC HIỆN BỘ TIÊU CHÍ NÔNG THÔN MỚI NĂM 2020'],
    ['(Kèm theo Báo cáo số 45/BC-UBND ngày 15/01/2021 của UBND huyện Nậm Nhùn)'],
    [],
    ['TT', 'Tên xã', ...CRITERIA, 'Số TC đạt'],
    ...body,
  ];
}

const OFFICE = sheetOf([
  ['Mường Mô', ALL],
  ['Lê Lợi', ALL],
  ['Pú Đao', ALL],
  ['Nậm Hàng', 'x.xxx.xxx..xxxxx.xx'],
  ['Nậm Manh', 'x.xxx.xxx..xxx.x.xx'],
  ['Nậm Pì', 'x.xxx.xx...x.x.x.xx'],
  ['Hua Bum', 'x.x...xx...xxx.x.xx'],
  ['Nậm Ban', 'x.xx..xx...x..xx.xx'],
  ['Nậm Tra', 'x..x..xx...x.x.x.xx'],
  ['Trung Chải', 'x.xx..xx...x...x.xx'],
]);

const asCsv = (rows: string[][]) => rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n');
const asCopied = (rows: string[][]) => rows.map((row) => row.join('\t')).join('\r\n');

async function giveFile(page: Page, name: string, text: string): Promise<void> {
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

function question(page: Page, words: string) {
  return page.locator('.intake-question', { hasText: words });
}

/** The one name nobody can be sure of, and what an empty cell stands for. */
async function answerAll(page: Page): Promise<void> {
  await question(page, 'Nậm Tra')
    .getByRole('button', { name: /Nậm Chà/ })
    .click();
  await soon(() => question(page, 'Nậm Tra').count()).toBe(0);
  const blank = question(page, 'Ô trống');
  if ((await blank.count()) > 0) await blank.getByRole('button', { name: /^Chưa đạt/ }).click();
  await soon(() => page.locator('.intake-question').count()).toBe(0);
}

describe('somebody who never saw the program', () => {
  test('gives the sheet, answers what it does not say, looks at it as a board, saves, and opens the board', async () => {
    const { page, faults } = await house.open('/desk/board');
    await page.getByRole('link', { name: 'Nhập bảng của cơ quan' }).first().click();
    await page.getByText('Chọn file Excel').waitFor();
    await giveFile(page, 'bieu-2020.csv', asCsv(OFFICE));
    await question(page, 'Nậm Tra').waitFor();
    expect(await page.locator('.intake-sheet').innerText()).toContain('TỔNG HỢP KẾT QUẢ');
    expect(await page.getByLabel('Số, ký hiệu').inputValue()).toBe('45/BC-UBND');
    expect(await page.locator('.intake-bar button').isDisabled()).toBe(true);

    await answerAll(page);
    await page.getByRole('button', { name: 'Thành bảng tiêu chí' }).click();
    const row = page.locator('.intake-board tr', { hasText: 'Nậm Chà' });
    expect(await row.locator('.mark-met').count()).toBe(9);
    expect(await row.locator('.mark-notMet').count()).toBe(10);

    const save = page.locator('.intake-bar button');
    await soon(() => save.innerText()).toMatch(/^Ghi \d+ ô$/);
    await soon(() => page.locator('.intake-bar p').innerText()).toContain('mới hoặc đổi');
    await save.click();
    await soon(() => page.locator('.notice h2').innerText()).toMatch(/^Đã ghi \d+ ô của 10 xã$/);
    // For each commune it is said what the board shows, and why it did not change.
    const said = await page.locator('.intake-shown').innerText();
    expect(said).toContain('10 xã đã có số liệu của kỳ này: bảng tiêu chí không đổi');
    expect(said).toContain('Mường Mô: theo số liệu 19 trên 19; bảng vừa ghi 19');
    await page.getByRole('link', { name: 'Mở bảng tiêu chí' }).click();
    await soon(() => page.locator('.unit-row').count()).toBe(10);
    // Communes with figures stand by their figures: what a paper says never enters a sum beside them.
    expect(await page.locator('.board-sentence').innerText()).toContain('133 trên 190');
    expect(faults).toEqual([]);
  });

  test('gives the same sheet again: nothing is asked twice and nothing changes', async () => {
    const { page } = await house.open('/desk/intake');
    await page.getByText('Chọn file Excel').waitFor();
    await giveFile(page, 'bieu-2020.csv', asCsv(OFFICE));
    const save = page.locator('.intake-bar button');
    await soon(() => save.innerText()).toMatch(/^Ghi \d+ ô$/);
    await soon(() => page.locator('.intake-bar p').innerText()).toMatch(/^0 ô mới hoặc đổi/);
    await save.click();
    await soon(() => page.locator('.notice h2').innerText()).toContain('đã được ghi từ trước');
  });

  test('pastes the block copied in Excel, and corrects a column that was understood otherwise', async () => {
    const { page } = await house.open('/desk/intake');
    await page.getByText('hoặc dán từ Excel').click();
    await page.getByLabel(/chép rồi dán/).fill(asCopied(OFFICE));
    await page.getByRole('button', { name: 'Đọc khối vừa dán' }).click();
    await page.locator('.intake-sheet').waitFor();
    await page.getByText('Bảng được hiểu như sau').click();
    const column = page.locator('.intake-decision', { hasText: 'Cột U' }).getByRole('combobox');
    expect(await column.inputValue()).toBe('criterion:19');
    await column.selectOption('ignore');
    await soon(() => page.locator('.board-sentence').innerText()).toContain('18 trên 19 tiêu chí');
  });

  test('is told in words when the file is no sheet, and can choose another', async () => {
    const { page } = await house.open('/desk/intake');
    await page.getByText('Chọn file Excel').waitFor();
    await giveFile(page, 'anh.xlsx', 'PK\u0003\u0004 cut off on the way');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toContain('anh.xlsx');
    await page.getByRole('button', { name: 'Mở lại' }).click();
    await page.getByText('Chọn file Excel').waitFor();
  });

  test('is told when no table of communes is in it', async () => {
    const { page } = await house.open('/desk/intake');
    await page.getByText('Chọn file Excel').waitFor();
    await giveFile(page, 'thu.csv', '"Kính gửi","Ban Chỉ đạo"\r\n"Xin chào",""');
    await soon(() => page.locator('.notice').innerText()).toContain('Không thấy bảng xã theo tiêu chí');
  });
});

describe('at the page of questions', () => {
  test('somebody who hears it finds nothing in the way, and on a phone nothing runs out of sight', async () => {
    const { page } = await house.open('/desk/intake', PHONE);
    await page.locator('input[type="file"]').waitFor({ state: 'attached' });
    await giveFile(
      page,
      'khac.csv',
      asCsv(OFFICE.map((row) => row.map((cell) => cell.replace('TT', 'STT')))),
    );
    await page.locator('.intake-sheet').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await findings(page)).toEqual([]);
  });
});
