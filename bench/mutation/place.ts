// Names the declaration around a line, so that a reason stays with its place when lines move.
const DECLARATION = /^(?:export )?(?:async )?(function|const|class) (\w+)/;
const METHOD = /^ {2}(?:(?:private|static|async|get|set) )*(\w+)(?:<.*>)?\(/;

/** `lines` of a source, `line` from 1: `readNumber`, `YES`, `Desk.checkRate`; empty outside of any. */
export function placeOf(lines: readonly string[], line: number): string {
  let method = '';
  for (let at = line - 1; at >= 0; at--) {
    const text = lines[at] ?? '';
    const [, kind, name] = DECLARATION.exec(text) ?? [];
    if (name !== undefined) return kind === 'class' && method !== '' ? `${name}.${method}` : name;
    if (method === '') method = METHOD.exec(text)?.[1] ?? '';
  }
  return '';
}
