// Beside the table until a cell is opened: the few things the chair would ask about first, the gravest on top.
import type { BoardReply, BoardRow } from '@vungbuoc/programme/board';
import type { ReactNode } from 'react';
import { countCells, type Show, wanted } from '../../data/board-view.ts';
import { Mark, type MarkKind } from '../../parts/mark.tsx';
import { useText } from '../../text/language.tsx';
import { Data, Law, Say } from '../../text/say.tsx';

const NAMED_AT_MOST = 4;

export function LookFirst(props: { board: BoardReply; onShow: (show: Show) => void }) {
  const { board, onShow } = props;
  const { t } = useText();
  const counts = countCells(board.rows);
  return (
    <aside className="look-first no-print" aria-labelledby="look-first">
      <h2 id="look-first">{t('first.title')}</h2>
      <ul>
        <Hardest board={board} />
        <Under board={board} />
        <Cells board={board} show="atRisk" kind="atRisk" count={counts.atRisk} onShow={onShow} />
        <Cells board={board} show="waiting" kind="claimedMet" count={counts.waiting} onShow={onShow} />
        <Cells board={board} show="unknown" kind="unknown" count={counts.unknown} onShow={onShow} />
        <Unchecked board={board} />
      </ul>
      <p className="small secondary keys">{t('first.open')}</p>
    </aside>
  );
}

function Item(props: { kind: MarkKind; children: ReactNode }) {
  return (
    <li>
      <Mark kind={props.kind} size={18} />
      <p>{props.children}</p>
    </li>
  );
}

/** The criterion that fewest communes meet, where a standard can be met at all. */
function Hardest(props: { board: BoardReply }) {
  const { criteria, sums } = props.board;
  const { of } = useText();
  if (sums.withResult === 0) return null;
  const open = criteria.filter((criterion) => !criterion.noStandard && criterion.met < sums.withResult);
  const [hardest] = open.sort((a, b) => a.met - b.met);
  if (!hardest) return null;
  const criterion = <Law>{of(hardest.name)}</Law>;
  return (
    <Item kind="notMet">
      <Say k="first.most" values={{ criterion, met: hardest.met, units: sums.withResult }} />
    </Item>
  );
}

function Under(props: { board: BoardReply }) {
  const { rows, floor } = props.board;
  const under = rows.filter((row) => row.underFloor);
  if (floor === null || under.length === 0) return null;
  return (
    <Item kind="notMet">
      <Say
        k="first.under"
        values={{ units: under.length, floor: floor.value, names: <Names rows={under} /> }}
      />
    </Item>
  );
}

type Listed = 'atRisk' | 'waiting' | 'unknown';
type CellsProps = {
  board: BoardReply;
  show: Listed;
  kind: MarkKind;
  count: number;
  onShow: (show: Show) => void;
};

function Cells(props: CellsProps) {
  const { show, kind, count, onShow } = props;
  const { t } = useText();
  if (count === 0) return null;
  const rows = props.board.rows.filter((row) => [...row.marks].some((letter) => wanted(letter, show)));
  return (
    <Item kind={kind}>
      <Say k={`first.${show}`} values={{ cells: count, names: <Names rows={rows} /> }} />{' '}
      <button type="button" className="button-link" onClick={() => onShow(show)}>
        {t('first.show')}
      </button>
    </Item>
  );
}

function Unchecked(props: { board: BoardReply }) {
  const { criteria } = props.board;
  const unchecked = criteria.filter((criterion) => !criterion.lawChecked).length;
  if (unchecked === 0) return null;
  return (
    <Item kind="unknown">
      <Say k="first.unchecked" values={{ n: unchecked, criteria: criteria.length }} />
    </Item>
  );
}

function Names(props: { rows: readonly BoardRow[] }) {
  const { t } = useText();
  const named = props.rows.slice(0, NAMED_AT_MOST).map((row) => row.name);
  const more = props.rows.length - named.length;
  return (
    <>
      <Data>{named.join(', ')}</Data>
      {more > 0 ? ` ${t('first.more', { n: more })}` : null}
    </>
  );
}
