// An office without the sample: the first screen says what to do, and ends on the board of its own communes.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from './accessibility.ts';
import { DESK, type House, openHouse, PHONE, soon } from './harness.ts';

const WITHOUT_SAMPLE = { VB_SAMPLE: 'no' };

/** Whether anything is wider than the screen. */
const overflows = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;

let house: House;
beforeAll(async () => {
  house = await openHouse(WITHOUT_SAMPLE);
}, 180_000);
afterAll(() => house?.close());

describe('Lai Châu starts on an empty machine', () => {
  test.each(['/', '/desk/board', '/desk/intake'])(
    '%s leads to the page that founds a programme',
    async (path) => {
      const { page } = await house.open(path);
      await page.locator('.begin-fields').waitFor();
      expect(await page.locator('h1').innerText()).toBe('Lập chương trình');
      expect(await page.getByRole('alert').count()).toBe(0);
    },
  );

  test.each([
    ['on a small desktop', { ...DESK, viewport: { width: 1280, height: 800 } }, 'vi'],
    ['on a phone', PHONE, 'vi'],
    ['on a phone in English', PHONE, 'en'],
  ])('%s nothing is in the way', async (_, device, lang) => {
    const { page, faults } = await house.open(`/desk/begin?lang=${lang}`, device);
    await page.locator('.begin-fields').waitFor();
    await page.locator('select').nth(1).selectOption({ index: 1 });
    await page.locator('input[type="checkbox"]').waitFor();
    expect(await page.evaluate(overflows)).toBe(false);
    expect(await findings(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('place, towns, one button: 38 units by 10 criteria, all unknown, and the next step', async () => {
    const { page, faults } = await house.open('/desk/begin', {
      ...DESK,
      viewport: { width: 1280, height: 800 },
    });
    const button = page.getByRole('button', { name: /^Lập chương trình, mở kỳ 20\d\d$/ });
    expect(await button.isDisabled()).toBe(true);
    const option = page.locator('option', { hasText: /^tỉnh Lai Châu/ });
    await page.getByLabel('Nơi đặt chương trình').selectOption({ label: await option.innerText() });
    expect(await option.innerText()).toContain('36 xã; 2 phường, thị trấn');
    await page.getByLabel('Kể cả 2 phường, thị trấn').check();
    await button.click();
    await soon(() => page.locator('.unit-row').count()).toBe(38);
    expect(await page.locator('.criterion-head[scope="col"]').count()).toBe(10);
    expect(await page.locator('.unit-row .mark-unknown').count()).toBe(380);
    expect(await page.locator('.sample-badge').count()).toBe(0);
    // the steps above do not push the board out of its place
    expect((await page.locator('.board-scroller').boundingBox())?.height).toBeGreaterThan(300);
    expect(await page.locator('.first-run .button-filled').getAttribute('href')).toContain('/desk/intake');
    expect(await findings(page)).toEqual([]);
    // what the server says of an empty machine is said once to the console of a browser, at most
    expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
  });

  test('from then on the board opens by itself, on one page of A3', async () => {
    const { page } = await house.open('/');
    await soon(() => page.locator('.unit-row').count()).toBe(38);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });

  test('a commune and a criterion name the round and the decree', async () => {
    const { page } = await house.open('/desk/communes/03472');
    await page.locator('.sheet-table').waitFor();
    expect(await page.locator('.sheet-head').innerText()).toMatch(/Năm 20\d\d · theo QĐ 51\/2025\/QĐ-TTg/);
    expect(await page.locator('.sheet-sentence').innerText()).not.toContain('đạt 0 trên');
    await page.goto(`${house.address}/desk/criteria/1`);
    await page.locator('.sheet-head').waitFor();
    expect(await page.locator('.sheet-head').innerText()).toMatch(/Năm 20\d\d · theo QĐ 51\/2025\/QĐ-TTg/);
  });

  test('a commune without a group is told so, and its group is signed on its own page', async () => {
    const { page, faults } = await house.open('/desk/communes/03472', PHONE);
    const column = page.locator('.column');
    await soon(() => column.innerText()).toContain('chưa ký');
    await column.getByRole('button', { name: 'Ký' }).click();
    expect(await page.evaluate(overflows)).toBe(false);
    expect(await findings(page)).toEqual([]);
    await column.locator('select').selectOption('NHOM2');
    await column.getByLabel('Cơ quan, người ký').fill('UBND tỉnh Lai Châu');
    await column.getByLabel('Ngày ký').fill('15/1/2026');
    await column.getByLabel('Số văn bản, nếu có').fill('12/QĐ-UBND');
    await column.getByRole('button', { name: 'Ký' }).click();
    await soon(() => column.innerText()).toContain(
      'Xã nhóm 2 (UBND tỉnh Lai Châu, 12/QĐ-UBND ký ngày 15/01/2026).',
    );
    expect(faults).toEqual([]);
  });
});
