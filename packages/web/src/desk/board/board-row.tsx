// One commune: its name, a mark for each criterion, its sum against plan and floor.

import { Link } from '@tanstack/react-router';
import type { BoardReply, BoardRow } from '@vungbuoc/programme/board';
import { memo } from 'react';
import { type Show, wanted } from '../../data/board-view.ts';
import { Mark } from '../../parts/mark.tsx';
import { useText } from '../../text/language.tsx';
import { Data } from '../../text/say.tsx';
import type { PlaceSearch } from './board-search.ts';
import { cellClass, showsLacking } from './cell-look.ts';
import { cellName, markOf, rowNote } from './marks.ts';
import { AgainstPlan, ProgressBar, ScaleLines } from './progress-bar.tsx';
import type { Scale } from './scale.ts';
import { type Shape, shownName } from './table-shape.ts';

type Props = {
  row: BoardRow;
  board: BoardReply;
  shape: Shape;
  scale: Scale;
  show: Show;
  place: PlaceSearch;
  /** Position in the whole table, for readers of a table of which only a part is drawn. */
  position: number;
  /** Column that holds the keyboard here (-1 the name), or null when another row does. */
  active: number | null;
  /** Column of the open cell, or null. */
  open: number | null;
  /** The floor line runs above this row. */
  floorAbove: boolean;
};

export const UnitRow = memo(function UnitRow(props: Props) {
  const { row, board, active, open, scale, shape } = props;
  const { t, figure } = useText();
  const classes = ['unit-row'];
  if (props.floorAbove) classes.push('floor-above');
  if (row.underFloor) classes.push('under-floor');
  if (active !== null || open !== null) classes.push('current-row');
  return (
    <tr className={classes.join(' ')} aria-rowindex={props.position}>
      <NameCell row={row} place={props.place} shape={shape} active={active === -1} />
      {board.criteria.map((_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its position
        <MarkCell key={at} {...props} at={at} />
      ))}
      <td className="sum">
        {row.met === null ? '–' : figure(row.met)}
        {row.underFloor ? <span className="unseen"> {t('table.underFloor')}</span> : null}
      </td>
      <td className="bar-cell">
        <ScaleLines />
        <ProgressBar row={row} scale={scale} />
      </td>
      <td className="against">
        <AgainstPlan row={row} words={shape.against > 40} />
      </td>
    </tr>
  );
});

function NameCell(props: { row: BoardRow; place: PlaceSearch; shape: Shape; active: boolean }) {
  const { row, shape } = props;
  const text = useText();
  const { t } = text;
  const said = rowNote(row, text);
  // What people recognised and what the set computes are two things; both are shown.
  const level = row.level === null ? undefined : t('table.level', { level: t(`verdict.${row.level}`) });
  return (
    <th scope="row" className="unit-name">
      <Link
        to="/desk/communes/$code"
        params={{ code: row.unit }}
        search={props.place}
        tabIndex={props.active ? 0 : -1}
        data-line={row.unit}
        data-col={-1}
      >
        <Data>{shownName(row.name)}</Data>
      </Link>
      {shape.density === 'phone' && row.met !== null ? <span className="phone-sum"> {row.met}</span> : null}
      {said === null ? null : (
        <span className={shape.density === 'district' ? 'row-note' : 'unseen'} title={level}>
          {said}
        </span>
      )}
    </th>
  );
}

function MarkCell(props: Props & { at: number }) {
  const { row, board, shape, at, show } = props;
  const text = useText();
  const criterion = board.criteria[at];
  if (criterion === undefined) return null;
  const letter = row.marks[at] ?? 'U';
  const look = cellClass(row, board, at);
  return (
    <td className={wanted(letter, show) ? look : `${look} faded`}>
      <button
        type="button"
        tabIndex={props.active === at ? 0 : -1}
        aria-current={props.open === at}
        aria-label={cellName(row, at, criterion, text)}
        data-line={row.unit}
        data-col={at}
      >
        <Mark kind={markOf(letter)} size={shape.mark} />
        {showsLacking(row, shape, at) ? (
          <span className="lacking">{text.figure(-(row.lacking[at] ?? 0))}</span>
        ) : null}
      </button>
    </td>
  );
}
