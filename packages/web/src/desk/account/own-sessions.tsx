// Where I am signed in, and ending what I no longer use or do not know.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SessionsReply } from '@vungbuoc/programme/accounts';
import { endSessions, fetchSessions } from '../../data/accounts.ts';
import { useText } from '../../text/language.tsx';
import { Data } from '../../text/say.tsx';
import { FormProblem } from '../frame/form-problem.tsx';
import { clock, Unanswered } from '../frame/waiting.tsx';
import { browserName } from './browser-name.ts';

export function OwnSessions() {
  const { t } = useText();
  const queries = useQueryClient();
  const asked = useQuery({ queryKey: ['sessions'], queryFn: ({ signal }) => fetchSessions(signal) });
  const ending = useMutation({
    mutationFn: endSessions,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
  const others = asked.data?.sessions.filter(({ current }) => !current) ?? [];
  return (
    <section>
      <h2>{t('account.sessions')}</h2>
      <ul className="account-lines">
        {asked.data?.sessions.map((session) => (
          <SessionLine key={session.session} session={session} onEnd={() => ending.mutate(session.session)} />
        ))}
      </ul>
      {others.length > 1 ? (
        <button type="button" className="button" onClick={() => ending.mutate(null)}>
          {t('account.endOthers')}
        </button>
      ) : null}
      <FormProblem error={ending.error} />
      <Unanswered asked={asked} rows={2} />
    </section>
  );
}

function SessionLine(props: { session: SessionsReply['sessions'][number]; onEnd: () => void }) {
  const { t, day } = useText();
  const { agent, address, seen, current, shared } = props.session;
  const at = new Date(seen);
  return (
    <li className="account-session">
      <span>
        <Data>{browserName(agent)}</Data>
        <span className="small secondary">
          {t('account.seen', { time: clock(at.getTime()), date: day(localDay(at)) })}
          {address === null ? null : (
            <>
              , <Data>{address}</Data>
            </>
          )}
          {shared ? `, ${t('account.sharedMachine')}` : null}
        </span>
      </span>
      {current ? (
        <strong>{t('account.thisMachine')}</strong>
      ) : (
        <button type="button" className="button" onClick={props.onEnd}>
          {t('account.end')}
        </button>
      )}
    </li>
  );
}

/** The day on this machine's own calendar. */
function localDay(instant: Date): string {
  const [month, date] = [instant.getMonth() + 1, instant.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${instant.getFullYear()}-${month}-${date}`;
}
