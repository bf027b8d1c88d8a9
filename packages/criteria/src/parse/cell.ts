// One cell of a decree's table: null, left to the province, or one or more conditions with where they were read.
import { thousandthsOf } from '../decimal.ts';
import { CONFIDENCES } from '../law/confidence.ts';
import type { Cell, Comparison, Condition, Signature } from '../law/rule.ts';
import type { Measure } from '../law/set.ts';
import type { DocumentNode } from './node.ts';

const PLACE_KEYS = ['confidence', 'source', 'signatures'] as const;
const COMPARISON_KEYS = ['op', 'value', 'part'] as const;
/** Most conditions in one cell, however they are nested; the check walks every way through them. */
const MAX_CONDITIONS = 20;

/** The measure that a cell is read against; null where it could not be read, and nothing is compared with it. */
export type CellMeasure = Measure | null;

/** Reads the cell under `key`, which people find under `column` ('' for the one cell of all); null is a known gap. */
export function parseCell(table: DocumentNode, key: string, column: string, measure: CellMeasure): Cell {
  return table.watchPart(() => {
    if (table.has(key) && table.raw(key) === null) return { kind: 'missing' };
    return parseGiven(column === '' ? table.under(key) : table.at(key, column), measure);
  });
}

function parseGiven(node: DocumentNode, measure: CellMeasure): Cell {
  if (node.has('delegatedTo')) return parseDelegated(node, measure);
  const confidence = node.choice('confidence', CONFIDENCES);
  const source = node.textOrNull('source');
  const signatures = parseSignatures(node);
  const of = parseConditions(node, measure);
  if (countOf(of) > MAX_CONDITIONS) node.refuse('set.too-many-conditions', { most: String(MAX_CONDITIONS) });
  return { kind: 'standard', of, confidence, source, signatures, overlay: null };
}

function countOf(condition: Condition): number {
  if (condition.kind !== 'all' && condition.kind !== 'any') return 1;
  return condition.of.reduce((sum, child) => sum + countOf(child), 0);
}

function parseDelegated(node: DocumentNode, measure: CellMeasure): Cell {
  node.allowOnly('delegatedTo', 'textVi', 'textEn', 'confidence', 'source');
  if (measure !== null && !measure.delegated) node.refuse('set.delegated-measure');
  return {
    kind: 'delegated',
    to: node.text('delegatedTo'),
    textVi: node.text('textVi'),
    textEn: node.text('textEn'),
    confidence: node.choice('confidence', CONFIDENCES),
    source: node.textOrNull('source'),
  };
}

/** Two different people on record make a standard decide, whatever was remembered before. */
function parseSignatures(node: DocumentNode): Signature[] {
  if (!node.has('signatures')) return [];
  const signatures = node.list('signatures', 'by').map((item) => {
    item.allowOnly('by', 'on');
    return { by: item.text('by'), on: item.day('on') };
  });
  const people = new Set(signatures.map(({ by }) => by.trim().toLowerCase()));
  if (people.size < signatures.length) node.refuse('set.signed-twice');
  return signatures;
}

function parseConditions(node: DocumentNode, measure: CellMeasure): Condition {
  for (const kind of ['all', 'any'] as const) {
    if (!node.has(kind)) continue;
    node.allowOnly(kind, ...PLACE_KEYS);
    return { kind, of: parseList(node, kind, measure) };
  }
  return parseCondition(node, measure, PLACE_KEYS);
}

/** An empty list would hold without any figure, so it is no condition. */
function parseList(node: DocumentNode, kind: 'all' | 'any', measure: CellMeasure): Condition[] {
  const items = node.list(kind, 'part');
  if (items.length === 0 && Array.isArray(node.raw(kind))) node.refuse('set.no-condition', { key: kind });
  return items.map((item) => parseCondition(item, measure, []));
}

/** One comparison, or a nested all / any; by sex it becomes one for men and one for women. */
function parseCondition(node: DocumentNode, measure: CellMeasure, extra: readonly string[]): Condition {
  if (extra.length === 0 && (node.has('all') || node.has('any'))) {
    return parseNested(node, measure);
  }
  node.allowOnly(...COMPARISON_KEYS, ...extra);
  const part = node.textOrNull('part') ?? '';
  const parts = measure?.bySex && part === '' ? ['male', 'female'] : [part];
  const comparisons = parts.map((name) => parseComparison(node, measure, name));
  const [only] = comparisons;
  return comparisons.length === 1 && only !== undefined ? only : { kind: 'all', of: comparisons };
}

function parseNested(node: DocumentNode, measure: CellMeasure): Condition {
  const kind = node.has('all') ? 'all' : 'any';
  node.allowOnly(kind);
  return { kind, of: parseList(node, kind, measure) };
}

function parseComparison(node: DocumentNode, measure: CellMeasure, part: string): Comparison {
  const op = node.choice('op', ['>=', '<=', '=', 'judged'] as const);
  if (measure !== null && !suits(op, measure)) {
    node.refuse('set.operator-measure', { op, measure: measure.type });
    return { kind: 'judged', part };
  }
  if (op === 'judged') return { kind: 'judged', part };
  if (op === '=') return { kind: 'equals', part, value: expectedFact(node, measure) };
  return { kind: op === '>=' ? 'atLeast' : 'atMost', part, value: thresholdText(node, measure) };
}

/** Numbers are compared with numbers, facts with facts. */
function suits(op: string, { type }: Measure): boolean {
  const factual = type === 'boolean' || type === 'document' || type === 'judged';
  return (op === '=' || op === 'judged') === factual;
}

/** The fact a yes/no cell asks for; it may not contradict the measure beside it. */
function expectedFact(node: DocumentNode, measure: CellMeasure): boolean {
  const value = node.raw('value');
  if (typeof value !== 'boolean') node.refuse('set.wrong-type', { key: 'value', wanted: 'flag' });
  if (typeof value === 'boolean' && measure !== null && value !== measure.expected)
    node.refuse('set.expected-contradiction');
  return value === true;
}

/** A threshold as decimal text: a number or a text in the file, three decimals at most. */
function thresholdText(node: DocumentNode, measure: CellMeasure): string {
  const value = node.raw('value');
  if (typeof value !== 'number' && typeof value !== 'string') {
    node.refuse(node.has('value') ? 'set.wrong-type' : 'set.key-absent', { key: 'value', wanted: 'number' });
    return '0';
  }
  const text = String(value);
  const thousandths = thousandthsOf(text);
  if (thousandths === null) {
    node.refuse('set.standard-decimals', { value: text });
    return '0';
  }
  if (thousandths < 0 || (measure?.type === 'percent' && thousandths > 100_000)) {
    node.refuse('set.standard-range', { value: text });
  }
  return text;
}
