// The board as the person asked to see it: filter, search, order, headings, changes.
import { describe, expect, test } from 'vitest';
import { groupsOf, linesOf } from '../src/data/board-groups.ts';
import {
  arrangeRows,
  changedCells,
  countCells,
  firstUnderFloor,
  floorSaid,
  type View,
} from '../src/data/board-view.ts';
import { neighbour } from '../src/desk/board/neighbour.ts';
import { boardOf, rowOf } from './board-fixture.ts';

const manh = rowOf('03474', 'Nậm Manh', 'MNCM', { planned: 3 });
const su = rowOf('01', 'Pa Vệ Sủ', 'MMRM', { planned: 4 });
const dao = rowOf('02', 'Đào San', 'NNUN', { planned: 2, underFloor: true });
const silent = rowOf('03', 'An Bình', 'UUUU', { met: null, basis: null });
const board = boardOf([manh, su, dao, silent]);
const view = (change: Partial<View>): View => ({ show: 'all', sort: 'list', find: '', ...change });
const names = (change: Partial<View>) => arrangeRows(board, view(change)).map((row) => row.name);

describe('what the office asks to see', () => {
  test('each filter says how many cells it holds, and together with the rest they are all cells', () => {
    expect(countCells(board.rows)).toEqual({ all: 16, notMet: 4, waiting: 1, atRisk: 1, unknown: 5 });
  });

  test('only communes with such a cell stay', () => {
    expect(names({ show: 'waiting' })).toEqual(['Nậm Manh']);
    expect(names({ show: 'notMet' })).toEqual(['Nậm Manh', 'Đào San']);
  });

  test('a name is found with tone marks, without, and in either spelling of Pa Vệ Sử', () => {
    expect(names({ find: 'nam manh' })).toEqual(['Nậm Manh']);
    expect(names({ find: 'Pa Vệ Sử' })).toEqual(['Pa Vệ Sủ']);
    expect(names({ find: 'dao' })).toEqual(['Đào San']);
    expect(names({ find: '03474' })).toEqual(['Nậm Manh']);
  });

  test('đ stands after d and before e, as in a Vietnamese dictionary', () => {
    expect(names({ sort: 'name' })).toEqual(['An Bình', 'Đào San', 'Nậm Manh', 'Pa Vệ Sủ']);
  });

  test('a commune without a result stands last whichever way the sums are ordered', () => {
    expect(names({ sort: 'most' }).at(-1)).toBe('An Bình');
    expect(names({ sort: 'least' }).at(-1)).toBe('An Bình');
    expect(names({ sort: 'behind' })).toEqual(['Đào San', 'Nậm Manh', 'Pa Vệ Sủ', 'An Bình']);
  });

  test('the floor line stands above the first commune below it, only where the sums fall', () => {
    expect(firstUnderFloor(arrangeRows(board, view({ sort: 'most' })), 'most')).toBe('02');
    expect(firstUnderFloor(board.rows, 'name')).toBeNull();
  });
});

describe('what is said of the floor', () => {
  const floor = { value: 10, year: 2021 };
  const said = (withResult: number, underFloor: string[]) =>
    floorSaid({ floor, underFloor, sums: { ...board.sums, units: 4, withResult } });

  test('"nobody is below" is said only when every commune has a result', () => {
    expect(said(4, [])).toBe('sentence.noneUnder');
    expect(said(1, [])).toBe('sentence.noneUnderPart');
    expect(said(1, ['02'])).toBe('sentence.under');
    expect(said(0, [])).toBeNull();
  });
});

describe('headings', () => {
  const laiChau = { code: '12', name: 'Lai Châu' };
  const dienBien = { code: '11', name: 'Điện Biên' };
  const country = boardOf([
    rowOf('1', 'A', 'MMMM', { parent: laiChau }),
    rowOf('2', 'B', 'MNNN', { parent: dienBien }),
    rowOf('3', 'C', 'MMNN', { parent: laiChau }),
  ]);

  test('communes of one district need none', () => {
    expect(groupsOf(board.rows, board)).toBeNull();
  });

  test('provinces hold their communes, how many meet each criterion, and the average', () => {
    const groups = groupsOf(country.rows, country) ?? [];
    expect(groups.map((group) => group.rows.length)).toEqual([2, 1]);
    expect(groups[0]?.met).toEqual([2, 2, 1, 1]);
    expect(groups[0]?.average).toBe('3.0');
    expect(groups[1]?.average).toBe('1.0');
  });

  test('a heading that was turned folds in a short board, and all stand open on paper', () => {
    expect(linesOf(country.rows, country, new Set(['12']))).toHaveLength(3);
    expect(linesOf(country.rows, country, new Set(['12']), true)).toHaveLength(5);
  });

  test('communes of several groups of the law are listed by group', () => {
    const groups = boardOf([
      rowOf('1', 'A', 'MMMM', { column: '1' }),
      rowOf('2', 'B', 'MMMM', { column: '2' }),
    ]);
    expect(groupsOf(groups.rows, groups)?.map((group) => group.key)).toEqual(['1', '2']);
  });
});

describe('what changed meanwhile', () => {
  test('each mark that is another counts once', () => {
    const after = boardOf([{ ...manh, marks: 'MMMM' }, su, dao, silent]);
    expect(changedCells(board, after)).toBe(2);
    expect(changedCells(board, board)).toBe(0);
  });

  test('a commune that left or came counts with all its cells', () => {
    expect(changedCells(board, boardOf([manh, su, dao]))).toBe(4);
  });
});

describe('the next cell of the panel', () => {
  test('walks through the cells of the filter, row by row, and ends at the ends', () => {
    const rows = board.rows;
    expect(neighbour(board, rows, 'notMet', { unit: '03474', criterion: '2' }, 1)).toBe('02:1');
    expect(neighbour(board, rows, 'notMet', { unit: '03474', criterion: '2' }, -1)).toBeNull();
    expect(neighbour(board, rows, 'all', { unit: '03474', criterion: '4' }, 1)).toBe('01:1');
  });
});
