// The frame of a page beside the board: the way back to it, and what was asked for, or what stands there until it comes.
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '../../text/language.tsx';
import { type PlaceSearch, placeOf } from '../board/board-search.ts';
import { Unanswered } from './waiting.tsx';
import './page-sheet.css';

/** `children` draws the answer. */
export function PageSheet<Answer>(props: {
  asked: UseQueryResult<Answer>;
  search: PlaceSearch;
  children: (answer: Answer) => ReactNode;
}) {
  const { asked, search, children } = props;
  const { t } = useText();
  return (
    <main id="main" className="screen sheet">
      <p className="no-print">
        <Link to="/desk/board" search={placeOf(search)}>
          {t('commune.up')}
        </Link>
      </p>
      {asked.data ? children(asked.data) : null}
      <Unanswered asked={asked} rows={12} />
    </main>
  );
}
