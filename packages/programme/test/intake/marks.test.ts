// What a mark means: what only the legend, the totals or a person can say.
import { answerQuestions, proposeMapping } from '@vungbuoc/programme/intake';
import { describe, expect, it } from 'vitest';
import { contextOf, draw, fiveNames, intake, nineteenNames } from './drawn.ts';

const context = contextOf();
const head = 'TT|Xã|1|2|3|4|5';

describe('an answer about totals', () => {
  it('holds for the lines it was given for, and is asked again when another differs', () => {
    const sheet = draw([
      'TT|Xã|1|2|3|4|5|Số TC đạt',
      '1|Mường Mô|Đ|Đ|Đ|CĐ|CĐ|4',
      '2|Lê Lợi|Đ|Đ|Đ|Đ|CĐ|4',
      '3|Pú Đao|Đ|Đ|Đ|Đ|95%|5',
    ]);
    const first = proposeMapping([sheet], contextOf());
    if (first.mapping === null) throw new Error('no table was found');
    const answers = { 'totals:H': 'marks', 'mark:95%': 'notMet' };
    const second = proposeMapping([sheet], contextOf(), answerQuestions(first.mapping, answers));
    expect(second.questions.map(({ id, cells }) => [id, cells])).toEqual([['totals:H', ['H2', 'H4']]]);
  });
});

describe('marks', () => {
  it('of one meaning need no question', () => {
    const sheet = draw([head, '1|Mường Mô|Đ|Đạt|CĐ|CBĐ|không đạt', '2|Lê Lợi|đạt|✓|chưa đạt|KAD|KĐ']);
    const { asked, results } = intake(sheet, context);
    expect(asked).toEqual(['mark:CĐ']);
    expect(results).toEqual({ '03472': '++?~-', '03481': '++-o-' });
  });

  it.each(['x', 'X', '1', '+', 'v', '•', 'K', 'C'])('“%s” without legend or totals is asked', (mark) => {
    const sheet = draw([head, `1|Mường Mô|${mark}|Đ|${mark}|Đ|Đ`, '2|Lê Lợi|Đ|Đ|Đ|Đ|Đ']);
    expect(intake(sheet, context)).toMatchObject({
      asked: [`mark:${mark}`],
      results: { '03472': '?+?++', '03481': '+++++' },
    });
  });

  it('mean what the totals leave possible: x met, x not met, and an empty cell is asked all the same', () => {
    const met = draw([
      `${head}|Số TC đạt`,
      '1|Mường Mô|x|x|x||x|4',
      '2|Lê Lợi|x||||x|2',
      '3|Pú Đao|||x|x|x|3',
    ]);
    expect(intake(met, context)).toMatchObject({ asked: ['mark:(trống)'], results: { '03472': '+++?+' } });
    const notMet = draw([
      `${head}|Số TC đạt`,
      '1|Mường Mô|x||x|||3',
      '2|Lê Lợi||x||||4',
      '3|Pú Đao|x|x|x|x|x|0',
    ]);
    expect(intake(notMet, context)).toMatchObject({
      asked: [],
      results: { '03472': '-+-++', '03481': '+-+++', '03484': '-----' },
    });
  });

  it('are decided to the last one where the sheet also counts what is not met', () => {
    const sheet = draw([
      `${head}|Số TC đạt|Số TC chưa đạt`,
      '1|Mường Mô|x|x|x|x||4|1',
      '2|Lê Lợi|x||x|x||3|2',
      '3|Pú Đao|||||x|1|4',
    ]);
    expect(intake(sheet, context)).toMatchObject({
      asked: [],
      results: { '03472': '++++-', '03481': '+-++-', '03484': '----+' },
    });
  });

  it('are not decided by a total that does not say what it counts, by one line, or by zeros never computed', () => {
    const bare = draw([`${head}|Tổng số`, '1|Mường Mô|x||x|||2', '2|Lê Lợi||x||||1', '3|Pú Đao|x|x|x|x|x|5']);
    expect(intake(bare, context)).toMatchObject({
      asked: ['mark:(trống)', 'mark:x'],
      totals: { '03472': '?' },
    });
    const single = draw([`${head}|Số TC đạt`, '1|Mường Mô|x|x|x||x|4']);
    expect(intake(single, context).asked).toEqual(['mark:(trống)', 'mark:x']);
    const zeros = draw([
      `${head}|Số TC đạt`,
      '1|Mường Mô|x|x|x||x|0',
      '2|Lê Lợi|x||||x|0',
      '3|Pú Đao||x||x||0',
    ]);
    expect(intake(zeros, context).asked).toEqual(['mark:(trống)', 'mark:x']);
  });

  it('in a list of what is lacking are asked, ticks too', () => {
    const title = 'Danh sách các tiêu chí chưa đạt năm 2020';
    for (const mark of ['x', '✓']) {
      const sheet = draw([
        title,
        head,
        `1|Mường Mô|${mark}||${mark}|${mark}|`,
        `2|Lê Lợi||${mark}|||${mark}`,
      ]);
      expect(intake(sheet, context).asked).toEqual(['mark:(trống)', `mark:${mark}`]);
    }
  });

  it('follow the legend, which may tell capitals apart, explain the empty cell, or stand in the title', () => {
    const cases = draw([
      head,
      '1|Mường Mô|X|x|X|X|X',
      '2|Lê Lợi|x|X|X|K|K',
      'Ghi chú: X: đạt; x: cơ bản đạt; K: không đạt',
    ]);
    expect(intake(cases, context)).toMatchObject({
      asked: [],
      results: { '03472': '+~+++', '03481': '~++--' },
    });
    const empty = draw([
      head,
      '1|Mường Mô|x|x|x|x|x',
      '2|Lê Lợi|x|||x|',
      'Ghi chú: x là đạt, để trống là chưa đạt',
    ]);
    expect(intake(empty, context)).toMatchObject({ asked: [], results: { '03481': '+--+-' } });
    const title = draw(['Kết quả (x: đạt, o: chưa đạt) năm 2020', head, '1|Mường Mô|x|o|x|x|x']);
    expect(intake(title, context)).toMatchObject({ asked: [], results: { '03472': '+-+++' } });
  });

  it('that the legend explains otherwise are not taken for what they usually mean', () => {
    const sheet = draw([
      head,
      '1|Mường Mô|X|Đ|X|X|X',
      '2|Lê Lợi|X|X|X|K|K',
      'Ghi chú: X: đạt; Đ: đang thực hiện; K: chưa đánh giá',
    ]);
    expect(intake(sheet, context)).toMatchObject({
      asked: ['mark:Đ'],
      results: { '03472': '+?+++', '03481': '+++..' },
    });
  });

  it('of different colours or struck through are different marks', () => {
    const sheet = draw([head, '1|Mường Mô|Đ|Đ|Đ|Đ|Đ', '2|Lê Lợi|Đ|Đ|Đ|Đ|Đ'], {
      cells: { D2: { fill: 'FFFF00' }, E3: { struck: true } },
    });
    expect(intake(sheet, context)).toMatchObject({
      asked: ['mark:Đ #FFFF00', 'mark:Đ ~'],
      results: { '03472': '+?+++', '03481': '++?++' },
    });
  });

  it('whose colour runs over the whole line or column are not', () => {
    const fill = { fill: 'E2EEE1' };
    const line = draw([head, '1|Mường Mô|Đ|Đ|Đ|Đ|Đ', '2|Lê Lợi|Đ|CĐ|Đ|Đ|Đ'], {
      cells: { A2: fill, B2: fill, C2: fill, D2: fill, E2: fill, F2: fill, G2: fill },
    });
    expect(intake(line, context)).toMatchObject({
      asked: [],
      results: { '03472': '+++++', '03481': '+-+++' },
    });
  });

  it('of colour alone are asked by colour', () => {
    const sheet = draw([head, '1|Mường Mô|||||', '2|Lê Lợi|||||'], {
      cells: {
        C2: { fill: '00B050' },
        D2: { fill: 'FF0000' },
        C3: { fill: '00B050' },
        G3: { fill: 'FF0000' },
      },
    });
    expect(intake(sheet, context).asked).toContain('mark:(trống) #00B050');
    expect(intake(sheet, context).applied.results).toEqual([]);
  });

  it('of the cross that is used both ways are asked without an offer, or follow the legend', () => {
    const lines = [head, '1|Mường Mô|×|×|CĐ|×|×', '2|Lê Lợi|×|CĐ|×|×|×'];
    const { asked, questions } = intake(draw(lines), context);
    expect(asked).toEqual(['mark:×']);
    expect(questions[0]?.proposed).toBeNull();
    expect(intake(draw([...lines, 'Ghi chú: ×: đạt; CĐ: chưa đạt']), context)).toMatchObject({
      asked: [],
      results: { '03472': '++-++', '03481': '+-+++' },
    });
  });

  it('that Excel capitalised mean what the legend says of them; letters that differ on purpose are asked', () => {
    const legend = 'Ghi chú: x: đạt; k: chưa đạt';
    const ticks = draw([head, '1|Mường Mô|x|X|k|x|x', '2|Lê Lợi|X|k|x|x|x', legend]);
    expect(intake(ticks, context)).toMatchObject({
      asked: [],
      results: { '03472': '++-++', '03481': '+-+++' },
    });
    const letters = draw([head, '1|Mường Mô|x|K|k|x|x', '2|Lê Lợi|x|k|x|x|x', legend]);
    expect(intake(letters, context).asked).toEqual(['mark:K']);
    const both = draw([head, '1|Mường Mô|x|X|k|x|x', 'Ghi chú: x: đạt; X: cơ bản đạt; k: chưa đạt']);
    expect(intake(both, context)).toMatchObject({ asked: [], results: { '03472': '+~-++' } });
  });

  it('with a note behind are asked with the note in view, each note in words by itself', () => {
    const sheet = draw([
      head,
      '1|Mường Mô|x (đang làm)|x|x (85%)|CĐ|x - 2018',
      '2|Lê Lợi|x|CĐ|x (chưa thẩm định)|x|x',
      'Ghi chú: x: đạt',
    ]);
    const { asked, questions } = intake(sheet, context);
    expect(asked).toEqual(['mark:x (chưa thẩm định)', 'mark:x (đang làm)', 'mark:x (…)']);
    expect(questions.find(({ id }) => id === 'mark:x (…)')?.vi).toContain('x (85%); x - 2018');
    const answers = {
      'mark:x (…)': 'met',
      'mark:x (đang làm)': 'notMet',
      'mark:x (chưa thẩm định)': 'unknown',
    };
    const { applied, results } = intake(sheet, context, answers);
    expect(results).toEqual({ '03472': '-++-+', '03481': '+-.++' });
    expect(applied.results.find(({ cell }) => cell === 'C2')?.raw).toBe('x (đang làm)');
  });

  it('with a remark of figures behind are one question, whatever the figure', () => {
    const sheet = draw([head, '1|Mường Mô|Đạt (2018)|Đạt|Đạt (85%)|CĐ|Đạt', '2|Lê Lợi|Đạt|CĐ|Đạt|Đạt|Đạt']);
    expect(intake(sheet, context).asked).toEqual(['mark:Đạt (…)']);
    expect(intake(sheet, context, { 'mark:Đạt (…)': 'met' }).results['03472']).toBe('+++-+');
  });

  it('absent all along a line or a column are asked apart', () => {
    const line = draw([
      head,
      '1|Mường Mô|x|x|x|x|x',
      '2|Lê Lợi|||||',
      '3|Pú Đao|x|||x|',
      'Ghi chú: x: đạt; ô trống: chưa đạt',
    ]);
    expect(intake(line, context)).toMatchObject({
      asked: ['mark:(trống cả dòng)'],
      results: { '03484': '+--+-', '03481': '?????' },
    });
    const column = draw([head, '1|Mường Mô|Đ|Đ|Đ||Đ', '2|Lê Lợi|Đ|CĐ|Đ||Đ']);
    expect(intake(column, context)).toMatchObject({
      asked: ['mark:(trống cả cột)'],
      results: { '03472': '+++?+' },
    });
  });

  it('merged over two communes are asked, and an error is a fault with its cell', () => {
    const merged = draw([head, '1|Mường Mô|Đ|Đ|CĐ|Đ|Đ', '2|Lê Lợi|Đ||CĐ|Đ|Đ'], { merges: ['D2:D3'] });
    expect(intake(merged, context)).toMatchObject({
      asked: ['merged:D2:D3'],
      results: { '03472': '+?-++', '03481': '+?-++' },
    });
    expect(intake(merged, context, { 'merged:D2:D3': 'first' }).results).toEqual({
      '03472': '++-++',
      '03481': '+.-++',
    });
    const broken = draw([head, '1|Mường Mô|Đ|Đ|#REF!|Đ|Đ'], {
      cells: { E2: { text: '#REF!', value: '#REF!', kind: 'error' } },
    });
    expect(intake(broken, context).applied.faults).toMatchObject([{ code: 'intake.error-cell', cell: 'E2' }]);
  });
});

describe('totals', () => {
  it('that do not agree with the marks are asked, and only those lines wait', () => {
    const sheet = draw([
      `${head}|Số TC đạt`,
      '1|Mường Mô|Đ|CĐ|Đ|Đ|Đ|4',
      '2|Lê Lợi|Đ|Đ|CĐ|CĐ|Đ|4',
      '3|Pú Đao|Đ|Đ|CĐ|CĐ|Đ|3',
    ]);
    expect(intake(sheet, context)).toMatchObject({
      asked: ['totals:H'],
      results: { '03472': '+-+++', '03484': '++--+', '03481': '?????' },
      totals: { '03472': '4', '03484': '3', '03481': '?' },
    });
    expect(intake(sheet, context, { 'totals:H': 'marks' })).toMatchObject({
      results: { '03481': '++--+' },
      totals: { '03472': '4', '03484': '3' },
    });
    expect(intake(sheet, context, { 'totals:H': 'leaveOut' }).results).toEqual({
      '03472': '+-+++',
      '03484': '++--+',
    });
    expect(intake(sheet, context, { 'totals:H': 'both' }).totals['03481']).toBe('4');
  });

  it('alone are counts; a decimal, a per cent, a letter O or a date of Excel is asked', () => {
    const sheet = draw(
      [
        'TT|Xã|Số tiêu chí đạt',
        '1|Mường Mô|13.5',
        '2|Lê Lợi|1O',
        '3|Pú Đao|13 TC',
        '4|Nậm Hàng|Đạt 12/19',
        '5|Hua Bum|x',
      ],
      {
        cells: { C6: { text: '12/10/2020', value: '2020-10-12', kind: 'date' } },
      },
    );
    const { asked, questions, totals } = intake(sheet, contextOf(nineteenNames));
    expect(asked).toEqual(['count:C2', 'count:C3', 'count:C6']);
    expect(questions.map(({ proposed }) => proposed)).toEqual([null, '10', null]);
    expect(totals).toMatchObject({ '03484': '13', '03475': '12/19' });
  });

  it('of another set’s size are asked, more than there are is a fault', () => {
    const ten = contextOf(nineteenNames.slice(0, 10));
    expect(intake(draw(['TT|Xã|Số tiêu chí đạt', '1|Mường Mô|9/19']), ten)).toMatchObject({
      asked: ['setOfCounts'],
      applied: { results: [] },
    });
    const { applied } = intake(draw(['TT|Xã|Số tiêu chí đạt', '1|Mường Mô|12']), ten);
    expect(applied).toMatchObject({ results: [], faults: [{ code: 'intake.count-too-high', cell: 'C2' }] });
  });

  it('of several years are taken by the round’s year, and asked where the heading is only a year', () => {
    const lines = [
      'TT|Xã|Số tiêu chí đạt năm 2019|Số tiêu chí đạt năm 2020|KH số tiêu chí đạt năm 2021',
      '1|Mường Mô|15|16|19',
    ];
    expect(intake(draw(lines), contextOf(nineteenNames))).toMatchObject({
      asked: [],
      totals: { '03472': '16' },
    });
    const years = draw(['TT|Xã|2019|2020', '1|Mường Mô|15|16', '2|Lê Lợi|12|14']);
    expect(intake(years, contextOf(nineteenNames)).asked).toEqual(['column:D']);
    expect(intake(years, contextOf(nineteenNames), { 'column:D': 'total' }).totals).toEqual({
      '03472': '16',
      '03481': '14',
    });
  });

  it('of what is not met are never taken for what is', () => {
    const { applied } = intake(
      draw(['TT|Xã|Số tiêu chí chưa đạt', '1|Mường Mô|0', '2|Lê Lợi|5']),
      contextOf(fiveNames),
    );
    expect(applied).toMatchObject({ results: [], faults: [{ code: 'intake.nothing-taken' }] });
  });
});
