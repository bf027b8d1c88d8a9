// Catalogues, numbers and dates: the same keys and values in every language, and figures the Vietnamese way.
import { describe, expect, test } from 'vitest';
import { en } from '../src/text/en.ts';
import { day, figure, readDay, wholePercent } from '../src/text/figures.ts';
import { stretches } from '../src/text/messages.ts';
import { pseudo } from '../src/text/pseudo.ts';
import { fittingName } from '../src/text/short-names.ts';
import { vi } from '../src/text/vi.ts';

const valuesOf = (message: string) =>
  [...new Set([...message.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort();
const tonesOf = (message: string) => [...message.matchAll(/<\/?[bw]>/g)].map(([tone]) => tone).join('');

describe('the catalogues', () => {
  test.each(Object.keys(vi) as (keyof typeof vi)[])(
    '%s names the same values and tones in English and in the made-up language',
    (key) => {
      const names = valuesOf(vi[key]);
      expect(valuesOf(en[key]).filter((name) => !names.includes(name))).toEqual([]);
      expect(names.filter((name) => !valuesOf(en[key]).includes(name))).toEqual([]);
      expect(valuesOf(pseudo[key])).toEqual(names);
      expect(tonesOf(en[key])).toBe(tonesOf(vi[key]));
      expect(tonesOf(pseudo[key])).toBe(tonesOf(vi[key]));
    },
  );

  test('no word of a programmer is said to an officer', () => {
    const said = Object.entries(vi).filter(([, message]) =>
      /hệ thống(?! chính trị)|dữ liệu|đồng bộ|bản ghi|vui lòng|lỗi không xác định|!/i.test(message),
    );
    expect(said).toEqual([]);
  });

  test('the made-up language leaves no letter as it was', () => {
    expect(pseudo['frame.board']).not.toMatch(/\p{L}(?!\u0331)/u);
  });
});

describe('a message', () => {
  test('keeps its tones and the places of its values', () => {
    expect(stretches('<b>{n} xã</b> đạt')).toEqual([
      { tone: 'bold', value: 'n' },
      { tone: 'bold', words: ' xã' },
      { tone: 'plain', words: ' đạt' },
    ]);
  });

  test('chooses the English word by the number', () => {
    const say = (n: number) => stretches('{n|commune|communes}', { n });
    expect(say(1)).toEqual([{ tone: 'plain', words: 'commune' }]);
    expect(say(2)).toEqual([{ tone: 'plain', words: 'communes' }]);
  });
});

describe('figures', () => {
  test.each([
    [1871, '1.871', '1,871'],
    ['13.3', '13,3', '13.3'],
    [-2, '−2', '−2'],
    ['1234567.5', '1.234.567,5', '1,234,567.5'],
    [0, '0', '0'],
  ])('%s is written the way of the language', (value, vietnamese, english) => {
    expect(figure(value, 'vi')).toBe(vietnamese);
    expect(figure(value, 'en')).toBe(english);
  });

  test('a share of the plan is a whole per cent without a space', () => {
    expect(wholePercent('0.943')).toBe('94%');
  });

  test('a date has a zero before days under ten and months one and two only', () => {
    expect(day('2021-03-16', 'vi')).toBe('16/3/2021');
    expect(day('2021-01-08', 'vi')).toBe('08/01/2021');
    expect(day('2021-03-16', 'en')).toBe('16 Mar 2021');
  });

  test.each([
    ['31/12/2020', '2020-12-31'],
    ['1-3-2021', '2021-03-01'],
    [' 16.3.2021 ', '2021-03-16'],
    ['2020-12-31', '2020-12-31'],
    ['31/2/2021', null],
    ['hôm qua', null],
    ['1/1/21', null],
  ])('"%s" typed as a date is read as %s', (typed, date) => {
    expect(readDay(typed)).toBe(date);
  });
});

describe('a narrow head', () => {
  test('holds the whole name, else the agreed short one, else nothing cut', () => {
    expect(fittingName('Hạ tầng kinh tế - xã hội', 240, 'vi')).toBe('Hạ tầng kinh tế - xã hội');
    expect(fittingName('Hệ thống chính trị', 40, 'vi')).toBe('HTCT');
    expect(fittingName('Political system', 40, 'en')).toBeNull();
  });
});
