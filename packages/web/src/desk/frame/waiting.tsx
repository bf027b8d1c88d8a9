// What stands where a screen is not there yet: nothing at first, quiet rows after 300 ms, a sentence after a second;
// and what went wrong, at what time, with one button.
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Refused } from '../../data/http.ts';
import { useText } from '../../text/language.tsx';
import './waiting.css';

/** Quiet grey rows in the shape of what comes. `onStop` gives up the wait. */
export function Waiting(props: { rows: number; onStop?: (() => void) | undefined }) {
  const { t } = useText();
  const passed = usePassed();
  if (passed < 300) return null;
  return (
    <div className="waiting">
      <p className="unseen" role="status">
        {t('state.loading')}
      </p>
      {Array.from({ length: props.rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of nothing, always the same
        <span key={row} className="waiting-row" />
      ))}
      {passed < 1000 ? null : (
        <p>
          {t('state.slow')}{' '}
          {props.onStop ? (
            <button type="button" className="button-link" onClick={props.onStop}>
              {t('state.stop')}
            </button>
          ) : null}
        </p>
      )}
    </div>
  );
}

/** Milliseconds waited so far, in the two steps that matter. */
function usePassed(): number {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const first = setTimeout(() => setPassed(300), 300);
    const second = setTimeout(() => setPassed(1000), 1000);
    return () => {
      clearTimeout(first);
      clearTimeout(second);
    };
  }, []);
  return passed;
}

/** What could not be opened, what is safe, one button (`wayOut` where asking again cannot help); the code for the helpdesk. */
export function Failed(props: { error: Error; at: number; onAgain: () => void; wayOut?: ReactNode }) {
  const { t, of } = useText();
  const { error } = props;
  const said = error instanceof Refused && error.detail ? of(error.detail) : null;
  return (
    <div className="notice" role="alert">
      <h2>{t('state.failed', { time: clock(props.at) })}</h2>
      <p>
        {said === null ? (
          t(error instanceof Refused && error.status === 0 ? 'state.offline' : 'state.safe')
        ) : (
          <span data-engine="">{said}</span>
        )}
      </p>
      {error instanceof Refused && error.faults.length > 1 ? (
        <ul className="fault-list">
          {error.faults.map((fault) => (
            <li key={`${fault.path} ${fault.vi}`} data-engine="">
              {of(fault)}
            </li>
          ))}
        </ul>
      ) : null}
      {props.wayOut ?? (
        <button type="button" className="button button-filled" onClick={props.onAgain}>
          {t('state.again')}
        </button>
      )}
      <p className="small secondary">
        {t('state.code', { code: error instanceof Refused ? error.code : error.name })}
      </p>
    </div>
  );
}

/** What stands beside an answer that is not there, or not the newest: why asking failed, or the wait for the first. */
export function Unanswered(props: { asked: UseQueryResult; rows: number }) {
  const { asked, rows } = props;
  return (
    <>
      {asked.error ? (
        <Failed error={asked.error} at={asked.errorUpdatedAt} onAgain={() => void asked.refetch()} />
      ) : null}
      {asked.isPending ? <Waiting rows={rows} /> : null}
    </>
  );
}

/** 08:05, as clocks in offices show it. */
export function clock(instant: number): string {
  const time = new Date(instant);
  return `${String(time.getHours()).padStart(2, '0')}:${String(time.getMinutes()).padStart(2, '0')}`;
}
