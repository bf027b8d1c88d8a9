// The link that was made, to be handed over: it is shown once and kept nowhere.
import { useId, useState } from 'react';
import { useText } from '../../text/language.tsx';

export function HandOver(props: { link: string; days: number }) {
  const { t } = useText();
  const [copied, setCopied] = useState(false);
  const id = useId();
  return (
    <div className="hand-over" role="status">
      <label htmlFor={id}>{t('people.handOver', { n: props.days })}</label>
      <span>
        <input
          id={id}
          className="field"
          readOnly
          value={props.link}
          onFocus={(event) => event.target.select()}
          data-data=""
        />
        <button
          type="button"
          className="button"
          onClick={() => void navigator.clipboard.writeText(props.link).then(() => setCopied(true))}
        >
          {t(copied ? 'people.copied' : 'people.copy')}
        </button>
      </span>
    </div>
  );
}
