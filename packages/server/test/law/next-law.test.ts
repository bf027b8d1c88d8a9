// The shelf judges a unit by its law and by the one that follows, even where that one divides communes otherwise.

import { join } from 'node:path';
import { parseFigures, parseSetFolder } from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../src/config.ts';
import { readFiguresText, readLawFolder } from '../../src/first-start/law-files.ts';
import { hashOfContent, type LawShelf, makeShelf } from '../../src/law/shelf.ts';

async function shippedShelf(): Promise<LawShelf> {
  const folder = join(ROOT, 'criteria-sets');
  const figures = parseFigures(JSON.parse(await readFiguresText(folder)), 'figures.json').figures;
  if (!figures) throw new Error('figures.json cannot be read');
  const files = (await readLawFolder(folder)).filter((file) => !file.overlay);
  const rows = files.map((file, at) => {
    const { set, document } = parseSetFolder(file.parts, figures);
    return {
      id: at + 1,
      code: set?.id ?? '',
      version: set?.version ?? 0,
      content: document,
      contentHash: hashOfContent(document),
      isOverlay: false,
      isIllustrative: false,
    };
  });
  return makeShelf(rows, figures);
}

describe('the law that follows', () => {
  it('judges a commune of the Red River Delta by 2021-2025 although 2026-2030 divides communes into groups', async () => {
    const shelf = await shippedShelf();
    const found = shelf.listSets().find(({ set }) => set.id === 'vn-ntm-xa-2021-2025' && set.version === 2);
    const setId = found?.row.id ?? 0;
    const law = shelf.lawFor({ setId, overlayId: null, column: 'DBSH', year: 2025 });
    expect(law.compiled.column?.value.code).toBe('DBSH');
    expect(law.next?.set.id).toBe('vn-ntm-xa-2026-2030');
    expect(law.next?.column).toBeNull();
  });

  it('keeps the region from 2016-2020 to 2021-2025', async () => {
    const shelf = await shippedShelf();
    const found = shelf.listSets().find(({ set }) => set.id === 'vn-ntm-xa-2016-2020');
    const law = shelf.lawFor({ setId: found?.row.id ?? 0, overlayId: null, column: 'TN', year: 2020 });
    expect(law.next?.set.id).toBe('vn-ntm-xa-2021-2025');
    expect(law.next?.column?.value.code).toBe('TN');
  });
});
