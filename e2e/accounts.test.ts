// Getting in and looking after people, in a browser: the sample's people, an invitation, being shut out, a long absence.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from './accessibility.ts';
import { DESK, type House, openHouse, PHONE, soon } from './harness.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const NEW = { ...DESK, signedIn: false } as const;

describe('somebody who has not signed in', () => {
  test('comes to the page of signing in, and then to where they wanted to go', async () => {
    const { page } = await house.open('/desk/criteria/15?under=112&round=2020-nam', NEW);
    await page.getByRole('heading', { name: 'Huyện Nậm Nhùn' }).waitFor();
    expect(await findings(page)).toEqual([]);
    const { username, password } = house.administrator;
    await page.getByLabel('Số điện thoại hoặc tên đăng nhập').fill(username);
    await page.getByLabel('Mật khẩu', { exact: true }).fill('không phải');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await soon(() => page.getByRole('alert').innerText()).toContain('chưa đúng');
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/desk\/criteria\/15/);
  });

  test('looks around on a phone as the sample’s commune official', async () => {
    const { page } = await house.open('/desk/board', { ...PHONE, signedIn: false });
    await page.getByRole('button', { name: /Cán bộ xã phụ trách NTM/ }).click();
    await page.waitForURL(/\/desk\/board/);
    await soon(() => page.locator('.band-name').innerText()).toContain('người mẫu');
    expect(await page.getByRole('link', { name: 'Người dùng' }).count()).toBe(0);
  });
});

describe('the administrator', () => {
  test('invites an official, who chooses a password and comes in; and shuts them out', async () => {
    const { page } = await house.open('/desk/people');
    await page.getByRole('button', { name: 'Mời người' }).click();
    await page.getByLabel('Họ và tên').fill('Giàng Thị Phương Thảo');
    await page.getByLabel('Số điện thoại hoặc tên đăng nhập').fill('0912 345 678');
    await page.getByLabel('Cơ quan, bộ phận').fill('Phòng Kinh tế xã Nậm Hàng');
    await page.getByLabel('Địa bàn (mã đơn vị)').fill('12');
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Mời người' }).click();
    const link = await page.getByLabel(/Gửi riêng đường dẫn này/).inputValue();
    expect(link).toMatch(/\/desk\/accept#[\w-]{43}$/);

    const official = await house.open(link.slice(house.address.length), NEW);
    await official.page.getByLabel('Mật khẩu mới').fill('mưa phùn tháng giêng');
    expect(await findings(official.page)).toEqual([]);
    await official.page.getByRole('button', { name: 'Đặt mật khẩu' }).click();
    await official.page.getByRole('link', { name: 'Đăng nhập' }).click();
    const name = official.page.getByLabel('Số điện thoại hoặc tên đăng nhập');
    expect(await name.inputValue()).toBe('0912345678');
    await official.page.getByLabel('Mật khẩu', { exact: true }).fill('mưa phùn tháng giêng');
    await official.page.getByRole('button', { name: 'Đăng nhập' }).click();
    await soon(() => official.page.locator('.band-name').innerText()).toBe('Giàng Thị Phương Thảo');
    await official.page.goto(`${house.address}/desk/account`);
    await official.page.getByRole('heading', { name: 'Đang đăng nhập ở' }).waitFor();
    expect(await findings(official.page)).toEqual([]);

    await page.reload();
    await page.getByLabel('Tìm theo tên').fill('giang thi');
    const row = page.locator('.person', { hasText: 'Giàng Thị Phương Thảo' });
    await soon(() => page.locator('.person').count()).toBe(1);
    await row.getByRole('button', { name: 'Khóa' }).click();
    await soon(() => page.locator('.person-state').innerText()).toBe('đã khóa');
    await official.page.reload();
    await official.page.waitForURL(/\/desk\/sign-in/);
  });
});

describe('somebody whose session ended in the middle of work', () => {
  test('signs in over the screen and finds what was typed', async () => {
    const { page } = await house.open('/desk/people');
    await page.getByRole('button', { name: 'Mời người' }).click();
    await page.getByLabel('Họ và tên').fill('Đang gõ dở');
    await page.context().clearCookies();
    await page.getByLabel('Tìm theo tên').fill('ai đó');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: 'Đã thoát vì để lâu' }).waitFor();
    const { username, password } = house.administrator;
    await dialog.getByLabel('Số điện thoại hoặc tên đăng nhập').fill(username);
    await dialog.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await dialog.getByRole('button', { name: 'Đăng nhập' }).click();
    await soon(() => dialog.isVisible()).toBe(false);
    expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Đang gõ dở');
  });
});
