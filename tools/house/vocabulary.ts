// Reads `docs/terms.md`: the words of the programme, the words of the trade, and the words that are not said.

/** A word that is not used, and what is said instead. `part` is a run of words such as `commune id`. */
export type Unsaid = { part: string[]; instead: string };

/**
 * What may stand in a domain identifier: `nouns` are whole identifiers of the programme (`criteriaSet`), `words` all
 * single words of the programme and the trade in the singular, `unsaid` what has another name here.
 */
export type Vocabulary = { nouns: Set<string>; words: Set<string>; unsaid: Unsaid[] };

const HEADINGS = { nouns: 'Words of the programme', trade: 'Words of the trade', unsaid: 'Words not used' };

/** The words of an identifier, in small letters and the singular: `unitChange_ids` gives unit, change, id. */
export function wordsOf(identifier: string): string[] {
  return identifier
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .filter((word) => word !== '')
    .map((word) => singular(word.toLowerCase()));
}

/** A rough singular, the same for the list and for the code, so that it only has to agree with itself. */
export function singular(word: string): string {
  if (/(ss|us|is)$/.test(word) || word.length < 3) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(x|ch|sh|ss|tus)es$/.test(word)) return word.slice(0, -2);
  return word.replace(/s$/, '');
}

/** The rows of the table under a heading: the texts of their cells. */
function rowsUnder(text: string, heading: string): string[][] {
  const from = text.indexOf(`\n## ${heading}\n`);
  if (from < 0) throw new Error(`docs/terms.md has no heading "${heading}"`);
  const part = text.slice(from + 4).split('\n## ')[0] ?? '';
  return part
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s|:-]+\|$/.test(line))
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** The identifiers between back-ticks of a cell. */
const identifiersIn = (cell: string | undefined): string[] =>
  [...(cell ?? '').matchAll(/`([^`]+)`/g)].flatMap(([, name]) => (name ? [name] : []));

/**
 * Reads the list.
 * @param text the whole of docs/terms.md
 * @throws when one of its three tables is missing
 */
export function readVocabulary(text: string): Vocabulary {
  const nouns = rowsUnder(text, HEADINGS.nouns).flatMap(([cell]) => identifiersIn(cell));
  const trade = rowsUnder(text, HEADINGS.trade).flatMap(([cell]) => identifiersIn(cell));
  const unsaid = rowsUnder(text, HEADINGS.unsaid).flatMap(([cell, instead = '']) =>
    identifiersIn(cell).map((name) => ({ part: wordsOf(name), instead })),
  );
  return {
    nouns: new Set(nouns.map((noun) => wordsOf(noun).join(' '))),
    words: new Set([...nouns, ...trade].flatMap(wordsOf)),
    unsaid,
  };
}
