// One indicator of a set: words, measure, the figures it counts, its table of standards.

import { visibleCode } from '../law/code.ts';
import { CONFIDENCES } from '../law/confidence.ts';
import type { FigureDef, FigureDictionary } from '../law/figures.ts';
import type { FigureUse, Indicator, Measure, MeasureType, Office } from '../law/set.ts';
import type { FigureKind } from '../reading/reading.ts';
import type { DocumentNode } from './node.ts';
import { parseTable, type TableScope } from './table.ts';

/** What an indicator is read against; `used` collects the definitions of the figures it names. */
export interface IndicatorScope {
  readonly dimension: TableScope['dimension'];
  readonly years: TableScope['years'];
  /** Null where there is none to look in: that is said once, not at every figure. */
  readonly dictionary: FigureDictionary | null;
  readonly used: Map<string, FigureDef>;
}

const TYPES: readonly MeasureType[] = ['boolean', 'percent', 'number', 'ratio', 'document', 'judged'];

/** Kind of figure that each measure compares. */
const KIND_OF: Readonly<Record<MeasureType, FigureKind>> = {
  boolean: 'boolean',
  percent: 'share',
  number: 'number',
  ratio: 'ratio',
  document: 'document',
  judged: 'judged',
};

const KEYS = [
  'code',
  'textVi',
  'textEn',
  'measure',
  'ifPresent',
  'figures',
  'standards',
  'points',
  'office',
  'citation',
  'confidence',
  'sources',
  'noteEn',
] as const;

/** Reads an indicator or a level's further condition. */
export function parseIndicator(node: DocumentNode, scope: IndicatorScope): Indicator {
  node.allowOnly(...KEYS);
  let known = true;
  const measure = node.watch(
    () => parseMeasure(node.child('measure')),
    () => {
      known = false;
    },
  );
  const compared = known ? measure : null;
  const { dimension, years } = scope;
  const table = parseTable(node.under('standards'), {
    dimension,
    years,
    measure: compared,
    generalColumn: true,
  });
  const figures = node.watch(
    () => parseUses(node.child('figures'), compared, scope),
    () => {
      known = false;
    },
  );
  const indicator: Indicator = {
    code: node.code(),
    textVi: node.text('textVi'),
    textEn: node.text('textEn'),
    measure,
    figures,
    rule: node.flag('ifPresent') ? { kind: 'ifPresent', of: table } : table,
    points: node.integerOrNull('points', 0, 1000),
    office: parseOffice(node),
    citation: parseCitation(node),
    confidence: node.choice('confidence', CONFIDENCES),
    sources: node.texts('sources'),
    noteEn: node.textOrNull('noteEn'),
  };
  if (!known) node.notes.doubts.parts.add(indicator);
  return indicator;
}

function parseMeasure(node: DocumentNode): Measure {
  node.allowOnly('type', 'expected', 'unit', 'bySex', 'delegated');
  const type = node.choice('type', TYPES);
  const bySex = node.flag('bySex');
  if (bySex && type !== 'percent' && type !== 'ratio' && type !== 'number') node.refuse('set.by-sex-measure');
  return {
    type,
    expected: node.has('expected') ? node.flag('expected') : true,
    unit: node.textOrNull('unit'),
    bySex,
    delegated: node.flag('delegated'),
  };
}

/** The parts of an indicator; each must name a figure of the dictionary of the kind that the measure compares. */
function parseUses(
  node: DocumentNode,
  measure: Measure | null,
  scope: IndicatorScope,
): Record<string, FigureUse> {
  const uses: Record<string, FigureUse> = {};
  const parts = Object.keys(node.fields);
  if (parts.length === 0) node.refuse('set.no-figure');
  for (const part of parts) {
    if (!/^[a-z][a-zA-Z]*$|^$/.test(part)) node.refuse('set.part-name', { part: visibleCode(part) }, part);
    const child = node.at(part, visibleCode(part));
    child.allowOnly('code', 'confidence', 'labelVi', 'labelEn');
    const code = child.text('code');
    const figure = scope.dictionary?.get(code);
    if (figure !== undefined) scope.used.set(code, figure);
    else if (scope.dictionary !== null && code !== '')
      child.refuse('set.figure-unknown', { figure: visibleCode(code) });
    if (figure !== undefined && measure !== null && figure.kind !== KIND_OF[measure.type])
      child.refuse('set.figure-kind', { figure: code, measure: measure.type });
    uses[part] = {
      code,
      confidence: child.choice('confidence', CONFIDENCES),
      labelVi: child.textOrNull('labelVi'),
      labelEn: child.textOrNull('labelEn'),
    };
  }
  return uses;
}

function parseOffice(node: DocumentNode): Office | null {
  const office = node.childOrNull('office');
  if (office === null) return null;
  office.allowOnly('code', 'nameVi', 'nameEn');
  return { code: office.code(), nameVi: office.text('nameVi'), nameEn: office.text('nameEn') };
}

function parseCitation(node: DocumentNode): Indicator['citation'] {
  const citation = node.childOrNull('citation');
  if (citation === null) return null;
  citation.allowOnly('decree', 'date');
  return { decree: citation.text('decree'), date: citation.textOrNull('date') };
}
