// What an overlay leaves as it was, what it carries along, and how a wrong chain of them is told.
import {
  applyOverlay,
  applyOverlays,
  type CriteriaSet,
  cellAt,
  findIndicator,
  type OverlaySet,
} from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { baseWith, lay, left, overlayDocument, read, standardOf } from './small-overlays.ts';
import { allOf, cell, criterion, goodSet, indicator, setDocument } from './small-set.ts';

describe('what an overlay leaves and carries along', () => {
  const conditions = [indicator('DK.1', 'van-ban', 'document', { default: null })];
  const withCondition = () =>
    goodSet(
      setDocument([criterion('1', [indicator('1.1', 'cho', 'boolean', { default: cell('=', true) })])], {
        conditions,
      }),
    );

  it('gives the standard of a further condition of the level', () => {
    const document = overlayDocument(null, {
      standards: [{ indicator: 'DK.1', standards: { default: cell('=', true) } }],
    });
    const { set } = applyOverlay(withCondition(), read(withCondition(), document));
    const item = set === null ? undefined : findIndicator(set, 'DK.1');
    expect(item === undefined ? null : cellAt(item.rule, 'NUI', 2020)).toMatchObject({
      kind: 'standard',
      overlay: { basis: 'incomparable' },
    });
    expect(findIndicator(withCondition(), 'DK.9')).toBeUndefined();
  });

  it('names its decision, its date and whether it is real', () => {
    const { set } = lay(baseWith({ default: null }), { default: cell('>=', 60) });
    expect(set?.overlays).toEqual([
      {
        id: 'quy-dinh-tinh',
        version: 1,
        titleVi: 'Quy định của tỉnh',
        titleEn: 'Provincial regulation',
        illustrative: false,
        number: '9/QĐ-UBND',
        date: '2020-05-01',
        basis: 'delegated',
      },
    ]);
    expect(set?.period.extended).toBeNull();
    const shown = lay(baseWith({ default: null }), null, {
      illustrative: true,
      legalBasis: [],
      extend: { to: 2023, standardsOf: 2020 },
    });
    expect(shown.set?.overlays[0]).toMatchObject({ illustrative: true, number: null, date: null });
    expect(shown.set?.period.extended).toMatchObject({
      to: 2023,
      standardsOf: 2020,
      overlay: { id: 'quy-dinh-tinh', basis: 'delegated' },
    });
  });

  it('keeps "nếu có" where the decree has it, and only there', () => {
    for (const ifPresent of [true, false]) {
      const { set } = lay(baseWith({ default: cell('>=', 50) }, { ifPresent }), { default: cell('>=', 60) });
      expect(set === null ? null : findIndicator(set, '1.1')?.rule.kind).toBe(
        ifPresent ? 'ifPresent' : 'standard',
      );
    }
  });

  it("keeps the decree's general column beside the regional ones", () => {
    const national = (set: CriteriaSet | null) => {
      const rule = set === null ? undefined : findIndicator(set, '1.1')?.rule;
      return rule?.kind === 'byDimension' ? rule.national : 'none';
    };
    const regional = lay(
      baseWith({ default: cell('>=', 80), by: { NUI: cell('>=', 50), BANG: cell('>=', 70) } }),
      { by: { NUI: cell('>=', 60) } },
    );
    expect(national(regional.set)).toMatchObject({ of: { value: '80' } });
    expect(national(lay(baseWith({ default: null }), { by: { NUI: cell('>=', 60) } }).set)).toBeNull();
    expect(national(lay(baseWith({ default: null }), { default: cell('>=', 60) }).set)).toBe('none');
  });

  it('leaves a delegation that is only remembered as a delegation', () => {
    const base = baseWith(
      { default: { ...left, confidence: 'memory' } },
      { measure: { type: 'percent', delegated: true } },
    );
    expect(standardOf(lay(base, { default: cell('>=', 60) }).set, 'NUI')).toBe('>=60 delegated');
  });

  it('is refused with its own file, the year and the region', () => {
    const base = baseWith({ byYear: { 2021: { by: { NUI: cell('>=', 90), BANG: cell('>=', 90) } } } });
    const { refused } = lay(base, { byYear: { 2021: { by: { NUI: cell('>=', 80) } } } });
    expect(refused.map((problem) => [problem.file, problem.path])).toEqual([
      ['tinh.json', '1.1 > 2021 > NUI'],
    ]);
    const broken = lay(baseWith({ default: null }), {
      default: allOf({ op: '>=', value: 9 }, { op: '<=', value: 8 }),
    });
    expect(broken.refused.map((problem) => [problem.file, problem.path])).toEqual([['tinh.json', '1 > 1.1']]);
  });

  it('says in words what is wrong with a chain', () => {
    const chain = (id: string, of: string) => ({
      ...read(baseWith({ default: null }), overlayDocument(null)),
      id,
      of,
    });
    const said = (overlays: OverlaySet[]) =>
      applyOverlays(baseWith({ default: null }), overlays).refused.map((problem) => problem.vi);
    expect(said([chain('a', 'b'), chain('b', 'c'), chain('c', 'a')])).toEqual([
      'Quy định dẫn vòng về chính nó: a > b > c > a.',
      'Quy định dẫn vòng về chính nó: b > c > a > b.',
      'Quy định dẫn vòng về chính nó: c > a > b > c.',
    ]);
    expect(said([chain('a', 'mat-tich')])).toEqual([
      'Quy định này dành cho bộ "mat-tich", không phải "bo-thu".',
    ]);
    expect(said([])).toEqual([]);
  });
});
