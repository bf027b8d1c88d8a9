// The sheet itself: communes down, criteria across. A real table; it scrolls inside itself with head and names frozen.
import type { BoardReply } from '@vungbuoc/programme/board';
import {
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Line } from '../../data/board-groups.ts';
import type { View } from '../../data/board-view.ts';
import { useText } from '../../text/language.tsx';
import { Data, Say } from '../../text/say.tsx';
import { Place } from '../frame/place.tsx';
import { BoardLines, keyOf } from './board-lines.tsx';
import { type BoardSearch, readCell } from './board-search.ts';
import { BoardSums } from './board-sums.tsx';
import { Legend } from './legend.tsx';
import { cellName, rowNote } from './marks.ts';
import { PrintFoot } from './print-head.tsx';
import { scaleOf } from './scale.ts';
import { type Shape, shapeOf, useNarrow } from './table-shape.ts';
import { useDrawnLines } from './use-drawn-lines.ts';
import { type Spot, useTableKeys } from './use-table-keys.ts';
import './board-table.css';
import './board-sums.css';
import './board-sizes.css';

type Props = {
  board: BoardReply;
  lines: readonly Line[];
  view: View;
  search: BoardSearch;
  printing: boolean;
  onTurn: (group: string) => void;
  onOpen: (cell: string, replace: boolean) => void;
};

export function BoardTable(props: Props) {
  const { board, lines, search, printing } = props;
  const text = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const shape = useShape(board);
  const keys = useMemo(() => lines.map(keyOf), [lines]);
  const [place, setPlace] = useState<Spot | null>(null);
  const active = activePlace(place, keys, search.cell, board);
  const lit = place !== null || search.cell !== undefined;
  const kept = keys.indexOf(active.line);
  const { drawn, onPaper, reveal } = useDrawnLines({
    scroller,
    count: lines.length,
    rowHeight: shape.row,
    kept,
    printing,
  });
  const moving = useTableKeys({
    table,
    lines: keys,
    columns: board.criteria.length,
    reveal,
    place,
    setPlace,
  });
  useReturnFocus(search.cell, board, moving.focus);

  const press = usePress(props);
  const tableProps = {
    onClick: (event: MouseEvent) => press(event.target),
    onKeyDown: (event: KeyboardEvent) => moving.onKeyDown(event),
    onFocus: moving.onFocus,
    onCopy: (event: ClipboardEvent) => copyCell(event, place, board, text),
  };
  return (
    <div
      className={`board-scroller density-${shape.density}${board.groups.length === 0 ? ' no-groups' : ''}`}
      ref={scroller}
      style={measures(board, shape)}
    >
      <table
        ref={table}
        className={lit ? 'board has-place' : 'board'}
        aria-rowcount={lines.length + 4}
        {...tableProps}
      >
        <Caption board={board} />
        <Columns board={board} current={lit ? active.column : null} />
        <BoardLines {...props} shape={shape} drawn={drawn} onPaper={onPaper} active={active} />
        <BoardSums board={board} />
        <PaperFoot board={board} />
      </table>
    </div>
  );
}

/** A press on a group folds it, on a mark opens why it stands there. */
function usePress({ board, search, onOpen, onTurn }: Props): (target: EventTarget) => void {
  return useCallback(
    (target: EventTarget) => {
      const at = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null;
      const { line, col, group } = at?.dataset ?? {};
      if (group !== undefined) return onTurn(group);
      const criterion = board.criteria[Number(col)];
      if (line !== undefined && line !== 'head' && criterion)
        onOpen(`${line}:${criterion.code}`, search.cell !== undefined);
    },
    [board, onOpen, onTurn, search.cell],
  );
}

function PaperFoot(props: { board: BoardReply }) {
  return (
    <tfoot className="only-print">
      <tr>
        <td colSpan={props.board.criteria.length + 4}>
          <PrintFoot />
          <Legend board={props.board} />
        </td>
      </tr>
    </tfoot>
  );
}

function useShape(board: BoardReply): Shape {
  const narrow = useNarrow();
  const text = useText();
  return useMemo(() => shapeOf(board, narrow, (row) => rowNote(row, text)), [board, narrow, text]);
}

function Caption(props: { board: BoardReply }) {
  const { under, round, rows, criteria } = props.board;
  const { of } = useText();
  const values = { place: <Place unit={under} />, round: <Data>{of(round.name)}</Data> };
  return (
    <caption className="unseen">
      <Say k="board.caption" values={{ ...values, units: rows.length, criteria: criteria.length }} />
    </caption>
  );
}

/** The place that Tab reaches: where the keyboard was, else the open cell, else the first cell. */
function activePlace(
  place: Spot | null,
  keys: readonly string[],
  cell: string | undefined,
  board: BoardReply,
): Spot {
  if (place !== null && (place.line === 'head' || keys.includes(place.line))) return place;
  const open = readCell(cell);
  if (open !== null && keys.includes(open.unit)) {
    return {
      line: open.unit,
      column: board.criteria.findIndex((criterion) => criterion.code === open.criterion),
    };
  }
  return { line: keys[0] ?? 'head', column: keys[0]?.startsWith('group ') ? -1 : 0 };
}

/** When the panel closes, the keyboard is back at the cell it was opened from. */
function useReturnFocus(cell: string | undefined, board: BoardReply, focus: (to: Spot) => void): void {
  const before = useRef(cell);
  useEffect(() => {
    const left = readCell(before.current);
    before.current = cell;
    if (cell !== undefined || left === null) return;
    const column = board.criteria.findIndex((criterion) => criterion.code === left.criterion);
    focus({ line: left.unit, column });
  }, [cell, board, focus]);
}

function Columns(props: { board: BoardReply; current: number | null }) {
  return (
    <colgroup>
      <col className="col-names" />
      {props.board.criteria.map((criterion, at) => {
        const classes = ['col-cell'];
        if (criterion.noStandard) classes.push('col-hatched');
        if (at === props.current) classes.push('col-current');
        return <col key={criterion.code} className={classes.join(' ')} />;
      })}
      <col className="col-sum" />
      <col className="col-bar" />
      <col className="col-against" />
    </colgroup>
  );
}

/** Measures that the style sheet needs as numbers; set through the CSSOM, so no inline style is parsed. */
function measures(board: BoardReply, shape: Shape): CSSProperties {
  const scale = scaleOf(board);
  const values: Record<`--${string}`, string | number> = {
    '--row': `${shape.row}px`,
    '--cell': `${shape.cell}px`,
    '--names': `${shape.names}px`,
    '--against': `${shape.against}px`,
    '--sum': `${shape.sum}px`,
    '--columns': board.criteria.length,
  };
  if (scale.floor !== null) values['--floor'] = scale.floor;
  if (scale.average !== null) values['--average'] = scale.average;
  if (scale.plan !== null) values['--plan'] = scale.plan;
  return values;
}

/** Ctrl C on a cell copies what it says, with names, for a message or a report. */
function copyCell(
  event: ClipboardEvent,
  place: Spot | null,
  board: BoardReply,
  text: ReturnType<typeof useText>,
): void {
  const row = board.rows.find((one) => one.unit === place?.line);
  const criterion = board.criteria[place?.column ?? -1];
  if (!row || !criterion || place === null || String(getSelection()) !== '') return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', cellName(row, place.column, criterion, text));
}
