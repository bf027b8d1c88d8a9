// A message with parts that stand out (<b>, <w>) and with names set as data: what plain text cannot hold.
import { Fragment, type ReactNode } from 'react';
import type { MessageKey } from './catalogue.ts';
import { useText } from './language.tsx';
import { type ArgumentsFor, stretches, type Tone } from './messages.ts';
import type { vi } from './vi.ts';

type Props<K extends MessageKey> =
  ArgumentsFor<(typeof vi)[K], ReactNode> extends [infer Values] ? { k: K; values: Values } : { k: K };

/** `<Say k="sentence.full" values={{ full: 3, criteria: 19 }} />`. Numbers are written the way of the language. */
export function Say<K extends MessageKey>(props: Props<K>) {
  const { catalogue, figure } = useText();
  const values: Readonly<Record<string, ReactNode>> =
    'values' in props ? Object.assign({}, props.values) : {};
  const parts = stretches(catalogue[props.k], values);
  return parts.map((part, position) => {
    const value = 'words' in part ? part.words : values[part.value];
    const shown = typeof value === 'number' ? figure(value) : value;
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one message never move
    return <Fragment key={position}>{toned(part.tone, shown)}</Fragment>;
  });
}

function toned(tone: Tone, shown: ReactNode): ReactNode {
  if (tone === 'bold') return <strong>{shown}</strong>;
  if (tone === 'warn') return <strong className="warn">{shown}</strong>;
  return shown;
}

/** Words that are not ours to translate: names of places, people and offices, figures, a document's own text. */
export function Data(props: { children: ReactNode }) {
  return <span data-data="">{props.children}</span>;
}

/** Words of the law: a criterion's or an indicator's name, a citation. */
export function Law(props: { children: ReactNode }) {
  return <span data-law="">{props.children}</span>;
}
