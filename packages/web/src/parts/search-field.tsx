// A field to find something in what is on screen.
import { useId, useRef, useState } from 'react';
import { SearchIcon } from './icons.tsx';

type Props = { label: string; hint: string; value: string; onChange: (value: string) => void };

export function SearchField(props: Props) {
  const id = useId();
  const [typed, setTyped] = useState(props.value);
  // What was typed leads; a value that came from elsewhere (back button, "show all") replaces it.
  const told = useRef(props.value);
  if (props.value !== told.current) {
    told.current = props.value;
    if (props.value !== typed.trim()) setTyped(props.value);
  }
  const type = (value: string) => {
    setTyped(value);
    props.onChange(value.trim());
  };
  return (
    <div className="search-field">
      <label className="unseen" htmlFor={id}>
        {props.label}
      </label>
      <SearchIcon />
      <input
        id={id}
        className="field"
        type="search"
        placeholder={props.hint}
        value={typed}
        onChange={(event) => type(event.target.value)}
        autoComplete="off"
      />
    </div>
  );
}
