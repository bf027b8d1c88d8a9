// A round without a single figure: what is ready, the one step that is open, and the real board waiting below.

import { Link } from '@tanstack/react-router';
import type { BoardReply } from '@vungbuoc/programme/board';
import type { ReactNode } from 'react';
import { Mark } from '../../parts/mark.tsx';
import { useText } from '../../text/language.tsx';
import { Data, Say } from '../../text/say.tsx';
import { Place } from '../frame/place.tsx';
import { type PlaceSearch, placeOf } from './board-search.ts';
import { lowerFirst } from './marks.ts';

export function FirstRun(props: { board: BoardReply; search: PlaceSearch }) {
  const { board, search } = props;
  const { t, of, day } = useText();
  const round = <Data>{lowerFirst(of(board.round.name))}</Data>;
  const roundHead = <Data>{of(board.round.name)}</Data>;
  return (
    <section className="first-run no-print" aria-labelledby="first-run">
      <h2 id="first-run">{t(board.rows.length === 0 ? 'empty.none' : 'empty.title')}</h2>
      <p className="lead">
        {board.rows.length === 0 ? t('empty.noneLead') : <Say k="empty.lead" values={{ round }} />}
      </p>
      <ol aria-label={t('empty.steps')}>
        <Done title={t('empty.places')}>
          <Say
            k="empty.placesDone"
            values={{ place: <Place unit={board.under} first />, n: board.rows.length }}
          />
        </Done>
        <Done title={t('empty.set')}>
          <SetState board={board} />
        </Done>
        <Done title={t('empty.roundStep')}>
          <Say k="empty.roundDone" values={{ round: roundHead, date: day(board.asOf) }} />
        </Done>
        <li className="is-open" aria-current="step">
          <span className="step-number">4</span>
          <div>
            <h3>{t('empty.figures')}</h3>
            <p>{t('empty.figuresWhy')}</p>
            <Link to="/desk/intake" search={placeOf(search)} className="button button-filled">
              {t('empty.intake')}
            </Link>
          </div>
        </li>
      </ol>
      <h3 className="below">{t('empty.below')}</h3>
      <p className="small secondary">{t('empty.belowWhy')}</p>
    </section>
  );
}

function Done(props: { title: string; children: ReactNode }) {
  const { t } = useText();
  return (
    <li>
      <Mark kind="met" size={28} />
      <div>
        <h3>
          {props.title}
          <span className="unseen"> ({t('empty.done')})</span>
        </h3>
        <p className="secondary">{props.children}</p>
      </div>
    </li>
  );
}

function SetState(props: { board: BoardReply }) {
  const { criteria, set } = props.board;
  const { t, of } = useText();
  if (set === null) return t('board.noSet');
  const values = { set: <Data>{of(set.title)}</Data>, n: criteria.length };
  const missing = criteria.filter((criterion) => criterion.noStandard).length;
  if (missing > 0) return <Say k="empty.setMissing" values={{ ...values, missing }} />;
  const unchecked = criteria.filter((criterion) => !criterion.lawChecked).length;
  return unchecked > 0 ? (
    <Say k="empty.setUnchecked" values={{ ...values, unchecked }} />
  ) : (
    <Say k="empty.setDone" values={values} />
  );
}
