// A sheet may hold several tables one below the other, with other headings. Each is then read as a sheet of its own.
import { foldText } from '../names/index.ts';
import { findContinued, joinContinued } from './continued.ts';
import type { IntakeGrid } from './grid.ts';
import type { Layout } from './layout.ts';

/**
 * The sheet cut where a heading line with other headings begins; addresses stay. One grid where there is no such line: a
 * heading repeated word for word on each page does not part a table. With communes across, blocks of other communes are one
 * table where they have the same lines.
 */
export function splitStacked(layout: Layout): IntakeGrid[] {
  const { view } = layout;
  if (view.orientation === 'across') {
    const joined = joinContinued(layout);
    return joined === null ? cutAt(view.grid, findContinued(layout)) : [joined];
  }
  return cutAt(view.grid, findOtherHeadings(layout));
}

/** The sheet cut before each of the lines; addresses stay. */
function cutAt(grid: IntakeGrid, starts: readonly number[]): IntakeGrid[] {
  if (starts.length === 0) return [grid];
  const ends = [...starts, grid.rows.length];
  return ends.map((end, at) => {
    const from = at === 0 ? 0 : (starts[at - 1] ?? 0);
    const name = at === 0 ? grid.sheet : `${grid.sheet} (từ dòng ${from + 1})`;
    return {
      ...grid,
      sheet: name,
      rows: grid.rows.map((row, line) => (line >= from && line < end ? row : [])),
    };
  });
}

function findOtherHeadings({ view, headerTop, bodyTop, nameColumns, codeColumn }: Layout): number[] {
  const nameColumn = nameColumns[0] ?? codeColumn ?? 0;
  const known = headingsOf(
    view.height,
    headerTop,
    bodyTop,
    (row, column) => view.shown(row, column).text,
    view.width,
  );
  const titles = known[nameColumn] ?? new Set();
  const found: number[] = [];
  for (let row = bodyTop; row < view.height; row++) {
    if (!titles.has(foldText(view.cell(row, nameColumn).text)) || view.cell(row, nameColumn).text === '')
      continue;
    const differs = Array.from({ length: view.width }, (_, column) => column).some((column) => {
      const text = foldText(view.cell(row, column).text);
      return text !== '' && !known[column]?.has(text);
    });
    if (differs) found.push(row);
  }
  return found;
}

/** The folded headings over each column. */
function headingsOf(
  height: number,
  top: number,
  bottom: number,
  text: (row: number, column: number) => string,
  width: number,
): Set<string>[] {
  return Array.from({ length: width }, (_, column) => {
    const texts = new Set<string>();
    for (let row = top; row < Math.min(bottom, height); row++) texts.add(foldText(text(row, column)));
    return texts;
  });
}
