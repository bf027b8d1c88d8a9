// Layouts that offices invent: which cell belongs to which commune and criterion, and when the program must ask.
import { otherNamesWithoutSet } from '@vungbuoc/programme/intake';
import { describe, expect, it } from 'vitest';
import { contextOf, draw, fiveNames, intake, namNhun, nineteenNames, unit } from './drawn.ts';

const context = contextOf();
const head = 'TT|Xã|1|2|3|4|5';
const names = 'TT|Xã|Quy hoạch|Giao thông|Thủy lợi|Điện|Trường học';

describe('columns of criteria', () => {
  it.each([
    [
      'a row that numbers all columns',
      ['STT|Xã|Quy hoạch|Giao thông|Thủy lợi|Điện|Trường học', '1|2|3|4|5|6|7'],
    ],
    [
      'a row (1), (2), (3)',
      ['STT|Xã|Quy hoạch|Giao thông|Thủy lợi|Điện|Trường học', '(1)|(2)|(3)|(4)|(5)|(6)|(7)'],
    ],
    ['a row A, B, 1, 2, 3', ['STT|Xã|Quy hoạch|Giao thông|Thủy lợi|Điện|Trường học', 'A|B|1|2|3|4|5']],
    ['labels in many spellings', ['STT|Xã|TC 1|TC2|TC03|tiêu chí số 4|TC-5']],
    ['numbers with a zero', ['STT|Xã|01|02|03|04|05']],
    ['capitals', ['STT|TÊN XÃ|QUY HOẠCH|GIAO THÔNG|THỦY LỢI|ĐIỆN|TRƯỜNG HỌC']],
  ])('are found below %s', (_, heading) => {
    const { asked, results } = intake(
      draw([...heading, '1|Mường Mô|Đ|CĐ|Đ|Đ|Đ', '2|Lê Lợi|Đ|Đ|CĐ|CĐ|Đ']),
      context,
    );
    expect(asked).toEqual([]);
    expect(results).toEqual({ '03472': '+-+++', '03481': '++--+' });
  });

  it('are not taken from a row that may only number the columns', () => {
    for (const numbers of ['1|2|3|4|5|6|7', 'A|B|1|2|3|4|5']) {
      const sheet = draw(['STT|Xã|Các tiêu chí||||', numbers, '1|Mường Mô|Đ|CĐ|Đ|Đ|Đ'], {
        merges: ['C1:G1'],
      });
      const { asked, applied } = intake(sheet, context);
      expect(asked).toContain('column:C');
      expect(applied.results).toEqual([]);
    }
  });

  it('do not move when another column stands between name and criteria', () => {
    const sheet = draw([
      'STT|Xã|Dân số|Quy hoạch|Giao thông|Thủy lợi|Điện|Trường học',
      'A|B|1|2|3|4|5|6',
      '1|Mường Mô|1200|Đ|CĐ|Đ|Đ|Đ',
    ]);
    expect(intake(sheet, context)).toMatchObject({ asked: [], results: { '03472': '+-+++' } });
  });

  it('are followed by name in any order, and asked where a name is cut short', () => {
    const order = ['Văn hóa', 'CSVC văn hóa', 'QP-AN', 'Y tế', 'An toàn', 'Điện', 'Quy hoạch', 'Bưu điện'];
    const sheet = draw([`TT|Xã|${order.join('|')}`, '1|Mường Mô|Đ|CĐ|Đ|CĐ|Đ|CĐ|Đ|CĐ']);
    const { asked, results } = intake(sheet, contextOf(nineteenNames));
    expect(asked).toEqual(['column:G', 'column:J']);
    expect(results['03472']).toBe('+..-.-........-+?.+');
  });

  it('are known by the short names that offices write, and by those of 2010-2015 where a round has no set', () => {
    const short =
      'QH|GTNT|TL|Điện|Trường|CSVCVH|Chợ NT|TT-TT|Nhà ở|TN|HN|LĐ|HTTCSX|GD|YT|VH|MT&ATTP|HTCT|ANQP';
    const line = 'Đ|CĐ|Đ|CĐ|Đ|CĐ|Đ|CĐ|Đ|CĐ|Đ|CĐ|Đ|CĐ|Đ|CĐ|Đ|CĐ|Đ';
    const sheet = draw([`TT|Xã|${short}`, `1|Mường Mô|${line}`]);
    const expected = { asked: [], results: { '03472': '+-+-+-+-+-+-+-+-+-+' } };
    expect(intake(sheet, contextOf(nineteenNames))).toMatchObject(expected);

    const codes = nineteenNames.map((_, at) => String(at + 1));
    const others = otherNamesWithoutSet(codes, 2014);
    const early = {
      ...contextOf([], { year: 2014 }),
      criteria: codes.map((code) => ({ code, nameVi: '', otherNames: [...(others.get(code) ?? [])] })),
    };
    const early2014 = short
      .replace('TT-TT', 'Bưu điện')
      .replace('ANQP', 'ANTT')
      .replace('MT&ATTP', 'Môi trường');
    expect(intake(draw([`TT|Xã|${early2014}`, `1|Mường Mô|${line}`]), early)).toMatchObject(expected);
    expect(otherNamesWithoutSet(codes, 2017).size).toBe(0);
    expect(otherNamesWithoutSet(['1', '2'], 2014).size).toBe(0);
  });

  it('whose heading only says the round’s year, or "Đạt", are their total where the marks bear it out', () => {
    for (const heading of ['TH 2020', 'Đạt']) {
      const lines = [
        `TT|Xã|TH 2019|1|2|3|4|5|${heading}|KH 2021`,
        '1|Mường Mô|3|Đ|CĐ|Đ|Đ|Đ|4|5',
        '2|Lê Lợi|4|Đ|Đ|Đ|Đ|Đ|5|5',
      ];
      expect(intake(draw(lines), context)).toMatchObject({
        asked: [],
        totals: { '03472': '4', '03481': '5' },
      });
      const wrong = lines.map((line) => line.replace('Đ|4|5', 'Đ|3|5'));
      expect(intake(draw(wrong), context)).toMatchObject({ asked: ['totals:I'], totals: { '03472': '?' } });
    }
  });

  it('that only say another year, or a plan of it, are left out without asking', () => {
    const sheet = draw([
      'TT|Xã|TH 2019|Quy hoạch|Giao thông|Thủy lợi|Điện|Số TC đạt|KH 2021',
      '1|Mường Mô|3|Đ|CĐ|Đ|Đ|3|4',
      '2|Lê Lợi|4|Đ|Đ|Đ|Đ|4|5',
    ]);
    expect(intake(sheet, context)).toMatchObject({
      asked: [],
      results: { '03472': '+-++.', '03481': '++++.' },
      totals: { '03472': '3', '03481': '4' },
    });
    const own = draw(['TT|Xã|1|2|3|4|KH 2020', '1|Mường Mô|Đ|Đ|Đ|Đ|5', '2|Lê Lợi|Đ|Đ|Đ|Đ|5']);
    expect(intake(own, context).questions.find(({ id }) => id === 'column:G')?.proposed).toBe('ignore');
  });

  it('are asked where number and name are of two criteria', () => {
    const sheet = draw([
      'TT|Xã|1. Quy hoạch|2. Thủy lợi|3. Giao thông|4. Điện|5. Trường học',
      '1|Lê Lợi|Đ|CĐ|Đ|Đ|Đ',
    ]);
    expect(intake(sheet, context)).toMatchObject({
      asked: ['column:D', 'column:E'],
      results: { '03481': '+??++' },
    });
  });

  it('of another set are not taken for those of the round', () => {
    const ten = Array.from({ length: 10 }, (_, at) => at + 1).join('|');
    const marks = new Array(10).fill('Đ').join('|');
    const { asked, applied } = intake(draw([`TT|Xã|${ten}`, `1|Lê Lợi|${marks}`]), contextOf(nineteenNames));
    expect(asked).toContain('set');
    expect(applied.results).toEqual([]);
  });

  it('below roman groups are not the groups, and groups alone are asked', () => {
    const sheet = draw(['TT|Xã|I|II|III|IV|V', '1|Mường Mô|Đ|CĐ|Đ|Đ|Đ']);
    expect(intake(sheet, context).asked).toEqual([
      'column:C',
      'column:D',
      'column:E',
      'column:F',
      'column:G',
    ]);
  });

  it('without any heading are asked, with their order as the proposal', () => {
    const { questions, applied } = intake(draw(['Mường Mô|Đ|Đ|CĐ|Đ|Đ', 'Lê Lợi|Đ|CĐ|CĐ|Đ|Đ']), context);
    expect(questions.map(({ id, proposed }) => [id, proposed])).toEqual([
      ['column:B', 'criterion:1'],
      ['column:C', 'criterion:2'],
      ['column:D', 'criterion:3'],
      ['column:E', 'criterion:4'],
      ['column:F', 'criterion:5'],
    ]);
    expect(applied.results).toEqual([]);
  });

  it('that are hidden are taken only when the person says so', () => {
    const sheet = draw([head, '1|Mường Mô|Đ|Đ|CĐ|Đ|Đ'], { hiddenColumns: [4] });
    expect(intake(sheet, context)).toMatchObject({ asked: ['hidden:E'], results: { '03472': '++?++' } });
    expect(intake(sheet, context, { 'hidden:E': 'ignore' }).results).toEqual({ '03472': '++.++' });
  });

  it('with figure and judgement side by side give the judgement', () => {
    const sheet = draw(
      [
        'TT|Xã|1. Quy hoạch||2. Giao thông||3. Thủy lợi||4. Điện||5. Trường học|',
        '||Kết quả|Đánh giá|Kết quả|Đánh giá|Kết quả|Đánh giá|Kết quả|Đánh giá|Kết quả|Đánh giá',
        '1|Mường Mô|100%|Đ|80,5%|CĐ|75|Đ|98.2|Đ|3/4|CĐ',
        '2|Lê Lợi|100%|Đ|60,5%|CĐ|70|CĐ|97.2|Đ|4/4|Đ',
      ],
      { merges: ['C1:D1', 'E1:F1', 'G1:H1', 'I1:J1', 'K1:L1', 'A1:A2', 'B1:B2'] },
    );
    expect(intake(sheet, context)).toMatchObject({
      asked: [],
      results: { '03472': '+-++-', '03481': '+--++' },
    });
  });

  it('keep their criterion above a line of units of measure', () => {
    const sheet = draw([names, '||||||(%)', '1|Mường Mô|Đ|Đ|CĐ|Đ|CĐ', '2|Lê Lợi|Đ|CĐ|Đ|Đ|Đ']);
    expect(intake(sheet, context)).toMatchObject({
      asked: [],
      results: { '03472': '++-+-', '03481': '+-+++' },
    });
  });

  it('of figures instead of marks are asked once, all together', () => {
    const sheet = draw([
      'TT|Xã|1. Quy hoạch|2. Giao thông|3. Thủy lợi|4. Điện|5. Trường học',
      '1|Mường Mô|Đ|85.2|90.5|98.5|55',
      '2|Lê Lợi|Đ|70.1|88.1|97.2|67',
      '3|Pú Đao|Đ|71.3|86.2|91.1|33',
    ]);
    expect(intake(sheet, context)).toMatchObject({ asked: ['figures'], results: { '03472': '+????' } });
  });
});

describe('several tables', () => {
  const blocks = [
    'TT|Xã|Năm 2019|||||Năm 2020||||',
    '||1|2|3|4|5|1|2|3|4|5',
    '1|Mường Mô|Đ|CĐ|CĐ|CĐ|CĐ|Đ|Đ|Đ|Đ|Đ',
    '2|Lê Lợi|CĐ|CĐ|CĐ|CĐ|CĐ|Đ|Đ|Đ|Đ|CĐ',
  ];
  const merges = { merges: ['C1:G1', 'H1:L1', 'A1:A2', 'B1:B2'] };

  it('side by side: the round’s year is taken, and without a year it is asked', () => {
    expect(intake(draw(blocks, merges), context)).toMatchObject({
      asked: [],
      results: { '03472': '+++++', '03481': '++++-' },
    });
    const undated = contextOf(fiveNames, { year: null });
    expect(intake(draw(blocks, merges), undated).asked).toEqual(['block']);
    expect(intake(draw(blocks, merges), undated, { block: 'nam 2019' }).results['03472']).toBe('+----');
    expect(intake(draw(blocks, merges), contextOf(fiveNames, { year: 2021 })).applied.results).toEqual([]);
  });

  it('side by side: results are taken beside a plan', () => {
    const plan = blocks.map((line) => line.replace('Năm 2019', 'Kế hoạch').replace('Năm 2020', 'Kết quả'));
    expect(intake(draw(plan, merges), context).results).toEqual({ '03472': '+++++', '03481': '++++-' });
  });

  it('one below the other with the criteria in another order are never read by the first one’s headings', () => {
    const sheet = draw([
      'TT|Xã|1. Quy hoạch|2. Giao thông|3. Thủy lợi|4. Điện|5. Trường học',
      '1|Mường Mô|Đ|CĐ|CĐ|CĐ|Đ',
      '',
      'TT|Xã|5. Trường học|4. Điện|3. Thủy lợi|2. Giao thông|1. Quy hoạch',
      '1|Lê Lợi|Đ|Đ|CĐ|CĐ|CĐ',
    ]);
    expect(intake(sheet, context).asked).toEqual(['sheet']);
    expect(intake(sheet, context, { sheet: 'Sheet1' }).results).toEqual({ '03472': '+---+' });
    expect(intake(sheet, context, { sheet: 'Sheet1 (từ dòng 4)' }).results).toEqual({ '03481': '---++' });
  });

  /** Criteria down in the order given, with a sign for each of two communes. */
  const criteriaDown = (codes: readonly number[], one: string, two: string) =>
    codes.map((code, at) =>
      `${code}. ${fiveNames[code - 1]}|${one[at]}|${two[at]}`.replaceAll('-', 'CĐ').replaceAll('+', 'Đ'),
    );

  it('with communes across and cut in two are one table, each cell with its own address', () => {
    const sheet = draw([
      'Tiêu chí|Mường Mô|Lê Lợi',
      ...criteriaDown([1, 2, 3, 4, 5], '++-++', '-++++'),
      'Tiếp theo',
      'Tiêu chí|Pú Đao|N. Hàng',
      ...criteriaDown([1, 2, 3, 4, 5], '+--++', '+++--'),
      'Người lập',
    ]);
    const { asked, questions, results } = intake(sheet, context);
    expect(asked).toEqual(['unit:N. Hàng']);
    expect(questions[0]).toMatchObject({
      vi: 'Cột C8 "N. Hàng" là đơn vị nào?',
      cells: ['C8'],
      proposed: '03475',
    });
    expect(results).toEqual({ '03472': '++-++', '03481': '-++++', '03484': '+--++', '03475': '?????' });
    expect(intake(sheet, context, { 'unit:N. Hàng': '03475' }).results['03475']).toBe('+++--');
  });

  it('with communes across are never read by one another’s lines', () => {
    const sheet = draw([
      'Tiêu chí|Mường Mô|Lê Lợi',
      ...criteriaDown([1, 2, 3, 4, 5], '++-++', '-++++'),
      'Tiêu chí|Pú Đao|Hua Bum',
      ...criteriaDown([1, 3, 2, 5, 4], '+-+-+', '-+-+-'),
    ]);
    expect(intake(sheet, context).asked).toEqual(['sheet']);
    expect(intake(sheet, context, { sheet: 'Sheet1 (từ dòng 7)' }).results).toEqual({
      '03484': '++-+-',
      '03460': '--+-+',
    });
  });

  it('one below the other for the same communes are asked line by line', () => {
    const sheet = draw([head, '1|Lê Lợi|Đ|CĐ|CĐ|CĐ|Đ', '', 'Năm 2020', head, '1|Lê Lợi|Đ|CĐ|Đ|CĐ|Đ']);
    expect(intake(sheet, context)).toMatchObject({
      asked: ['repeated:03481'],
      results: { '03481': '?????' },
    });
  });

  it('on two sheets are asked, a hidden sheet gives way, a lone hidden sheet is asked', () => {
    const one = draw([head, '1|Lê Lợi|Đ|CĐ|CĐ|CĐ|Đ'], { sheet: 'Bản nháp' });
    const two = draw([head, '1|Lê Lợi|Đ|Đ|Đ|Đ|Đ'], { sheet: 'Chính thức' });
    expect(intake([one, two], context).asked).toEqual(['sheet']);
    expect(intake([{ ...one, hidden: true }, two], context)).toMatchObject({
      asked: [],
      results: { '03481': '+++++' },
    });
    expect(intake([{ ...one, hidden: true }], context).asked).toEqual(['sheet']);
  });

  it('of communes across, under their districts, are turned', () => {
    const sheet = draw(
      [
        'Kết quả năm 2020|||',
        'TT|Tiêu chí|Huyện Nậm Nhùn||Huyện Sìn Hồ',
        '||Mường Mô|Lê Lợi|Lê Lợi',
        '1|Quy hoạch|Đ|Đ|CĐ',
        '2|Giao thông|CĐ|Đ|Đ',
        '3|Thủy lợi|Đ|Đ|Đ',
        '4|Điện|Đ|CĐ|Đ',
        '5|Trường học|Đ|Đ|CĐ',
        '|Tổng cộng|4|4|3',
      ],
      { merges: ['C2:D2', 'A2:A3', 'B2:B3'] },
    );
    const units = [...namNhun, unit('09999', 'Xã Lê Lợi', 'Huyện Sìn Hồ')];
    const { asked, results, totals } = intake(sheet, contextOf(fiveNames, { units }));
    expect(asked).toEqual([]);
    expect(results).toEqual({ '03472': '+-+++', '03481': '+++-+', '09999': '-+++-' });
    expect(totals).toEqual({ '03472': '4', '03481': '4', '09999': '3' });
  });
});

describe('what the sheet says of itself', () => {
  it.each([
    ['a plan', ['Đăng ký tiêu chí năm 2020'], 'purpose'],
    ['another year', ['Kết quả tiêu chí năm 2019'], 'year'],
    ['two years', ['Kết quả năm 2019, phương hướng năm 2020'], 'year'],
    ['another level', ['Kết quả tiêu chí xã NTM nâng cao năm 2020'], 'level'],
  ])('%s: nothing is taken before it is asked', (_, title, question) => {
    const { asked, applied } = intake(draw([...title, names, '1|Mường Mô|Đ|Đ|Đ|Đ|Đ']), context);
    expect(asked).toEqual([question]);
    expect(applied.results).toEqual([]);
  });

  it('finds the year in the name of the sheet, and does not take a signature’s date for one', () => {
    const lines = [names, '1|Mường Mô|Đ|Đ|Đ|Đ|Đ'];
    expect(intake(draw(lines, { sheet: '2019' }), context).asked).toEqual(['year']);
    const signed = [
      'Kết quả năm 2020 (Kèm theo Kế hoạch số 12/KH-UBND ngày 5/1/2021)',
      'Nậm Nhùn, ngày 16 tháng 3 năm 2021',
      ...lines,
    ];
    expect(intake(draw(signed), context).asked).toEqual([]);
  });

  it('says that a file has no commune of the round', () => {
    const { applied } = intake(draw([head, '1|Noong Hẻo|Đ|Đ|Đ|Đ|Đ']), context);
    expect(applied.faults.map(({ code }) => code)).toEqual(['intake.no-table']);
  });
});
