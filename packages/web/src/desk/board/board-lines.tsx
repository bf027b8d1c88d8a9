// Head and lines of the sheet: headings of groups, communes, and the gaps where a long board leaves lines out.
import type { BoardReply } from '@vungbuoc/programme/board';
import { useMemo } from 'react';
import type { Line } from '../../data/board-groups.ts';
import { firstUnderFloor, type View } from '../../data/board-view.ts';
import { useText } from '../../text/language.tsx';
import { BoardColumns } from './board-columns.tsx';
import { UnitRow } from './board-row.tsx';
import { type BoardSearch, type PlaceSearch, placeOf, readCell } from './board-search.ts';
import { GroupRow } from './group-row.tsx';
import { PaperRow } from './paper-row.tsx';
import { type Scale, scaleOf } from './scale.ts';
import type { Shape } from './table-shape.ts';
import type { Drawn } from './use-drawn-lines.ts';
import type { Spot } from './use-table-keys.ts';

type Props = {
  board: BoardReply;
  lines: readonly Line[];
  view: View;
  search: BoardSearch;
  shape: Shape;
  drawn: readonly Drawn[];
  onPaper: boolean;
  active: Spot;
};

/** What all lines of one board share. */
type Sheet = Props & {
  scale: Scale;
  place: PlaceSearch;
  open: ReturnType<typeof readCell>;
  openColumn: number;
  floorAt: string | null;
};

export function BoardLines(props: Props) {
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
  const sheet: Sheet = { ...props, scale, place, open, openColumn, floorAt };
  return (
    <>
      <BoardColumns
        {...{ board, shape, scale, place }}
        active={active.line === 'head' ? active.column : null}
      />
      <tbody>
        {lines.length === 0 ? <Nothing columns={board.criteria.length + 4} /> : null}
        {drawn.map((item) =>
          'gap' in item ? (
            <Gap key={item.key} height={item.gap} />
          ) : (
            <BoardLine key={lineKey(lines, item.index)} sheet={sheet} index={item.index} />
          ),
        )}
      </tbody>
    </>
  );
}

function BoardLine(props: { sheet: Sheet; index: number }) {
  const { sheet, index } = props;
  const { board, lines, view, shape, scale, place, active, open } = sheet;
  const line = lines[index];
  if (line === undefined) return null;
  const position = index + (board.groups.length > 0 ? 2 : 1) + 1;
  if (line.kind === 'group') {
    const { group } = line;
    return <GroupRow {...{ group, board, position }} open={line.open} active={active.line === keyOf(line)} />;
  }
  const { row } = line;
  const floorAbove = row.unit === sheet.floorAt;
  // the row that holds the keyboard stays as it is, so that it holds it after printing too
  if (sheet.onPaper && row.unit !== active.line)
    return <PaperRow {...{ row, board, shape, scale, floorAbove }} />;
  return (
    <UnitRow
      {...{ row, board, shape, scale, place, position, floorAbove }}
      show={view.show}
      active={active.line === row.unit ? active.column : null}
      open={open?.unit === row.unit ? sheet.openColumn : null}
    />
  );
}

/** The line's name among all: a commune's code, or its group's. */
export function keyOf(line: Line): string {
  return line.kind === 'row' ? line.row.unit : `group ${line.group.key}`;
}

function lineKey(lines: readonly Line[], index: number): string {
  const line = lines[index];
  return line === undefined ? String(index) : keyOf(line);
}

function floorLine(lines: readonly Line[], view: View): string | null {
  const rows = lines.flatMap((line) => (line.kind === 'row' ? [line.row] : []));
  return lines.some((line) => line.kind === 'group') ? null : firstUnderFloor(rows, view.sort);
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
