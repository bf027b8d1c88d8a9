// After saving: what was kept, where it stands, and the way to the board.

import { Link } from '@tanstack/react-router';
import type { BoardReply } from '@vungbuoc/programme/board';
import { type DeclaredResult, type UnitShown, whatIsShown } from '@vungbuoc/programme/intake';
import type { Imported } from '../../data/intake.ts';
import { useText } from '../../text/language.tsx';
import { Data, Say } from '../../text/say.tsx';
import { type PlaceSearch, placeOf } from '../board/board-search.ts';

type Props = {
  imported: Imported;
  results: readonly DeclaredResult[];
  board: BoardReply;
  search: PlaceSearch;
  onAgain: () => void;
};

export function Saved(props: Props) {
  const { imported, results, board, search, onAgain } = props;
  const { t } = useText();
  const { changed, changedUnits } = imported;
  return (
    <section className="notice" role="status">
      <h2>{changed === 0 ? t('intake.savedSame') : t('intake.saved', { changed, units: changedUnits })}</h2>
      <Shown units={whatIsShown(results, board.rows)} />
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

/** Each unit of the sheet, and whether the board shows it by the sheet or, as before, by the round's figures. */
function Shown(props: { units: readonly UnitShown[] }) {
  const { t } = useText();
  const byFigures = props.units.filter(({ by }) => by === 'figures');
  const bySheet = props.units.filter(({ by }) => by === 'sheet');
  return (
    <div className="intake-shown">
      {byFigures.length > 0 ? (
        <section>
          <h3>{t('intake.shownFigures', { n: byFigures.length })}</h3>
          <p>{t('intake.savedWhy')}</p>
          <ul>
            {byFigures.map(({ unit, name, met, said, of }) => (
              <li key={unit}>
                <Say
                  k="intake.shownFiguresLine"
                  values={{ unit: <Data>{name}</Data>, met: met ?? '?', of, said }}
                />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {bySheet.length > 0 ? (
        <section>
          <h3>{t('intake.shownSheet', { n: bySheet.length })}</h3>
          <ul>
            {bySheet.map(({ unit, name, said, of }) => (
              <li key={unit}>
                <Say k="intake.shownSheetLine" values={{ unit: <Data>{name}</Data>, said, of }} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
