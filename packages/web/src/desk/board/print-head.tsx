// What paper needs besides the table: what it shows, as of when, and how to open the same view again.
import type { BoardReply } from '@vungbuoc/programme/board';
import { useText } from '../../text/language.tsx';
import { Data, Say } from '../../text/say.tsx';
import { clock } from '../frame/waiting.tsx';

export function PrintHead(props: { board: BoardReply }) {
  const { board } = props;
  const { of, day } = useText();
  return (
    <div className="only-print print-head">
      <p>
        <Data>{of(board.round.name)}</Data>, <Say k="print.asOf" values={{ date: day(board.asOf) }} />
        {board.set ? (
          <>
            . <Data>{of(board.set.title)}</Data>
          </>
        ) : null}
      </p>
    </div>
  );
}

/** On every page: when the figures were frozen and where they can be seen again. */
export function PrintFoot() {
  const { day } = useText();
  const now = new Date();
  const today = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
  return (
    <p className="print-foot">
      <Say k="print.frozen" values={{ time: clock(now.getTime()), date: day(today) }} />.{' '}
      <Say k="print.reopen" values={{ address: <Data>{location.href}</Data> }} />
    </p>
  );
}
