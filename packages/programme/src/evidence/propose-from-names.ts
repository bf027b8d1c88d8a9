// A closed district's folder of scans: which commune and which indicator each file is about, proposed from its path.
// Nothing is kept by this: a person confirms each proposal, or answers what could not be told.
import { foldText, hasMarks, splitUnitName, toneKey } from '../names/index.ts';

/** A unit that a path may name. */
export interface NamedUnit {
  /** As commands name it, `code@date`. */
  readonly unit: string;
  readonly name: string;
}

/** A criterion of the round, with the codes of its indicators. */
export interface NamedCriterion {
  readonly code: string;
  readonly nameVi: string;
  readonly indicators: readonly string[];
}

export interface FileProposal {
  readonly path: string;
  /** Units that the path may mean: exactly one where it is told, none where it names nobody. */
  readonly units: readonly string[];
  /** Indicators that it may be about: exactly one where it is told. */
  readonly codes: readonly string[];
}

export function proposeFromNames(
  paths: readonly string[],
  units: readonly NamedUnit[],
  criteria: readonly NamedCriterion[],
): FileProposal[] {
  const known = units.map(({ unit, name }) => {
    const { bare } = splitUnitName(name);
    return { unit, folded: foldText(bare), toned: toneKey(bare) };
  });
  return paths.map((path) => ({ path, units: unitsIn(path, known), codes: codesIn(path, criteria) }));
}

interface KnownUnit {
  readonly unit: string;
  readonly folded: string;
  readonly toned: string;
}

/** By their marks where the path has any; a name inside a longer one that is there too does not count. */
function unitsIn(path: string, units: readonly KnownUnit[]): string[] {
  const parts = partsOf(path);
  const folded = units.filter((unit) => parts.some((part) => hasWords(foldText(part), unit.folded)));
  const toned = folded.filter((unit) =>
    parts.some((part) => hasMarks(part) && hasWords(toneKey(part), unit.toned)),
  );
  const found = toned.length > 0 ? toned : folded;
  const inner = (one: KnownUnit): boolean =>
    found.some((other) => other.folded !== one.folded && hasWords(other.folded, one.folded));
  return found.filter((one) => !inner(one)).map(({ unit }) => unit);
}

/**
 * An indicator's own number first (`17.1`, `CT 17.1`), then a criterion's (`Tiêu chí 17`, `TC17`, a folder `17`), then
 * its name. A criterion alone means each of its indicators, and a person chooses.
 */
function codesIn(path: string, criteria: readonly NamedCriterion[]): string[] {
  const parts = partsOf(path);
  const indicators = criteria.flatMap((criterion) => criterion.indicators);
  const numbers = parts.flatMap(indicatorNumbers);
  const named = indicators.filter((code) => numbers.includes(code));
  if (named.length > 0) return named;
  const criterionNumbers = parts.flatMap(criterionNumbersIn);
  const numbered = criteria.filter((one) => criterionNumbers.includes(one.code));
  const meant = numbered.length > 0 ? numbered : criteria.filter((one) => isNamed(one, parts));
  return meant.flatMap((criterion) => criterion.indicators);
}

/** Folders and the file without its ending, the innermost first. */
function partsOf(path: string): string[] {
  const parts = path
    .normalize('NFC')
    .split(/[/\\]+/)
    .filter((part) => part !== '');
  return parts
    .map((part, at) => (at === parts.length - 1 ? part.replace(/\.[a-z0-9]{1,5}$/i, '') : part))
    .reverse();
}

/** `17.1` and `17_1` after a word for it; never a day such as 17.1.2020, nor 17.12 of 17.125. */
function indicatorNumbers(part: string): string[] {
  const plain = [...part.matchAll(/(?<![\d.,/])(\d{1,2}\.\d{1,2})(?![\d]|[.,/-]\d)/g)];
  const spelt = [
    ...foldText(part).matchAll(/(?:^| )(?:ct|chi tieu|tc|tieu chi) ?(\d{1,2}) (\d{1,2})(?= |$)(?! \d)/g),
  ];
  return [...plain.map(([, code = '']) => code), ...spelt.map(([, one, two]) => `${one}.${two}`)];
}

function criterionNumbersIn(part: string): string[] {
  const folded = foldText(part);
  const spelt = [...folded.matchAll(/(?:^| )(?:tc|tieu chi|tieu chi so) ?0?(\d{1,2})(?= |$)/g)];
  const alone = /^0?(\d{1,2})$/.exec(folded);
  return [...spelt, ...(alone ? [alone] : [])].map(([, code = '']) => code);
}

/** Names of one word ("Điện", "Nhà") stand in too many other names. */
function isNamed({ nameVi }: NamedCriterion, parts: readonly string[]): boolean {
  const name = foldText(nameVi);
  return name.includes(' ') && parts.some((part) => hasWords(foldText(part), name));
}

function hasWords(text: string, words: string): boolean {
  return words !== '' && ` ${text} `.includes(` ${words} `);
}
