// Nothing of the law changes in silence: each part of a set that differs is told, in both languages.
import { type CriteriaSet, compile, diffSets, evaluate, verdictOf } from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { overlaid, share, shippedSet } from './shipped-law.ts';
import { cell, criterion, type Doc, goodSet, indicator, REGIONS, setDocument } from './small-set.ts';

const [NUI, BANG] = REGIONS;
const decree = (number: string, more: Doc = {}): Doc => ({
  number,
  date: '2020-01-02',
  roleEn: 'promulgates',
  confidence: 'source',
  source: 'x',
  ...more,
});
const rule = (more: Doc = {}): Doc => ({
  code: 'dieu-1',
  takes: 'NUI',
  textVi: 'Xã đặc biệt khó khăn lấy cột miền núi.',
  textEn: 'Very poor communes take the mountain column.',
  confidence: 'source',
  ...more,
});
const office = (nameVi: string, nameEn: string): Doc => ({ code: 'so', nameVi, nameEn });
const regions = (...values: unknown[]): Doc => ({
  dimension: { code: 'region', nameVi: 'Vùng', nameEn: 'Region', values },
});
const condition = (standard: unknown, more: Doc = {}): Doc => ({
  conditions: [indicator('DK.1', 'ngheo', 'percent', { default: standard }, more)],
});

/** One criterion with one indicator; what is bent stands in the indicator, the criterion or the head. */
function law(head: Doc = {}, item: Doc = {}, own: Doc = {}): CriteriaSet {
  const water = indicator('1.1', 'nuoc', 'percent', { default: cell('>=', 90) }, { points: 5, ...item });
  return goodSet(setDocument([criterion('1', [water], own)], head));
}

const points = (passMark: number): Doc => ({ scoring: { type: 'points', passMark } });

describe('told when it changes', () => {
  it.each<[string, CriteriaSet, CriteriaSet, string[], string[]]>([
    [
      'the pass mark',
      law(points(3)),
      law(points(4)),
      ['Cách xét đổi từ tính điểm, đạt từ 3 điểm thành tính điểm, đạt từ 4 điểm.'],
      ['The way of judging changes from points, with 3 to pass to points, with 4 to pass.'],
    ],
    [
      'points instead of all criteria',
      law(),
      law(points(3)),
      ['Cách xét đổi từ phải đạt mọi tiêu chí thành tính điểm, đạt từ 3 điểm.'],
      ['The way of judging changes from every criterion must be met to points, with 3 to pass.'],
    ],
    [
      'the points of an indicator',
      law(),
      law({}, { points: 7 }),
      ['Chỉ tiêu 1.1: số điểm đổi từ 5 thành 7.'],
      ['Indicator 1.1: the points change from 5 to 7.'],
    ],
    [
      'points that are taken away',
      law(),
      law({}, { points: null }),
      ['Chỉ tiêu 1.1: số điểm đổi từ 5 thành chưa ghi.'],
      ['Indicator 1.1: the points change from 5 to not given.'],
    ],
    [
      'the period',
      law(),
      law({ period: { from: 2020, to: 2025 } }),
      ['Giai đoạn đổi từ 2020-2022 thành 2020-2025.'],
      ['The period changes from 2020-2022 to 2020-2025.'],
    ],
    [
      'the day it takes effect',
      law(),
      law({ effectiveFrom: '2020-03-15' }),
      ['Ngày có hiệu lực của bộ tiêu chí đổi từ 01/01/2020 thành 15/03/2020.'],
      ['The set takes effect on 15/03/2020 instead of 01/01/2020.'],
    ],
    [
      'the decree',
      law(),
      law({ legalBasis: [decree('2/QĐ-TTg')] }),
      ['Văn bản ban hành đổi từ 1/QĐ-TTg thành 2/QĐ-TTg.'],
      ['The decision that promulgates the set changes from 1/QĐ-TTg to 2/QĐ-TTg.'],
    ],
    [
      'a decree that amends, and one that goes',
      law({ legalBasis: [decree('1/QĐ-TTg'), decree('7/QĐ-TTg')] }),
      law({ legalBasis: [decree('1/QĐ-TTg'), decree('9/QĐ-TTg')] }),
      ['Thêm văn bản 9/QĐ-TTg.', 'Bỏ văn bản 7/QĐ-TTg.'],
      ['The document 9/QĐ-TTg is added.', 'The document 7/QĐ-TTg is removed.'],
    ],
    [
      'the date of a decree',
      law(),
      law({ legalBasis: [decree('1/QĐ-TTg', { date: null, effectiveFrom: '2020-02-01' })] }),
      [
        'Văn bản 1/QĐ-TTg: ngày ban hành đổi từ 02/01/2020 thành chưa ghi.',
        'Văn bản 1/QĐ-TTg: ngày có hiệu lực đổi từ chưa ghi thành 01/02/2020.',
      ],
      [
        'Document 1/QĐ-TTg: its date changes from 02/01/2020 to not given.',
        'Document 1/QĐ-TTg: the day it takes effect changes from not given to 01/02/2020.',
      ],
    ],
    [
      'what is recognised',
      law(),
      law({ recognitionVi: 'xã nâng cao' }),
      ['Kết quả công nhận đổi từ "xã đạt chuẩn" thành "xã nâng cao".'],
      ['What is recognised changes from "xã đạt chuẩn" to "xã nâng cao".'],
    ],
    [
      'a renamed column',
      law(),
      law(regions({ ...NUI, nameVi: 'Núi cao', nameEn: 'High mountains' }, BANG)),
      ['Cột NUI đổi tên: "Miền núi" thành "Núi cao".'],
      ['Column NUI is renamed from "Mountains" to "High mountains".'],
    ],
    [
      'a column renamed in Vietnamese alone',
      law(),
      law(regions({ ...NUI, nameVi: 'Vùng núi' }, BANG)),
      ['Cột NUI đổi tên: "Miền núi" thành "Vùng núi".'],
      ['Column NUI is renamed from "Miền núi" to "Vùng núi".'],
    ],
    [
      'a column that covers other places',
      law(regions({ ...NUI, definitionVi: '14 tỉnh', definitionEn: '14 provinces' }, BANG)),
      law(regions({ ...NUI, definitionVi: '15 tỉnh', definitionEn: '15 provinces' }, BANG)),
      ['Cột Miền núi (NUI) đổi phạm vi: "14 tỉnh" thành "15 tỉnh".'],
      ['Column Mountains (NUI) covers other places: from "14 provinces" to "15 provinces".'],
    ],
    [
      'a column that now says which places it covers',
      law(),
      law(regions({ ...NUI, definitionVi: '14 tỉnh', definitionEn: '14 provinces' }, BANG)),
      ['Cột Miền núi (NUI) đổi phạm vi: "chưa ghi" thành "14 tỉnh".'],
      ['Column Mountains (NUI) covers other places: from "not given" to "14 provinces".'],
    ],
    [
      'a column that comes and one that goes',
      law(),
      law(regions(NUI, { code: 'BIEN', nameVi: 'Ven biển', nameEn: 'Coast' })),
      ['Thêm cột Ven biển (BIEN).', 'Bỏ cột Đồng bằng (BANG).'],
      ['The column Coast (BIEN) is added.', 'The column Plain (BANG) is removed.'],
    ],
    [
      'a special rule that comes',
      law(),
      law({ specialRules: [rule()] }),
      ['Thêm quy định riêng dieu-1: Xã đặc biệt khó khăn lấy cột miền núi.'],
      ['The special rule dieu-1 is added: Very poor communes take the mountain column.'],
    ],
    [
      'a special rule that goes',
      law({ specialRules: [rule()] }),
      law(),
      ['Bỏ quy định riêng dieu-1: Xã đặc biệt khó khăn lấy cột miền núi.'],
      ['The special rule dieu-1 is removed: Very poor communes take the mountain column.'],
    ],
    [
      'a special rule that leads elsewhere, in other words',
      law({ specialRules: [rule()] }),
      law({ specialRules: [rule({ takes: 'BANG', textVi: 'a', textEn: 'b' })] }),
      [
        'Quy định riêng dieu-1 đổi lời văn: "Xã đặc biệt khó khăn lấy cột miền núi." thành "a".',
        'Quy định riêng dieu-1: cột áp dụng đổi từ Miền núi thành Đồng bằng.',
      ],
      [
        'The special rule dieu-1 is reworded from "Very poor communes take the mountain column." to "b".',
        'Special rule dieu-1: the column taken changes from Mountains to Plain.',
      ],
    ],
    [
      'one of two special rules that goes, and the words of the other',
      law({ specialRules: [rule(), rule({ code: 'dieu-2', textVi: 'a', textEn: 'b' })] }),
      law({ specialRules: [rule({ code: 'dieu-2', textVi: 'c', textEn: 'd' })] }),
      [
        'Quy định riêng dieu-2 đổi lời văn: "a" thành "c".',
        'Bỏ quy định riêng dieu-1: Xã đặc biệt khó khăn lấy cột miền núi.',
      ],
      [
        'The special rule dieu-2 is reworded from "b" to "d".',
        'The special rule dieu-1 is removed: Very poor communes take the mountain column.',
      ],
    ],
    [
      'the responsible office',
      law({}, { office: office('Sở Nông nghiệp', 'Department of Agriculture') }),
      law({}, { office: office('Sở Y tế', 'Department of Health') }),
      ['Chỉ tiêu 1.1: cơ quan phụ trách đổi từ Sở Nông nghiệp thành Sở Y tế.'],
      [
        'Indicator 1.1: the responsible office changes from Department of Agriculture to Department of Health.',
      ],
    ],
    [
      'an office that is no longer named',
      law({}, { office: office('Sở Y tế', 'Department of Health') }),
      law(),
      ['Chỉ tiêu 1.1: cơ quan phụ trách đổi từ Sở Y tế thành chưa ghi.'],
      ['Indicator 1.1: the responsible office changes from Department of Health to not given.'],
    ],
    [
      'the unit and the document cited',
      law(),
      law({}, { measure: { type: 'percent', unit: '%' }, citation: { decree: '5/TT-BYT' } }),
      [
        'Chỉ tiêu 1.1 đổi đơn vị tính: chưa ghi thành %.',
        'Chỉ tiêu 1.1: văn bản trích dẫn riêng đổi từ chưa ghi thành 5/TT-BYT.',
      ],
      [
        'Indicator 1.1 is counted in another unit: not given becomes %.',
        'Indicator 1.1: the document cited for it alone changes from not given to 5/TT-BYT.',
      ],
    ],
    [
      'a source that is lost',
      law(),
      law({}, { standards: { default: cell('>=', 90, { source: null }) } }),
      [
        'Chỉ tiêu 1.1: không còn ghi mức đọc được ở đâu (trước: Bảng của quyết định), nên không dùng để kết luận.',
      ],
      [
        'Indicator 1.1: where the standard was read is no longer given (before: Bảng của quyết định), so it decides nothing.',
      ],
    ],
    [
      'a source that is found',
      law({}, { standards: { default: cell('>=', 90, { source: null }) } }),
      law(),
      ['Chỉ tiêu 1.1: nay ghi mức đọc được ở Bảng của quyết định.'],
      ['Indicator 1.1: where the standard was read is now given: Bảng của quyết định.'],
    ],
    [
      'one standard for all years become a standard for one year',
      law(),
      law({}, { standards: { byYear: { 2021: { default: cell('>=', 90) } } } }),
      [
        'Chỉ tiêu 1.1, 2020: mức thay đổi; trước: từ 90% trở lên; nay: chưa biết.',
        'Chỉ tiêu 1.1, 2022: mức thay đổi; trước: từ 90% trở lên; nay: chưa biết.',
      ],
      [
        'Indicator 1.1, 2020: the standard changes; before: at least 90%; now: not known.',
        'Indicator 1.1, 2022: the standard changes; before: at least 90%; now: not known.',
      ],
    ],
    [
      'a condition of the level that comes',
      law(),
      law(condition(cell('<=', 12))),
      ['Thêm điều kiện của mức đạt chuẩn DK.1 Chỉ tiêu DK.1.'],
      ['The condition of the level DK.1 Indicator DK.1 is added.'],
    ],
    [
      'a condition of the level that goes',
      law(condition(cell('<=', 12))),
      law(),
      ['Bỏ điều kiện của mức đạt chuẩn DK.1 Chỉ tiêu DK.1.'],
      ['The condition of the level DK.1 Indicator DK.1 is removed.'],
    ],
    [
      'the standard and the words of a condition of the level',
      law(condition(cell('<=', 12))),
      law(condition(cell('<=', 10), { textVi: 'Lời mới', textEn: 'New words' })),
      [
        'Điều kiện DK.1 đổi lời văn: "Chỉ tiêu DK.1" thành "Lời mới".',
        'Điều kiện DK.1: mức nâng lên; trước: không quá 12%; nay: không quá 10%.',
      ],
      [
        'Condition DK.1 is reworded from "Indicator DK.1" to "New words".',
        'Condition DK.1: the standard is raised; before: at most 12%; now: at most 10%.',
      ],
    ],
    [
      'a number of indicators that was not known',
      law({ declaredCounts: { criteria: 1, indicators: 1 } }, {}, { declaredIndicators: null }),
      law(),
      ['Tiêu chí 1: số chỉ tiêu đổi từ chưa biết thành 1.'],
      ['Criterion 1: the number of indicators changes from not known to 1.'],
    ],
    [
      'the group, the weight and the size of a criterion',
      law({ groups: [{ code: 'I', nameVi: 'a', nameEn: 'a' }] }, {}, { group: 'I' }),
      law(
        {
          groups: [{ code: 'II', nameVi: 'a', nameEn: 'a' }],
          declaredCounts: { criteria: 1, indicators: 2 },
        },
        {},
        { group: 'II', key: true, declaredIndicators: 2 },
      ),
      [
        'Số lượng theo văn bản đổi từ 1 tiêu chí, 1 chỉ tiêu thành 1 tiêu chí, 2 chỉ tiêu.',
        'Tiêu chí 1: số chỉ tiêu đổi từ 1 thành 2.',
        'Tiêu chí 1 chuyển từ nhóm I sang nhóm II.',
        'Tiêu chí 1 đổi từ tiêu chí thường thành tiêu chí chủ chốt khi xét thu hồi quyết định công nhận.',
      ],
      [
        'What the decision counts changes from 1 criteria, 1 indicators to 1 criteria, 2 indicators.',
        'Criterion 1: the number of indicators changes from 1 to 2.',
        'Criterion 1 moves from group I to group II.',
        'Criterion 1 changes from an ordinary criterion to a key criterion where recognition is withdrawn.',
      ],
    ],
  ])('%s', (_name, before, after, vi, en) => {
    const found = diffSets(before, after);
    expect(found.map((change) => change.vi)).toEqual(vi);
    expect(found.map((change) => change.en)).toEqual(en);
  });

  it('a source as data too: empty where there was none', () => {
    const unread = law({}, { standards: { default: cell('>=', 90, { source: null }) } });
    const data = (a: CriteriaSet, b: CriteriaSet) =>
      diffSets(a, b).map(({ code, before, after }) => [code, before, after]);
    expect(data(unread, law())).toEqual([['diff.source-given', '', 'Bảng của quyết định']]);
    expect(data(law(), unread)).toEqual([['diff.source-lost', 'Bảng của quyết định', '']]);
  });

  it('two people who have checked an uncertain standard, because it then decides', () => {
    const signed = [
      { by: 'Lan', on: '2024-01-01' },
      { by: 'Hùng', on: '2024-01-02' },
    ];
    const unsure = (signatures: unknown) =>
      law({}, { standards: { default: cell('>=', 90, { confidence: 'unsure', signatures }) } });
    const said = (a: CriteriaSet, b: CriteriaSet) => diffSets(a, b).map((change) => change.vi);
    expect(said(unsure([]), unsure(signed))).toEqual([
      'Chỉ tiêu 1.1: mức yêu cầu nay có hai người đối chiếu nên được dùng để kết luận.',
    ]);
    expect(said(unsure(signed), unsure([]))).toEqual([
      'Chỉ tiêu 1.1: mức yêu cầu không còn đủ hai người đối chiếu nên không dùng để kết luận.',
    ]);
  });

  it('a province that carries the period on', () => {
    const national = shippedSet('vn-ntm-xa-2016-2020');
    expect(diffSets(national, overlaid(national)).map((change) => change.vi)).toContain(
      'Giai đoạn đổi từ 2016-2020 thành 2016-2020 (kéo dài đến 2021 theo mức của năm 2020).',
    );
  });

  it('of QĐ 318 and its version of 2024, in whole sentences of both languages', () => {
    const found = diffSets(shippedSet('vn-ntm-xa-2021-2025'), shippedSet('vn-ntm-xa-2021-2025.v2'));
    expect(found.map((change) => change.code)).toContain('diff.confidence-changed');
    for (const { vi, en } of found) {
      expect(vi).not.toMatch(/\{\w+\}|undefined|\bnull\b|\b(source|memory|unsure|percent|boolean)\b/);
      expect(en).not.toMatch(/\{\w+\}|undefined|\bnull\b/);
    }
  });

  it('never nothing where a unit is judged otherwise', () => {
    const readings = new Map([['nuoc', share(85, 100)]]);
    const verdict = (set: CriteriaSet) =>
      verdictOf(evaluate(compile(set, 'NUI', 2022), readings).indicators[0]);
    const tables: Doc[] = [
      { default: cell('>=', 90) },
      { default: cell('>=', 80) },
      { default: cell('>=', 90, { source: null }) },
      { default: cell('>=', 90, { confidence: 'unsure' }) },
      { byYear: { 2020: { default: cell('>=', 90) } } },
      { byYear: { 2022: { default: cell('>=', 90) } } },
      { by: { NUI: cell('>=', 90), BANG: cell('>=', 95) } },
      { by: { NUI: null, BANG: cell('>=', 95) } },
    ];
    for (const one of tables) {
      for (const other of tables) {
        const [a, b] = [law({}, { standards: one }), law({}, { standards: other })];
        if (verdict(a) !== verdict(b)) expect(diffSets(a, b)).not.toEqual([]);
        if (one === other) expect(diffSets(a, b)).toEqual([]);
      }
    }
  });
});
