// Finds domain identifiers that `docs/terms.md` does not know, and names made with words that are said otherwise here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './listing.ts';
import { readVocabulary, type Vocabulary, wordsOf } from './vocabulary.ts';

/** A file of the project, by its path from the root. */
export type SourceFile = { path: string; text: string };

/** An identifier that must be in the list; `whole`: the identifier itself and not only each of its words. */
type Identifier = { path: string; name: string; what: string; whole: boolean };

const CHECKED = /^packages\/[^/]+\/(src|migrations|backfills)\/.*\.(ts|tsx|sql)$/;
const PROGRAMME = /^packages\/programme\/src\/([^/]+)\//;
const CRITERIA_DOOR = 'packages/criteria/src/index.ts';
const CATALOGUE = 'packages/programme/src/problems/catalogue.ts';

const TABLE =
  /\bcreate\s+(?:table|(?:materialized\s+)?view|type)\s+(?:if\s+not\s+exists\s+)?(?:\w+\.)?(\w+)/gi;
const EXPORTED_TYPE = /\bexport\s+(?:declare\s+)?(?:abstract\s+)?(?:type|interface|class)\s+(\w+)/g;
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

/** The identifiers of one file that must be known. */
function identifiersOf({ path, text }: SourceFile): Identifier[] {
  const found = (names: string[], what: string, whole = false) =>
    names.map((name) => ({ path, name, what, whole }));
  if (path.endsWith('.sql')) return found(captures(text, TABLE), 'table');
  const noun = PROGRAMME.exec(path)?.[1];
  return [
    ...(noun ? found([noun], 'folder', true) : []),
    ...(noun ? found(captures(text, EXPORTED_TYPE), 'exported type') : []),
    ...(path === CRITERIA_DOOR ? found(typesOfDoor(text), 'exported type') : []),
    ...(path === CATALOGUE ? found(captures(text, PROBLEM_CODE), 'problem of') : []),
    ...found(captures(text, COMMAND_NAME), 'command or read of'),
  ];
}

function isKnown({ name, whole }: Identifier, { nouns, words }: Vocabulary): boolean {
  const parts = wordsOf(name);
  return whole && parts.length > 1 ? nouns.has(parts.join(' ')) : parts.every((part) => words.has(part));
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
  const faults = files.flatMap((file) => {
    const read = { path: file.path, text: withoutComments(file) };
    const unknown = identifiersOf(read).filter((identifier) => !isKnown(identifier, vocabulary));
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
