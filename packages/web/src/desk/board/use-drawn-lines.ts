// Which lines of a long board are drawn: those in sight and the one that holds the keyboard; on paper, all of them.
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback } from 'react';

/** Below this all lines are drawn; a browser does not notice them. */
const DRAW_ALL_BELOW = 120;

/** A stretch of lines left out, or one line. */
export type Drawn = { gap: number; key: string } | { index: number };

type Setting = {
  scroller: RefObject<HTMLDivElement | null>;
  count: number;
  rowHeight: number;
  /** Line that must stay in the page though it is out of sight; -1 for none. */
  kept: number;
  printing: boolean;
};

export type DrawnLines = {
  drawn: Drawn[];
  /** Many lines are drawn for paper only: they may be as plain as paper is. */
  onPaper: boolean;
  reveal: (index: number) => void;
};

export function useDrawnLines(setting: Setting): DrawnLines {
  const { scroller, count, rowHeight, kept, printing } = setting;
  const whole = printing || count <= DRAW_ALL_BELOW;
  const rangeExtractor = useCallback(
    (range: Range) => {
      const inSight = defaultRangeExtractor(range);
      if (kept < 0 || kept >= count || inSight.includes(kept)) return inSight;
      return [...inSight, kept].sort((a, b) => a - b);
    },
    [kept, count],
  );
  const virtual = useVirtualizer({
    count: whole ? 0 : count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    rangeExtractor,
  });
  const reveal = useCallback(
    (index: number) => {
      if (!whole) virtual.scrollToIndex(index, { align: 'auto' });
    },
    [whole, virtual],
  );
  const onPaper = printing && count > DRAW_ALL_BELOW;
  if (whole) return { drawn: Array.from({ length: count }, (_, index) => ({ index })), onPaper, reveal };
  return {
    drawn: withGaps(
      virtual.getVirtualItems().map((item) => item.index),
      count,
      rowHeight,
    ),
    onPaper,
    reveal,
  };
}

function withGaps(indexes: readonly number[], count: number, rowHeight: number): Drawn[] {
  const drawn: Drawn[] = [];
  let next = 0;
  for (const index of [...indexes, count]) {
    if (index > next) drawn.push({ gap: (index - next) * rowHeight, key: `gap-${next}` });
    if (index < count) drawn.push({ index });
    next = index + 1;
  }
  return drawn;
}
