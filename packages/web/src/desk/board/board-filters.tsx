// Which cells and rows to look at: chips with their counts, a search that needs no tone marks, order, boundaries.
import type { BoardReply } from '@vungbuoc/programme/board';
import type { ReactNode } from 'react';
import { countCells, SHOWS, type Show, SORTS, type Sort, type View } from '../../data/board-view.ts';
import { Mark, type MarkKind } from '../../parts/mark.tsx';
import { Picker } from '../../parts/picker.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import { Segment } from '../../parts/segment.tsx';
import { useText } from '../../text/language.tsx';
import type { BoardSearch } from './board-search.ts';

type Props = {
  board: BoardReply;
  search: BoardSearch;
  view: View;
  shown: number;
  change: (next: Partial<BoardSearch>, replace?: boolean) => void;
  /** What ends the line, such as the ways out. */
  children?: ReactNode;
};

const CHIP_MARKS: Readonly<Record<Show, MarkKind | null>> = {
  all: null,
  notMet: 'notMet',
  waiting: 'claimedMet',
  atRisk: 'atRisk',
  unknown: 'unknown',
};

export function BoardFilters(props: Props) {
  const { board, view, shown, change } = props;
  const { t } = useText();
  return (
    <div className="board-filters no-print">
      <Chips
        board={board}
        show={view.show}
        onShow={(show) => change({ show: show === 'all' ? undefined : show })}
      />
      <SearchField
        label={t('search.label')}
        hint={t('search.hint')}
        value={view.find}
        onChange={(q) => change({ q: q || undefined }, true)}
      />
      <Picker
        label={t('sort.label')}
        value={view.sort}
        options={SORTS.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
        onChange={(sort) => change({ sort: readSort(sort) })}
      />
      <Boundaries board={board} change={change} />
      {props.children}
      <p className="unseen" role="status">
        {t('filter.shown', { shown, all: board.rows.length })}
      </p>
    </div>
  );
}

function readSort(text: string): Sort | undefined {
  const sort = SORTS.find((one) => one === text);
  return sort === 'most' ? undefined : sort;
}

function Chips(props: { board: BoardReply; show: Show; onShow: (show: Show) => void }) {
  const { t } = useText();
  const counts = countCells(props.board.rows);
  return (
    <fieldset className="chips">
      <legend className="unseen">{t('filter.label')}</legend>
      {SHOWS.map((show) => {
        const mark = CHIP_MARKS[show];
        return (
          <button
            key={show}
            type="button"
            className="chip"
            aria-pressed={props.show === show}
            onClick={() => props.onShow(show)}
          >
            {mark ? <Mark kind={mark} size={15} /> : null}
            {t(`filter.${show}`, { n: counts[show] })}
          </button>
        );
      })}
    </fieldset>
  );
}

function Boundaries(props: Pick<Props, 'board' | 'change'>) {
  const { board, change } = props;
  const { t } = useText();
  const counts = { [board.geography]: board.rows.length };
  const other = board.otherGeographyRows;
  return (
    <Segment
      label={t('geography.label')}
      value={board.geography}
      options={[
        { value: 'then', label: t('geography.then', { n: counts.then ?? other }) },
        { value: 'now', label: t('geography.now', { n: counts.now ?? other }) },
      ]}
      onChange={(geography) => change({ geography: geography === 'now' ? 'now' : 'then', cell: undefined })}
    />
  );
}
