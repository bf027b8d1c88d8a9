// Every catalogue switched to a made-up language, the engine's too: what stays plain on screen was said by no catalogue.
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { BoardReply } from '@vungbuoc/programme/board';
import { type Lang, shippedTexts, type Texts } from '@vungbuoc/programme/text';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../../../tools/browser.mjs';
import { ROOT } from '../../src/config.ts';
import { makeTestApp } from '../app.ts';
import { openTestHouse, type TestHouse } from '../database.ts';

let house: TestHouse;
let server: ReturnType<typeof serve>;
let browser: Browser;
let address = '';
/** Names of places and words of the law, longest first: attributes cannot mark their parts as data. */
let names: string[] = [];
/** A quantity in its unit: both come from the dictionary of figures and the readings. */
let quantity = /^$/;

/** The same disguise as the screens' own: a line under each letter, tokens untouched. */
function disguise(words: string): string {
  const plain = words.normalize('NFD').replace(/\p{M}/gu, '');
  const parts = plain.split(/(\{\w+\})/).map((part) => (/^\{\w+\}$/.test(part) ? part : underline(part)));
  return `⟦${parts.join('')}⟧`;
}

function underline(words: string): string {
  return words.replace(/\p{L}/gu, (letter) => `${letter}\u0331`);
}

function disguised<T extends Readonly<Record<string, string>>>(catalogue: T): T {
  const entries = Object.entries(catalogue).map(([key, words]) => [
    key,
    // marks of numbers are not words
    key.startsWith('number.') ? words : disguise(words),
  ]);
  return Object.fromEntries(entries) as T; // the keys are those of the catalogue, which fromEntries cannot say
}

function pseudoTexts(): Texts {
  const both = <T extends Readonly<Record<string, string>>>(texts: Readonly<Record<Lang, T>>) => ({
    vi: disguised(texts.vi),
    en: disguised(texts.en),
  });
  return { engine: both(shippedTexts.engine), domain: both(shippedTexts.domain) };
}

beforeAll(async () => {
  house = await openTestHouse('sample');
  const app = makeTestApp(house, {
    workshop: { ...house.workshop, texts: pseudoTexts() },
    hosts: ['127.0.0.1'],
    webFolder: join(ROOT, 'packages', 'web', 'dist'),
  });
  await new Promise<void>((resolve) => {
    server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => resolve());
  });
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const reply = await app.request('http://127.0.0.1/api/board', { headers: { host: '127.0.0.1' } });
  const board = (await reply.json()) as BoardReply;
  const { dictionary, places } = await house.workshop.reference.current();
  const manh = places.at('2020-12-31').findByCode('03474')?.unitId ?? 0;
  const documents = places.changesFrom(manh).flatMap((link) => link.document ?? []);
  const units = [...dictionary.values()].flatMap((figure) => figure.unitVi ?? []);
  quantity = new RegExp(`^⟦(\\d+\\.\\d+: ⟦)?\\s*[\\d.,]+⟦? (${[...new Set(units)].join('|')})⟧+$`);
  names = [
    ...board.rows.map((row) => row.name),
    ...board.criteria.map((criterion) => criterion.name.vi),
    ...board.groups.map((group) => group.name.vi),
    board.under.name,
    board.set?.decree ?? '',
    ...documents,
  ].sort((a, b) => b.length - a.length);
  const found = await findBrowser();
  browser = await chromium.launch({ executablePath: found.path, args: found.args });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
  await house?.close();
});

/** Visible texts outside every catalogue and outside parts marked as data or as words of the law. */
async function plainTexts(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || parent.closest('[data-data], [data-law], script, style, noscript')) continue;
      found.push(node.textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      if (element.closest('[data-data], [data-law]')) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        found.push(element.getAttribute(name) ?? '');
    }
    return found;
  });
  // what is left when every underlined letter and every name that is data is taken away
  const left = texts.map((text) => {
    const plain = text
      .normalize('NFD')
      .replace(/\p{L}\u0331/gu, '')
      .normalize('NFC');
    return names.reduce((rest, name) => rest.replaceAll(name, ''), plain).trim();
  });
  return left.filter((text) => /\p{L}/u.test(text));
}

/** Reviewed: words that are data although they stand alone, and the names of the two languages. */
const REVIEWED = [
  /^Tiếng Việt$/,
  /^English$/,
  /^Vững Bước$/,
  /^QĐ \d+\/QĐ-TTg.*$/,
  /^(I|II|III|IV|V|VI)(\.\s*)?$/,
  /^(KH|HTCT|CSVC)$/,
];

async function foreignWords(
  path: string,
  ready: string,
  before?: (page: Page) => Promise<void>,
): Promise<string[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${address}${path}${path.includes('?') ? '&' : '?'}lang=pseudo`);
  await page.locator(ready).first().waitFor();
  await before?.(page);
  const texts = await plainTexts(page);
  await page.close();
  return [...new Set(texts)].filter((text) => ![...REVIEWED, quantity].some((known) => known.test(text)));
}

describe('a translator switches every catalogue', () => {
  test('the board says nothing outside the catalogues', async () => {
    expect(await foreignWords('/desk/board', '.unit-row')).toEqual([]);
  });

  test('an explained cell says nothing outside the catalogues', async () => {
    const open = async (page: Page): Promise<void> => {
      await page.locator('.unit-row').first().waitFor();
      await page.keyboard.press('Tab');
      await page.locator('[data-mark="N"], .cell-N, td button, td[tabindex]').first().click();
      await page.waitForTimeout(800);
    };
    expect(await foreignWords('/desk/board', '.unit-row', open)).toEqual([]);
  });

  test("a commune's page says nothing outside the catalogues", async () => {
    expect(await foreignWords('/desk/communes/03474?round=2020-nam', 'h1')).toEqual([]);
  });

  test("a criterion's page says nothing outside the catalogues", async () => {
    expect(await foreignWords('/desk/criteria/15?round=2020-nam', 'h1')).toEqual([]);
  });

  test('the intake page says nothing outside the catalogues', async () => {
    expect(await foreignWords('/desk/intake', 'h1')).toEqual([]);
  });

  test('the test itself sees a plain word', async () => {
    const page = await browser.newPage();
    await page.setContent(`<p>${disguise('đạt')} plain <span data-data>Nậm Manh</span></p>`);
    expect(await plainTexts(page)).toEqual(['⟦⟧ plain']);
    await page.close();
  });
});
