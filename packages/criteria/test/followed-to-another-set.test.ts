// Which indicator, condition and year of one set stands against which of another, and what is then told.
import { type CriteriaSet, diffSets, parseFigures, parseSet } from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import {
  allOf,
  cell,
  criterion,
  type Doc,
  dictionaryDocument,
  goodSet,
  indicator,
  setDocument,
} from './small-set.ts';

const told = (a: CriteriaSet, b: CriteriaSet): string[] => diffSets(a, b).map(({ vi }) => vi);
const share = (code: string, figure: string, more: Doc = {}): Doc =>
  indicator(code, figure, 'percent', { default: cell('>=', 90) }, more);
const law = (items: Doc[], head: Doc = {}): CriteriaSet =>
  // a second criterion is still to come, so that the decree's counts are the same in every set here
  goodSet(setDocument([criterion('1', items)], { declaredCounts: { criteria: 2, indicators: 9 }, ...head }));

describe('an indicator', () => {
  it('is followed to another set by any of its figures', () => {
    const figures = {
      '': { code: 'ngheo', confidence: 'source' },
      clean: { code: 'nuoc', confidence: 'source', labelVi: 'nước sạch', labelEn: 'clean water' },
    };
    const standards = { default: allOf({ op: '>=', value: 90 }, { part: 'clean', op: '>=', value: 90 }) };
    const other = law([{ ...share('1.7', 'ngheo', { figures, standards }), textVi: 'Chỉ tiêu 1.1' }], {
      id: 'bo-khac',
    });
    expect(told(law([share('1.1', 'nuoc')]), other)).toEqual([
      'Chỉ tiêu 1.7 trước đây mang số 1.1.',
      'Chỉ tiêu 1.7 đổi số liệu dùng để xét.',
      'Chỉ tiêu 1.7: mức nâng lên; trước: từ 90% trở lên; nay: từ 90% trở lên, nước sạch từ 90% trở lên.',
    ]);
  });

  it('is followed once: a second one that counts the same is new', () => {
    expect(told(law([share('1.1', 'nuoc')]), law([share('1.1', 'nuoc'), share('1.2', 'nuoc')]))).toEqual([
      'Tiêu chí 1: số chỉ tiêu đổi từ 1 thành 2.',
      'Thêm chỉ tiêu 1.2 Chỉ tiêu 1.2.',
    ]);
  });

  it('stays itself in another version of its set, though a new one before it counts the same', () => {
    const [one, two] = [share('1.1', 'nuoc'), share('1.2', 'nuoc')];
    expect(told(law([two]), law([one, two]))).toEqual([
      'Tiêu chí 1: số chỉ tiêu đổi từ 1 thành 2.',
      'Thêm chỉ tiêu 1.1 Chỉ tiêu 1.1.',
    ]);
  });

  it('that counts another figure under another name of its part is told, though the letters run together', () => {
    const { figures } = parseFigures(
      {
        ...dictionaryDocument,
        figures: [
          ...(dictionaryDocument.figures as Doc[]),
          { code: 'nuocs', nameVi: 'a', nameEn: 'a', kind: 'share', decimals: 0, merge: 'sum' },
        ],
      },
      'figures.json',
    );
    const counting = (main: string, part: string): CriteriaSet => {
      const use = (code: string) => ({ code, confidence: 'source' });
      const item = indicator(
        '1.1',
        main,
        'percent',
        { default: null },
        {
          figures: { '': use(main), [part]: use('ngheo') },
        },
      );
      const { set } = parseSet(setDocument([criterion('1', [item])]), 'thu.json', figures);
      if (set === null) throw new Error('no set');
      return set;
    };
    expect(told(counting('nuoc', 'sach'), counting('nuocs', 'ach'))).toEqual([
      'Chỉ tiêu 1.1 đổi số liệu dùng để xét.',
    ]);
  });
});

describe('a condition of the level', () => {
  const withCondition = (figure: string, id: string): CriteriaSet =>
    law([share('1.1', 'nuoc')], { id, conditions: [share('DK.1', figure)] });

  it('stays itself in another version of its set, whatever it counts', () => {
    expect(told(withCondition('ngheo', 'bo-thu'), withCondition('lang-nghe', 'bo-thu'))).toEqual([
      'Điều kiện DK.1 đổi số liệu dùng để xét.',
    ]);
  });

  it('of another set is another one where it counts something else', () => {
    expect(told(withCondition('ngheo', 'bo-thu'), withCondition('lang-nghe', 'bo-khac'))).toEqual([
      'Thêm điều kiện của mức đạt chuẩn DK.1 Chỉ tiêu DK.1.',
      'Bỏ điều kiện của mức đạt chuẩn DK.1 Chỉ tiêu DK.1.',
    ]);
  });
});

describe('a year', () => {
  const during = (from: number, to: number, standards: Doc): CriteriaSet =>
    law([indicator('1.1', 'nuoc', 'percent', standards)], { period: { from, to } });
  const at = (value: number): Doc => ({ default: cell('>=', value) });

  it('that only one of the sets judges has no standard to change', () => {
    const before = during(2020, 2022, at(90));
    const after = during(2021, 2023, { byYear: { 2021: at(90), 2022: at(90) } });
    expect(told(before, after)).toEqual(['Giai đoạn đổi từ 2020-2022 thành 2021-2023.']);
  });

  it('comes after the year before it, whichever of them a table names', () => {
    expect(told(during(2020, 2022, at(90)), during(2020, 2022, { byYear: { 2021: at(95) } }))).toEqual([
      'Chỉ tiêu 1.1, 2020: mức thay đổi; trước: từ 90% trở lên; nay: chưa biết.',
      'Chỉ tiêu 1.1, 2021: mức nâng lên; trước: từ 90% trở lên; nay: từ 95% trở lên.',
      'Chỉ tiêu 1.1, 2022: mức thay đổi; trước: từ 90% trở lên; nay: chưa biết.',
    ]);
  });

  it('that is not named and one whose standard is not known are the same', () => {
    const notNamed = during(2020, 2022, { byYear: { 2020: at(90) } });
    const notKnown = during(2020, 2022, { byYear: { 2020: at(90), 2021: { default: null } } });
    expect(told(notNamed, notKnown)).toEqual([]);
    expect(told(notKnown, notNamed)).toEqual([]);
  });
});
