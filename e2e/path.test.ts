// The path of a figure, walked by its people: the official enters and hands in, the leader approves, the office confirms and
// returns, the official answers.
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from './accessibility.ts';
import { DESK, type House, openHouse, PHONE, soon } from './harness.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** VB_SCREENS=yes keeps a picture of each screen in docs/screens. */
const SCREENS = process.env.VB_SCREENS === 'yes' ? join(import.meta.dirname, '..', 'docs', 'screens') : null;

/** A picture as a phone would take one: any real one will do. */
function photo(): Promise<Buffer> {
  return readFile(join(import.meta.dirname, '..', 'docs', 'pictures', 'board.png'));
}

async function keep(page: Page, name: string): Promise<void> {
  if (SCREENS === null) return;
  await mkdir(SCREENS, { recursive: true });
  await page.screenshot({ path: join(SCREENS, `${name}.png`) });
}

/** Opens a screen as one of the sample's people. */
async function enter(role: RegExp, options: typeof DESK | typeof PHONE = DESK): Promise<Page> {
  const { page } = await house.open('/desk/board?round=2020-nam', { ...options, signedIn: false });
  await page.getByRole('button', { name: role }).click();
  await page.waitForURL(/\/desk\/board/);
  return page;
}

describe('a figure of Nậm Manh', () => {
  test('is corrected by the official on a phone and handed in', async () => {
    const page = await enter(/Cán bộ xã phụ trách NTM/, PHONE);
    await page.getByRole('link', { name: 'Hồ sơ xã' }).click();
    await page.getByRole('heading', { name: 'Nậm Manh' }).waitFor();
    await page.getByText('15.1', { exact: false }).first().click();
    const card = page.locator('.indicator-card[open]');
    await card
      .getByLabel(/Số đạt/)
      .first()
      .fill('1.900');
    await keep(page, 'phone-commune-enters');
    expect(await findings(page)).toEqual([]);
    await card.getByRole('button', { name: 'Lưu' }).click();
    await soon(() => card.locator('.indicator-card-now').innerText()).toContain('84');
    await card
      .locator('input[type="file"]')
      .setInputFiles({ name: 'Danh sách thẻ.png', mimeType: 'image/png', buffer: await photo() });
    await soon(() =>
      card.locator('.evidence-piece img').evaluate((img: HTMLImageElement) => img.naturalWidth),
    ).toBeGreaterThan(0);
    await keep(page, 'phone-commune-attaches');
    await page.getByRole('button', { name: 'Gửi lãnh đạo duyệt' }).click();
    await soon(() => page.locator('[aria-current="step"]').innerText()).toBe('Lãnh đạo xã duyệt');
    await soon(() => card.getByRole('button', { name: 'Lưu' }).count()).toBe(0);
  });

  test('is approved by the leader', async () => {
    const page = await enter(/Lãnh đạo xã/);
    await page.getByRole('link', { name: 'Hồ sơ xã' }).click();
    await page.getByRole('button', { name: 'Duyệt, chuyển cơ quan xác nhận' }).waitFor();
    await keep(page, 'desk-leader-approves');
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Duyệt, chuyển cơ quan xác nhận' }).click();
    await soon(() => page.locator('[aria-current="step"]').innerText()).toBe('Cơ quan xác nhận');
  });

  test('is returned by the insurance office, answered by the official, and confirmed', async () => {
    const office = await enter(/Cơ quan cung cấp số liệu/);
    await office.getByRole('link', { name: 'Xác nhận' }).click();
    await office.getByRole('heading', { name: /^15\.1/ }).waitFor();
    await office.getByRole('img', { name: 'Ảnh Danh sách thẻ.png' }).waitFor();
    await office.getByRole('button', { name: 'Trả lại, ghi lý do' }).click();
    await office.getByLabel('Số liệu không khớp minh chứng').check();
    await office.getByLabel('Xã cần làm gì').fill('Danh sách thẻ có 1.871 người.');
    await keep(office, 'desk-reviewer-returns');
    expect(await findings(office)).toEqual([]);
    await office.getByRole('button', { name: 'Gửi trả lại' }).click();
    await soon(() => office.getByRole('button', { name: /Đang chờ xã/ }).innerText()).toContain('(1)');

    const official = await enter(/Cán bộ xã phụ trách NTM/);
    await official.getByRole('link', { name: 'Hồ sơ xã' }).click();
    const card = official.locator('.review-returned');
    await card.locator('summary').click();
    expect(await card.locator('.review-line').innerText()).toContain('1.871 người');
    await card
      .getByLabel(/Số đạt/)
      .first()
      .fill('1871');
    await card.getByRole('button', { name: 'Lưu' }).click();
    await card.getByLabel('Nhắn cho bên kia').fill('Đã sửa theo danh sách thẻ.');
    await card.getByRole('button', { name: 'Gửi', exact: true }).click();
    await soon(() => card.locator('.talk-words').innerText()).toContain('Đã sửa');
    await keep(official, 'desk-official-answers');
    await official.getByRole('button', { name: 'Gửi lại các chỉ tiêu đã sửa' }).click();
    await soon(() => official.locator('.review-answered').count()).toBe(1);

    await office.reload();
    await soon(() =>
      office
        .getByRole('button', { name: /Xã đã trả lời/ })
        .first()
        .innerText(),
    ).toContain('(1)');
    await office.getByRole('button', { name: 'Xác nhận số liệu' }).click();
    await soon(() => office.getByRole('button', { name: /^Xong/ }).innerText()).toContain('(1)');
  });
});
