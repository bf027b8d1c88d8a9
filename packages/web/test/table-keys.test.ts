// Keys in the board, as in Excel.
import { describe, expect, test } from 'vitest';
import { moved } from '../src/desk/board/use-table-keys.ts';

const lines = ['a', 'group 12', 'b', 'c'];
const press = (line: string, column: number, key: string, ctrlKey = false) =>
  moved({ line, column }, { key, ctrlKey, metaKey: false }, lines, 19);

describe('a person who types all day', () => {
  test.each([
    ['right', 'a', 3, 'ArrowRight', false, { line: 'a', column: 4 }],
    ['left onto the name', 'a', 0, 'ArrowLeft', false, { line: 'a', column: -1 }],
    ['not beyond the last column', 'a', 18, 'ArrowRight', false, { line: 'a', column: 18 }],
    ['down through a heading', 'a', 3, 'ArrowDown', false, { line: 'group 12', column: 3 }],
    ['up into the heads', 'a', 3, 'ArrowUp', false, { line: 'head', column: 3 }],
    ['from the heads back down', 'head', 3, 'ArrowDown', false, { line: 'a', column: 3 }],
    ['to the end of the row', 'b', 0, 'End', false, { line: 'b', column: 18 }],
    ['to the first cell of all', 'c', 7, 'Home', true, { line: 'a', column: 0 }],
    ['to the last cell of all', 'a', 0, 'End', true, { line: 'c', column: 18 }],
    ['to the last row in this column', 'a', 5, 'ArrowDown', true, { line: 'c', column: 5 }],
    ['a page down stops at the end', 'a', 5, 'PageDown', false, { line: 'c', column: 5 }],
  ] as const)('goes %s', (_, line, column, key, ctrl, to) => {
    expect(press(line, column, key, ctrl)).toEqual(to);
  });

  test('other keys are left to the browser', () => {
    expect(press('a', 0, 'Enter')).toBeNull();
    expect(press('a', 0, 'x')).toBeNull();
  });
});
