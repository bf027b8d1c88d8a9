// The rate on a commune's screen never looks as if it met a standard that the exact figures do not meet.
import { compile, explain, parseFigures, parseSet, type Reading } from '@vungbuoc/criteria';
import type { StoredReading } from '@vungbuoc/programme/readings';
import { shippedTexts } from '@vungbuoc/programme/text';
import { shapeIndicator, wordsOfSet } from '@vungbuoc/programme/verdicts';
import { describe, expect, it } from 'vitest';

const source = { confidence: 'source', source: 'Bảng của quyết định' };
const figure = (code: string, kind: string, unitVi: string) => ({
  code,
  nameVi: code,
  nameEn: code,
  kind,
  unitVi,
  unitEn: unitVi,
  decimals: 0,
  merge: 'sum',
});

/** A set of one indicator that asks both bounds of one figure. */
function lawOf(kind: 'share' | 'ratio', part: string, bounds: readonly [number, number]) {
  const { figures } = parseFigures(
    { format: 1, figures: [figure('nuoc', kind, kind === 'share' ? 'hộ' : 'm2/người')] },
    'figures.json',
  );
  const asked = (op: string, value: number) => ({ op, value, ...(part === '' ? {} : { part }) });
  const indicator = {
    code: '1.1',
    textVi: 'Nước sạch',
    textEn: 'Clean water',
    measure: { type: kind === 'share' ? 'percent' : 'ratio' },
    figures: { [part]: { code: 'nuoc', confidence: 'source' } },
    standards: { default: { all: [asked('>=', bounds[0]), asked('<=', bounds[1])], ...source } },
    confidence: 'source',
  };
  const document = {
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
    legalBasis: [{ number: '1/QĐ-TTg', roleEn: 'promulgates', ...source }],
    dimension: null,
    declaredCounts: { criteria: 1, indicators: 1 },
    groups: [],
    criteria: [
      {
        code: '1',
        nameVi: 'Nước',
        nameEn: 'Water',
        declaredIndicators: 1,
        confidence: 'source',
        indicators: [indicator],
      },
    ],
  };
  const { set, refused } = parseSet(document, 'thu.json', figures);
  if (set === null) throw new Error(refused.map((fault) => fault.en).join(' '));
  return set;
}

/** What the screen shows large for one reading: the rate in Vietnamese. */
function shownRate(set: ReturnType<typeof lawOf>, numerator: string, denominator: string): string {
  const reading: Reading = { numerator, denominator, applicable: true };
  const compiled = compile(set, null, 2020);
  const explained = (lang: 'vi' | 'en') => {
    const item = explain(compiled, new Map([['nuoc', reading]]), lang).criteria[0]?.indicators[0];
    if (item === undefined) throw new Error('no indicator');
    return item;
  };
  const stored: StoredReading = {
    ...reading,
    figureId: 1,
    thonId: 0,
    note: null,
    bare: false,
    official: true,
    source: null,
    knownOn: '2020-12-31',
    confirmed: null,
    seq: 1,
  };
  const facts = {
    ...wordsOfSet(set, shippedTexts),
    current: new Map([['nuoc', stored]]),
    history: new Map(),
  };
  const shaped = shapeIndicator({ vi: explained('vi'), en: explained('en') }, facts);
  return `${shaped.verdict} ${shaped.valueText?.vi}`;
}

describe('the rate that a commune sees', () => {
  it.each([
    ['just over the ceiling', '9004', '10000', 'notMet 90,04%'],
    ['on the ceiling', '9', '10', 'met 90%'],
    ['just under the floor', '7996', '10000', 'notMet 79,96%'],
    ['between the two', '8504', '10000', 'met 85%'],
  ])('keeps to its side of both bounds: %s', (_name, top, bottom, shown) => {
    for (const part of ['', 'clean']) {
      expect(shownRate(lawOf('share', part, [80, 90]), top, bottom)).toBe(shown);
    }
  });

  it('of so much per head is that rate, not the quantity alone', () => {
    expect(shownRate(lawOf('ratio', '', [2, 4]), '4001', '1000')).toBe('notMet 4,001');
    expect(shownRate(lawOf('ratio', '', [2, 4]), '900', '300')).toBe('met 3');
  });
});
