// An office's sheet on screen: merged headings once, and what becomes of each cell.
import type { IntakeCell, IntakeGrid } from '@vungbuoc/programme/intake';
import { describe, expect, test } from 'vitest';
import { columnName, drawnRows, fatesOf, unitsOfLines } from '../src/data/sheet-view.ts';

const cell = (text: string): IntakeCell => ({ text, value: text, kind: 'text' });
const grid: IntakeGrid = {
  sheet: 'TH 2020',
  hidden: false,
  rows: [
    [cell('Tiêu chí'), cell(''), cell('Tổng')],
    [cell('1'), cell('2')],
  ],
  merges: [
    { top: 0, left: 0, bottom: 0, right: 1 },
    { top: 0, left: 2, bottom: 1, right: 2 },
  ],
  hiddenRows: [1],
  hiddenColumns: [],
};
const result = (cellAt: string, unitCode: string) => ({
  unitId: 1,
  unitCode,
  criterion: '1',
  verdict: 'met' as const,
  metCount: null,
  ofCount: null,
  sheet: 'TH 2020',
  cell: cellAt,
  raw: 'x',
});

const taken = (code: string) => ({ code, open: false });

describe('the sheet as the office drew it', () => {
  test('a merged heading is drawn once, as wide and as high as it is', () => {
    const [first, second] = drawnRows(grid, 50);
    expect(first?.cells.map(({ address, columns, rows }) => [address, columns, rows])).toEqual([
      ['A1', 2, 1],
      ['C1', 1, 2],
    ]);
    expect(second?.cells.map(({ address }) => address)).toEqual(['A2', 'B2']);
    expect(second?.hidden).toBe(true);
  });

  test('columns are named as Excel names them', () => {
    expect([0, 25, 26, 701].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ']);
  });

  test('a cell that waits is not said to be kept', () => {
    const fates = fatesOf(
      'TH 2020',
      [result('A2', '1')],
      [{ cell: 'B2', unitCode: '1', unitOpen: false, criterion: '2', questions: ['mark:x'] }],
      [],
    );
    expect(fates.get('A2')?.is).toBe('taken');
    expect(fates.get('B2')?.is).toBe('open');
    expect(fates.get('C1')).toBeUndefined();
  });

  test('lines are told by the units read from them, whichever way the sheet lies', () => {
    expect(unitsOfLines([result('C7', '03474')], [], false).get('7')).toEqual([taken('03474')]);
    expect(unitsOfLines([result('C7', '03474')], [], true).get('C')).toEqual([taken('03474')]);
    const blocks = [result('C7', '03474'), result('C8', '03474'), result('C40', '03475')];
    expect(unitsOfLines(blocks, [], true).get('C')).toEqual([taken('03474'), taken('03475')]);
  });

  test('a line whose unit is only proposed is not shown as settled', () => {
    const waits = [
      { cell: 'C7', unitCode: '03472', unitOpen: true, criterion: '1', questions: ['unit:Mường Tè'] },
    ];
    expect(unitsOfLines([], waits, false).get('7')).toEqual([{ code: '03472', open: true }]);
  });
});
