// The screen at /desk/intake: from an office's own sheet to the board, looked at before anything is kept.
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { BoardReply } from '@vungbuoc/programme/board';
import { boardAddress } from '../../data/addresses.ts';
import { getJson } from '../../data/http.ts';
import { useText } from '../../text/language.tsx';
import { type PlaceSearch, queryOf } from '../board/board-search.ts';
import { hasNothingYet, ToBegin } from '../frame/to-begin.tsx';
import { Failed, Waiting } from '../frame/waiting.tsx';
import { IntakeWork } from './intake-work.tsx';
import { RoundChoice } from './round-choice.tsx';
import { Saved } from './saved.tsx';
import { SourceChoice } from './source-choice.tsx';
import { useIntake } from './use-intake.ts';
import './intake.css';

export function IntakePage() {
  const search = useSearch({ from: '/framed/desk/intake' });
  const { t } = useText();
  const address = boardAddress(queryOf(search));
  const asked = useQuery({
    queryKey: ['board of intake', address],
    queryFn: ({ signal }) => getJson<BoardReply>(address, signal),
  });
  return (
    <main id="main" className="screen intake">
      <title>{t('intake.title')}</title>
      <h1>{t('intake.title')}</h1>
      {asked.data ? <IntakeCourse board={asked.data} search={search} /> : null}
      {asked.error && hasNothingYet(asked.error) ? <ToBegin /> : null}
      {asked.error && !hasNothingYet(asked.error) ? (
        <Failed error={asked.error} at={asked.errorUpdatedAt} onAgain={() => void asked.refetch()} />
      ) : null}
      {asked.isPending ? <Waiting rows={6} /> : null}
    </main>
  );
}

function IntakeCourse(props: { board: BoardReply; search: PlaceSearch }) {
  const { board, search } = props;
  const query = { ...queryOf(search), under: board.under.code, round: board.round.code };
  const intake = useIntake(query);
  const { t } = useText();
  if (intake.saved)
    return (
      <Saved
        imported={intake.saved}
        results={intake.proposed?.results ?? []}
        search={search}
        board={board}
        onAgain={intake.restart}
      />
    );
  return (
    <>
      {intake.proposed === null ? (
        <>
          <p className="lead">{t('intake.lead')}</p>
          <RoundChoice board={board} />
          <SourceChoice onSource={intake.begin} />
        </>
      ) : null}
      <div role="status">
        {intake.reading && intake.proposed === null ? <p>{t('intake.reading')}</p> : null}
      </div>
      {intake.error ? <IntakeFailed intake={intake} error={intake.error} /> : null}
      {intake.proposed ? <IntakeWork intake={intake} proposed={intake.proposed} board={board} /> : null}
    </>
  );
}

function IntakeFailed(props: { intake: ReturnType<typeof useIntake>; error: Error }) {
  const { intake, error } = props;
  const again = () => (intake.proposed === null ? intake.restart() : intake.save());
  return <Failed error={error} at={intake.failedAt} onAgain={again} />;
}
