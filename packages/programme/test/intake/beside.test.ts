// A list of communes set in two blocks beside each other on one page.
import { describe, expect, it } from 'vitest';
import { contextOf, draw, intake } from './drawn.ts';

const context = contextOf();
const head = 'TT|Xã|1|2|3|4|5';

/** Two blocks with an empty column between them. */
const beside = (left: readonly string[], right: readonly string[]) =>
  left.map((line, at) => `${line}||${right[at] ?? ''}`);

const left = [head, '1|Lê Lợi|Đ|Đ|CĐ|Đ|Đ', '2|Pú Đao|Đ|Đ|Đ|Đ|Đ'];
const right = [head, '3|Nậm Hàng|CĐ|Đ|Đ|Đ|Đ', '4|Hua Bum|CĐ|CĐ|Đ|Đ|Đ'];
const all = { '03481': '++-++', '03484': '+++++', '03475': '-++++', '03460': '--+++' };

describe('two blocks of communes side by side', () => {
  it('under the same headings are one table, and each result keeps its own cell', () => {
    const { asked, results, applied } = intake(draw(beside(left, right)), context);
    expect({ asked, results }).toEqual({ asked: [], results: all });
    const cellOf = (code: string, criterion: string) =>
      applied.results.find((one) => one.unitCode === code && one.criterion === criterion)?.cell;
    expect([cellOf('03481', '1'), cellOf('03475', '1'), cellOf('03460', '5')]).toEqual(['C2', 'K2', 'O3']);
  });

  it('are joined under two header lines, without a column between, and with a shorter block at the right', () => {
    const drawn = draw(
      [
        'KẾT QUẢ NĂM 2020',
        'TT|Xã|Quy hoạch|Giao thông|Thủy lợi|Điện|Trường học|TT|Xã|Quy hoạch|Giao thông|Thủy lợi|Điện|Trường học',
        '||1|2|3|4|5|||1|2|3|4|5',
        '1|Lê Lợi|Đ|Đ|CĐ|Đ|Đ|3|Nậm Hàng|CĐ|Đ|Đ|Đ|Đ',
        '2|Pú Đao|Đ|Đ|Đ|Đ|Đ||Cộng|0|1|1|1|1',
        'Ghi chú: Đ: đạt; CĐ: chưa đạt',
      ],
      { merges: ['A1:N1', 'A2:A3', 'B2:B3', 'H2:H3', 'I2:I3', 'A6:N6'] },
    );
    const { '03460': _, ...three } = all;
    expect(intake(drawn, context)).toMatchObject({ asked: [], results: three });
  });

  it('ask about a name with its own cell, so that the line at the left is not meant', () => {
    const { questions } = intake(
      draw(beside(left, [head, '3|Nậm Hàngg|CĐ|Đ|Đ|Đ|Đ', right[2] ?? ''])),
      context,
    );
    expect(questions.map(({ id, vi, cells }) => [id, vi, cells])).toEqual([
      ['unit:Nậm Hàngg', 'Dòng J2 "Nậm Hàngg" là đơn vị nào?', ['J2']],
    ]);
  });

  it('that differ in a heading, a year, or name a commune twice are asked about, and nothing is taken before', () => {
    const named = 'TT|Xã|Quy hoạch|Giao thông|Thủy lợi|Điện|Trường học';
    const sheets = [
      draw(beside(left, [named, ...right.slice(1)])),
      draw(['||Năm 2019||||||||Năm 2020||||', ...beside(left, right)], { merges: ['C1:G1', 'K1:O1'] }),
      draw(beside(left, [head, '1|Lê Lợi|CĐ|Đ|Đ|Đ|Đ', '2|Pú Đao|CĐ|CĐ|Đ|Đ|Đ'])),
      draw(beside(left, right), { hiddenColumns: [11] }),
    ];
    for (const sheet of sheets) {
      const { asked, applied } = intake(sheet, context);
      expect(asked.length).toBeGreaterThan(0);
      expect(applied.results).toEqual([]);
    }
  });
});
