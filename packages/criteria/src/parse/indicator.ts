// One indicator of a set: words, measure, the figures it counts, its table of standards.
import { CONFIDENCES } from '../law/confidence.ts';
import type { FigureDef, FigureDictionary } from '../law/figures.ts';
import type { Dimension, FigureUse, Indicator, Measure, MeasureType, Office } from '../law/set.ts';
import type { FigureKind } from '../reading/reading.ts';
import type { DocumentNode } from './node.ts';
import { parseTable } from './table.ts';

/** What an indicator is read against; `used` collects the definitions of the figures it names. */
export interface IndicatorScope {
  readonly dimension: Dimension | null;
  readonly years: { readonly from: number; readonly to: number };
  readonly dictionary: FigureDictionary;
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
  const measure = parseMeasure(node.child('measure'));
  const table = parseTable(node.child('standards'), {
    dimension: scope.dimension,
    measure,
    years: scope.years,
  });
  return {
    code: node.text('code'),
    textVi: node.text('textVi'),
    textEn: node.text('textEn'),
    measure,
    figures: parseUses(node.child('figures'), measure, scope),
    rule: node.flag('ifPresent') ? { kind: 'ifPresent', of: table } : table,
    points: node.integerOrNull('points', 0, 1000),
    office: parseOffice(node),
    citation: parseCitation(node),
    confidence: node.choice('confidence', CONFIDENCES),
    sources: node.texts('sources'),
    noteEn: node.textOrNull('noteEn'),
  };
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
function parseUses(node: DocumentNode, measure: Measure, scope: IndicatorScope): Record<string, FigureUse> {
  const uses: Record<string, FigureUse> = {};
  const parts = Object.keys(node.fields);
  if (parts.length === 0) node.refuse('set.key-absent', { key: '""' });
  for (const part of parts) {
    if (!/^[a-z][a-zA-Z]*$|^$/.test(part)) node.refuse('set.part-name', { part }, part);
    const child = node.child(part);
    child.allowOnly('code', 'confidence', 'labelVi', 'labelEn');
    const code = child.text('code');
    const figure = scope.dictionary.get(code);
    if (figure === undefined) child.refuse('set.figure-unknown', { figure: code });
    else if (figure.kind !== KIND_OF[measure.type])
      child.refuse('set.figure-kind', { figure: code, measure: measure.type });
    else scope.used.set(code, figure);
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
  return { code: office.text('code'), nameVi: office.text('nameVi'), nameEn: office.text('nameEn') };
}

function parseCitation(node: DocumentNode): Indicator['citation'] {
  const citation = node.childOrNull('citation');
  if (citation === null) return null;
  citation.allowOnly('decree', 'date');
  return { decree: citation.text('decree'), date: citation.textOrNull('date') };
}
