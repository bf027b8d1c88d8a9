// The little language of the catalogues: `{name}` a value, `{n|commune|communes}` a word chosen by a number,
// `<b>…</b>` what the eye must catch, `<w>…</w>` a warning. Everything else is said as written.

export type Tone = 'plain' | 'bold' | 'warn';
/** A stretch of a filled message: words of the catalogue, or the name of a value to put there. */
export type Stretch = { tone: Tone; words: string } | { tone: Tone; value: string };

const TOKEN = /(<\/?[bw]>|\{[^{}]+\})/;
const TONES: Readonly<Record<string, Tone>> = { '<b>': 'bold', '<w>': 'warn' };

/** Splits a message into stretches; `counts` decides the words that follow a number. */
export function stretches(message: string, counts: Readonly<Record<string, unknown>> = {}): Stretch[] {
  const out: Stretch[] = [];
  let tone: Tone = 'plain';
  for (const token of message.split(TOKEN)) {
    if (token === '') continue;
    if (token.startsWith('</')) tone = 'plain';
    else if (TONES[token] !== undefined) tone = TONES[token];
    else if (token.startsWith('{')) out.push({ tone, ...braces(token.slice(1, -1), counts) });
    else out.push({ tone, words: token });
  }
  return out;
}

function braces(
  inside: string,
  counts: Readonly<Record<string, unknown>>,
): { words: string } | { value: string } {
  const [name = '', one, many] = inside.split('|');
  if (one === undefined) return { value: name };
  return { words: Number(counts[name]) === 1 ? one : (many ?? one) };
}

/** Names of the values that a message asks for, read from its text by the type checker. */
type NamesIn<S extends string> = S extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Name}|${string}` ? Name : Inside) | NamesIn<Rest>
  : never;

export type ValuesFor<S extends string, Value> = { [Name in NamesIn<S>]: Value };
/** No values needed: no argument; otherwise exactly the values that the message names. */
export type ArgumentsFor<S extends string, Value> = [NamesIn<S>] extends [never]
  ? []
  : [values: ValuesFor<S, Value>];
