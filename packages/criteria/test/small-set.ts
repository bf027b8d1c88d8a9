// Small made-up sets for tests: a document as an office would type it, to be bent one place at a time.
import { type CriteriaSet, type FigureDictionary, parseFigures, parseSet } from '@vungbuoc/criteria';

/** A document, or a part of one, as it is typed: anything may stand in it. */
export type Doc = Record<string, unknown>;

const figure = (code: string, kind: string, more: Doc = {}): Doc => ({
  code,
  nameVi: `Số liệu ${code}`,
  nameEn: `Figure ${code}`,
  kind,
  decimals: 0,
  merge: kind === 'share' || kind === 'ratio' ? 'sum' : 'anew',
  ...more,
});

const HO = { unitVi: 'hộ', unitEn: 'households' };

export const dictionaryDocument: Doc = {
  format: 1,
  figures: [
    figure('ho', 'number', { ...HO, merge: 'sum' }),
    figure('nuoc', 'share', { ...HO, total: 'ho' }),
    figure('nuoc/sach', 'share', { ...HO, total: 'ho' }),
    figure('ngheo', 'share', HO),
    figure('viec/nam', 'share', { unitVi: 'người', unitEn: 'people' }),
    figure('viec/nu', 'share', { unitVi: 'người', unitEn: 'people' }),
    figure('duong', 'share', { unitVi: 'km', unitEn: 'km', decimals: 3 }),
    figure('thu-nhap', 'number', { unitVi: 'triệu đồng', unitEn: 'million VND', decimals: 3, most: 999 }),
    figure('cay-xanh', 'ratio', { unitVi: 'm2/người', unitEn: 'm2 per person', decimals: 2 }),
    figure('cho', 'boolean'),
    figure('nha-tam', 'boolean'),
    figure('van-ban', 'document'),
    figure('an-ninh', 'judged'),
    figure('lang-nghe', 'share', HO),
    figure('to', 'share'),
    figure('diem', 'number'),
  ],
};

/** Read anew each time, so that its reading counts as the work of the test that asks. */
export const dictionary = (): FigureDictionary => parseFigures(dictionaryDocument, 'figures.json').figures;

/** A cell read in a source. */
export const cell = (op: string, value: number | boolean | string, more: Doc = {}): Doc => ({
  op,
  value,
  confidence: 'source',
  source: 'Bảng của quyết định',
  ...more,
});

export const allOf = (...all: Doc[]): Doc => ({ all, confidence: 'source', source: 'Bảng của quyết định' });
export const anyOf = (...any: Doc[]): Doc => ({ any, confidence: 'source', source: 'Bảng của quyết định' });

/** An indicator counting one figure; `more` replaces or adds keys. */
export function indicator(
  code: string,
  figureCode: string,
  type: string,
  standards: Doc,
  more: Doc = {},
): Doc {
  return {
    code,
    textVi: `Chỉ tiêu ${code}`,
    textEn: `Indicator ${code}`,
    measure: { type },
    figures: { '': { code: figureCode, confidence: 'source' } },
    standards,
    confidence: 'source',
    sources: [],
    ...more,
  };
}

export function criterion(code: string, indicators: Doc[], more: Doc = {}): Doc {
  return {
    code,
    group: null,
    nameVi: `Tiêu chí ${code}`,
    nameEn: `Criterion ${code}`,
    declaredIndicators: indicators.length,
    confidence: 'source',
    sources: [],
    indicators,
    ...more,
  };
}

export const REGIONS = [
  { code: 'NUI', nameVi: 'Miền núi', nameEn: 'Mountains' },
  { code: 'BANG', nameVi: 'Đồng bằng', nameEn: 'Plain' },
];

/** A set document of these criteria, for 2020 to 2022, with two regions. */
export function setDocument(criteria: Doc[], more: Doc = {}): Doc {
  const indicators = criteria.reduce((sum, item) => sum + Number(item.declaredIndicators ?? 0), 0);
  return {
    format: 1,
    id: 'bo-thu',
    version: 1,
    titleVi: 'Bộ thử',
    titleEn: 'Test set',
    level: 'ntm',
    recognitionVi: 'xã đạt chuẩn',
    unitLevel: 'commune',
    period: { from: 2020, to: 2022 },
    effectiveFrom: '2020-01-01',
    legalBasis: [
      { number: '1/QĐ-TTg', date: '2020-01-02', roleEn: 'promulgates', confidence: 'source', source: 'x' },
    ],
    dimension: { code: 'region', nameVi: 'Vùng', nameEn: 'Region', values: REGIONS },
    specialRules: [],
    scoring: { type: 'all' },
    declaredCounts: { criteria: criteria.length, indicators },
    groups: [],
    criteria,
    conditions: [],
    ...more,
  };
}

/** Parses a document that must be good. */
export function goodSet(document: Doc): CriteriaSet {
  const { set, refused } = parseSet(document, 'thu.json', dictionary());
  if (set === null) throw new Error(refused.map((problem) => `${problem.path}: ${problem.en}`).join('\n'));
  return set;
}

/** A set of one criterion with one indicator. */
export function oneIndicator(item: Doc, more: Doc = {}): CriteriaSet {
  return goodSet(setDocument([criterion('1', [item])], more));
}

/** What is wrong with the words of problems: a place where data is missing, or data of no sense. */
export function incompleteWords(problems: readonly { readonly vi: string; readonly en: string }[]): string[] {
  return problems
    .flatMap(({ vi, en }) => [vi, en])
    .filter((text) => /\{\w+\}|undefined|: \.|\(\)| {2}/.test(text));
}

/** A document with one key left out. */
export function without(document: Doc, key: string): Doc {
  return Object.fromEntries(Object.entries(document).filter(([name]) => name !== key));
}
