// A date typed the way people here write it (31/12/2020), whatever language the browser speaks.
import { useEffect, useId, useState } from 'react';

type Props = {
  label: string;
  hint: string;
  /** Said when what was typed is no date. */
  wrong: string;
  /** YYYY-MM-DD. */
  value: string;
  write: (date: string) => string;
  read: (typed: string) => string | null;
  onChange: (date: string) => void;
};

export function DateField(props: Props) {
  const { value, write, read, onChange } = props;
  const id = useId();
  const written = write(value);
  const [typed, setTyped] = useState(written);
  const [isWrong, setWrong] = useState(false);
  useEffect(() => setTyped(written), [written]);
  const settle = () => {
    const date = typed.trim() === written ? value : read(typed);
    setWrong(date === null);
    if (date !== null && date !== value) onChange(date);
    if (date === value) setTyped(written);
  };
  return (
    <div className="date-field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        className="field"
        inputMode="numeric"
        autoComplete="off"
        title={props.hint}
        value={typed}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => (event.key === 'Enter' ? settle() : undefined)}
      />
      {isWrong ? (
        <p id={`${id}-wrong`} role="alert" className="date-wrong">
          {props.wrong}
        </p>
      ) : null}
    </div>
  );
}
