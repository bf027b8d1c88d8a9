// Headings that stand over several columns without being merged: "Tiêu chí 1", an empty cell, "Tiêu chí 2", and below them
// "Tự đánh giá", "Thẩm tra", again and again. A text file has no merges, and many a workbook is typed so.
import { foldText } from '../names/index.ts';
import type { Layout } from './layout.ts';

/** A heading that holds for an empty cell, and how many columns it spans. */
export interface Carried {
  readonly text: string;
  readonly span: number;
}

interface Group {
  readonly from: number;
  readonly text: string;
  /** What stands in the line below, folded, from the heading's own column on. */
  readonly labels: readonly string[];
}

/** Headings by `row:column` of the cells they hold for, their own among them. */
export function carriedHeadings(layout: Layout): ReadonlyMap<string, Carried> {
  const carried = new Map<string, Carried>();
  for (let row = layout.headerTop; row < layout.bodyTop - 1; row++) {
    const groups = groupsIn(layout, row);
    const span = repeatedSpan(groups);
    for (const { from, text, labels } of groups) {
      if (span === null || labels.slice(0, span.length).join('|') !== span.join('|')) continue;
      for (let at = 0; at < span.length; at++) {
        carried.set(`${row}:${from + at}`, { text, span: span.length });
      }
    }
  }
  return carried;
}

/** Each heading of a line with the labels below it, as far as the line is empty beside it. */
function groupsIn({ view }: Layout, row: number): Group[] {
  const groups: Group[] = [];
  let open: { from: number; text: string; labels: string[] } | null = null;
  for (let column = 0; column < view.width; column++) {
    const text = view.merge(row, column) === null ? view.shown(row, column).text : null;
    const label = view.merge(row + 1, column) === null ? foldText(view.shown(row + 1, column).text) : '';
    if (text === null || label === '') open = null;
    else if (text !== '') {
      open = { from: column, text, labels: [label] };
      groups.push(open);
    } else open?.labels.push(label);
  }
  return groups;
}

/** The labels that stand under two headings or more, one under the other's next column; null where none repeat. */
function repeatedSpan(groups: readonly Group[]): readonly string[] | null {
  // the last group may run on into notes: the shortest of those that begin alike tells where they end
  const wide = groups.filter(({ labels }) => labels.length > 1);
  const [shortest] = [...wide].sort((one, other) => one.labels.length - other.labels.length);
  if (shortest === undefined || new Set(shortest.labels).size < shortest.labels.length) return null;
  const alike = wide.filter(
    ({ labels }) => labels.slice(0, shortest.labels.length).join('|') === shortest.labels.join('|'),
  );
  return alike.length > 1 ? shortest.labels : null;
}
