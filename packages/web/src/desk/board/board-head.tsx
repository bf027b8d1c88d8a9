// Title, round, set and date of the board: always visible, and the ways out (paper, Excel).
import type { BoardReply, BoardRow } from '@vungbuoc/programme/board';
import type { ReactNode } from 'react';
import { boardWorkbookFields } from '../../data/addresses.ts';
import { DateField } from '../../parts/date-field.tsx';
import { PrinterIcon } from '../../parts/icons.tsx';
import { Picker } from '../../parts/picker.tsx';
import { day, readDay } from '../../text/figures.ts';
import { useText } from '../../text/language.tsx';
import { Say } from '../../text/say.tsx';
import { Place } from '../frame/place.tsx';
import { SampleBadge } from '../frame/sample-badge.tsx';
import { type BoardSearch, queryOf } from './board-search.ts';
import { PrintHead } from './print-head.tsx';

type Props = {
  board: BoardReply;
  search: BoardSearch;
  rows: readonly BoardRow[];
  change: (next: Partial<BoardSearch>) => void;
};

/**
 * All in one line on a desktop, without the ways out where it is `tight`; on a phone only the title, with the rest behind one
 * button (`BoardControls`).
 */
export function BoardHead(props: Props & { narrow: boolean; tight: boolean }) {
  const { board, narrow, tight } = props;
  return (
    <div className="board-head">
      <h1>
        <Say k="board.titleAt" values={{ place: <Place unit={board.under} /> }} />
      </h1>
      {narrow ? null : <Pickers {...props} />}
      {board.sample ? <SampleBadge /> : null}
      {narrow || tight ? null : <BoardActions {...props} />}
      <PrintHead board={board} />
    </div>
  );
}

/** On a phone: round, set, date, filters, ways out, folded until asked for, so that the sentence and table come first. */
export function BoardControls(props: Props & { children: ReactNode }) {
  const { t } = useText();
  return (
    <details className="board-controls no-print">
      <summary className="button">{t('board.controls')}</summary>
      <Pickers {...props} />
      {props.children}
      <BoardActions {...props} />
    </details>
  );
}

/** The ways out: paper and Excel. */
export function BoardActions(props: Props) {
  const { search, rows } = props;
  const { t, language } = useText();
  return (
    <div className="board-actions no-print">
      <button type="button" className="button" onClick={() => print()}>
        <PrinterIcon />
        {t('board.print')}
      </button>
      {/* a form, because an address cannot name the rows of the nation */}
      <form method="post" action="/api/board.xlsx">
        {boardWorkbookFields(queryOf(search), rows, language).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className="button">
          {t('board.excel')}
        </button>
      </form>
    </div>
  );
}

function Pickers(props: Props) {
  const { board, change } = props;
  const { t, of, language } = useText();
  const shortSet = board.set
    ? t('board.setShort', { decree: board.set.decree, n: board.criteria.length })
    : '';
  const sets = board.set && board.sets.length > 0 ? board.sets : [];
  return (
    <div className="board-pickers no-print">
      <Picker
        label={t('board.round')}
        value={board.round.code}
        options={board.rounds.map((round) => ({
          value: round.code,
          label: of(round.name),
        }))}
        onChange={(round) => change({ round, set: undefined, asOf: undefined, cell: undefined })}
      />
      {sets.length > 0 ? (
        <Picker
          label={t('board.set')}
          value={board.set?.id ?? ''}
          options={sets.map((set) => ({
            value: set.id,
            label: set.id === board.set?.id ? shortSet : of(set.title),
          }))}
          onChange={(set) => change({ set, cell: undefined })}
        />
      ) : (
        <span className="small secondary">{t('board.noSet')}</span>
      )}
      <DateField
        label={t('board.asOf')}
        hint={t('board.asOfHint')}
        wrong={t('board.asOfWrong')}
        value={board.asOf}
        write={(date) => day(date, language)}
        read={readDay}
        onChange={(asOf) => change({ asOf })}
      />
    </div>
  );
}
