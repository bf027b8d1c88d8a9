// Rows under their heading: provinces (or districts) in a board of many, groups of communes in a province's board.
import type { BoardReply, BoardRow } from '@vungbuoc/programme/board';

export type Group = {
  key: string;
  /** What the heading names: a unit above, a column of the law, or nothing known. */
  of: { kind: 'parent'; code: string; name: string } | { kind: 'column'; code: string } | { kind: 'none' };
  rows: BoardRow[];
  /** For each criterion, how many rows meet it (confirmed). */
  met: number[];
  /** One decimal, half up; null without a result. */
  average: string | null;
};

/** A line of the table: a heading that opens, or a unit. */
export type Line = { kind: 'group'; group: Group; open: boolean } | { kind: 'row'; row: BoardRow };

/** Above this many rows headings start folded: a nation opens province by province. */
const FOLD_ABOVE = 200;

/**
 * The lines to draw. `turned` holds the headings that the person opened (or folded, where they start open).
 */
export function linesOf(
  rows: readonly BoardRow[],
  board: BoardReply,
  turned: ReadonlySet<string>,
  all = false,
): Line[] {
  const groups = groupsOf(rows, board);
  if (groups === null) return rows.map((row) => ({ kind: 'row', row }));
  const startsOpen = rows.length <= FOLD_ABOVE;
  return groups.flatMap((group) => {
    const open = all || startsOpen !== turned.has(group.key);
    const lines: Line[] = [{ kind: 'group', group, open }];
    if (open) for (const row of group.rows) lines.push({ kind: 'row', row });
    return lines;
  });
}

/** By unit above when there are several, else by column of the law when there are several, else no headings. */
export function groupsOf(rows: readonly BoardRow[], board: BoardReply): Group[] | null {
  const above = new Set(board.rows.map((row) => row.parent?.code));
  if (above.size > 1) return gather(rows, board, ofParent);
  const columns = new Set(board.rows.flatMap((row) => row.column ?? []));
  return columns.size > 1 ? gather(rows, board, ofColumn) : null;
}

function ofParent(row: BoardRow): Group['of'] {
  return row.parent === null ? { kind: 'none' } : { kind: 'parent', ...row.parent };
}

function ofColumn(row: BoardRow): Group['of'] {
  return row.column === null ? { kind: 'none' } : { kind: 'column', code: row.column };
}

function gather(rows: readonly BoardRow[], board: BoardReply, of: (row: BoardRow) => Group['of']): Group[] {
  const order = new Map<string, Group>();
  for (const row of board.rows) keyed(order, of(row));
  for (const row of rows) keyed(order, of(row)).rows.push(row);
  const groups = [...order.values()].filter((group) => group.rows.length > 0);
  for (const group of groups) sum(group, board.criteria.length);
  return groups.sort((a, b) => Number(a.of.kind === 'none') - Number(b.of.kind === 'none'));
}

function keyed(groups: Map<string, Group>, of: Group['of']): Group {
  const key = of.kind === 'none' ? '' : of.code;
  const group = groups.get(key) ?? { key, of, rows: [], met: [], average: null };
  groups.set(key, group);
  return group;
}

function sum(group: Group, criteria: number): void {
  group.met = Array.from(
    { length: criteria },
    (_, at) => group.rows.filter((row) => 'MR'.includes(row.marks[at] ?? '')).length,
  );
  const results = group.rows.filter((row) => row.met !== null);
  const total = results.reduce((so, row) => so + (row.met ?? 0), 0);
  group.average = results.length === 0 ? null : tenths(total, results.length);
}

/** total / base with one decimal, half up, in integers. */
function tenths(total: number, base: number): string {
  const rounded = Math.floor((20 * total + base) / (2 * base));
  return `${Math.floor(rounded / 10)}.${rounded % 10}`;
}
