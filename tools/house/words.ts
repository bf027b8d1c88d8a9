// Finds domain identifiers that `docs/terms.md` does not know, and names made with words that are said otherwise here.
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { listFiles } from './listing.ts';
import { readVocabulary, type Vocabulary, wordsOf } from './vocabulary.ts';

/** A file of the project, by its path from the root. */
export type SourceFile = { path: string; text: string };

/**
 * How much of an identifier must be in the list: the whole of it, each of its words, or its first or last word, one
 * of which says what the thing is (`MergedUnit`, `RightAsked`) while the others only describe it.
 */
type Extent = 'whole' | 'each word' | 'an end';
type Identifier = { path: string; name: string; what: string; extent: Extent };

const CHECKED = /^packages\/[^/]+\/(src|migrations|backfills)\/.*\.(ts|tsx|sql)$/;
const PROGRAMME = /^packages\/programme\/src\/([^/]+)\//;
/** The doors of the engine and of each noun of the domain: what they show is what others call things by. */
const DOOR = /^packages\/(?:criteria\/src|programme\/src\/[^/]+)\/index\.ts$/;
const CATALOGUE = 'packages/programme/src/problems/catalogue.ts';

const TABLE =
  /\bcreate\s+(?:table|(?:materialized\s+)?view|type)\s+(?:if\s+not\s+exists\s+)?(?:\w+\.)?(\w+)/gi;
const EXPORTED_TYPE = /\bexport\s+(?:declare\s+)?(?:abstract\s+)?(?:type|interface|class)\s+(\w+)/g;
const STAR = /\bexport\s+\*\s+from\s+'(\.[^']+)'/g;
const REEXPORTED = /\bexport\s+(?:type\s+)?\{([^}]*)\}/g;
const COMMAND_NAME = /\bname:\s*'([a-zA-Z]+)\.[a-z-]+'/g;
const PROBLEM_CODE = /^\s*'([a-zA-Z-]+)\.[a-z-]+':/gm;
const DECLARED = /\b(?:const|let|function|type|interface|class)\s+(\w+)/g;
const MANY_WORDS = /\b[a-zA-Z]+(?:_[a-zA-Z]+|[a-z0-9][A-Z])\w*/g;

const captures = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([, name]) => (name ? [name] : []));

const withoutComments = ({ path, text }: SourceFile): string =>
  text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(path.endsWith('.sql') ? /--.*$/gm : /(^|\s)\/\/.*$/gm, '');

/** Names exported again by a door, as types begin: with a capital. */
const typesOfDoor = (text: string): string[] =>
  captures(text, REEXPORTED)
    .flatMap((names) => names.split(','))
    .map(
      (name) =>
        name
          .trim()
          .replace(/^type\s+/, '')
          .split(/\s+as\s+/)
          .at(-1) ?? '',
    )
    .filter((name) => /^[A-Z][a-z]/.test(name));

/** The files whose exported types a door shows: itself, and those it exports whole. */
const shownBy = ({ path, text }: SourceFile): string[] => [
  path,
  ...captures(text, STAR).map((target) => posix.join(posix.dirname(path), target)),
];

/** The identifiers of one file that must be known. `shown`: the paths of the files that some door shows whole. */
function identifiersOf({ path, text }: SourceFile, shown: Set<string>): Identifier[] {
  const found = (names: string[], what: string, extent: Extent) =>
    names.map((name) => ({ path, name, what, extent }));
  if (path.endsWith('.sql')) return found(captures(text, TABLE), 'table', 'each word');
  const [folder = '', noun] = PROGRAMME.exec(path) ?? [];
  return [
    ...(noun ? [{ path: folder, name: noun, what: 'folder', extent: 'whole' as const }] : []),
    ...found(shown.has(path) ? captures(text, EXPORTED_TYPE) : [], 'type', 'an end'),
    ...found(DOOR.test(path) ? typesOfDoor(text) : [], 'type', 'an end'),
    ...found(path === CATALOGUE ? captures(text, PROBLEM_CODE) : [], 'problem of', 'each word'),
    ...found(captures(text, COMMAND_NAME), 'command or read of', 'each word'),
  ];
}

function isKnown({ name, extent }: Identifier, { nouns, words }: Vocabulary): boolean {
  const parts = wordsOf(name);
  if (extent === 'whole' && parts.length > 1) return nouns.has(parts.join(' '));
  if (extent === 'an end') return [parts.at(0), parts.at(-1)].some((part) => words.has(part ?? ''));
  return parts.every((part) => words.has(part));
}

const holds = (parts: string[], run: string[]): boolean =>
  ` ${parts.join(' ')} `.includes(` ${run.join(' ')} `);

/** Names of one file that are made with a word that is not used. */
function unsaidIn({ path, text }: SourceFile, { unsaid }: Vocabulary): string[] {
  const names = new Set([...(text.match(MANY_WORDS) ?? []), ...captures(text, DECLARED)]);
  return [...names].flatMap((name) => {
    const said = unsaid.find(({ part }) => holds(wordsOf(name), part));
    return said ? [`${path}: "${name}": say ${said.instead}`] : [];
  });
}

/** The faults of some files by a vocabulary, each once, as lines to print. */
export function wordFaults(files: readonly SourceFile[], vocabulary: Vocabulary): string[] {
  const shown = new Set(files.filter(({ path }) => DOOR.test(path)).flatMap(shownBy));
  const faults = files.flatMap((file) => {
    const read = { path: file.path, text: withoutComments(file) };
    const unknown = identifiersOf(read, shown).filter((identifier) => !isKnown(identifier, vocabulary));
    const lines = unknown.map(
      ({ path, name, what }) =>
        `${what} "${name}" (${path}) is not in docs/terms.md, which says how to add a word`,
    );
    return [...lines, ...unsaidIn(read, vocabulary)];
  });
  return [...new Set(faults)];
}

/** Every fault of the project's own code. */
export function findUnknownWords(root: string): string[] {
  const vocabulary = readVocabulary(readFileSync(join(root, 'docs', 'terms.md'), 'utf8'));
  const files = listFiles(root)
    .filter((path) => CHECKED.test(path) && !path.includes('.generated.'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  return wordFaults(files, vocabulary);
}
