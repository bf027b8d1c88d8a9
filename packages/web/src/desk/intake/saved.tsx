// After saving: what was kept, where it stands, and the way to the board.

import { Link } from '@tanstack/react-router';
import type { BoardReply } from '@vungbuoc/programme/board';
import type { Imported } from '../../data/intake.ts';
import { useText } from '../../text/language.tsx';
import { type PlaceSearch, placeOf } from '../board/board-search.ts';

type Props = { imported: Imported; board: BoardReply; search: PlaceSearch; onAgain: () => void };

export function Saved(props: Props) {
  const { imported, board, search, onAgain } = props;
  const { t } = useText();
  const { changed, changedUnits } = imported;
  return (
    <section className="notice" role="status">
      <h2>{changed === 0 ? t('intake.savedSame') : t('intake.saved', { changed, units: changedUnits })}</h2>
      <p>{t('intake.savedWhy')}</p>
      <p className="intake-answers">
        <Link
          to="/desk/board"
          search={{ ...placeOf(search), under: board.under.code, round: board.round.code }}
          className="button button-filled"
        >
          {t('intake.toBoard')}
        </Link>
        <button type="button" className="button" onClick={onAgain}>
          {t('intake.again')}
        </button>
      </p>
    </section>
  );
}
