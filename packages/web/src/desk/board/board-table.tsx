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
import { firstUnderFloor, type View } from '../../data/board-view.ts';
import { useText } from '../../text/language.tsx';
import { Data, Say } from '../../text/say.tsx';
import { Place } from '../frame/place.tsx';
import { BoardColumns } from './board-columns.tsx';
import { UnitRow } from './board-row.tsx';
import { type BoardSearch, placeOf, readCell } from './board-search.ts';
import { BoardSums } from './board-sums.tsx';
import { GroupRow } from './group-row.tsx';
import { Legend } from './legend.tsx';
import { cellName } from './marks.ts';
import { PaperRow } from './paper-row.tsx';
import { PrintFoot } from './print-head.tsx';
import { scaleOf } from './scale.ts';
import { type Shape, shapeOf, useNarrow } from './table-shape.ts';
import { type Drawn, useDrawnLines } from './use-drawn-lines.ts';
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
  const { board, lines, search, printing, onOpen, onTurn } = props;
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

  const press = useCallback(
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
        <Body {...props} shape={shape} drawn={drawn} onPaper={onPaper} active={active} />
        <BoardSums board={board} />
        <tfoot className="only-print">
          <tr>
            <td colSpan={board.criteria.length + 4}>
              <PrintFoot />
              <Legend board={board} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Body(props: Props & { shape: Shape; drawn: readonly Drawn[]; onPaper: boolean; active: Spot }) {
  const { board, lines, view, search, shape, drawn, active } = props;
  const scale = useMemo(() => scaleOf(board), [board]);
  const { under, round, set, geography, asOf, lang } = search;
  const place = useMemo(
    () => placeOf({ under, round, set, geography, asOf, lang }),
    [under, round, set, geography, asOf, lang],
  );
  const open = readCell(search.cell);
  const openColumn = board.criteria.findIndex((criterion) => criterion.code === open?.criterion);
  const floorAt = useMemo(() => floorLine(lines, view), [lines, view]);
  const heads = board.groups.length > 0 ? 2 : 1;
  return (
    <>
      <BoardColumns
        board={board}
        shape={shape}
        scale={scale}
        place={place}
        active={active.line === 'head' ? active.column : null}
      />
      <tbody>
        {lines.length === 0 ? <Nothing columns={board.criteria.length + 4} /> : null}
        {drawn.map((item) => {
          if ('gap' in item) return <Gap key={item.key} height={item.gap} />;
          const line = lines[item.index];
          const position = item.index + heads + 1;
          if (line === undefined) return null;
          if (line.kind === 'group') {
            const key = keyOf(line);
            return (
              <GroupRow
                key={key}
                group={line.group}
                board={board}
                open={line.open}
                position={position}
                active={active.line === key}
              />
            );
          }
          const { row } = line;
          const floorAbove = row.unit === floorAt;
          // the row that holds the keyboard stays as it is, so that it holds it after printing too
          if (props.onPaper && row.unit !== active.line)
            return <PaperRow key={row.unit} {...{ row, board, shape, scale, floorAbove }} />;
          return (
            <UnitRow
              key={row.unit}
              {...{ row, board, shape, scale, place, position, floorAbove }}
              show={view.show}
              active={active.line === row.unit ? active.column : null}
              open={open?.unit === row.unit ? openColumn : null}
            />
          );
        })}
      </tbody>
    </>
  );
}

function useShape(board: BoardReply): Shape {
  const narrow = useNarrow();
  return useMemo(() => shapeOf(board, narrow), [board, narrow]);
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

export function keyOf(line: Line): string {
  return line.kind === 'row' ? line.row.unit : `group ${line.group.key}`;
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

function floorLine(lines: readonly Line[], view: View): string | null {
  const rows = lines.flatMap((line) => (line.kind === 'row' ? [line.row] : []));
  return lines.some((line) => line.kind === 'group') ? null : firstUnderFloor(rows, view.sort);
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

function Gap(props: { height: number }) {
  return (
    <tr className="gap-row">
      <td style={{ height: props.height }} />
    </tr>
  );
}

function Nothing(props: { columns: number }) {
  const { t } = useText();
  return (
    <tr>
      <td colSpan={props.columns} className="nothing">
        {t('filter.none')}
      </td>
    </tr>
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
