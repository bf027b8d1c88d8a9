// What a province may do to a national set: fill, tighten, extend; never weaken.
import {
  applyOverlay,
  applyOverlays,
  type CriteriaSet,
  cellAt,
  compile,
  evaluate,
  identifyDocument,
  type OverlaySet,
  parseOverlay,
  type Reading,
  trace,
  type Verdict,
  verdictOf,
} from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { LAI_CHAU, named, overlaid, plain, readText, share, shippedSet } from './shipped-law.ts';
import { baseWith, lay, left, overlayDocument, read, standardOf } from './small-overlays.ts';
import {
  allOf,
  anyOf,
  cell,
  criterion,
  type Doc,
  goodSet,
  incompleteWords,
  indicator,
  setDocument,
} from './small-set.ts';

const PARTS = {
  '': { code: 'nuoc', confidence: 'source' },
  clean: { code: 'nuoc/sach', confidence: 'source' },
};
describe('a province fills what was left open', () => {
  it.each([
    ['delegated', left, '>=60 delegated'],
    ['delegated, but that itself is not sure', { ...left, confidence: 'unsure' }, '>=60 incomparable'],
    ['null', null, '>=60 incomparable'],
    ['unsure', cell('>=', 80, { confidence: 'unsure' }), '>=60 incomparable'],
    ['prototype', cell('>=', 80, { confidence: 'prototype' }), '>=60 incomparable'],
    ['without a source', cell('>=', 80, { source: null }), '>=60 incomparable'],
  ])('%s', (_name, national, expected) => {
    const base = baseWith({ default: national }, { measure: { type: 'percent', delegated: true } });
    const { set, refused } = lay(base, { default: cell('>=', 60) });
    expect(refused).toEqual([]);
    expect(standardOf(set, 'NUI')).toBe(expected);
  });

  it('for its own region only', () => {
    const base = baseWith({ default: left }, { measure: { type: 'percent', delegated: true } });
    const { set } = lay(base, { by: { NUI: cell('>=', 60) } });
    expect([standardOf(set, 'NUI'), standardOf(set, 'BANG')]).toEqual(['>=60 delegated', 'delegated']);
  });

  it('for one year only', () => {
    const base = baseWith({ default: left }, { measure: { type: 'percent', delegated: true } });
    const { set } = lay(base, { byYear: { 2021: { default: cell('>=', 60) } } });
    expect([2020, 2021, 2022].map((year) => standardOf(set, 'NUI', year))).toEqual([
      'delegated',
      '>=60 delegated',
      'delegated',
    ]);
  });

  it('for every year where the nation has a standard for one', () => {
    const base = baseWith({ byYear: { 2021: { by: { NUI: cell('>=', 50), BANG: cell('>=', 70) } } } });
    const { set } = lay(base, { by: { NUI: cell('>=', 60) } });
    expect([2020, 2021, 2022].map((year) => standardOf(set, 'NUI', year))).toEqual([
      '>=60 incomparable',
      '>=60 stricter',
      '>=60 incomparable',
    ]);
    expect([2020, 2021, 2022].map((year) => standardOf(set, 'BANG', year))).toEqual([
      'missing',
      '>=70 national',
      'missing',
    ]);
  });

  it('decides by its own confidence', () => {
    const base = baseWith({ default: null });
    const verdict = (confidence: string): Verdict => {
      const { set } = lay(base, { default: cell('>=', 60, { confidence }) });
      if (set === null) throw new Error('refused');
      return verdictOf(
        evaluate(compile(set, 'NUI', 2020), new Map([['nuoc', share(60, 100)]])).indicators[0],
      );
    };
    expect([verdict('source'), verdict('memory'), verdict('unsure')]).toEqual(['met', 'met', 'unknown']);
  });

  it('and a null of its own leaves the nation as it was', () => {
    const { set } = lay(baseWith({ default: cell('>=', 50) }), { default: null });
    expect(standardOf(set, 'NUI')).toBe('>=50 national');
  });
});

describe('a province may be stricter, never weaker', () => {
  const clean = (value: number): Doc => ({ part: 'clean', op: '>=', value });
  const main = (value: number): Doc => ({ op: '>=', value });

  it.each([
    ['higher', cell('>=', 90), cell('>=', 91), true],
    ['the same', cell('>=', 90), cell('>=', 90), true],
    ['lower', cell('>=', 90), cell('>=', '89.999'), false],
    ['a lower ceiling', cell('<=', 12), cell('<=', 11), true],
    ['a higher ceiling', cell('<=', 12), cell('<=', '12.001'), false],
    ['a ceiling for a floor', cell('>=', 90), cell('<=', 90), false],
    ['one condition more', cell('>=', 90), allOf(main(90), clean(50)), true],
    ['one condition less', allOf(main(90), clean(50)), cell('>=', 95), false],
    ['both conditions higher', allOf(main(90), clean(50)), allOf(clean(51), main(90)), true],
    ['one higher, one lower', allOf(main(90), clean(50)), allOf(main(99), clean(49)), false],
    ['an alternative more', cell('>=', 90), anyOf(main(90), clean(50)), false],
    ['an alternative less', anyOf(main(90), clean(50)), cell('>=', 90), true],
    ['alternatives that both suffice', anyOf(main(90), clean(50)), anyOf(main(95), clean(60)), true],
    ['alternatives of which one does not', anyOf(main(90), clean(50)), anyOf(main(95), clean(40)), false],
    ['compared with a remembered standard', cell('>=', 90, { confidence: 'memory' }), cell('>=', 80), false],
  ])('%s', (_name, national, provincial, allowed) => {
    const base = baseWith(
      { default: national },
      { figures: PARTS, standards: { by: { NUI: national, BANG: null } } },
    );
    const { set, refused } = lay(base, { by: { NUI: provincial } });
    expect(refused.map((problem) => problem.code)).toEqual(allowed ? [] : ['overlay.weaker']);
    expect(set === null).toBe(!allowed);
    if (allowed) expect(standardOf(set, 'NUI')).toMatch(/ stricter$/);
  });

  it('is refused with the two standards side by side', () => {
    const { refused } = lay(baseWith({ by: { NUI: cell('>=', 90), BANG: cell('>=', 95) } }), {
      default: cell('>=', 92),
    });
    expect(refused).toMatchObject([
      {
        file: 'tinh.json',
        path: '1.1 > BANG',
        vi: 'Mức của tỉnh thấp hơn mức trung ương. Trung ương: từ 95% trở lên. Tỉnh: từ 92% trở lên.',
        en: 'The province asks for less than the nation. National standard: at least 95%. Provincial standard: at least 92%.',
        values: { national: '>=95', provincial: '>=92' },
      },
    ]);
  });

  it('must not do the opposite of a yes/no', () => {
    const base = goodSet(
      setDocument([criterion('1', [indicator('1.1', 'cho', 'boolean', { default: cell('=', true) })])]),
    );
    expect(lay(base, { default: cell('=', true) }).refused).toEqual([]);
    expect(
      parseOverlay(overlayDocument({ default: cell('=', false) }), 'tinh.json', base).refused[0]?.code,
    ).toBe('set.expected-contradiction');
  });

  it('keeps what an office judges with the office', () => {
    const judged = { op: 'judged', confidence: 'source', source: 'x' };
    const base = goodSet(
      setDocument([criterion('1', [indicator('1.1', 'an-ninh', 'judged', { default: judged })])]),
    );
    expect(lay(base, { default: judged }).refused).toEqual([]);
  });
});

describe('an extension', () => {
  const base = (): CriteriaSet =>
    baseWith({ byYear: { 2020: { default: cell('>=', 50) }, 2022: { default: cell('>=', 70) } } });

  it('applies the standards of one year after the period, and says so', () => {
    const { set } = lay(base(), null, { extend: { to: 2024, standardsOf: 2022 } });
    if (set === null) throw new Error('refused');
    const at = (year: number) =>
      trace(compile(set, 'NUI', year), new Map([['nuoc', share(60, 100)]])).criteria[0]?.indicators[0];
    expect([2019, 2020, 2021, 2022, 2023, 2024, 2025].map((year) => at(year)?.verdict)).toEqual([
      'unknown',
      'met',
      'unknown',
      'notMet',
      'notMet',
      'notMet',
      'unknown',
    ]);
    expect(at(2023)?.path).toBe('byYear/2022');
    expect(at(2025)?.why).toBe('outside-period');
  });

  it.each([
    ['to a year inside the period', { to: 2022, standardsOf: 2022 }, 'overlay.extend-backwards'],
    ['with standards of a year outside', { to: 2023, standardsOf: 2023 }, 'overlay.extend-year'],
    ['with standards of a year before', { to: 2023, standardsOf: 2019 }, 'overlay.extend-year'],
    ['that is only half written', { to: 2023 }, 'set.key-absent'],
  ])('%s is refused', (_name, extend, code) => {
    const codes = parseOverlay(overlayDocument(null, { extend }), 'tinh.json', base()).refused.map(
      (problem) => problem.code,
    );
    expect(codes).toContain(code);
  });
});

describe('overlays that lead astray', () => {
  const base = (): CriteriaSet => baseWith({ default: cell('>=', 50) });

  it('for another set', () => {
    const { overlay, refused } = parseOverlay(overlayDocument(null, { of: 'bo-khac' }), 'tinh.json', base());
    expect([overlay, refused[0]?.code]).toEqual([null, 'overlay.other-base']);
    const stray: OverlaySet = { ...read(base(), overlayDocument(null)), of: 'bo-khac' };
    expect(applyOverlay(base(), stray).refused[0]?.code).toBe('overlay.other-base');
  });

  it('of itself, or round in a circle', () => {
    const chain = (id: string, of: string) => ({ ...read(base(), overlayDocument(null)), id, of });
    const codes = (overlays: OverlaySet[]) =>
      applyOverlays(base(), overlays).refused.map((problem) => problem.code);
    expect(codes([chain('a', 'a')])).toEqual(['overlay.loop']);
    expect(codes([chain('a', 'b'), chain('b', 'a')])).toEqual(['overlay.loop', 'overlay.loop']);
    expect(
      parseOverlay(overlayDocument(null, { of: 'quy-dinh-tinh' }), 'tinh.json', base()).refused[0]?.code,
    ).toBe('overlay.loop');
    expect(codes([chain('a', 'bo-thu'), chain('b', 'a')])).toEqual([]);
    expect(codes([chain('b', 'a'), chain('a', 'bo-thu')])).toEqual([]);
    expect(codes([chain('a', 'mat-tich')])).toEqual(['overlay.other-base']);
  });

  it('twice', () => {
    const overlay = read(base(), overlayDocument({ default: cell('>=', 60) }));
    expect(applyOverlays(base(), [overlay, overlay]).refused.map((problem) => problem.code)).toEqual([
      'overlay.twice',
    ]);
  });

  it.each([
    ['only remembered wrongly', { confidence: 'unsure' }],
    ['without a source', { source: null }],
  ])('cannot fall under the nation in two steps: the first is %s, the second lower', (_name, more) => {
    const national = (): CriteriaSet => baseWith({ by: { NUI: cell('>=', 90), BANG: cell('>=', 80) } });
    const step = (value: number, id: string, cellMore: Doc = {}) =>
      read(national(), overlayDocument({ by: { NUI: cell('>=', value, cellMore) } }, { id }));
    const unsure = step(95, 'buoc-mot', more);
    const second = applyOverlays(national(), [unsure, step(50, 'buoc-hai')]);
    expect(second.set).toBeNull();
    expect(second.refused).toMatchObject([
      { code: 'overlay.weaker', path: '1.1 > NUI', values: { national: '>=90', provincial: '>=50' } },
    ]);
    // three steps, each unsure, lead no lower either
    const third = applyOverlays(national(), [unsure, step(92, 'buoc-hai', more), step(89, 'buoc-ba')]);
    expect(third.refused.map((problem) => problem.values)).toEqual([
      { national: '>=90', provincial: '>=89' },
    ]);
    // what stays above the nation may still be lower than an unsure step before it
    const allowed = applyOverlays(national(), [unsure, step(91, 'buoc-hai'), step(91, 'buoc-ba')]);
    expect(standardOf(allowed.set, 'NUI')).toBe('>=91 stricter');
    const raised = applyOverlays(national(), [
      step(92, 'buoc-mot'),
      step(96, 'buoc-hai', more),
      step(91, 'buoc-ba'),
    ]);
    expect(raised.refused.map((problem) => problem.values.national)).toEqual(['>=92']);
  });

  it('one on the other is compared with the first', () => {
    const strict = read(base(), overlayDocument({ default: cell('>=', 60) }));
    const strictest = read(
      base(),
      overlayDocument({ default: cell('>=', 55) }, { id: 'quy-dinh-xa', of: 'bo-thu' }),
    );
    expect(applyOverlays(base(), [strict, strictest]).refused[0]?.values).toEqual({
      national: '>=60',
      provincial: '>=55',
    });
  });

  it.each([
    [
      'an indicator that the set does not have',
      overlayDocument(null, { standards: [{ indicator: '9.9', standards: { default: null } }] }),
      'overlay.indicator-unknown',
    ],
    [
      'an indicator twice',
      overlayDocument(null, {
        standards: [
          { indicator: '1.1', standards: { default: null } },
          { indicator: '1.1', standards: { default: null } },
        ],
      }),
      'set.code-twice',
    ],
    [
      'a region that does not exist',
      overlayDocument({ by: { BIEN: cell('>=', 60) } }),
      'set.column-unreachable',
    ],
    ['a yes/no for a share', overlayDocument({ default: cell('=', true) }), 'set.operator-measure'],
    ['not marked as an overlay', overlayDocument(null, { kind: 'set' }), 'set.not-a-choice'],
    ['no file at all', 'nope', 'set.not-json'],
    ['a list', [], 'set.wrong-type'],
  ])('%s', (_name, document, code) => {
    const { overlay, refused } = parseOverlay(document, 'tinh.json', base());
    expect(overlay).toBeNull();
    expect(incompleteWords(refused)).toEqual([]);
    expect(refused.map((problem) => problem.code)).toContain(code);
  });

  it('conditions that contradict each other are found after laying over', () => {
    const { set, refused } = lay(baseWith({ default: null }), {
      default: allOf({ op: '>=', value: 9 }, { op: '<=', value: 8 }),
    });
    expect([set, refused[0]?.code]).toEqual([null, 'set.conditions-contradict']);
  });
});

describe('what a document says it is', () => {
  it.each([
    [
      { id: 'a', version: 2 },
      { kind: 'set', id: 'a', version: 2, of: null },
    ],
    [
      { kind: 'overlay', id: 'a', version: 1, of: 'b' },
      { kind: 'overlay', id: 'a', version: 1, of: 'b' },
    ],
    [{ id: 'a' }, null],
    [{ version: 1 }, null],
    [[], null],
    [null, null],
    ['a', null],
  ])('%j', (document, identity) => {
    expect(identifyDocument(document)).toEqual(identity);
  });
});

describe('the illustrative overlay of Lai Châu', () => {
  const national = (): CriteriaSet => shippedSet('vn-ntm-xa-2016-2020');
  const set = (): CriteriaSet => overlaid(national());

  it('says that it is not a real document, and fills only what the nation leaves open', () => {
    expect(set().overlays).toMatchObject([{ id: LAI_CHAU, illustrative: true, number: null }]);
    const filled = set()
      .criteria.flatMap((item) => item.indicators)
      .filter((item) => {
        const at = cellAt(item.rule, 'TDMNPB', 2020);
        return typeof at !== 'string' && at.kind === 'standard' && at.overlay !== null;
      });
    expect(filled.map((item) => item.code)).toEqual(['2.1', '2.2', '2.3', '2.4', '6.1', '17.4']);
  });

  it('makes 19 of 19 possible, which the nation alone does not', () => {
    const readings = perfectReadings(set());
    const met = (law: CriteriaSet, year: number) =>
      evaluate(compile(law, 'TDMNPB', year), readings).counts.met;
    expect([met(national(), 2020), met(set(), 2020), met(set(), 2021), met(set(), 2022)]).toEqual([
      16, 19, 19, 0,
    ]);
  });

  it('leaves the level unknown, because survey, debt and security are not given', () => {
    const { level } = evaluate(compile(set(), 'TDMNPB', 2020), perfectReadings(set()));
    expect(level).toMatchObject({ criteria: 'met', verdict: 'unknown' });
  });

  it('is a file that names the set it is for', () => {
    expect(identifyDocument(JSON.parse(readText(`${LAI_CHAU}/overlay.json`)))).toMatchObject({
      kind: 'overlay',
      of: national().id,
    });
  });
});

/** The best possible figure for every indicator. */
function perfectReadings(set: CriteriaSet): Map<string, Reading> {
  const best: Record<string, Reading> = {};
  for (const item of set.criteria.flatMap((candidate) => candidate.indicators)) {
    for (const part of Object.keys(item.figures)) {
      const name = part === '' ? item.code : `${item.code}/${part}`;
      if (item.measure.type === 'boolean') best[name] = plain(item.measure.expected ? 1 : 0);
      else if (item.measure.type === 'number') best[name] = plain(60);
      else best[name] = item.code === '11.1' || item.code === '15.3' ? share(0, 100) : share(100, 100);
    }
  }
  return named(set, best);
}
