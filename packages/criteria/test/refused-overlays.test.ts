// What a province reads when its regulation cannot be used: one fault, in its own file, at its place, in whole sentences.
import {
  applyOverlay,
  applyOverlays,
  type CriteriaSet,
  type OverlaySet,
  parseOverlay,
} from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { baseWith, lay, left, overlayDocument, read, standardOf } from './small-overlays.ts';
import {
  allOf,
  cell,
  criterion,
  type Doc,
  goodSet,
  incompleteWords,
  indicator,
  setDocument,
  without,
} from './small-set.ts';

const national = (): CriteriaSet => baseWith({ default: cell('>=', 50) });
const delegated = (): CriteriaSet =>
  baseWith({ default: left }, { measure: { type: 'percent', delegated: true } });
/** The nation with one regulation laid on it already. */
const withFirst = (): CriteriaSet => {
  const { set } = lay(national(), { default: cell('>=', 60) }, { id: 'quy-dinh-truoc' });
  if (set === null) throw new Error('refused');
  return set;
};
const impossible = { default: allOf({ op: '>=', value: 90 }, { op: '<=', value: 60 }) };

describe('a regulation is told the one thing that is wrong with it', () => {
  it.each<[string, () => CriteriaSet, Doc, string, string]>([
    [
      'it is for another set',
      national,
      overlayDocument(null, { of: 'bo-khac' }),
      '',
      'Quy định này dành cho bộ "bo-khac", không phải "bo-thu".',
    ],
    [
      'it is for another set than the one that already has a regulation',
      withFirst,
      overlayDocument(null, { of: 'bo-khac' }),
      '',
      'Quy định này dành cho bộ "bo-khac", không phải "bo-thu".',
    ],
    [
      'it is for itself',
      national,
      overlayDocument(null, { of: 'quy-dinh-tinh' }),
      '',
      'Quy định dẫn vòng về chính nó: quy-dinh-tinh > quy-dinh-tinh.',
    ],
    [
      'it extends the period to a year that the set already has',
      national,
      overlayDocument(null, { extend: { to: 2021, standardsOf: 2020 } }),
      '',
      'Giai đoạn kéo dài đến 2021 nhưng bộ tiêu chí đã đến 2022.',
    ],
    [
      'it extends the standards of a year that the set does not have',
      national,
      overlayDocument(null, { extend: { to: 2024, standardsOf: 2019 } }),
      '',
      'Năm lấy mức yêu cầu (2019) nằm ngoài giai đoạn của bộ tiêu chí.',
    ],
    [
      'it leaves the standard of all to somebody else',
      delegated,
      overlayDocument({ default: left }),
      '1.1',
      'Quy định của tỉnh phải ghi mức cụ thể cho chỉ tiêu 1.1, không giao lại cho nơi khác.',
    ],
    [
      'it leaves the standard of one year and region to somebody else',
      delegated,
      overlayDocument({ byYear: { 2021: { by: { NUI: left } } } }),
      '1.1 > 2021 > NUI',
      'Quy định của tỉnh phải ghi mức cụ thể cho chỉ tiêu 1.1, không giao lại cho nơi khác.',
    ],
  ])('%s', (_name, base, document, path, vi) => {
    const { overlay, refused } = parseOverlay(document, 'tinh.json', base());
    expect(overlay).toBeNull();
    expect(refused.map((problem) => [problem.file, problem.path, problem.vi])).toEqual([
      ['tinh.json', path, vi],
    ]);
    expect(incompleteWords(refused)).toEqual([]);
  });

  it('its place is found among the regulations that the set already has', () => {
    const { overlay, refused } = parseOverlay(
      overlayDocument(null, { of: 'quy-dinh-truoc' }),
      'tinh.json',
      withFirst(),
    );
    expect([overlay?.of, refused]).toEqual(['quy-dinh-truoc', []]);
  });
});

describe('what is not written is told once, not compared with anything', () => {
  const whole = overlayDocument({ default: cell('>=', 60) });
  const unnamed = { standards: { default: cell('>=', 60) } };

  it.each<[string, unknown, string[]]>([
    ['a file that is no JSON', 'nope', ['set.not-json @ ']],
    ['no set that it is for', without(whole, 'of'), ['set.key-absent @ of']],
    [
      'neither a name nor a set that it is for',
      without(without(whole, 'id'), 'of'),
      ['set.key-absent @ id', 'set.key-absent @ of'],
    ],
    [
      'two standards that name no indicator',
      overlayDocument(null, { standards: [unnamed, unnamed] }),
      ['set.key-absent #1 @ standards > indicator', 'set.key-absent #2 @ standards > indicator'],
    ],
  ])('%s', (_name, document, faults) => {
    const { overlay, refused } = parseOverlay(document, 'tinh.json', national());
    expect(overlay).toBeNull();
    expect(
      refused.map(
        ({ code, path, values }) => `${[code, path].filter(Boolean).join(' ')} @ ${values.key ?? ''}`,
      ),
    ).toEqual(faults);
  });
});

describe('a regulation that cannot be laid on a set', () => {
  const regulation = (id: string, of: string, standards: Doc | null = null): OverlaySet => ({
    ...read(national(), overlayDocument(standards)),
    id,
    of,
  });

  it.each<[string, OverlaySet[], string[]]>([
    [
      'is for a set that is not there',
      [regulation('a', 'mat-tich')],
      ['Quy định này dành cho bộ "mat-tich", không phải "bo-thu".'],
    ],
    [
      'waits for one that waits for it',
      [regulation('a', 'b'), regulation('b', 'a')],
      ['Quy định dẫn vòng về chính nó: a > b > a.', 'Quy định dẫn vòng về chính nó: b > a > b.'],
    ],
    [
      'is there already',
      [regulation('a', 'bo-thu'), regulation('a', 'bo-thu')],
      ['Quy định "a" áp dụng hai lần.'],
    ],
  ])('because it %s, is told so of the whole file', (_name, overlays, said) => {
    const { set, refused } = applyOverlays(national(), overlays);
    expect(set).toBeNull();
    expect(refused.map((problem) => [problem.file, problem.path, problem.vi])).toEqual(
      said.map((vi) => ['tinh.json', '', vi]),
    );
    expect(incompleteWords(refused)).toEqual([]);
  });

  it('is told that alone, and not that its standards could never hold', () => {
    const stray = applyOverlay(national(), regulation('a', 'bo-khac', impossible));
    const again = applyOverlay(withFirst(), regulation('quy-dinh-truoc', 'bo-thu', impossible));
    expect([stray, again].map(({ refused }) => refused.map(({ path, vi }) => [path, vi]))).toEqual([
      [['', 'Quy định này dành cho bộ "bo-khac", không phải "bo-thu".']],
      [['', 'Quy định "quy-dinh-truoc" áp dụng hai lần.']],
    ]);
    expect(incompleteWords(stray.refused)).toEqual([]);
  });

  it('with a table of no column, where the set has none, does not put the standard of the nation away', () => {
    const base = goodSet(
      setDocument([criterion('1', [indicator('1.1', 'nuoc', 'percent', { default: cell('>=', 50) })])], {
        dimension: null,
      }),
    );
    for (const standards of [{ by: {} }, { byYear: { '2021': { by: {} } } }]) {
      const { overlay, refused } = parseOverlay(overlayDocument(standards), 'tinh.json', base);
      expect(overlay).toBeNull();
      expect(refused.map(({ code }) => code)).toEqual(['set.key-absent']);
    }
  });
});

it('a standard that its province is not sure of was still compared, and says so', () => {
  for (const unsure of [{ confidence: 'unsure' }, { source: null }]) {
    const { set } = lay(national(), { default: cell('>=', 60, unsure) });
    expect(standardOf(set, 'NUI')).toBe('>=60 stricter');
  }
});
