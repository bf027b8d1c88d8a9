// A password, hidden until asked to be shown: whoever types slowly on a phone sees what was typed.
import { useId, useState } from 'react';
import { useText } from '../../text/language.tsx';

export function PasswordField(props: {
  label: string;
  value: string;
  autoComplete: 'current-password' | 'new-password';
  note?: string;
  onChange: (value: string) => void;
}) {
  const { t } = useText();
  const [shown, setShown] = useState(false);
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{props.label}</label>
      <span className="password-line">
        <input
          id={id}
          className="field"
          type={shown ? 'text' : 'password'}
          value={props.value}
          autoComplete={props.autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => props.onChange(event.target.value)}
        />
        <button
          type="button"
          className="button-link"
          aria-pressed={shown}
          aria-controls={id}
          onClick={() => setShown(!shown)}
        >
          {t(shown ? 'account.hide' : 'account.show')}
        </button>
      </span>
      {props.note === undefined ? null : <p className="small secondary">{props.note}</p>}
    </div>
  );
}
