// Two columns under each criterion whose heading is typed once and not merged, as every CSV and every pasted block has it.
import { columnLetters } from '@vungbuoc/programme/intake';
import { describe, expect, it } from 'vitest';
import { contextOf, draw, fiveNames, intake } from './drawn.ts';

/** The first column of each pair says "met" for all; the second has the office's result. */
const sheet = (upper: readonly string[], lower: readonly [string, string], first = 'Đ') => [
  `TT|Xã|${upper.flatMap((text) => [text, '']).join('|')}`,
  `||${upper.flatMap(() => lower).join('|')}`,
  `1|Mường Mô|${['Đ', 'CĐ', 'Đ', 'CĐ', 'Đ'].flatMap((mark) => [first, mark]).join('|')}`,
  `2|Lê Lợi|${['CĐ', 'CĐ', 'Đ', 'Đ', 'Đ'].flatMap((mark) => [first, mark]).join('|')}`,
];
const criteria = fiveNames.map((_, at) => `Tiêu chí ${at + 1}`);
const numbers = fiveNames.map((_, at) => String(at + 1));

describe('an upper heading that is not merged', () => {
  it.each<[string, readonly string[], readonly [string, string]]>([
    ['two steps of one round', criteria, ['Tự đánh giá', 'Thẩm tra']],
    ['half a year and the whole', criteria, ['6 tháng', 'Cả năm']],
    ['under names', fiveNames, ['Tự đánh giá', 'Thẩm tra']],
  ])('%s: asked which is meant, and taken as answered', (_name, upper, lower) => {
    const grid = draw(sheet(upper, lower));
    const asked = intake(grid, contextOf());
    expect(asked.asked).toEqual(['block']);
    const [question] = asked.questions;
    expect(question?.proposed ?? null).toBeNull();
    expect(JSON.stringify(question?.candidates)).toContain(`${lower[1]} (`);
    const second = question?.candidates[1]?.value ?? '';
    expect(intake(grid, contextOf(), { block: second }).results).toEqual({
      '03472': '+-+-+',
      '03481': '--+++',
    });
  });

  it.each<[string, readonly [string, string]]>([
    ['plan and result', ['KH', 'TH']],
    ['plan and result in words', ['Kế hoạch', 'Thực hiện']],
    ['two years', ['Năm 2019', 'Năm 2020']],
  ])('%s: the result of the round is taken', (_name, lower) => {
    const { asked, results } = intake(draw(sheet(criteria, lower)), contextOf());
    expect([asked, results]).toEqual([[], { '03472': '+-+-+', '03481': '--+++' }]);
  });

  it('numbers and marks under plain numbers: the marks are taken', () => {
    const { asked, results } = intake(draw(sheet(numbers, ['Số liệu', 'Đánh giá'], '85')), contextOf());
    expect([asked, results]).toEqual([[], { '03472': '+-+-+', '03481': '--+++' }]);
  });

  it('ends before the notes', () => {
    const lines = sheet(criteria, ['KH', 'TH']).map((line, at) => `${line}|${['', 'Ghi chú', 'a', 'b'][at]}`);
    const { asked, results } = intake(draw(lines), contextOf());
    expect([asked, results]).toEqual([[], { '03472': '+-+-+', '03481': '--+++' }]);
  });

  it('is not made of headings that only look so: one column a criterion with a number below', () => {
    const lines = [
      `TT|Xã|${fiveNames.join('|')}`,
      '||1|2|3|4|5',
      '1|Mường Mô|Đ|CĐ|Đ|CĐ|Đ',
      '2|Lê Lợi|CĐ|CĐ|Đ|Đ|Đ',
    ];
    const { asked, results } = intake(draw(lines), contextOf());
    expect([asked, results]).toEqual([[], { '03472': '+-+-+', '03481': '--+++' }]);
  });

  it('is nowhere, and the columns beside the criteria are full of marks: asked, never left out unseen', () => {
    const lines = sheet(criteria, ['', '']).filter((_, at) => at !== 1);
    expect(intake(draw(lines), contextOf()).asked).toEqual(
      [4, 6, 8, 10, 12].map((at) => `column:${columnLetters(at - 1)}`),
    );
  });
});

it('counts of other years are told as such, with the round to choose', () => {
  const grid = draw([
    'TT|Xã|Số tiêu chí đạt 2018|Số tiêu chí đạt 2019|KH 2020',
    '1|Mường Mô|10/19|12/19|15/19',
    '2|Lê Lợi|11/19|13/19|16/19',
  ]);
  expect(intake(grid, contextOf()).applied.faults.map(({ code, vi }) => [code, vi])).toEqual([
    [
      'intake.other-years',
      'Sheet này ghi số tiêu chí đạt của năm 2018, 2019, còn kỳ đang chọn là năm 2020. Chọn kỳ của năm ghi trong sheet rồi nhập lại.',
    ],
  ]);
});
