// Whose line it is: names spelled all ways, districts, sums, notes, second lines, hidden lines.
import { describe, expect, it } from 'vitest';
import { contextOf, draw, fiveNames, intake, namNhun, unit } from './drawn.ts';

const context = contextOf();
const head = 'TT|Xã|1|2|3|4|5';

describe('a commune’s name', () => {
  it('is found numbered, with its kind, with a remark, in capitals, with the tone on another letter', () => {
    const units = [...namNhun, unit('00001', 'Xã Cộng Hòa'), unit('00002', 'Xã Tổng Cọt')];
    const sheet = draw([
      'Xã|1|2|3|4|5',
      '1. Xã Lê Lợi|Đ|Đ|CĐ|Đ|Đ',
      '2) MƯỜNG MÔ|CĐ|Đ|Đ|Đ|Đ',
      '- Pú Đao (ĐBKK)|Đ|Đ|Đ|Đ|Đ',
      'x. Cộng Hoà|Đ|Đ|Đ|Đ|CĐ',
      'Tổng Cọt|CĐ|CĐ|Đ|Đ|CĐ',
      'Cộng|3|4|4|5|3',
    ]);
    expect(intake(sheet, contextOf(fiveNames, { units }))).toMatchObject({
      asked: [],
      results: { '03481': '++-++', '03472': '-++++', '03484': '+++++', '00001': '++++-', '00002': '--++-' },
    });
  });

  it('is asked when its marks differ, when it is misspelled, when a remark may change it', () => {
    const sheet = draw([
      head,
      '1|Lê Lơi|Đ|Đ|Đ|Đ|Đ',
      '2|Mường Mồ|Đ|Đ|Đ|Đ|Đ',
      '3|Nậm Hàng (cũ)|Đ|Đ|Đ|Đ|Đ',
      '4|Pú Đao|Đ|Đ|Đ|Đ|CĐ',
    ]);
    const { asked, questions, applied } = intake(sheet, context);
    expect(asked).toEqual(['unit:Lê Lơi', 'unit:Mường Mồ', 'unit:Nậm Hàng (cũ)']);
    expect(questions.map(({ proposed }) => proposed).sort()).toEqual(['03472', '03475', '03481']);
    expect(new Set(applied.results.map(({ unitCode }) => unitCode))).toEqual(new Set(['03484']));
  });

  it('of a township is not the commune of that name, nor the district', () => {
    const sheet = draw([
      head,
      '1|TT Nậm Nhùn|Đ|Đ|Đ|Đ|Đ',
      '2|Lê Lợi|CĐ|Đ|Đ|Đ|Đ',
      '3|Thị trấn Mường Mô|Đ|Đ|Đ|Đ|Đ',
    ]);
    const { asked, results } = intake(sheet, context);
    expect(asked).toEqual(['unit:TT Nậm Nhùn', 'unit:Thị trấn Mường Mô']);
    expect(results).toEqual({ '03481': '-++++', '03472': '?????' });
  });

  it('under another district is not offered to a commune of this one, and one question leaves all such lines out', () => {
    const sheet = draw([
      head,
      'I|Huyện Nậm Nhùn',
      '1|Lê Lợi|Đ|Đ|Đ|Đ|CĐ',
      'II|Huyện Mường Tè',
      '1|Mường Tè|Đ|Đ|Đ|Đ|Đ',
      '2|Pa Vệ Sử|Đ|CĐ|Đ|Đ|Đ',
    ]);
    const { asked, questions, results } = intake(sheet, context);
    expect(asked).toEqual(['elsewhere:Huyện Mường Tè']);
    expect(questions[0]).toMatchObject({ proposed: 'skipAll', cellCount: 2 });
    expect(results).toEqual({ '03481': '++++-' });
    const skipped = intake(sheet, context, { 'elsewhere:Huyện Mường Tè': 'skipAll' });
    expect(skipped.applied.open).toEqual([]);
    expect(skipped.results).toEqual({ '03481': '++++-' });
    const each = intake(sheet, context, { 'elsewhere:Huyện Mường Tè': 'each' });
    expect(each.questions.map(({ id, proposed }) => [id, proposed])).toEqual([
      ['unit:Mường Tè / Huyện Mường Tè', 'skip'],
      ['unit:Pa Vệ Sử / Huyện Mường Tè', 'skip'],
    ]);
  });

  it('under its own district written with more words is not taken for another’s', () => {
    const sheet = draw([head, 'I|Huyện Nậm Nhùn: 2 xã', '1|Lê Lợi|Đ|Đ|Đ|Đ|CĐ', '2|Pú Đao|Đ|Đ|Đ|Đ|Đ']);
    expect(intake(sheet, context)).toMatchObject({
      asked: [],
      results: { '03481': '++++-', '03484': '+++++' },
    });
  });

  it('is not looked for in a legend that stands under the marks', () => {
    const sheet = draw([head, '1|Lê Lợi|Đ|Đ|Đ|Đ|C', '2|Pú Đao|Đ|Đ|C|Đ|Đ', '||Đ: đạt; C: chưa đạt']);
    expect(intake(sheet, context)).toMatchObject({
      asked: [],
      results: { '03481': '++++-', '03484': '++-++' },
    });
  });

  it('in a sheet whose title is of another district waits until somebody says that it is the right sheet', () => {
    const titled = (title: string) => draw([title, head, '1|Lê Lợi|Đ|Đ|Đ|Đ|CĐ', '2|Pú Đao|Đ|Đ|Đ|Đ|Đ']);
    const other = titled('KẾT QUẢ THỰC HIỆN NÔNG THÔN MỚI HUYỆN MƯỜNG TÈ NĂM 2020');
    expect(intake(other, context)).toMatchObject({ asked: ['place'], results: { '03481': '?????' } });
    expect(intake(other, context, { place: 'yes' }).results).toMatchObject({ '03481': '++++-' });
    for (const own of [
      'KẾT QUẢ NÔNG THÔN MỚI HUYỆN NẬM NHÙN ĐẾN 31/12/2020',
      'Kết quả nông thôn mới cấp huyện năm 2020',
      'Kết quả của các huyện',
      'Kết quả 2 huyện Mường Tè và huyện Nậm Nhùn',
    ])
      expect(intake(titled(own), context).asked).toEqual([]);
  });

  it('that two districts have is told by the district above, or asked', () => {
    const units = [...namNhun, unit('09999', 'Xã Lê Lợi', 'Huyện Sìn Hồ')];
    const own = contextOf(fiveNames, { units });
    expect(intake(draw([head, '1|Lê Lợi|CĐ|Đ|Đ|Đ|Đ']), own).asked).toEqual(['unit:Lê Lợi']);
    const parted = draw([
      head,
      'I|Huyện Sìn Hồ',
      '1|Lê Lợi|Đ|Đ|Đ|Đ|Đ',
      'II|Huyện Nậm Nhùn',
      '2|Lê Lợi|CĐ|Đ|Đ|Đ|Đ',
    ]);
    expect(intake(parted, own)).toMatchObject({ asked: [], results: { '09999': '+++++', '03481': '-++++' } });
  });

  it('under a district that the round is not about is asked', () => {
    const sheet = draw([
      head,
      'I|Huyện Sìn Hồ',
      '1|Lê Lợi|Đ|Đ|Đ|Đ|Đ',
      'II|Huyện Nậm Nhùn',
      '2|Lê Lợi|Đ|CĐ|Đ|Đ|Đ',
    ]);
    const [all, id] = ['elsewhere:Huyện Sìn Hồ', 'unit:Lê Lợi / Huyện Sìn Hồ'];
    expect(intake(sheet, context).asked).toEqual([all]);
    expect(intake(sheet, context, { [all]: 'each', [id]: 'skip' }).results).toEqual({ '03481': '+-+++' });
  });

  it('that is also the district’s is the commune’s where letters stand beside it, and asked where numbers do', () => {
    const units = [
      unit('03445', 'Xã Mường Tè', 'Huyện Mường Tè'),
      unit('03463', 'Xã Tà Tổng', 'Huyện Mường Tè'),
    ];
    const own = contextOf(fiveNames, { units });
    const sheet = draw([head, 'I|Mường Tè|2|1|1|0|2', '1|Mường Tè|Đ|Đ|CĐ|CĐ|Đ', '2|Tà Tổng|Đ|CĐ|Đ|CĐ|Đ']);
    expect(intake(sheet, own).asked).toEqual(['unit:Mường Tè @2']);
    expect(intake(sheet, own, { 'unit:Mường Tè @2': 'skip' }).results).toEqual({
      '03445': '++--+',
      '03463': '+-+-+',
    });
  });

  it('and its code must agree; a code mends a misspelled name', () => {
    const sheet = draw([
      'STT|Mã|Xã|1|2|3|4|5',
      '1|03472|Lê Lợi|Đ|CĐ|Đ|Đ|Đ',
      '2|03484|Pú Đao|Đ|Đ|CĐ|Đ|Đ',
      '3|03475|Nâm Hàng|Đ|Đ|CĐ|Đ|Đ',
    ]);
    const { asked, results } = intake(sheet, context);
    expect(asked).toEqual(['unit:Lê Lợi']);
    expect(results).toMatchObject({ '03484': '++-++', '03475': '++-++' });
  });

  it('given only as a code that was another unit’s once is asked', () => {
    const units = namNhun.map((one) => (one.code === '03481' ? { ...one, codeReused: true } : one));
    const sheet = draw(['STT|Mã|1|2|3|4|5', '1|03472|Đ|CĐ|Đ|Đ|Đ', '2|03481|Đ|Đ|CĐ|Đ|Đ']);
    expect(intake(sheet, contextOf(fiveNames, { units })).asked).toEqual(['codes']);
  });

  it('before and after a merger in two columns is asked', () => {
    const units = [...namNhun, unit('03488', 'Xã Nậm Pì')];
    const lines = ['TT|Xã cũ|Xã mới|1|2|3|4|5', '1|Nậm Pì|Lê Lợi|Đ|Đ|CĐ|Đ|Đ', '2|Lê Lợi|Lê Lợi|Đ|Đ|Đ|Đ|Đ'];
    const own = contextOf(fiveNames, { units });
    expect(intake(draw(lines), own)).toMatchObject({ asked: ['unitColumn'], applied: { results: [] } });
    expect(intake(draw(lines), own, { unitColumn: 'B' }).results).toEqual({
      '03488': '++-++',
      '03481': '+++++',
    });
  });
});

describe('a line', () => {
  it('of sums, notes, signatures and repeated headings is passed over', () => {
    const sheet = draw([
      'Kết quả năm 2020',
      head,
      '|Toàn huyện|2|1|1|1|2',
      '1|Mường Mô|Đ|CĐ|Đ|Đ|Đ',
      head,
      '2|Lê Lợi|Đ|Đ|CĐ|CĐ|Đ',
      '|Cộng|2|1|1|1|2',
      '|Tỷ lệ (%)|100|50|50|50|100',
      '||||Nậm Nhùn, ngày 16 tháng 3 năm 2021||',
      '|NGƯỜI LẬP BIỂU|||TM. UBND HUYỆN||',
      '|Lò Văn A|||Nguyễn Văn B||',
      'Ghi chú: Đ: đạt; CĐ: chưa đạt',
    ]);
    expect(intake(sheet, context)).toMatchObject({
      asked: [],
      results: { '03472': '+-+++', '03481': '++--+' },
    });
  });

  it('without a name below a commune’s makes both doubtful', () => {
    const sheet = draw([
      'TT|Xã|Nội dung|1|2|3|4|5',
      '1|Mường Mô|Chỉ tiêu|Đ|Đ|Đ|Đ|Đ',
      '||Thực hiện|Đ|CĐ|Đ|CĐ|Đ',
      '2|Lê Lợi||CĐ|Đ|Đ|Đ|Đ',
    ]);
    expect(intake(sheet, context)).toMatchObject({
      asked: ['row:3'],
      results: { '03472': '?????', '03481': '-++++' },
    });
    const answers = { 'row:3': '03472', 'repeated:03472': '3' };
    expect(intake(sheet, context, answers).results['03472']).toBe('+-+-+');
  });

  it('merged with the next one is one commune twice', () => {
    const sheet = draw(
      ['TT|Xã|Nội dung|1|2|3|4|5', '1|Mường Mô|Chỉ tiêu|Đ|Đ|Đ|Đ|Đ', '||Thực hiện|Đ|CĐ|Đ|CĐ|Đ'],
      { merges: ['A2:A3', 'B2:B3'] },
    );
    expect(intake(sheet, context).asked).toEqual(['repeated:03472']);
    expect(intake(sheet, context, { 'repeated:03472': '3' }).results).toEqual({ '03472': '+-+-+' });
  });

  it('that is hidden is taken only when the person says so', () => {
    const sheet = draw([head, '1|Mường Mô|Đ|Đ|Đ|Đ|Đ', '2|Lê Lợi|Đ|CĐ|Đ|Đ|Đ'], { hiddenRows: [2] });
    expect(intake(sheet, context)).toMatchObject({
      asked: ['hiddenRows'],
      results: { '03472': '+++++', '03481': '?????' },
    });
    expect(intake(sheet, context, { hiddenRows: 'ignore' }).results).toEqual({ '03472': '+++++' });
  });

  it('of a village below its commune is asked, not added', () => {
    const sheet = draw([
      'TT|Xã/thôn|1|2|3|4|5',
      '1|Xã Lê Lợi|Đ|CĐ|Đ|Đ|Đ',
      '1.1|Bản Chang|Đ|Đ|Đ|Đ|Đ',
      '2|Xã Pú Đao|Đ|Đ|Đ|Đ|Đ',
    ]);
    expect(intake(sheet, context).asked).toEqual(['unit:Bản Chang']);
    expect(intake(sheet, context, { 'unit:Bản Chang': 'skip' }).results).toEqual({
      '03481': '+-+++',
      '03484': '+++++',
    });
  });
});
