// A list too long for one page is set in two: the same headings again at the right, for the communes that were left over.
import { foldText, splitUnitName } from '../names/index.ts';
import { columnLetters, emptyCell, type IntakeCell, type IntakeGrid, type MovedRow } from './grid.ts';
import type { Layout } from './layout.ts';
import type { UnitFinder } from './unit-finder.ts';

/** One block of columns: from its serial number to the column before the next block. */
interface Block {
  readonly from: number;
  readonly to: number;
  readonly names: number;
}

/**
 * The sheet with its blocks one below the other; each cell keeps its own address. The sheet itself where it has one block,
 * or where blocks differ in a heading or name a commune twice: then they are no list set in two, and are asked about.
 */
export function joinBeside(layout: Layout, finder: UnitFinder): IntakeGrid {
  const { grid } = layout.view;
  const [first, ...others] = findBlocks(layout, finder);
  if (first === undefined || others.length === 0) return grid;
  if (!others.every((block) => isAlike(layout, first, block))) return grid;
  if (namesTwice(layout, finder, [first, ...others])) return grid;
  return join(layout, first, others);
}

/** The headings over a column, from top to bottom. */
function headingsOf({ view, headerTop, bodyTop }: Layout, column: number): string {
  const texts = Array.from({ length: bodyTop - headerTop }, (_, at) =>
    foldText(view.shown(headerTop + at, column).text),
  );
  return texts.some((text) => text !== '') ? texts.join(' | ') : '';
}

function bodyRows({ view, bodyTop }: Layout): number[] {
  return Array.from({ length: Math.max(0, view.height - bodyTop) }, (_, at) => bodyTop + at);
}

function findBlocks(layout: Layout, finder: UnitFinder): Block[] {
  const { view } = layout;
  const heading = headingsOf(layout, layout.nameColumns[0] ?? 0);
  if (heading === '' || layout.nameColumns.length === 0) return [];
  const holdsUnits = (column: number) =>
    bodyRows(layout).some((row) => finder.seems(view.cell(row, column).text));
  const names = Array.from({ length: view.width }, (_, column) => column).filter(
    (column) => headingsOf(layout, column) === heading && holdsUnits(column),
  );
  const [first, second] = names;
  if (first === undefined || second === undefined) return [];
  let before = 0;
  while (isSameBefore(layout, names, before + 1, second - first)) before++;
  return names.map((column, at) => ({
    from: column - before,
    to: (names[at + 1] ?? view.width + before) - before - 1,
    names: column,
  }));
}

/** Whether, so many columns before the names, all blocks have the same heading. */
function isSameBefore(layout: Layout, names: readonly number[], back: number, width: number): boolean {
  const headings = names.map((column) => (column < back ? '' : headingsOf(layout, column - back)));
  return back < width && headings[0] !== '' && headings.every((heading) => heading === headings[0]);
}

/** Column for column the same headings, and hidden alike. */
function isAlike(layout: Layout, first: Block, block: Block): boolean {
  const { view } = layout;
  const width = Math.max(first.to - first.from, block.to - block.from) + 1;
  for (let at = 0; at < width; at++) {
    const [one, two] = [first.from + at, block.from + at];
    const own = one > first.to ? '' : headingsOf(layout, one);
    const other = two > block.to || two >= view.width ? '' : headingsOf(layout, two);
    if (own !== other) return false;
    if (own !== '' && view.columnHidden(one) !== view.columnHidden(two)) return false;
    // What stands in a column without a heading would be lost, or come under another's.
    if (own === '' && holdsText(layout, two > block.to ? view.width : two)) return false;
  }
  return true;
}

function holdsText(layout: Layout, column: number): boolean {
  return bodyRows(layout).some((row) => layout.view.cell(row, column).text !== '');
}

function namesTwice(layout: Layout, finder: UnitFinder, blocks: readonly Block[]): boolean {
  const seen = new Set<string>();
  for (const { names } of blocks) {
    const own = bodyRows(layout)
      .map((row) => layout.view.cell(row, names).text)
      .filter((text) => finder.seems(text))
      .map((text) => foldText(splitUnitName(text).bare));
    if (own.some((name) => seen.has(name))) return true;
    for (const name of own) seen.add(name);
  }
  return false;
}

/** Lines of the later blocks go below the sheet, into the columns of the first; their own columns are emptied. */
function join(layout: Layout, first: Block, others: readonly Block[]): IntakeGrid {
  const { view, headerTop, bodyTop } = layout;
  const { grid } = view;
  const isMoved = (row: number, column: number) =>
    row >= headerTop && others.some(({ from, to }) => column >= from && column <= to);
  const kept = grid.rows.map((cells, row) =>
    cells.map((cell, column): IntakeCell => (isMoved(row, column) ? emptyCell : cell)),
  );
  const movedRows = new Map<number, MovedRow>();
  const added: IntakeCell[][] = [];
  const merges = grid.merges.filter(({ top, left }) => !isMoved(top, left));
  for (const block of others) {
    const right = block.from - first.from;
    const down = grid.rows.length + added.length - bodyTop;
    for (const row of bodyRows(layout)) {
      const cells = (grid.rows[row] ?? []).slice(block.from, block.to + 1);
      movedRows.set(row + down, { row, right, name: `${columnLetters(block.names)}${row + 1}` });
      added.push([...Array.from({ length: first.from }, () => emptyCell), ...cells]);
    }
    for (const { top, left, bottom, right: end } of grid.merges) {
      if (top < bodyTop || left < block.from || left > block.to) continue;
      merges.push({ top: top + down, bottom: bottom + down, left: left - right, right: end - right });
    }
  }
  const hiddenRows = [
    ...grid.hiddenRows,
    ...[...movedRows].filter(([, { row }]) => grid.hiddenRows.includes(row)).map(([row]) => row),
  ];
  return { ...grid, rows: [...kept, ...added], merges, hiddenRows, movedRows };
}
