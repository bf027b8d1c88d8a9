// The sample's figures: its CSV read by the ordinary reader, as the entries of an ordinary import.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type CriteriaSet, findFigure, readingFromText } from '@vungbuoc/criteria';
import type { ImportedUnit, ReadingEntry } from '@vungbuoc/programme/readings';
import { readSheets } from '../sheets/index.ts';

export interface FileOfReadings {
  readonly digest: string;
  readonly units: readonly ImportedUnit[];
}

/** @throws when a row cannot be read: a shipped file must be whole */
export async function readSampleReadings(file: string, set: CriteriaSet): Promise<FileOfReadings> {
  const bytes = await readFile(file);
  const { sheets } = await readSheets(bytes, 'readings.csv');
  const [head = [], ...rows] = (sheets[0]?.rows ?? []).map((row) => row.map((cell) => cell.text));
  const units = new Map<string, { entries: ReadingEntry[]; places: string[] }>();
  for (const [index, row] of rows.entries()) {
    const cells = Object.fromEntries(head.map((name, at) => [name, row[at] ?? '']));
    const unit = cells.unit ?? '';
    const own = units.get(unit) ?? { entries: [], places: [] };
    own.entries.push(entryOf(set, cells, index + 2));
    own.places.push(`readings.csv:${index + 2}`);
    units.set(unit, own);
  }
  return {
    digest: createHash('sha256').update(bytes).digest('hex'),
    units: [...units].map(([unit, own]) => ({ unit, ...own })),
  };
}

function entryOf(set: CriteriaSet, cells: Readonly<Record<string, string>>, line: number): ReadingEntry {
  const named = findFigure(set, cells.indicator ?? '');
  if (named.kind !== 'figure') throw new Error(`readings.csv line ${line}: no figure "${cells.indicator}"`);
  const { reading, problems } = readingFromText(named.figure, cells, {
    expected: named.indicator.measure.expected,
    allowBare: false,
    decimal: '.',
  });
  if (!reading) throw new Error(`readings.csv line ${line}: ${problems[0]?.en ?? 'empty'}`);
  const { numerator, denominator, applicable, note, bare } = reading;
  return {
    figure: named.figure.code,
    numerator,
    denominator,
    applicable,
    note: note ?? null,
    bare: bare ?? false,
  };
}
