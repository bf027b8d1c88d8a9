// What each mark means, under the table and on every sheet of paper; only marks and signs that this board holds.
import type { BoardReply } from '@vungbuoc/programme/board';
import { Mark } from '../../parts/mark.tsx';
import { useText } from '../../text/language.tsx';
import { Say } from '../../text/say.tsx';
import { markOf } from './marks.ts';

const ORDER = 'MRCBNPUA';
/** Explained even when this board happens to hold none: the words of the programme. */
const ALWAYS = 'MRCNU';

export function Legend(props: { board: BoardReply }) {
  const { board } = props;
  const { t, figure } = useText();
  const held = new Set(board.rows.flatMap((row) => [...row.marks]));
  const letters = [...ORDER].filter((letter) => ALWAYS.includes(letter) || held.has(letter));
  const unchecked = board.criteria.filter(
    (criterion) => !criterion.lawChecked && !criterion.noStandard,
  ).length;
  const lacking = board.criteria.length <= 12 && held.has('N');
  return (
    <ul className="legend" aria-label={t('legend.title')}>
      {letters.map((letter) => (
        <li key={letter}>
          <Mark kind={markOf(letter)} size={15} />
          {t(`legend.${markOf(letter)}`)}
        </li>
      ))}
      {lacking ? (
        <li>
          <span className="lacking" aria-hidden="true">
            {figure(-2)}
          </span>
          {t('legend.lacking')}
        </li>
      ) : null}
      {board.floor === null ? null : (
        <li>
          <span className="sign-floor" />
          {t('legend.floor')}
        </li>
      )}
      {unchecked === 0 ? null : (
        <li>
          <span className="sign-unchecked" aria-hidden="true">
            ※
          </span>
          <Say k="legend.unchecked" values={{ n: unchecked }} />
        </li>
      )}
      {board.criteria.some((criterion) => criterion.noStandard) ? (
        <li>
          <span className="sign-hatched" />
          {t('legend.noStandard')}
        </li>
      ) : null}
      <li className="no-print">{t('board.keys')}</li>
    </ul>
  );
}
