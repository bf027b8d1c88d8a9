// What changed between two sets, and who would fall under another one.
import {
  type CriteriaSet,
  compile,
  diffSets,
  linkOf,
  type Reading,
  weaker,
  whoWouldFall,
} from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { named, overlaid, plain, share, shippedSet } from './shipped-law.ts';
import { water } from './small-documents.ts';
import {
  allOf,
  cell,
  criterion,
  type Doc,
  goodSet,
  indicator,
  oneIndicator as one,
  setDocument,
} from './small-set.ts';

const changes = (a: CriteriaSet, b: CriteriaSet): string[] => diffSets(a, b).map((change) => change.vi);

describe('what changed', () => {
  it('nothing, between a set and itself', () => {
    for (const folder of ['vn-ntm-xa-2016-2020', 'vn-ntm-xa-2021-2025']) {
      expect(diffSets(shippedSet(folder), shippedSet(folder))).toEqual([]);
    }
  });

  const base = (): CriteriaSet => one(water({ by: { NUI: cell('>=', 90), BANG: cell('>=', 95) } }));

  it.each([
    [
      'a standard raised in one region',
      () => one(water({ by: { NUI: cell('>=', 92), BANG: cell('>=', 95) } })),
      ['Chỉ tiêu 1.1, Miền núi: mức nâng lên; trước: từ 90% trở lên; nay: từ 92% trở lên.'],
    ],
    [
      'a standard lowered everywhere',
      () => one(water({ default: cell('>=', 80) })),
      [
        'Chỉ tiêu 1.1, Miền núi: mức hạ xuống; trước: từ 90% trở lên; nay: từ 80% trở lên.',
        'Chỉ tiêu 1.1, Đồng bằng: mức hạ xuống; trước: từ 95% trở lên; nay: từ 80% trở lên.',
      ],
    ],
    [
      'a floor become a ceiling',
      () => one(water({ by: { NUI: cell('<=', 90), BANG: cell('>=', 95) } })),
      ['Chỉ tiêu 1.1, Miền núi: mức thay đổi; trước: từ 90% trở lên; nay: không quá 90%.'],
    ],
    [
      'a standard no longer known',
      () => one(water({ by: { NUI: null, BANG: cell('>=', 95) } })),
      ['Chỉ tiêu 1.1, Miền núi: mức thay đổi; trước: từ 90% trở lên; nay: chưa biết.'],
    ],
    [
      'a confidence',
      () => one(water({ by: { NUI: cell('>=', 90, { confidence: 'memory' }), BANG: cell('>=', 95) } })),
      ['Chỉ tiêu 1.1, Miền núi: độ tin cậy đổi từ "đọc từ nguồn" thành "ghi theo trí nhớ".'],
    ],
    [
      'a standard by year',
      () => one(water({ byYear: { 2020: { default: cell('>=', 95) } } })),
      [
        'Chỉ tiêu 1.1, 2020, Miền núi: mức nâng lên; trước: từ 90% trở lên; nay: từ 95% trở lên.',
        'Chỉ tiêu 1.1, 2021, Miền núi: mức thay đổi; trước: từ 90% trở lên; nay: chưa biết.',
        'Chỉ tiêu 1.1, 2021, Đồng bằng: mức thay đổi; trước: từ 95% trở lên; nay: chưa biết.',
        'Chỉ tiêu 1.1, 2022, Miền núi: mức thay đổi; trước: từ 90% trở lên; nay: chưa biết.',
        'Chỉ tiêu 1.1, 2022, Đồng bằng: mức thay đổi; trước: từ 95% trở lên; nay: chưa biết.',
      ],
    ],
    [
      'the wording',
      () => one(water({ by: { NUI: cell('>=', 90), BANG: cell('>=', 95) } }, { textVi: 'Lời mới' })),
      ['Chỉ tiêu 1.1 đổi lời văn: "Chỉ tiêu 1.1" thành "Lời mới".'],
    ],
    [
      '"nếu có"',
      () => one(water({ by: { NUI: cell('>=', 90), BANG: cell('>=', 95) } }, { ifPresent: true })),
      ['Chỉ tiêu 1.1 đổi cách đo: "tỷ lệ phần trăm" thành "tỷ lệ phần trăm, nếu có".'],
    ],
    [
      'the figures',
      () => one(indicator('1.1', 'ngheo', 'percent', { by: { NUI: cell('>=', 90), BANG: cell('>=', 95) } })),
      ['Chỉ tiêu 1.1 đổi số liệu dùng để xét.'],
    ],
    [
      'the criterion’s name',
      () =>
        goodSet(
          setDocument([
            criterion('1', [water({ by: { NUI: cell('>=', 90), BANG: cell('>=', 95) } })], {
              nameVi: 'Nước',
            }),
          ]),
        ),
      ['Tiêu chí 1 đổi tên: "Tiêu chí 1" thành "Nước".'],
    ],
  ])('%s', (_name, after, sentences) => {
    expect(changes(base(), after())).toEqual(sentences);
  });

  it('delegated is a change of its own, and every change says it in English too', () => {
    const left = { delegatedTo: 'province', textVi: 'a', textEn: 'a', confidence: 'source' };
    const after = one(water({ default: left }, { measure: { type: 'percent', delegated: true } }));
    expect(diffSets(base(), after)).toMatchObject([
      {
        code: 'diff.measure-changed',
        subject: '1.1',
        year: null,
        column: null,
        before: 'percent',
        after: 'percent+delegated',
      },
      {
        code: 'diff.standard-changed',
        column: 'NUI',
        before: '>=90',
        after: 'tỉnh quy định',
        en: 'Indicator 1.1, Mountains: the standard changes; before: at least 90%; now: left to the province.',
      },
      { code: 'diff.standard-changed', column: 'BANG' },
    ]);
  });

  it('men and women apart, parts in another order, a source that was missing, a set without columns', () => {
    const sexes = {
      male: { code: 'viec/nam', confidence: 'source' },
      female: { code: 'viec/nu', confidence: 'source' },
    };
    const turned = { female: sexes.female, male: sexes.male };
    const jobs = (figures: Doc): CriteriaSet =>
      one(
        indicator(
          '1.1',
          'viec/nam',
          'percent',
          { default: cell('>=', 90) },
          { measure: { type: 'percent', bySex: true }, figures },
        ),
      );
    expect(changes(jobs(sexes), jobs(turned))).toEqual([]);
    expect(
      changes(one(indicator('1.1', 'viec/nam', 'percent', { default: cell('>=', 90) })), jobs(sexes))[0],
    ).toBe('Chỉ tiêu 1.1 đổi cách đo: "tỷ lệ phần trăm" thành "tỷ lệ phần trăm, xét riêng nam, nữ".');
    const unknown = one(water({ default: null }));
    expect(changes(unknown, unknown)).toEqual([]);
    expect(changes(unknown, one(water({ default: cell('>=', 90) })))).toEqual([
      'Chỉ tiêu 1.1: mức thay đổi; trước: chưa biết; nay: từ 90% trở lên.',
    ]);
    const plainSet = (limit: number): CriteriaSet =>
      one(water({ default: cell('>=', limit) }), { dimension: null });
    expect(changes(plainSet(80), plainSet(90))).toEqual([
      'Chỉ tiêu 1.1: mức nâng lên; trước: từ 80% trở lên; nay: từ 90% trở lên.',
    ]);
  });

  it('criteria and indicators that come and go', () => {
    const market = indicator('2.1', 'cho', 'boolean', { default: cell('=', true) });
    const two = goodSet(
      setDocument([
        criterion('1', [water({ by: { NUI: cell('>=', 90), BANG: cell('>=', 95) } })]),
        criterion('2', [market]),
      ]),
    );
    expect(changes(base(), two)).toEqual([
      'Số lượng theo văn bản đổi từ 1 tiêu chí, 1 chỉ tiêu thành 2 tiêu chí, 2 chỉ tiêu.',
      'Thêm tiêu chí 2 Tiêu chí 2.',
      'Thêm chỉ tiêu 2.1 Chỉ tiêu 2.1.',
    ]);
    expect(changes(two, base())).toEqual([
      'Số lượng theo văn bản đổi từ 2 tiêu chí, 2 chỉ tiêu thành 1 tiêu chí, 1 chỉ tiêu.',
      'Bỏ tiêu chí 2 Tiêu chí 2.',
      'Bỏ chỉ tiêu 2.1 Chỉ tiêu 2.1.',
    ]);
  });

  it('between two sets an indicator is followed by what it counts, not by its number', () => {
    const other = goodSet(
      setDocument([criterion('5', [{ ...water({ default: cell('>=', 90) }), code: '5.3' }])], {
        id: 'bo-khac',
      }),
    );
    const codes = diffSets(base(), other).map((change) => `${change.code} ${change.subject}`);
    expect(codes).toEqual(
      [
        'diff.criterion-added 5',
        'diff.criterion-removed 1',
        'diff.indicator-moved 5.3',
        'diff.indicator-reworded 5.3',
        'diff.standard-weaker 5.3',
      ].filter((code) => code !== 'diff.indicator-reworded 5.3'),
    );
  });

  it('QĐ 318 moved the access to law from 18.5 to 18.4 and knows poverty as another figure', () => {
    const found = diffSets(shippedSet('vn-ntm-xa-2016-2020'), shippedSet('vn-ntm-xa-2021-2025'));
    expect(found).toContainEqual(
      expect.objectContaining({ code: 'diff.indicator-moved', before: '18.5', after: '18.4' }),
    );
    expect(found).toContainEqual(expect.objectContaining({ code: 'diff.indicator-added', subject: '11.1' }));
    expect(found).toContainEqual(
      expect.objectContaining({ code: 'diff.indicator-removed', subject: '11.1' }),
    );
  });

  it('an overlay shows as what it changed', () => {
    const national = shippedSet('vn-ntm-xa-2016-2020');
    const codes = diffSets(national, overlaid(national)).map(
      (change) => `${change.subject} ${change.column} ${change.after}`,
    );
    expect(codes.filter((code) => code.includes('TDMNPB'))).toEqual([
      '2.1 TDMNPB >=100',
      '2.2 TDMNPB >=50',
      '2.3 TDMNPB >=50',
      '2.4 TDMNPB >=50',
      '6.1 TDMNPB =true',
      '17.4 TDMNPB memory',
    ]);
  });
});

describe('the crosswalk', () => {
  const old = (): CriteriaSet => shippedSet('vn-ntm-xa-2016-2020');
  const now = (): CriteriaSet => shippedSet('vn-ntm-xa-2021-2025');
  const later = (): CriteriaSet => shippedSet('vn-ntm-xa-2021-2025.v2');
  const figuresOf = (set: CriteriaSet, code: string): string[] =>
    set.criteria
      .flatMap((item) => item.indicators)
      .filter((item) => item.code === code)
      .flatMap((item) => Object.values(item.figures).map((use) => use.code));

  it('poverty, clean water, trained workers and insurance are other figures in the two periods', () => {
    for (const code of ['11.1', '17.1', '12.1', '15.1', '9.2', '4.2', '10.1']) {
      for (const figure of figuresOf(old(), code)) expect(figuresOf(now(), code)).not.toContain(figure);
    }
  });

  it('what is worded alike is the same figure, no surer than the weaker wording', () => {
    expect(figuresOf(now(), '18.4')).toEqual(figuresOf(old(), '18.5'));
    expect(linkOf('xa2016.15.2', old(), now())).toBe('memory');
    expect(linkOf('xa2016.15.3', old(), now())).toBe('unsure');
    expect(linkOf('xa2016.11.1', old(), now())).toBeNull();
    expect(linkOf('xa2021.11.1', old(), now())).toBeNull();
    expect(linkOf('xa2021.9.2', now(), later())).toBe('unsure');
    expect(linkOf('xa2016.9.1', old(), old())).toBe('source');
    expect(linkOf('xa2016.9.1', old(), overlaid(old()))).toBe('source');
  });

  it('the weaker of two', () => {
    expect([
      weaker('source', 'memory'),
      weaker('prototype', 'memory'),
      weaker('unsure', 'source'),
      weaker('unsure', 'unsure'),
    ]).toEqual(['memory', 'prototype', 'unsure', 'unsure']);
  });
});

describe('who would fall', () => {
  const now = (): CriteriaSet => one(water({ default: cell('>=', 90) }));
  const stricter = (): CriteriaSet => one(water({ default: cell('>=', 95) }), { id: 'bo-moi' });
  const units = (...rates: number[]): [string, Map<string, Reading>][] =>
    rates.map((rate) => [`xã ${rate}`, new Map([['nuoc', share(rate, 100)]])]);
  const outlook = (to: CriteriaSet, rates: number[]) =>
    whoWouldFall(compile(now(), 'NUI', 2020), compile(to, 'NUI', 2020), units(...rates)).map(
      (item) => `${item.unit} ${item.outlook}`,
    );

  it('is told where both sets surely count the same', () => {
    expect(outlook(stricter(), [96, 92, 80])).toEqual(['xã 96 keeps', 'xã 92 falls', 'xã 80 not-holding']);
  });

  it('is not told where the link is below source, or where the other set asks for more', () => {
    const remembered = one(
      water({ default: cell('>=', 95) }, { figures: { '': { code: 'nuoc', confidence: 'memory' } } }),
      { id: 'bo-moi' },
    );
    expect(outlook(remembered, [96, 92])).toEqual(['xã 96 unknown', 'xã 92 unknown']);
    const more = one(
      water(
        { default: allOf({ op: '>=', value: 90 }, { part: 'clean', op: '>=', value: 50 }) },
        {
          figures: {
            '': { code: 'nuoc', confidence: 'source' },
            clean: { code: 'nuoc/sach', confidence: 'source' },
          },
        },
      ),
      { id: 'bo-moi' },
    );
    const [first] = whoWouldFall(compile(now(), 'NUI', 2020), compile(more, 'NUI', 2020), units(96));
    expect(first).toMatchObject({
      outlook: 'unknown',
      open: ['1'],
      lost: [],
      unlinked: ['nuoc/sach'],
      indicators: [{ code: '1.1', verdict: 'unknown' }],
    });
  });

  it('names the criteria that would be lost', () => {
    const [first] = whoWouldFall(compile(now(), 'NUI', 2020), compile(stricter(), 'NUI', 2020), units(92));
    expect(first).toMatchObject({ lost: ['1'], open: [], unlinked: [] });
    expect([first?.now.counts.met, first?.then.counts.met]).toEqual([1, 0]);
  });

  it('another standard within one version, such as an overlay, is always comparable', () => {
    const national = shippedSet('vn-ntm-xa-2016-2020');
    const readings = named(national, { '9.1': plain(0), '9.2': share(76, 100) });
    const [result] = whoWouldFall(
      compile(national, 'TDMNPB', 2020),
      compile(overlaid(national), 'TDMNPB', 2020),
      [['xã', readings]],
    );
    expect(result?.unlinked).toEqual([]);
    expect(result?.then.counts.met).toBe(1);
  });

  it('from 2016-2020 to QĐ 318 nobody can be told: no wording of both is surer than memory', () => {
    const old = shippedSet('vn-ntm-xa-2016-2020');
    const next = shippedSet('vn-ntm-xa-2021-2025');
    const readings = named(old, { '9.1': plain(1), '9.2': share(1, 100) });
    const [result] = whoWouldFall(compile(old, 'TDMNPB', 2020), compile(next, 'TDMNPB', 2022), [
      ['xã', readings],
    ]);
    expect(result?.lost).toEqual([]);
    expect(result?.open).toHaveLength(19);
  });
});
