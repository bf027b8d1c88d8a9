// One threshold changed to see who would fall: only that one, only where it was asked, never published.
import { type CriteriaSet, cellAt, findIndicator, standardText, withStandard } from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { jobs } from './small-laws.ts';
import { allOf, anyOf, cell, criterion, type Doc, goodSet, indicator, setDocument } from './small-set.ts';

const PARTS = {
  '': { code: 'nuoc', confidence: 'source' },
  clean: { code: 'nuoc/sach', confidence: 'source' },
};

function law(standards: Doc, more: Doc = {}): CriteriaSet {
  const other = indicator('1.2', 'ngheo', 'percent', { default: cell('<=', 12) });
  return goodSet(
    setDocument([criterion('1', [indicator('1.1', 'nuoc', 'percent', standards, more), other])]),
  );
}

function standards(set: CriteriaSet | null, code = '1.1', years = [2020]): string[] {
  const found = set === null ? undefined : findIndicator(set, code);
  if (found === undefined) return [];
  return years.flatMap((year) =>
    ['NUI', 'BANG'].map((column) => {
      const at = cellAt(found.rule, column, year);
      return typeof at === 'string' ? at : at.kind === 'standard' ? standardText(at.of) : at.kind;
    }),
  );
}

describe('a changed standard', () => {
  const byRegion = () => law({ default: cell('>=', 80), by: { NUI: cell('>=', 90), BANG: cell('>=', 95) } });

  it('of one region leaves the other', () => {
    expect(standards(withStandard(byRegion(), { indicator: '1.1', column: 'NUI', value: '92.5' }))).toEqual([
      '>=92.5',
      '>=95',
    ]);
  });

  it('of every region', () => {
    expect(standards(withStandard(byRegion(), { indicator: '1.1', column: null, value: '70' }))).toEqual([
      '>=70',
      '>=70',
    ]);
  });

  it('of one region, where one standard served all', () => {
    const changed = withStandard(law({ default: cell('>=', 80) }), {
      indicator: '1.1',
      column: 'BANG',
      value: '70',
    });
    expect(standards(changed)).toEqual(['>=80', '>=70']);
  });

  it('of two for one figure is the first: the other stays', () => {
    const changed = withStandard(law({ default: allOf({ op: '>=', value: 80 }, { op: '<=', value: 95 }) }), {
      indicator: '1.1',
      column: null,
      value: '85',
    });
    expect(standards(changed)).toEqual(['>=85; <=95', '>=85; <=95']);
  });

  it('of a set without regions', () => {
    const item = indicator('1.1', 'nuoc', 'percent', { default: cell('>=', 80) });
    const plain = goodSet(setDocument([criterion('1', [item])], { dimension: null }));
    const changed = withStandard(plain, { indicator: '1.1', column: null, value: '70' });
    expect(standards(changed)).toEqual(['>=70', '>=70']);
    expect(withStandard(plain, { indicator: '1.1', column: 'NUI', value: '70' })).toBeNull();
  });

  it('of every year that has one', () => {
    const years = law({
      byYear: { 2020: { by: { NUI: cell('>=', 90), BANG: null } }, 2021: { default: cell('>=', 60) } },
    });
    const changed = withStandard(years, { indicator: '1.1', column: null, value: '50' });
    expect(standards(changed, '1.1', [2020, 2021, 2022])).toEqual([
      '>=50',
      'missing',
      '>=50',
      '>=50',
      'no-year',
      'no-year',
    ]);
  });

  it('leaves the other indicators and the other parts', () => {
    const two = law(
      { default: allOf({ op: '>=', value: 90 }, { part: 'clean', op: '>=', value: 50 }) },
      { figures: PARTS },
    );
    const changed = withStandard(two, { indicator: '1.1', column: null, value: '95' });
    expect(standards(changed)).toEqual(['>=95; clean>=50', '>=95; clean>=50']);
    expect(standards(changed, '1.2')).toEqual(['<=12', '<=12']);
    const either = law(
      { default: anyOf({ op: '>=', value: 90 }, { part: 'clean', op: '>=', value: 50 }) },
      { figures: PARTS },
    );
    expect(standards(withStandard(either, { indicator: '1.1', column: null, value: '95' }))[0]).toBe(
      '>=95 | clean>=50',
    );
  });

  it('of a ceiling, and of one under "nếu có"', () => {
    expect(
      standards(withStandard(byRegion(), { indicator: '1.2', column: null, value: '5' }), '1.2'),
    ).toEqual(['<=5', '<=5']);
    const optional = withStandard(law({ default: cell('>=', 80) }, { ifPresent: true }), {
      indicator: '1.1',
      column: null,
      value: '5',
    });
    expect(standards(optional)).toEqual(['>=5', '>=5']);
    expect(optional === null ? null : findIndicator(optional, '1.1')?.rule.kind).toBe('ifPresent');
  });

  it('keeps the general column beside the regional ones, and invents none', () => {
    const national = (set: CriteriaSet | null) => {
      const rule = set === null ? undefined : findIndicator(set, '1.1')?.rule;
      if (rule?.kind !== 'byDimension') return 'none';
      return rule.national === null ? null : rule.national.kind;
    };
    expect(national(withStandard(byRegion(), { indicator: '1.1', column: 'NUI', value: '1' }))).toBe(
      'standard',
    );
    expect(
      national(
        withStandard(law({ default: cell('>=', 80) }), { indicator: '1.1', column: 'NUI', value: '1' }),
      ),
    ).toBeNull();
    expect(
      national(
        withStandard(law({ default: cell('>=', 80) }), { indicator: '1.1', column: null, value: '1' }),
      ),
    ).toBe('none');
  });

  it('may be nothing, all, or more than a hundred where it is no rate', () => {
    expect(standards(withStandard(byRegion(), { indicator: '1.1', column: 'NUI', value: '0' }))[0]).toBe(
      '>=0',
    );
    expect(standards(withStandard(byRegion(), { indicator: '1.1', column: 'NUI', value: '100' }))[0]).toBe(
      '>=100',
    );
    const income = goodSet(
      setDocument([criterion('1', [indicator('1.1', 'thu-nhap', 'number', { default: cell('>=', 36) })])]),
    );
    expect(standards(withStandard(income, { indicator: '1.1', column: null, value: '120' }))[0]).toBe(
      '>=120',
    );
  });

  it('is frozen and leaves the law as it was', () => {
    const set = byRegion();
    const changed = withStandard(set, { indicator: '1.1', column: 'NUI', value: '1' });
    expect(Object.isFrozen(changed?.criteria[0]?.indicators[0]?.rule)).toBe(true);
    expect(standards(set)).toEqual(['>=90', '>=95']);
  });

  it.each([
    ['an indicator that is not there', '9.9', null],
    ['a region that is not there', '1.1', 'BIEN'],
  ])('of %s is none', (_name, code, column) => {
    expect(withStandard(byRegion(), { indicator: code, column, value: '1' })).toBeNull();
  });

  it('of a yes/no or of an unknown standard is none', () => {
    const market = goodSet(
      setDocument([criterion('1', [indicator('1.1', 'cho', 'boolean', { default: cell('=', true) })])]),
    );
    expect(withStandard(market, { indicator: '1.1', column: null, value: '1' })).toBeNull();
    expect(withStandard(law({ default: null }), { indicator: '1.1', column: null, value: '1' })).toBeNull();
  });

  it('of men and women apart is none: no threshold is that of the main figure', () => {
    expect(withStandard(jobs(), { indicator: '1.1', column: null, value: '95' })).toBeNull();
  });

  it.each(['chín', '90.1234', '-1', '101'])('of %s is none: no standard reads so', (value) => {
    expect(withStandard(byRegion(), { indicator: '1.1', column: null, value })).toBeNull();
  });
});
