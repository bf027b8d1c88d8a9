// The shipped law with every standard decided: most cells of 2021-2025 are null or unsure as shipped, would give
// "unknown" and cost nothing. The added standards are made up, live only in the bench's own database, and are never shipped.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CriteriaSet, type FigureDictionary, parseFigures, parseSet } from '@vungbuoc/criteria';
import { ROOT } from '../measure/root.ts';

/** One set as `sets.publish` takes it. */
export interface LawDocument {
  readonly file: string;
  readonly content: unknown;
}

export interface BenchLaw {
  readonly figuresText: unknown;
  readonly dictionary: FigureDictionary;
  readonly documents: readonly LawDocument[];
}

/** The commune sets of 2016-2020 and of 2021-2025 (its second version), decided, and 2026-2030 as shipped. */
export const DECIDED = ['vn-ntm-xa-2016-2020', 'vn-ntm-xa-2021-2025.v2'] as const;
const AS_SHIPPED = ['vn-ntm-xa-2026-2030'] as const;

export async function readBenchLaw(): Promise<BenchLaw> {
  const folder = join(ROOT, 'criteria-sets');
  const figuresText: unknown = JSON.parse(await readFile(join(folder, 'figures.json'), 'utf8'));
  const { figures } = parseFigures(figuresText, 'figures.json');
  if (!figures) throw new Error('figures.json of the shipped law cannot be read');
  const decided = await Promise.all(DECIDED.map((name) => readDocument(folder, name)));
  const shipped = await Promise.all(AS_SHIPPED.map((name) => readDocument(folder, name)));
  const documents = [...decided.map((one) => ({ ...one, content: decide(one.content) })), ...shipped];
  return { figuresText, dictionary: figures, documents };
}

/** A decided set, parsed. @throws when the engine refuses what was made */
export function parseDecided(law: BenchLaw, name: (typeof DECIDED)[number]): CriteriaSet {
  const document = law.documents.find((one) => one.file.startsWith(`${name}/`));
  const parsed = document && parseSet(document.content, document.file, law.dictionary);
  if (!parsed?.set) throw new Error(`${name}: ${parsed?.refused[0]?.en ?? 'not there'}`);
  return parsed.set;
}

interface RawDocument {
  readonly file: string;
  readonly content: RawSet;
}

/** The parts of a set file that are changed here; the engine checks all of it afterwards. */
interface RawSet {
  readonly dimension?: { readonly values: readonly { readonly code: string }[] };
  readonly criteria: readonly { readonly indicators: readonly RawIndicator[] }[];
}

interface RawIndicator {
  readonly figures: Readonly<Record<string, unknown>>;
  readonly measure: { readonly type: string; readonly expected?: boolean };
  readonly standards: Readonly<Record<string, unknown>>;
}

async function readDocument(folder: string, name: string): Promise<RawDocument> {
  const own = join(folder, name);
  const head = JSON.parse(await readFile(join(own, 'set.json'), 'utf8')) as object;
  const files = (await readdir(join(own, 'criteria'))).sort();
  const criteria = await Promise.all(
    files.map(async (file) => JSON.parse(await readFile(join(own, 'criteria', file), 'utf8')) as unknown),
  );
  return { file: `${name}/set.json`, content: { ...head, criteria } as RawSet };
}

function decide(set: RawSet): unknown {
  const columns = set.dimension?.values.map((value) => value.code) ?? [];
  const criteria = set.criteria.map((criterion) => ({
    ...criterion,
    indicators: criterion.indicators.map((indicator, at) => ({
      ...indicator,
      standards: decideTable(indicator, columns, at),
    })),
  }));
  return { ...set, criteria };
}

/** One cell for each column; what the decree says stays, gaps are filled. Years are kept, and each decides. */
function decideTable(indicator: RawIndicator, columns: readonly string[], at: number): unknown {
  const { standards } = indicator;
  const byColumn = (table: Readonly<Record<string, unknown>>): unknown => {
    const own = (table.by ?? {}) as Readonly<Record<string, unknown>>;
    const cells = columns.map((code, column) => [
      code,
      decideCell(own[code] ?? table.default, indicator, at, column),
    ]);
    return { by: Object.fromEntries(cells) };
  };
  const years = standards.byYear as Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
  if (years === undefined) return byColumn(standards);
  return {
    byYear: Object.fromEntries(Object.entries(years).map(([year, table]) => [year, byColumn(table)])),
  };
}

function decideCell(cell: unknown, indicator: RawIndicator, at: number, column: number): unknown {
  const mark = { confidence: 'memory', source: 'bench: illustrative' };
  const { measure, figures } = indicator;
  if (typeof cell === 'object' && cell !== null && !('delegatedTo' in cell)) return { ...cell, ...mark };
  const share = 60 + ((at * 7 + column * 5) % 8) * 5;
  if (measure.type === 'percent' && '' in figures && Object.keys(figures).length > 1) {
    const parts = Object.keys(figures).map((part) => (part === '' ? {} : { part }));
    return { all: parts.map((part) => ({ op: '>=', value: share, ...part })), ...mark };
  }
  if (measure.type === 'percent') return { op: '>=', value: share, ...mark };
  if (measure.type === 'number' || measure.type === 'ratio')
    return { op: '>=', value: 2 + ((at + column) % 4), ...mark };
  if (measure.type === 'boolean') return { op: '=', value: measure.expected ?? true, ...mark };
  return { op: 'judged', ...mark };
}
