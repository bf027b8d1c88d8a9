// A quiet line above the table when the figures moved while somebody was reading, or when the server went silent.
import { useText } from '../../text/language.tsx';
import { clock } from '../frame/waiting.tsx';
import type { OpenBoard } from './use-board.ts';

export function ChangedLine(props: { opened: OpenBoard }) {
  const { changed, error, receivedAt, showLatest } = props.opened;
  const { t } = useText();
  const time = clock(receivedAt);
  return (
    <div role="status" className="changed-line no-print">
      {changed === null ? null : (
        <p>
          {changed > 0 ? t('changed.line', { n: changed, time }) : t('changed.rows', { time })}{' '}
          <button type="button" className="button-link" onClick={showLatest}>
            {t('changed.show')}
          </button>
        </p>
      )}
      {error ? <p className="changed-stale">{t('changed.stale', { time })}</p> : null}
    </div>
  );
}
