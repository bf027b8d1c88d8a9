// One labelled line of a form.
import { useId } from 'react';

export function Line(props: {
  label: string;
  value: string;
  note?: string;
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        className="field"
        value={props.value}
        autoComplete="off"
        onChange={(event) => props.onChange(event.target.value)}
      />
      {props.note === undefined ? null : <p className="small secondary">{props.note}</p>}
    </div>
  );
}
