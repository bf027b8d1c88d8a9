// The sheet as the office drew it, with what was understood laid over it: columns and lines named, cells with their fate.
import type { BoardReply } from '@vungbuoc/programme/board';
import type { IntakeGrid, Mapping } from '@vungbuoc/programme/intake';
import { useMemo } from 'react';
import type { Proposed } from '../../data/intake.ts';
import {
  columnName,
  type DrawnCell,
  type DrawnRow,
  drawnRows,
  type Fate,
  fatesOf,
  type UnitOfLine,
  unitsOfLines,
  widthOf,
} from '../../data/sheet-view.ts';
import { Mark } from '../../parts/mark.tsx';
import { useText } from '../../text/language.tsx';
import { Say } from '../../text/say.tsx';
import { markOfResult } from './declared-marks.ts';
import { Scrolled } from './scrolled.tsx';

type Props = { grid: IntakeGrid; mapping: Mapping; proposed: Proposed; board: BoardReply };

const ROWS_AT_MOST = 200;

export function SheetTable(props: Props) {
  const { grid, mapping, proposed, board } = props;
  const { t } = useText();
  const rows = useMemo(() => drawnRows(grid, ROWS_AT_MOST), [grid]);
  const fates = useMemo(
    () => fatesOf(grid.sheet, proposed.results, proposed.open, proposed.faults),
    [grid, proposed],
  );
  const turned = mapping.orientation === 'across';
  const units = useMemo(() => {
    const names = new Map(board.rows.map((row) => [row.unit, row.name]));
    const lines = unitsOfLines(proposed.results, proposed.open, turned);
    const named = (units: readonly UnitOfLine[]): Meaning => ({
      words: units.map(({ code }) => names.get(code) ?? code).join(', '),
      open: units.some(({ open }) => open),
    });
    return new Map([...lines].map(([line, units]) => [line, named(units)]));
  }, [board, proposed, turned]);
  const nameOf = (line: string, isColumn: boolean) =>
    isColumn === turned ? units.get(line) : meaningOf(mapping, line);
  const left = grid.rows.length - rows.length;
  return (
    <>
      <Scrolled name={t('intake.sheetCaption', { sheet: grid.sheet })}>
        <table data-data="">
          <thead>
            <tr>
              <td />
              {Array.from({ length: widthOf(grid) }, (_, column) => (
                <ColumnHead
                  key={columnName(column)}
                  grid={grid}
                  column={column}
                  meaning={nameOf(columnName(column), true)}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <SheetRow
                key={row.index}
                row={row}
                fates={fates}
                meaning={nameOf(String(row.index + 1), false)}
              />
            ))}
          </tbody>
        </table>
      </Scrolled>
      <SheetLegend />
      {left > 0 ? <p className="small secondary">{t('intake.moreRows', { n: left })}</p> : null}
    </>
  );
}

/** What a line or column was taken for; `open` while a question about it stands. */
type Meaning = { words: string; open: boolean };

/** "15", "/19": short names of what a column (or a line, in a sheet turned) was taken for. */
function meaningOf(mapping: Mapping, name: string): Meaning | undefined {
  const value = mapping.decisions[`column:${name}`]?.value;
  const criterion = /^criterion:(.+)$/.exec(value ?? '')?.[1];
  if (criterion !== undefined) return { words: criterion, open: false };
  return value === 'total' || value === 'totalNotMet' ? { words: 'Σ', open: false } : undefined;
}

/** A badge; one that is only proposed has an outline and a question mark, so that nobody takes it for settled. */
function Badge(props: { meaning: Meaning | undefined }) {
  const { meaning } = props;
  const { t } = useText();
  if (meaning === undefined) return null;
  if (!meaning.open) return <span className="sheet-meaning">{meaning.words}</span>;
  return (
    <span className="sheet-meaning is-open">
      {meaning.words}?<span className="unseen"> ({t('intake.legendOpen')})</span>
    </span>
  );
}

function ColumnHead(props: { grid: IntakeGrid; column: number; meaning: Meaning | undefined }) {
  const { grid, column, meaning } = props;
  const hidden = grid.hiddenColumns.includes(column);
  return (
    <th scope="col" className={hidden ? 'is-hidden' : undefined}>
      <span className="sheet-letter">{columnName(column)}</span>
      <Badge meaning={meaning} />
    </th>
  );
}

function SheetRow(props: { row: DrawnRow; fates: ReadonlyMap<string, Fate>; meaning: Meaning | undefined }) {
  const { row, fates, meaning } = props;
  return (
    <tr className={row.hidden ? 'is-hidden' : undefined}>
      <th scope="row">
        <span className="sheet-letter">{row.index + 1}</span>
        <Badge meaning={meaning} />
      </th>
      {row.cells.map((drawn) => (
        <SheetCell key={drawn.address} drawn={drawn} fate={fates.get(drawn.address) ?? { is: 'left' }} />
      ))}
    </tr>
  );
}

function SheetCell(props: { drawn: DrawnCell; fate: Fate }) {
  const { drawn, fate } = props;
  const { t } = useText();
  const mark = fate.is === 'taken' ? markOfResult(fate.result) : null;
  return (
    <td rowSpan={drawn.rows} colSpan={drawn.columns} className={`fate-${fate.is}`}>
      {drawn.cell.text}
      {mark ? (
        <span className="sheet-mark">
          <Mark kind={mark} size={13} />
          <span className="unseen">{t(`legend.${mark}`)}</span>
        </span>
      ) : null}
      {fate.is === 'open' ? (
        <span className="unseen">{t('intake.cellOpen', { cell: drawn.address })}</span>
      ) : null}
      {fate.is === 'fault' ? (
        <span className="unseen">{t('intake.cellFault', { cell: drawn.address })}</span>
      ) : null}
    </td>
  );
}

function SheetLegend() {
  const signs = ['taken', 'open', 'fault', 'left'] as const;
  const words = {
    taken: 'intake.legendTaken',
    open: 'intake.legendOpen',
    fault: 'intake.legendFault',
    left: 'intake.legendLeft',
  } as const;
  return (
    <ul className="legend">
      {signs.map((sign) => (
        <li key={sign}>
          <span className={`sheet-sign fate-${sign}`} />
          <Say k={words[sign]} />
        </li>
      ))}
    </ul>
  );
}
