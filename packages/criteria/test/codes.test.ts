// Codes that only look right, and names with something left over, are refused with words that help.
import { columnOf, findFigure, UnknownColumnError } from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { shippedSet } from './shipped-law.ts';
import { faultsOf, menAndWomen } from './small-documents.ts';
import { cell, criterion, type Doc, goodSet, indicator, setDocument } from './small-set.ts';

const water = (code: string, standards: Doc = { default: cell('>=', 90) }): Doc =>
  indicator(code, 'nuoc', 'percent', standards);
const region = (code: string): Doc => ({
  dimension: {
    code: 'region',
    nameVi: 'Vùng',
    nameEn: 'Region',
    values: [{ code, nameVi: 'a', nameEn: 'a' }],
  },
});

describe('a code with a letter that does not belong', () => {
  it.each([
    ['a slash, which leads to a part', '1.1/clean', '/ (U+002F)'],
    ['a space at its end', '1.1 ', 'U+0020'],
    ['a space that is not seen', '1.1\u00A0', 'U+00A0'],
    ['a letter of no width', '1.\u200B1', 'U+200B'],
    ['a mark of direction', '\u202E1.1', 'U+202E'],
    ['a letter of another alphabet', '\u0412TB', '\u0412 (U+0412)'],
    ['digits of full width', '\uFF11.1', '\uFF11 (U+FF11)'],
    ['a Vietnamese letter', 'ĐB', 'Đ (U+0110)'],
    ['a Vietnamese letter in two parts', 'Núi'.normalize('NFD'), 'ú (U+00FA)'],
  ])('%s', (_name, code, letters) => {
    const places: Doc[] = [
      setDocument([criterion('1', [water(code)])]),
      setDocument([criterion(code, [water('1.1')])]),
      setDocument([criterion('1', [water('1.1')])], { conditions: [water(code)] }),
      setDocument([criterion('1', [water('1.1')], { group: code })], {
        groups: [{ code, nameVi: 'a', nameEn: 'a' }],
      }),
      setDocument([criterion('1', [water('1.1', { by: { [code]: cell('>=', 90) } })])], region(code)),
      setDocument([criterion('1', [water('1.1')])], {
        specialRules: [{ code, takes: 'NUI', textVi: 'a', textEn: 'a', confidence: 'source' }],
      }),
    ];
    for (const document of places) {
      const faults = faultsOf(document);
      expect(faults.map((fault) => [fault.code, fault.values.letters])).toEqual([
        ['set.code-letters', letters],
      ]);
      expect(faults[0]?.vi).toContain('chỉ dùng chữ cái không dấu, chữ số, dấu chấm, dấu gạch nối');
      // what cannot be seen stands as its number, in the sentence and in the place
      expect(`${faults[0]?.vi} ${faults[0]?.path}`).not.toMatch(/[\u00A0\u200B\u202E]/);
    }
  });

  it.each(['.1', '1.', '1..1', '-a', 'a--b', 'a'.repeat(41)])('%s is not well formed', (code) => {
    expect(faultsOf(setDocument([criterion('1', [water(code)])])).map((fault) => fault.code)).toEqual([
      'set.code-form',
    ]);
  });

  it.each(['1.1', 'DK.1', 'dieu-1', 'NHOM1', '17.10', 'a'.repeat(40)])('%s is', (code) => {
    expect(faultsOf(setDocument([criterion('1', [water(code)])]))).toEqual([]);
  });

  it('of many such letters the first five are named', () => {
    const [fault] = faultsOf(setDocument([criterion('1', [water('ĐỒNGBẰNGSÔNGCỬULỚN')])]));
    expect(fault?.values.letters).toBe('Đ (U+0110), Ồ (U+1ED2), Ằ (U+1EB0), Ô (U+00D4), Ử (U+1EEC)');
  });

  it.each([
    ['as long as a code may be', `Đ${'a'.repeat(39)}`, `Đ${'a'.repeat(39)}`],
    ['a letter longer', `Đ${'a'.repeat(40)}`, `Đ${'a'.repeat(39)}...`],
    ['far longer', `Đ${'a'.repeat(400)}`, `Đ${'a'.repeat(39)}...`],
  ])('and no more of the code is shown than one can read: %s', (_name, code, shown) => {
    expect(faultsOf(setDocument([criterion('1', [water(code)])]))[0]?.values.code).toBe(shown);
  });

  it('a column written twice, once with its marks apart, is told', () => {
    const standards = { by: { Núi: cell('>=', 90), ['Núi'.normalize('NFD')]: cell('>=', 80) } };
    const codes = faultsOf(setDocument([criterion('1', [water('1.1', standards)])], region('Núi'))).map(
      (fault) => fault.code,
    );
    expect(codes).toEqual(['set.code-letters', 'set.code-twice']);
  });
});

describe('a name with something left over', () => {
  const set = () => goodSet(setDocument([criterion('1', [menAndWomen(), water('1.2')])]));

  it.each([
    ['1.1/male', 'figure'],
    ['1.1/male/zzz', 'unknown-part'],
    ['1.1/male/', 'unknown-part'],
    ['1.1/', 'unknown-part'],
    ['1.1', 'by-sex'],
    ['1.2', 'figure'],
    [' 1.2 ', 'figure'],
    ['1.2/', 'unknown-part'],
    ['1.2//', 'unknown-part'],
    ['1.2/zzz', 'unknown-part'],
    ['1.\u200B2', 'unknown-indicator'],
    ['/', 'unknown-indicator'],
  ])('%j is %s', (name, kind) => {
    expect(findFigure(set(), name).kind).toBe(kind);
  });

  it.each(['BTB/dieu-1/zz', 'BTB/dieu-1/', 'BTB/', 'BTB//dieu-1', '/dieu-1', 'BTB /dieu-1'])(
    'the column %j is not known',
    (dimension) => {
      expect(() => columnOf(shippedSet('vn-ntm-xa-2021-2025'), dimension)).toThrow(UnknownColumnError);
    },
  );

  it('and BTB/dieu-1 is', () => {
    expect(columnOf(shippedSet('vn-ntm-xa-2021-2025'), 'BTB/dieu-1')?.special?.code).toBe('dieu-1');
  });
});
