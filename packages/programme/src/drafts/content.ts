// A draft's content as plain JSON: its cells with their places, and one part put in another's place.
import { canonicalJson } from '@vungbuoc/criteria';

export type Fields = Readonly<Record<string, unknown>>;

/** Where a cell stands; `year` and `column` are empty where all share it. */
export interface CellPlace {
  readonly indicator: string;
  readonly year: string;
  readonly column: string;
}

export interface DraftCell extends CellPlace {
  readonly content: unknown;
  /** What the standard is compared with: a signature covers it too. null in an overlay, where the nation says it. */
  readonly about: unknown;
}

/** One part of a draft as it is typed. `value` null takes a criterion, indicator or figure out; a cell becomes a gap. */
export type DraftPart =
  | { readonly kind: 'head'; readonly value: Fields }
  | { readonly kind: 'criterion'; readonly code: string; readonly value: Fields | null }
  | { readonly kind: 'figure'; readonly code: string; readonly value: Fields | null }
  | {
      readonly kind: 'indicator';
      readonly criterion: string | null;
      readonly code: string;
      readonly value: Fields | null;
    }
  | ({ readonly kind: 'standard'; readonly value: Fields | null } & CellPlace);

/** What the office does not type: the identity of the version, and what has parts of its own. */
const KEPT = ['format', 'kind', 'id', 'version', 'of', 'criteria', 'conditions', 'standards'];

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function cellKey({ indicator, year, column }: CellPlace): string {
  return `cell/${indicator}/${year}/${column}`;
}

/** The name under which a part's history is kept. */
export function partKey(part: DraftPart): string {
  if (part.kind === 'standard') return cellKey(part);
  return part.kind === 'head' ? 'head' : `${part.kind}/${part.code}`;
}

/** All cells, in the order of the document. */
export function listCells(content: Fields): DraftCell[] {
  const cells: DraftCell[] = [];
  mapCells(content, (cell) => {
    cells.push(cell);
    return cell.content;
  });
  return cells;
}

/** The content with each cell as `change` has it. */
export function mapCells(content: Fields, change: (cell: DraftCell) => unknown): Fields {
  const mapped: Record<string, unknown> = { ...content };
  if (Array.isArray(content.standards)) {
    mapped.standards = content.standards.map((entry) => mapEntry(entry, 'indicator', change));
  }
  if (Array.isArray(content.conditions)) {
    mapped.conditions = content.conditions.map((entry) => mapEntry(entry, 'code', change));
  }
  if (Array.isArray(content.criteria)) {
    mapped.criteria = content.criteria.map((criterion) =>
      isFields(criterion) && Array.isArray(criterion.indicators)
        ? { ...criterion, indicators: criterion.indicators.map((entry) => mapEntry(entry, 'code', change)) }
        : criterion,
    );
  }
  return mapped;
}

function mapEntry(entry: unknown, key: 'code' | 'indicator', change: (cell: DraftCell) => unknown): unknown {
  if (!isFields(entry) || !isFields(entry.standards)) return entry;
  const { textVi, measure, figures, ifPresent } = entry;
  const about = key === 'code' ? { textVi, measure, figures, ifPresent } : null;
  const indicator = String(entry[key]);
  const columns = (table: unknown, year: string): unknown => {
    if (!isFields(table)) return table;
    const cell = (column: string, content: unknown) => change({ indicator, year, column, content, about });
    return {
      ...table,
      ...(Object.hasOwn(table, 'default') ? { default: cell('', table.default) } : {}),
      ...(isFields(table.by) ? { by: mapValues(table.by, cell) } : {}),
    };
  };
  const { byYear } = entry.standards;
  const standards = isFields(byYear)
    ? { ...entry.standards, byYear: mapValues(byYear, (year, table) => columns(table, year)) }
    : columns(entry.standards, '');
  return { ...entry, standards };
}

function mapValues(fields: Fields, change: (key: string, value: unknown) => unknown): Fields {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, change(key, value)]));
}

/** The content with a part put in; null where there is no place for it. Figures stand beside the content. */
export function withPart(content: Fields, part: DraftPart): Fields | null {
  if (part.kind === 'figure') return content;
  if (part.kind === 'head') {
    const kept = Object.entries(content).filter(([key]) => KEPT.includes(key));
    const typed = Object.entries(part.value).filter(([key]) => !KEPT.includes(key));
    return Object.fromEntries([...typed, ...kept]);
  }
  if (part.kind === 'criterion') return withCriterion(content, part);
  return part.kind === 'indicator' ? withIndicator(content, part) : withStandard(content, part);
}

function withCriterion(content: Fields, part: Extract<DraftPart, { kind: 'criterion' }>): Fields | null {
  if (!Array.isArray(content.criteria)) return null;
  const before = content.criteria.find((one) => codeIn(one, 'code') === part.code);
  const indicators = (isFields(before) ? before.indicators : null) ?? [];
  const value = part.value && { ...part.value, code: part.code, indicators };
  return { ...content, criteria: replaced(content.criteria, 'code', part.code, value) };
}

function withIndicator(content: Fields, part: Extract<DraftPart, { kind: 'indicator' }>): Fields | null {
  if (Array.isArray(content.standards)) {
    const value = part.value && { ...part.value, indicator: part.code };
    return { ...content, standards: replaced(content.standards, 'indicator', part.code, value) };
  }
  const value = part.value && { ...part.value, code: part.code };
  if (part.criterion === null) {
    const before = Array.isArray(content.conditions) ? content.conditions : [];
    return { ...content, conditions: replaced(before, 'code', part.code, value) };
  }
  const criteria = Array.isArray(content.criteria) ? content.criteria : [];
  if (!criteria.some((one) => codeIn(one, 'code') === part.criterion)) return null;
  return {
    ...content,
    criteria: criteria.map((one) =>
      isFields(one) && one.code === part.criterion
        ? {
            ...one,
            indicators: replaced(
              Array.isArray(one.indicators) ? one.indicators : [],
              'code',
              part.code,
              value,
            ),
          }
        : one,
    ),
  };
}

function withStandard(content: Fields, part: Extract<DraftPart, { kind: 'standard' }>): Fields | null {
  if (Array.isArray(content.standards)) {
    const before = content.standards.find((one) => codeIn(one, 'indicator') === part.indicator);
    const entry = isFields(before) ? before : { indicator: part.indicator, standards: {} };
    const standards = replaced(content.standards, 'indicator', part.indicator, withCell(entry, part));
    return { ...content, standards };
  }
  let found = false;
  const put = (one: unknown): unknown => {
    if (!isFields(one) || one.code !== part.indicator) return one;
    found = true;
    return withCell(one, part);
  };
  const changed: Record<string, unknown> = { ...content };
  if (Array.isArray(content.conditions)) changed.conditions = content.conditions.map(put);
  if (Array.isArray(content.criteria)) {
    changed.criteria = content.criteria.map((one) =>
      isFields(one) && Array.isArray(one.indicators) ? { ...one, indicators: one.indicators.map(put) } : one,
    );
  }
  return found ? changed : null;
}

function withCell(entry: Fields, { year, column, value }: Extract<DraftPart, { kind: 'standard' }>): Fields {
  const table = isFields(entry.standards) ? entry.standards : {};
  const columns = (before: unknown): Fields => {
    const own = isFields(before) ? before : {};
    if (column === '') return { ...own, default: value };
    return { ...own, by: { ...(isFields(own.by) ? own.by : {}), [column]: value } };
  };
  if (year === '') return { ...entry, standards: columns(table) };
  const years = isFields(table.byYear) ? table.byYear : {};
  return { ...entry, standards: { byYear: { ...years, [year]: columns(years[year]) } } };
}

function codeIn(value: unknown, key: string): unknown {
  return isFields(value) ? value[key] : undefined;
}

/** In its own place where it stood already, else at the end; null takes it out. */
export function replaced(
  list: readonly unknown[],
  key: string,
  code: string,
  value: Fields | null,
): unknown[] {
  const at = list.findIndex((one) => codeIn(one, key) === code);
  if (at < 0) return value === null ? [...list] : [...list, value];
  return list.toSpliced(at, 1, ...(value === null ? [] : [value]));
}

/** The cells that differ, each without what would let it decide: whoever types a standard is not who vouches for it. */
export function demoteChanged(
  before: Fields,
  after: Fields,
): { readonly content: Fields; readonly changed: readonly DraftCell[] } {
  const known = new Map(listCells(before).map((cell) => [cellKey(cell), cell]));
  const changed: DraftCell[] = [];
  const content = mapCells(after, (cell) => {
    const was = known.get(cellKey(cell));
    known.delete(cellKey(cell));
    const demoted = demote(cell.content);
    if (was !== undefined && textOf(was) === textOf(cell)) return cell.content;
    if (was !== undefined && textOf(was) === textOf({ ...cell, content: demoted })) return demoted;
    changed.push({ ...cell, content: demoted });
    return demoted;
  });
  // what is left was taken out
  for (const cell of known.values()) changed.push({ ...cell, content: null });
  return { content, changed };
}

function demote(content: unknown): unknown {
  if (!isFields(content)) return content;
  const { signatures: _signatures, ...rest } = content;
  return { ...rest, confidence: 'unsure' };
}

/** What a signature is about, as one text to digest. */
export function textOf({ indicator, year, column, content, about }: DraftCell): string {
  return canonicalJson(
    JSON.parse(JSON.stringify({ indicator, year, column, content: content ?? null, about })),
  );
}
