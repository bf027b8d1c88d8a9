// Over the bars: what each line through them is, with its number; beside the line where there is room for the words.
import type { BoardReply } from '@vungbuoc/programme/board';
import { useLayoutEffect, useRef, useState } from 'react';
import { useText } from '../../text/language.tsx';
import type { Scale } from './scale.ts';
import type { Shape } from './table-shape.ts';

/** Names of the lines, each at its line and at its own height: to the right where there is room, else to the left. */
export function ScaleLabels(props: { board: BoardReply; shape: Shape; scale: Scale }) {
  const { board, shape, scale } = props;
  const { t, figure } = useText();
  const { floor, sums } = board;
  const { ref, width } = useWidth(shape.bar - BAR_MARGINS);
  const labels = [
    {
      line: 'floor',
      at: scale.floor,
      words: floor ? t('table.floor', { n: floor.value, year: String(floor.year) }) : '',
    },
    { line: 'average', at: scale.average, words: t('table.average', { n: figure(sums.average ?? '') }) },
    { line: 'plan', at: scale.plan, words: t('table.plan', { n: figure(sums.planAverage ?? '') }) },
  ];
  return (
    <span className="scale-labels" ref={ref}>
      {labels.map(({ line, at, words }) =>
        at === null ? null : (
          <span
            key={line}
            className={`label-${line}${isTight(words, (1 - at) * width + shape.against) ? ' to-left' : ''}`}
            style={{ left: `${100 * at}%` }}
          >
            <span className="label-words">{words}</span>
          </span>
        ),
      )}
    </span>
  );
}

/** Left and right of the bars in their column, px. */
const BAR_MARGINS = 20;

/** Whether words at 12.5 px bold would run out of `room`: from their line to the right edge of the sheet. */
function isTight(words: string, room: number): boolean {
  return words.length * 7.2 + 8 > room + 12;
}

/** The width as drawn: the window may leave the sheet less than its full width. `first` until it is drawn. */
function useWidth(first: number) {
  const ref = useRef<HTMLSpanElement>(null);
  const [width, setWidth] = useState(first);
  useLayoutEffect(() => {
    const drawn = ref.current;
    if (drawn === null) return;
    const measure = (): void => setWidth(drawn.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(drawn);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
