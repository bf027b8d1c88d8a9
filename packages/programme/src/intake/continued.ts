// A page too narrow for all communes is cut: the same criteria again further down, for the communes that were left over.
import { foldText } from '../names/index.ts';
import { columnLetters, emptyCell, type IntakeGrid, type IntakeMerge, type MovedColumn } from './grid.ts';
import type { Layout } from './layout.ts';

/** One block of lines: where its headings begin, the line that names the communes, and how far it is like the first. */
interface Block {
  readonly top: number;
  readonly names: number;
  /** Lines below the names that begin with the same words as those of the first block. */
  readonly lines: number;
}

/** A column to be joined on, with the block it comes from. */
interface Joined extends MovedColumn {
  readonly block: Block;
}

/** Headings may stand a little above the names of the communes. */
const highestHeading = 3;

/** Where headings with other communes begin, below the first ones. Only for communes across. */
export function findContinued(layout: Layout): number[] {
  return findBlocks(layout)
    .slice(1)
    .map(({ top }) => top);
}

/**
 * The sheet with its blocks side by side; each cell keeps its own address. Null where blocks with other communes do not
 * have the same lines: those are tables of their own. The sheet itself where it has one block.
 */
export function joinContinued(layout: Layout): IntakeGrid | null {
  const { grid } = layout.view;
  const [first, ...others] = findBlocks(layout);
  if (first === undefined || others.length === 0) return grid;
  if (!others.every((block, at) => continues(layout, first, block, others[0], others[at + 1]))) return null;
  const columns = others.flatMap((block) => columnsOf(layout, first, block));
  const width = widthOf(grid);
  const moved = new Map(columns.map((column, at) => [width + at, column]));
  return {
    ...grid,
    rows: joinRows(grid, width, first, others, columns),
    merges: joinMerges(grid, others, moved),
    hiddenColumns: [
      ...grid.hiddenColumns,
      ...[...moved].filter(([, { column }]) => grid.hiddenColumns.includes(column)).map(([at]) => at),
    ],
    moved,
  };
}

/** The words that a line of the sheet begins with, before the communes. */
function wordsOf({ view, bodyTop }: Layout, line: number): string {
  const texts = Array.from({ length: bodyTop }, (_, column) => foldText(view.shown(column, line).text));
  return texts.some((text) => text !== '') ? texts.join(' | ') : '';
}

function textsOf({ view, bodyTop }: Layout, line: number): string[] {
  return Array.from({ length: Math.max(0, view.height - bodyTop) }, (_, at) =>
    foldText(view.shown(bodyTop + at, line).text),
  );
}

function findBlocks(layout: Layout): Block[] {
  const names = layout.nameColumns[0] ?? layout.codeColumn ?? 0;
  const head = [0, 1, 2, 3].map((up) => names - up).find((line) => line >= 0 && wordsOf(layout, line) !== '');
  if (head === undefined || names - head > highestHeading) return [];
  const words = wordsOf(layout, head);
  const isHead = (line: number) => wordsOf(layout, line) === words;
  const topOf = (line: number): number => (line > 0 && isHead(line - 1) ? topOf(line - 1) : line);
  const own = textsOf(layout, names).join('|');
  const found: Block[] = [{ top: topOf(head), names, lines: 0 }];
  for (let line = names + 1; line < layout.view.width; line++) {
    if (!isHead(line) || isHead(line + 1)) continue;
    const below = line + names - head;
    // The heading repeated on the next page, with the same communes, parts nothing.
    if (textsOf(layout, below).join('|') === own) continue;
    found.push({ top: topOf(line), names: below, lines: 0 });
  }
  const next = found[1]?.top ?? layout.view.width;
  return found.map((block) => ({ ...block, lines: linesAlike(layout, names, block.names, next) }));
}

function linesAlike(layout: Layout, first: number, other: number, end: number): number {
  let lines = 0;
  while (first + lines + 1 < end && other + lines + 1 < layout.view.width) {
    const [one, two] = [first + lines + 1, other + lines + 1];
    if (wordsOf(layout, one) !== wordsOf(layout, two)) break;
    lines++;
  }
  return lines;
}

/** Line for line the first block's criteria, with nothing but notes and signatures after them. */
function continues(
  layout: Layout,
  first: Block,
  block: Block,
  second: Block | undefined,
  next: Block | undefined,
): boolean {
  const { view } = layout;
  const alike = Array.from({ length: block.lines + 1 }, (_, at) => at);
  if (alike.some((at) => view.columnHidden(first.names + at) !== view.columnHidden(block.names + at)))
    return false;
  const isEmpty = (from: number, to: number): boolean => {
    for (let line = from; line < to; line++)
      if (textsOf(layout, line).filter((text) => text !== '').length > 1) return false;
    return true;
  };
  return (
    block.lines > 0 &&
    isEmpty(first.names + block.lines + 1, second?.top ?? view.width) &&
    isEmpty(block.names + block.lines + 1, next?.top ?? view.width)
  );
}

/** The block's columns that hold something, but for those that only repeat the first block's, such as the standard. */
function columnsOf({ view, bodyTop }: Layout, first: Block, block: Block): Joined[] {
  const columns: Joined[] = [];
  const down = block.names - first.names;
  for (let column = bodyTop; column < view.height; column++) {
    const texts = Array.from({ length: block.lines + 1 }, (_, at) => [
      view.shown(column, block.names + at).text,
      view.shown(column, first.names + at).text,
    ]);
    if (texts.every(([own]) => own === '') || texts.every(([own, above]) => own === above)) continue;
    columns.push({ block, column, down, name: `${columnLetters(column)}${block.names + 1}` });
  }
  return columns;
}

function widthOf(grid: IntakeGrid): number {
  return grid.rows.reduce((most, row) => Math.max(most, row.length), 0);
}

function isWithin({ top, names, lines }: Block, line: number): boolean {
  return line >= top && line <= names + lines;
}

/** Lines stay where they are; those of the later blocks are emptied, as they now stand beside the first. */
function joinRows(
  grid: IntakeGrid,
  width: number,
  first: Block,
  others: readonly Block[],
  columns: readonly Joined[],
): IntakeGrid['rows'] {
  const last = first.names + Math.max(...others.map(({ lines }) => lines));
  return grid.rows.map((row, line) => {
    if (others.some((block) => isWithin(block, line))) return [];
    if (line < first.top || line > last) return row;
    const own = Array.from({ length: width }, (_, column) => row[column] ?? emptyCell);
    const joined = columns.map(({ block, column, down }) =>
      isWithin(block, line + down) ? (grid.rows[line + down]?.[column] ?? emptyCell) : emptyCell,
    );
    return [...own, ...joined];
  });
}

function joinMerges(
  grid: IntakeGrid,
  others: readonly Block[],
  moved: ReadonlyMap<number, Joined>,
): IntakeMerge[] {
  return grid.merges.flatMap((merge) => {
    const block = others.find((one) => isWithin(one, merge.top));
    if (block === undefined) return [merge];
    const own = [...moved].filter(
      ([, joined]) => joined.block === block && joined.column >= merge.left && joined.column <= merge.right,
    );
    const [from, to] = [own[0], own.at(-1)];
    // One that begins in the words before the communes is a line of its own, such as a group's.
    if (from === undefined || to === undefined || from[1].column !== merge.left) return [];
    const { down } = from[1];
    return [{ top: merge.top - down, bottom: merge.bottom - down, left: from[0], right: to[0] }];
  });
}
