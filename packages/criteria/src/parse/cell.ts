// One cell of a decree's table: null, left to the province, or one or more conditions with where they were read.
import { thousandthsOf } from '../decimal.ts';
import { CONFIDENCES } from '../law/confidence.ts';
import type { Cell, Comparison, Condition, Signature } from '../law/rule.ts';
import type { Measure } from '../law/set.ts';
import type { DocumentNode } from './node.ts';

const PLACE_KEYS = ['confidence', 'source', 'signatures'] as const;
const COMPARISON_KEYS = ['op', 'value', 'part'] as const;
/** Most conditions in one cell. */
const MAX_CONDITIONS = 20;

/** Reads the cell under `key`; null is a known gap. */
export function parseCell(table: DocumentNode, key: string, measure: Measure): Cell {
  if (table.raw(key) === null) return { kind: 'missing' };
  const node = table.child(key);
  if (node.has('delegatedTo')) return parseDelegated(node, measure);
  const confidence = node.choice('confidence', CONFIDENCES);
  const source = node.textOrNull('source');
  const signatures = parseSignatures(node);
  const of = parseConditions(node, measure);
  return { kind: 'standard', of, confidence, source, signatures, overlay: null };
}

function parseDelegated(node: DocumentNode, measure: Measure): Cell {
  node.allowOnly('delegatedTo', 'textVi', 'textEn', 'confidence', 'source');
  if (!measure.delegated) node.refuse('set.delegated-measure');
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
  const signatures = node
    .list('signatures', (_item, index) => `signatures[${index}]`)
    .map((item) => {
      item.allowOnly('by', 'on');
      return { by: item.text('by'), on: item.day('on') };
    });
  const people = new Set(signatures.map((signature) => signature.by));
  if (people.size < signatures.length) node.refuse('set.signed-twice');
  return signatures;
}

function parseConditions(node: DocumentNode, measure: Measure): Condition {
  for (const kind of ['all', 'any'] as const) {
    if (!node.has(kind)) continue;
    node.allowOnly(kind, ...PLACE_KEYS);
    return { kind, of: parseList(node, kind, measure) };
  }
  return parseCondition(node, measure, PLACE_KEYS);
}

/** An empty list would hold without any figure, so it is no condition. */
function parseList(node: DocumentNode, kind: 'all' | 'any', measure: Measure): Condition[] {
  const items = node.list(kind, partName);
  if (items.length === 0 || items.length > MAX_CONDITIONS) {
    node.refuse('set.wrong-type', { key: kind, wanted: `1 ... ${MAX_CONDITIONS}` });
  }
  return items.map((item) => parseCondition(item, measure, []));
}

function partName(item: Readonly<Record<string, unknown>>, index: number): string {
  return typeof item.part === 'string' && item.part !== '' ? item.part : `[${index}]`;
}

/** One comparison, or a nested all / any; by sex it becomes one for men and one for women. */
function parseCondition(node: DocumentNode, measure: Measure, extra: readonly string[]): Condition {
  if (extra.length === 0 && (node.has('all') || node.has('any'))) {
    return parseNested(node, measure);
  }
  node.allowOnly(...COMPARISON_KEYS, ...extra);
  const part = node.textOrNull('part') ?? '';
  const parts = measure.bySex && part === '' ? ['male', 'female'] : [part];
  const comparisons = parts.map((name) => parseComparison(node, measure, name));
  const [only] = comparisons;
  return comparisons.length === 1 && only !== undefined ? only : { kind: 'all', of: comparisons };
}

function parseNested(node: DocumentNode, measure: Measure): Condition {
  const kind = node.has('all') ? 'all' : 'any';
  node.allowOnly(kind);
  return { kind, of: parseList(node, kind, measure) };
}

function parseComparison(node: DocumentNode, measure: Measure, part: string): Comparison {
  const op = node.choice('op', ['>=', '<=', '=', 'judged'] as const);
  const factual = measure.type === 'boolean' || measure.type === 'document' || measure.type === 'judged';
  if ((op === '=' || op === 'judged') !== factual) {
    node.refuse('set.operator-measure', { op, measure: measure.type });
  }
  if (op === 'judged') return { kind: 'judged', part };
  if (op === '=') return { kind: 'equals', part, value: expectedFact(node, measure) };
  return { kind: op === '>=' ? 'atLeast' : 'atMost', part, value: thresholdText(node, measure) };
}

/** The fact a yes/no cell asks for; it may not contradict the measure beside it. */
function expectedFact(node: DocumentNode, measure: Measure): boolean {
  const value = node.raw('value');
  if (typeof value !== 'boolean') node.refuse('set.wrong-type', { key: 'value', wanted: 'true, false' });
  if (typeof value === 'boolean' && value !== measure.expected) node.refuse('set.expected-contradiction');
  return value === true;
}

/** A threshold as decimal text: a number or a text in the file, three decimals at most. */
function thresholdText(node: DocumentNode, measure: Measure): string {
  const value = node.raw('value');
  if (typeof value !== 'number' && typeof value !== 'string') {
    node.refuse(node.has('value') ? 'set.wrong-type' : 'set.key-absent', { key: 'value', wanted: '12.5' });
    return '0';
  }
  const text = String(value);
  const thousandths = thousandthsOf(text);
  if (thousandths === null) {
    node.refuse('set.standard-decimals', { value: text });
    return '0';
  }
  if (thousandths < 0 || (measure.type === 'percent' && thousandths > 100_000)) {
    node.refuse('set.standard-range', { value: text });
  }
  return text;
}
