// What a program can find of what stands in the way of those who hear a screen, see it badly or use only keys.
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds on the page against WCAG 2.2 A and AA, as lines to read. */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(runAxe);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}

/** Runs inside the page, where axe came as a script and is found under its global name. */
async function runAxe(): Promise<AxeResults['violations']> {
  const { axe: inPage } = globalThis as typeof globalThis & { axe: typeof axe };
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await inPage.run(document, { runOnly: { type: 'tag', values: tags } });
  return violations;
}
