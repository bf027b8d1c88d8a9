// How far one commune is: solid is verified, outlined only claimed, the tick is its plan; floor and averages run through.
import type { BoardRow } from '@vungbuoc/programme/board';
import { useText } from '../../text/language.tsx';
import { percentOf, type Scale } from './scale.ts';

/** The lines that run through every row at the same place. */
export function ScaleLines() {
  return (
    <>
      <span className="line-floor" />
      <span className="line-average" />
      <span className="line-plan" />
    </>
  );
}

export function ProgressBar(props: { row: BoardRow; scale: Scale }) {
  const { row, scale } = props;
  const { t, figure } = useText();
  if (row.met === null) return null;
  const name = t('table.barName', {
    met: row.met,
    claimed: row.claimed,
    planned: row.planned === null ? '–' : figure(row.planned),
  });
  return (
    <span className={`bar${row.underFloor ? ' bar-under' : ''}`} role="img" aria-label={name}>
      <span className="bar-met" style={{ width: percentOf(row.met, scale) }} />
      {row.claimed > 0 ? (
        <span
          className="bar-claimed"
          style={{ left: percentOf(row.met, scale), width: percentOf(row.claimed, scale) }}
        />
      ) : null}
      {row.planned === null ? null : (
        <span className="bar-plan" style={{ left: percentOf(row.planned, scale) }} />
      )}
    </span>
  );
}

/** "đúng KH", "thiếu 1", "vượt 2"; in a long board only the exception, as "−1". */
export function AgainstPlan(props: { row: BoardRow; words: boolean }) {
  const { t, figure } = useText();
  const { met, planned } = props.row;
  if (met === null || planned === null) return null;
  const said =
    met === planned
      ? t('table.onPlan')
      : met < planned
        ? t('table.behind', { n: planned - met })
        : t('table.ahead', { n: met - planned });
  if (props.words) return said;
  return (
    <>
      <span aria-hidden="true">{met < planned ? figure(met - planned) : ''}</span>
      <span className="unseen">{said}</span>
    </>
  );
}
