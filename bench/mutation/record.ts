// What a mutation campaign leaves behind: its score, counts per file, and every change of the engine that no test noticed.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../measure/root.ts';
import { placeOf } from './place.ts';
import type { MutantResult, StrykerReport } from './stryker-report.ts';

const SOURCES = 'packages/criteria/src/';
const RECORD = join(ROOT, 'bench', 'results', 'mutation.json');

export interface FileCounts {
  readonly file: string;
  /** Noticed by a test, or by running into a loop without end. */
  readonly detected: number;
  readonly survived: number;
  /** No test runs the changed code at all. */
  readonly uncovered: number;
}

/** A change that no test noticed. Texts stand on one line each. */
export interface Survivor {
  /** Under packages/criteria/src. */
  readonly file: string;
  readonly line: number;
  /** The declaration or method around it. */
  readonly place: string;
  /** The line on which it begins, trimmed. */
  readonly code: string;
  readonly mutator: string;
  readonly original: string;
  readonly replacement: string;
  readonly covered: boolean;
}

export interface MutationRecord {
  readonly commit: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** Per cent of the mutants that were detected. */
  readonly score: number;
  readonly files: readonly FileCounts[];
  readonly survivors: readonly Survivor[];
}

/** Mutants that could not be built are none; all others count. */
export function recordOf(report: StrykerReport, commit: string, date: string): MutationRecord {
  const names = Object.keys(report.files).sort();
  const files = names.map((name) => countsOf(name, report.files[name]?.mutants ?? []));
  const detected = files.reduce((sum, file) => sum + file.detected, 0);
  const all = files.reduce((sum, file) => sum + file.detected + file.survived + file.uncovered, 0);
  const survivors = names.flatMap((name) => survivorsIn(name, report));
  return { commit, date, score: Number(((100 * detected) / all).toFixed(2)), files, survivors };
}

function countsOf(name: string, mutants: readonly MutantResult[]): FileCounts {
  const count = (...statuses: string[]): number =>
    mutants.filter((mutant) => statuses.includes(mutant.status)).length;
  return {
    file: shortName(name),
    detected: count('Killed', 'Timeout'),
    survived: count('Survived'),
    uncovered: count('NoCoverage'),
  };
}

function survivorsIn(name: string, report: StrykerReport): Survivor[] {
  const { source = '', mutants = [] } = report.files[name] ?? {};
  const lines = source.split('\n');
  return mutants
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .sort((a, b) => a.location.start.line - b.location.start.line || Number(a.id) - Number(b.id))
    .map((mutant) => ({
      file: shortName(name),
      line: mutant.location.start.line,
      place: placeOf(lines, mutant.location.start.line),
      code: (lines[mutant.location.start.line - 1] ?? '').trim(),
      mutator: mutant.mutatorName,
      original: onOneLine(cut(lines, mutant.location)),
      replacement: onOneLine(mutant.replacement ?? ''),
      covered: mutant.status === 'Survived',
    }));
}

function shortName(name: string): string {
  return name.startsWith(SOURCES) ? name.slice(SOURCES.length) : name;
}

function cut(lines: readonly string[], { start, end }: MutantResult['location']): string {
  const inside = lines.slice(start.line - 1, end.line);
  const last = inside.length - 1;
  return inside
    .map((line, at) => line.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : undefined))
    .join('\n');
}

const LONGEST = 160;

function onOneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** One survivor a line, so that the difference of two campaigns can be read. */
export async function writeRecord({ files, survivors, ...head }: MutationRecord): Promise<void> {
  const list = (items: readonly unknown[]): string =>
    items.length === 0 ? '[]' : `[\n  ${items.map((item) => JSON.stringify(item)).join(',\n  ')}\n ]`;
  const parts = [
    ...Object.entries(head).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`),
    `"files": ${list(files)}`,
    `"survivors": ${list(survivors)}`,
  ];
  await writeFile(RECORD, `{\n ${parts.join(',\n ')}\n}\n`);
}

export async function readRecord(): Promise<MutationRecord> {
  return JSON.parse(await readFile(RECORD, 'utf8')) as MutationRecord; // our own file
}
