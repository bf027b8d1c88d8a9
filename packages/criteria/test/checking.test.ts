// What the check refuses and what it leaves unfinished, each with its file and place in words an official can act on.
import {
  canonicalJson,
  checkSet,
  parseFigures,
  parseSet,
  parseSetFolder,
  type SetParse,
  sayProblem,
} from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import {
  parseFolder,
  partsOf,
  refusedFigures,
  setFolders,
  figures as shippedFigures,
} from './shipped-law.ts';
import {
  allOf,
  anyOf,
  cell,
  criterion,
  dictionary,
  dictionaryDocument,
  goodSet,
  indicator,
  setDocument,
} from './small-set.ts';

type Doc = Record<string, unknown>;

const parse = (document: unknown): SetParse => parseSet(document, 'thu.json', dictionary);
const codesOf = (result: SetParse): string[] =>
  result.refused.map((problem) => `${problem.code} @ ${problem.path}`);
const openOf = (result: SetParse): string[] =>
  result.unfinished.map((problem) => `${problem.code} @ ${problem.path}`);

const water = (standards: Doc, more: Doc = {}): Doc => indicator('1.1', 'nuoc', 'percent', standards, more);
const one = (item: Doc, more: Doc = {}): Doc => setDocument([criterion('1', [item])], more);
const good = one(water({ default: cell('>=', 90) }));

function without(document: Doc, key: string): Doc {
  return Object.fromEntries(Object.entries(document).filter(([name]) => name !== key));
}

describe('a good set', () => {
  it('is taken without a word and frozen to the last node', () => {
    const result = parse(good);
    expect([result.refused, result.unfinished]).toEqual([[], []]);
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      expect(Object.isFrozen(value)).toBe(true);
      for (const child of Object.values(value)) walk(child);
    };
    walk(result.set);
  });

  it('reads the same from text, from a value, with a byte-order mark, and from a folder', () => {
    const { criteria, ...head } = good as { criteria: Doc[] };
    const text = JSON.stringify(good);
    const sets = [
      parse(good),
      parse(text),
      parse(`\uFEFF${text}`),
      parseSetFolder(
        [
          { file: 'set.json', text: JSON.stringify(head) },
          { file: 'criteria/01.json', text: JSON.stringify(criteria[0]) },
        ],
        dictionary,
      ),
    ];
    expect(new Set(sets.map((result) => canonicalJson(result.set))).size).toBe(1);
    expect(new Set(sets.map((result) => canonicalJson(result.document))).size).toBe(1);
  });
});

describe('refused', () => {
  it.each([
    'id',
    'version',
    'titleVi',
    'titleEn',
    'level',
    'recognitionVi',
    'unitLevel',
    'period',
    'effectiveFrom',
    'legalBasis',
    'dimension',
    'declaredCounts',
    'groups',
    'criteria',
    'format',
  ])('an absent %s', (key) => {
    const result = parse(without(good, key));
    expect(result.set).toBeNull();
    expect(
      result.refused.some((problem) => problem.code === 'set.key-absent' && problem.values.key === key),
    ).toBe(true);
  });

  it.each(['code', 'textVi', 'textEn', 'measure', 'figures', 'standards', 'confidence'])(
    'an indicator without %s',
    (key) => {
      const result = parse(one(without(water({ default: cell('>=', 90) }), key)));
      expect(
        result.refused.some((problem) => problem.code === 'set.key-absent' && problem.values.key === key),
      ).toBe(true);
    },
  );

  it.each(['code', 'nameVi', 'nameEn', 'declaredIndicators', 'confidence', 'indicators'])(
    'a criterion without %s',
    (key) => {
      const result = parse({
        ...good,
        criteria: [without(criterion('1', [water({ default: cell('>=', 90) })]), key)],
      });
      expect(
        result.refused.some((problem) => problem.code === 'set.key-absent' && problem.values.key === key),
      ).toBe(true);
    },
  );

  it.each([
    ['a misspelt key', { ...good, standars: {} }, 'set.key-unknown @ '],
    [
      'a misspelt key of a cell',
      one(water({ default: cell('>=', 90, { sorce: 'x' }) })),
      'set.key-unknown @ 1 > 1.1 > standards > default',
    ],
    ['another format', { ...good, format: 2 }, 'set.wrong-type @ '],
    ['an id that is no file name', { ...good, id: '../etc' }, 'set.id-letters @ '],
    ['a day that does not exist', { ...good, effectiveFrom: '2021-02-29' }, 'set.wrong-type @ '],
    [
      'a period that runs backwards',
      { ...good, period: { from: 2022, to: 2020 } },
      'set.period-backwards @ period',
    ],
    ['no decree', { ...good, legalBasis: [] }, 'set.no-decree @ '],
    ['a number for a name', { ...good, titleVi: 7 }, 'set.wrong-type @ '],
    ['an empty name', { ...good, titleVi: ' ' }, 'set.wrong-type @ '],
    ['a null name', { ...good, titleVi: null }, 'set.wrong-type @ '],
    ['a list for an object', { ...good, period: [] }, 'set.wrong-type @ period'],
    ['an object for a list', { ...good, groups: {} }, 'set.wrong-type @ '],
    [
      'an unknown confidence',
      one(water({ default: cell('>=', 90, { confidence: 'sure' }) })),
      'set.wrong-type @ 1 > 1.1 > standards > default',
    ],
    [
      'an unknown group',
      { ...good, criteria: [criterion('1', [water({ default: cell('>=', 90) })], { group: 'IX' })] },
      'set.group-unknown @ 1',
    ],
    [
      'a group without a criterion',
      { ...good, groups: [{ code: 'I', nameVi: 'a', nameEn: 'a' }] },
      'set.group-unreachable @ I',
    ],
    [
      'a group twice',
      {
        ...good,
        groups: [
          { code: 'I', nameVi: 'a', nameEn: 'a' },
          { code: 'I', nameVi: 'a', nameEn: 'a' },
        ],
      },
      'set.code-twice @ I',
    ],
    [
      'a figure that is not in the dictionary',
      one(indicator('1.1', 'khong-co', 'percent', { default: cell('>=', 90) })),
      'set.figure-unknown @ 1 > 1.1 > figures > ',
    ],
    [
      'a figure of another kind',
      one(indicator('1.1', 'cho', 'percent', { default: cell('>=', 90) })),
      'set.figure-kind @ 1 > 1.1 > figures > ',
    ],
    [
      'no figure',
      one(water({ default: cell('>=', 90) }, { figures: {} })),
      'set.key-absent @ 1 > 1.1 > figures',
    ],
    [
      'a part name with a space',
      one(water({ default: cell('>=', 90) }, { figures: { 'a b': { code: 'nuoc', confidence: 'source' } } })),
      'set.part-name @ 1 > 1.1 > figures > a b',
    ],
    ['no standard', one(water({})), 'set.key-absent @ 1 > 1.1 > standards'],
    [
      'a hole between regions',
      one(water({ by: { NUI: cell('>=', 90) } })),
      'set.column-absent @ 1 > 1.1 > BANG',
    ],
    [
      'a hole between regions of one year',
      one(water({ byYear: { 2021: { by: { NUI: cell('>=', 90) } } } })),
      'set.column-absent @ 1 > 1.1 > 2021 > BANG',
    ],
    [
      'a region that does not exist',
      one(water({ by: { NUI: cell('>=', 90), BANG: cell('>=', 90), BIEN: cell('>=', 90) } })),
      'set.column-unreachable @ 1 > 1.1 > standards > by > BIEN',
    ],
    [
      'regions in a set without any',
      one(water({ by: { NUI: cell('>=', 90) } }), { dimension: null }),
      'set.column-unreachable @ 1 > 1.1 > standards > by > NUI',
    ],
    [
      'a year outside the period',
      one(water({ byYear: { 2019: { default: cell('>=', 90) } } })),
      'set.year-unreachable @ 1 > 1.1 > standards > byYear > 2019',
    ],
    [
      'a year that is no year',
      one(water({ byYear: { nay: { default: cell('>=', 90) } } })),
      'set.year-unreachable @ 1 > 1.1 > standards > byYear > nay',
    ],
    ['no year at all', one(water({ byYear: {} })), 'set.key-absent @ 1 > 1.1 > standards > byYear'],
    [
      'four decimals in a standard',
      one(water({ default: cell('>=', 90.1234) })),
      'set.standard-decimals @ 1 > 1.1 > standards > default',
    ],
    [
      'a standard in words',
      one(water({ default: cell('>=', 'chín mươi') })),
      'set.standard-decimals @ 1 > 1.1 > standards > default',
    ],
    [
      'a standard over 100 per cent',
      one(water({ default: cell('>=', 100.001) })),
      'set.standard-range @ 1 > 1.1 > standards > default',
    ],
    [
      'a standard below zero',
      one(water({ default: cell('>=', -1) })),
      'set.standard-range @ 1 > 1.1 > standards > default',
    ],
    [
      'a cell without a value',
      one(water({ default: { op: '>=', confidence: 'source', source: 'x' } })),
      'set.key-absent @ 1 > 1.1 > standards > default',
    ],
    [
      'yes/no compared as a number',
      one(water({ default: cell('=', true) })),
      'set.operator-measure @ 1 > 1.1 > standards > default',
    ],
    [
      'a number compared as yes/no',
      one(indicator('1.1', 'cho', 'boolean', { default: cell('>=', 1) })),
      'set.operator-measure @ 1 > 1.1 > standards > default',
    ],
    [
      'a yes/no without yes or no',
      one(indicator('1.1', 'cho', 'boolean', { default: cell('=', 'có') })),
      'set.wrong-type @ 1 > 1.1 > standards > default',
    ],
    [
      'a fact that contradicts its measure',
      one(indicator('1.1', 'cho', 'boolean', { default: cell('=', false) })),
      'set.expected-contradiction @ 1 > 1.1 > standards > default',
    ],
    [
      'a cell left to the province by a measure that is not',
      one(water({ default: { delegatedTo: 'province', textVi: 'a', textEn: 'a', confidence: 'source' } })),
      'set.delegated-measure @ 1 > 1.1 > standards > default',
    ],
    [
      'men and women apart for a yes/no',
      one(
        indicator(
          '1.1',
          'cho',
          'boolean',
          { default: cell('=', true) },
          { measure: { type: 'boolean', bySex: true } },
        ),
      ),
      'set.by-sex-measure @ 1 > 1.1 > measure',
    ],
    [
      'conditions nobody can meet',
      one(water({ default: allOf({ op: '>=', value: 90 }, { op: '<=', value: 80 }) })),
      'set.conditions-contradict @ 1 > 1.1',
    ],
    [
      'a condition that never matters',
      one(water({ default: allOf({ op: '>=', value: 90 }, { op: '>=', value: 80 }) })),
      'set.condition-unreachable @ 1 > 1.1',
    ],
    [
      'an alternative that never matters',
      one(water({ default: anyOf({ op: '>=', value: 90 }, { op: '>=', value: 80 }) })),
      'set.condition-unreachable @ 1 > 1.1',
    ],
    [
      'a contradiction deep inside',
      one(
        water({
          default: anyOf(
            { op: '>=', value: 90 },
            {
              all: [
                { op: '<=', value: 10 },
                { op: '>=', value: 20 },
              ],
            },
          ),
        }),
      ),
      'set.conditions-contradict @ 1 > 1.1',
    ],
    [
      'no condition at all',
      one(water({ default: allOf() })),
      'set.wrong-type @ 1 > 1.1 > standards > default',
    ],
    [
      'a part without a figure',
      one(water({ default: cell('>=', 90, { part: 'clean' }) })),
      'set.part-without-figure @ 1 > 1.1',
    ],
    [
      'a figure that no standard uses',
      one(
        water(
          { default: cell('>=', 90) },
          {
            figures: {
              '': { code: 'nuoc', confidence: 'source' },
              clean: { code: 'nuoc/sach', confidence: 'source' },
            },
          },
        ),
      ),
      'set.part-unreachable @ 1 > 1.1',
    ],
    [
      'one person signing twice',
      one(
        water({
          default: cell('>=', 90, {
            signatures: [
              { by: 'Lan', on: '2026-01-01' },
              { by: 'Lan', on: '2026-01-02' },
            ],
          }),
        }),
      ),
      'set.signed-twice @ 1 > 1.1 > standards > default',
    ],
    [
      'a code used twice',
      setDocument([criterion('1', [water({ default: cell('>=', 90) }), water({ default: cell('>=', 90) })])]),
      'set.code-twice @ 1.1',
    ],
    ['a criterion twice', setDocument([criterion('1', []), criterion('1', [])]), 'set.code-twice @ 1'],
    [
      'more criteria than declared',
      {
        ...good,
        declaredCounts: { criteria: 1, indicators: 1 },
        criteria: [criterion('1', [water({ default: cell('>=', 90) })]), criterion('2', [])],
      },
      'set.too-many-criteria @ ',
    ],
    [
      'more indicators than declared',
      {
        ...good,
        declaredCounts: { criteria: 1, indicators: 0 },
        criteria: [criterion('1', [water({ default: cell('>=', 90) })], { declaredIndicators: 0 })],
      },
      'set.too-many-indicators @ 1',
    ],
    [
      'counts that do not add up',
      { ...good, declaredCounts: { criteria: 1, indicators: 2 } },
      'set.counts-contradict @ ',
    ],
    [
      'points without points',
      one(water({ default: cell('>=', 90) }), { scoring: { type: 'points', passMark: 1 } }),
      'set.points-absent @ 1.1',
    ],
    [
      'a pass mark out of reach',
      one(water({ default: cell('>=', 90) }, { points: 5 }), { scoring: { type: 'points', passMark: 6 } }),
      'set.pass-mark-unreachable @ ',
    ],
    [
      'a special rule that leads nowhere',
      {
        ...good,
        specialRules: [
          { code: 'a', takes: 'BIEN', textVi: 'a', textEn: 'a', confidence: 'source', source: null },
        ],
      },
      'set.column-unreachable @ a',
    ],
    [
      'a hole in a further condition of the level',
      { ...good, conditions: [water({ by: { NUI: cell('>=', 1) } }, { code: 'DK.1' })] },
      'set.column-absent @ DK.1 > BANG',
    ],
  ])('%s', (_name, document, problem) => {
    const result = parse(document);
    expect(result.set).toBeNull();
    expect(codesOf(result)).toContain(problem);
  });

  it('names the file of the criterion in a folder, and says it in both languages', () => {
    const { criteria, ...head } = one(water({ by: { NUI: cell('>=', 90) } })) as { criteria: Doc[] };
    const { refused } = parseSetFolder(
      [
        { file: 'bo/set.json', text: head },
        { file: 'bo/criteria/01.json', text: criteria[0] },
      ],
      dictionary,
    );
    expect(refused).toMatchObject([
      {
        file: 'bo/criteria/01.json',
        path: '1 > 1.1 > BANG',
        vi: 'Thiếu mức yêu cầu cho Đồng bằng. Nếu chưa biết thì ghi null.',
        en: 'The standard for Đồng bằng is missing. Where it is not known, write null.',
      },
    ]);
    expect(refused.map((problem) => sayProblem(problem, 'vi'))).toEqual(refused.map((problem) => problem.vi));
  });

  it('tells all faults at once', () => {
    const result = parse({ ...without(good, 'id'), version: 'one', titleVi: 3 });
    expect(codesOf(result)).toHaveLength(3);
  });

  it('accepts what only looks alike: conditions on different parts, an exact range, three decimals', () => {
    const range = one(water({ default: allOf({ op: '>=', value: 80 }, { op: '<=', value: 80 }) }));
    expect(codesOf(parse(range))).toEqual([]);
    expect(codesOf(parse(one(water({ default: cell('>=', 90.125) }))))).toEqual([]);
    expect(
      codesOf(parse(one(water({ default: anyOf({ op: '>=', value: 90 }, { op: '<=', value: 10 }) })))),
    ).toEqual([]);
  });
});

describe('unfinished', () => {
  it.each([
    ['a null standard', one(water({ default: null })), ['set.standard-null @ 1 > 1.1']],
    [
      'a null standard of one region',
      one(water({ by: { NUI: null, BANG: cell('>=', 1) } })),
      ['set.standard-null @ 1 > 1.1 > NUI'],
    ],
    [
      'a standard without a source',
      one(water({ default: cell('>=', 90, { source: null }) })),
      ['set.standard-without-source @ 1 > 1.1'],
    ],
    [
      'an unsure standard',
      one(water({ default: cell('>=', 90, { confidence: 'unsure' }) })),
      ['set.standard-unsure @ 1 > 1.1'],
    ],
    [
      'a year without a standard',
      one(water({ byYear: { 2020: { default: cell('>=', 90) }, 2022: { default: cell('>=', 90) } } })),
      ['set.year-without-standard @ 1 > 1.1'],
    ],
    [
      'a declared criterion not listed',
      { ...good, declaredCounts: { criteria: 2, indicators: 3 } },
      ['set.criterion-absent @ '],
    ],
    [
      'indicators whose number is not known',
      {
        ...good,
        criteria: [criterion('1', [water({ default: cell('>=', 90) })], { declaredIndicators: null })],
      },
      ['set.indicators-not-listed @ 1'],
    ],
  ])('%s still loads and is listed', (_name, document, problems) => {
    const result = parse(document);
    expect(codesOf(result)).toEqual([]);
    expect(openOf(result)).toEqual(problems);
    expect(result.set).not.toBeNull();
  });

  it('names the indicator that is declared but absent', () => {
    const items = [
      water({ default: cell('>=', 90) }),
      indicator('1.3', 'cho', 'boolean', { default: cell('=', true) }),
    ];
    const result = parse(setDocument([criterion('1', items, { declaredIndicators: 3 })]));
    expect(result.unfinished.map((problem) => problem.vi)).toEqual([
      'Tiêu chí 1 có 3 chỉ tiêu, mới nhập 2. Còn thiếu: 1.2. Tiêu chí này chưa xác định.',
    ]);
  });

  it('a remembered standard, a delegated one and a signed one are finished', () => {
    const signatures = [
      { by: 'Lan', on: '2026-01-01' },
      { by: 'Minh', on: '2026-01-02' },
    ];
    for (const more of [{ confidence: 'memory' }, { confidence: 'unsure', signatures }]) {
      expect(openOf(parse(one(water({ default: cell('>=', 90, more) }))))).toEqual([]);
    }
  });

  it('the general column beside regional ones may stay unknown', () => {
    const set = parse(one(water({ default: null, by: { NUI: cell('>=', 90), BANG: cell('>=', 90) } })));
    expect([codesOf(set), openOf(set)]).toEqual([[], []]);
  });
});

describe('hostile files', () => {
  it.each([
    ['nothing', '', 'set.empty'],
    ['blanks', ' \n ', 'set.empty'],
    ['half a file', '{"format": 1,', 'set.not-json'],
    ['50 MB of opening brackets', '['.repeat(50_000_000), 'set.too-large'],
    ['3 MB of opening brackets', '['.repeat(3_000_000), 'set.too-deep'],
    ['balanced nesting', `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`, 'set.too-deep'],
    ['a key twice', '{"format": 1, "id": "a", "period": {"from": 1, "from": 2}}', 'set.key-twice'],
    ['a list', '[]', 'set.wrong-type'],
    ['a word', '"bo"', 'set.wrong-type'],
    ['a number', '7', 'set.wrong-type'],
    ['null', 'null', 'set.wrong-type'],
  ])('%s is a clear problem', (_name, text, code) => {
    const result = parse(text);
    expect(result.set).toBeNull();
    expect(result.refused[0]?.code).toBe(code);
    expect(result.refused[0]?.vi).not.toMatch(/\{\w+\}/);
  });

  it('brackets inside texts are only texts', () => {
    const text = JSON.stringify({ ...good, titleVi: `${'['.repeat(100)}"\\` });
    expect(codesOf(parse(text))).toEqual([]);
  });

  it('a value that contains itself', () => {
    const loop: Doc = { ...good };
    loop.criteria = [loop];
    expect(parse(loop).refused[0]?.code).toBe('set.too-deep');
  });

  it.each([undefined, Symbol('x'), () => 1, 10n, new Map(), Number.NaN])(
    'a value of a strange kind: %s',
    (value) => {
      expect(parse(value).set).toBeNull();
      expect(parse({ ...good, titleVi: value }).set).toBeNull();
    },
  );

  it('keys that reach for prototypes', () => {
    const text = JSON.stringify(good).replace(
      '"format":1',
      '"format":1,"__proto__":{"titleVi":"x"},"constructor":{}',
    );
    expect(codesOf(parse(text))).toEqual(['set.key-unknown @ ', 'set.key-unknown @ ']);
    expect(Object.hasOwn(Object.prototype, 'titleVi')).toBe(false);
    const columns = JSON.stringify(one(water({ by: { NUI: cell('>=', 90), BANG: cell('>=', 90) } }))).replace(
      '"NUI":',
      '"__proto__":null,"NUI":',
    );
    expect(codesOf(parse(columns))).toEqual([
      'set.column-unreachable @ 1 > 1.1 > standards > by > __proto__',
    ]);
  });

  it('every other value in every place is refused or read, never a crash', () => {
    const bad: unknown[] = [null, 0, -1, '', 'x', true, [], {}, [[]], { a: 1 }];
    const visit = (value: unknown, put: (bent: unknown) => void): void => {
      for (const item of bad) put(item);
      if (typeof value !== 'object' || value === null) return;
      for (const key of Object.keys(value)) {
        const child = (value as Doc)[key];
        visit(child, (bent) =>
          put(Array.isArray(value) ? value.with(Number(key), bent) : { ...value, [key]: bent }),
        );
      }
    };
    let tried = 0;
    visit(good, (bent) => {
      tried++;
      const result = parse(bent);
      expect(result.set === null).toBe(result.refused.length > 0);
    });
    expect(tried).toBeGreaterThan(500);
  });

  it('absurd periods do not make the check count centuries', () => {
    expect(parse({ ...good, period: { from: -1e9, to: 1e9 } }).set).toBeNull();
  });
});

describe('the dictionary of figures', () => {
  const bend = (more: Doc): string[] => {
    const figures = [
      { ...(dictionaryDocument.figures as Doc[])[1], ...more },
      (dictionaryDocument.figures as Doc[])[0],
    ];
    return parseFigures({ format: 1, figures }, 'figures.json').refused.map((problem) => problem.code);
  };

  it.each([
    ['a good one', {}, []],
    ['a total that is not there', { total: 'mat-tich' }, ['set.figure-unknown']],
    ['a total that is itself a share', { total: 'nuoc' }, ['figures.total-kind']],
    ['a code twice', { code: 'ho' }, ['set.code-twice']],
    ['a code with a space', { code: 'số hộ' }, ['set.id-letters']],
    ['an unknown kind', { kind: 'percent' }, ['set.wrong-type']],
    ['too many decimals', { decimals: 7 }, ['set.wrong-type']],
  ])('%s', (_name, more, codes) => {
    expect(bend(more)).toEqual(codes);
  });

  it('is empty when refused', () => {
    expect(parseFigures('{', 'figures.json').figures.size).toBe(0);
    expect(parseFigures({ format: 1, figures: [{}] }, 'figures.json').figures.size).toBe(0);
  });
});

describe('what ships', () => {
  it('has a sound dictionary', () => {
    expect(refusedFigures).toEqual([]);
    expect(shippedFigures.size).toBeGreaterThan(180);
  });

  it.each([
    ['vn-ntm-xa-2016-2020', 19, 49],
    ['vn-ntm-xa-2021-2025', 19, 57],
    ['vn-ntm-xa-2021-2025.v2', 19, 57],
    ['vn-ntm-xa-nang-cao-2021-2025', 19, 75],
    ['vn-ntm-xa-nang-cao-2021-2025.v2', 19, 75],
    ['vn-ntm-xa-2026-2030', 10, 0],
  ])('%s has %i criteria and %i indicators', (folder, criteria, indicators) => {
    const { set, refused } = parseFolder(folder);
    expect(refused).toEqual([]);
    expect(set?.criteria).toHaveLength(criteria);
    expect(set?.criteria.flatMap((item) => item.indicators)).toHaveLength(indicators);
  });

  it('has no prototype standard and no cell without its source', () => {
    for (const folder of setFolders) {
      const text = partsOf(folder)
        .map((part) => part.text)
        .join('\n');
      expect(text).not.toContain('"confidence": "prototype"');
      expect(parseFolder(folder).unfinished.map((problem) => problem.code)).not.toContain(
        'set.standard-without-source',
      );
    }
  });

  it('of 2016-2020 leaves open only the years without an income and what is not sure', () => {
    const { unfinished } = parseFolder('vn-ntm-xa-2016-2020');
    expect(unfinished.map((problem) => `${problem.code} ${problem.path}`)).toEqual([
      'set.year-without-standard 10 > 10.1',
      'set.year-without-standard 10 > 10.1',
      'set.year-without-standard 10 > 10.1',
      'set.year-without-standard 10 > 10.1',
      'set.standard-unsure 17 > 17.4',
      'set.standard-null DK.1',
      'set.standard-null DK.2',
      'set.standard-null DK.3',
    ]);
  });

  it('of 2026-2030 says of every criterion that its indicators are not known', () => {
    const { unfinished } = parseFolder('vn-ntm-xa-2026-2030');
    expect(unfinished.filter((problem) => problem.code === 'set.indicators-not-listed')).toHaveLength(10);
  });

  it('from 2024-03-01 decides nothing of QĐ 318', () => {
    const { set } = parseFolder('vn-ntm-xa-2021-2025.v2');
    const checked = set === null ? null : checkSet(set);
    const cells = checked?.unfinished.filter((problem) => problem.code === 'set.standard-unsure') ?? [];
    expect(cells.length).toBeGreaterThan(50);
  });
});

it('a set made of another set by hand keeps what it says of itself', () => {
  expect(goodSet(good).legalBasis[0]?.number).toBe('1/QĐ-TTg');
});
