// The foot of the board: how many communes meet each criterion, and how many the plan asks for; below plan is underlined.
import type { BoardReply } from '@vungbuoc/programme/board';
import { memo } from 'react';
import { useText } from '../../text/language.tsx';
import { ScaleLines } from './progress-bar.tsx';

export const BoardSums = memo(function BoardSums(props: { board: BoardReply }) {
  const { board } = props;
  const { sums, criteria } = board;
  const { t, figure } = useText();
  const planned =
    sums.plannedMet !== null || sums.planAverage !== null || criteria.some((one) => one.planned !== null);
  return (
    <tbody className="sums">
      <tr className="sums-row">
        <th scope="row" className="unit-name">
          {t('table.sums')}
        </th>
        {criteria.map((criterion, at) => (
          <td key={criterion.code} className={`cell${startsGroup(board, at)}`}>
            <Met criterion={criterion} />
          </td>
        ))}
        <td className="sum">{figure(sums.met)}</td>
        <td colSpan={2} className="bar-cell foot-average">
          <ScaleLines />
          {sums.average === null ? '' : <span>{t('table.averageFoot', { n: figure(sums.average) })}</span>}
        </td>
      </tr>
      {planned ? (
        <tr className="plan-row">
          <th scope="row" className="unit-name">
            {t('table.planned', { year: String(sums.planYear ?? board.round.year) })}
          </th>
          {criteria.map((criterion, at) => (
            <td key={criterion.code} className={`cell${startsGroup(board, at)}`}>
              {criterion.planned === null ? '' : figure(criterion.planned)}
            </td>
          ))}
          <td className="sum">{sums.plannedMet === null ? '' : figure(sums.plannedMet)}</td>
          <td colSpan={2} className="bar-cell foot-average">
            {sums.planAverage === null ? (
              ''
            ) : (
              <span>{t('table.averageFoot', { n: figure(sums.planAverage) })}</span>
            )}
          </td>
        </tr>
      ) : null}
    </tbody>
  );
});

function startsGroup(board: BoardReply, at: number): string {
  return board.criteria[at]?.group !== board.criteria[at - 1]?.group || board.groups.length === 0
    ? ' group-start'
    : '';
}

function Met(props: { criterion: BoardReply['criteria'][number] }) {
  const { t, figure } = useText();
  const { met, planned, noStandard } = props.criterion;
  if (noStandard) return '';
  if (planned === null || met >= planned) return figure(met);
  return (
    <span className="below-plan">
      {figure(met)}
      <span className="unseen">, {t('table.belowPlan', { n: planned })}</span>
    </span>
  );
}
