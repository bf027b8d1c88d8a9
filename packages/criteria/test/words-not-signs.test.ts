// What people read says standards in words; the signs (`>=90; clean>=50`, `=true`) are for programs alone.
import {
  applyOverlay,
  type CriteriaSet,
  compile,
  diffSets,
  dimensionsOf,
  type EngineText,
  engineText,
  explain,
  type Lang,
  type Reading,
} from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { overlaid, plain, setFolders, share, shippedSet } from './shipped-law.ts';
import { PARTS } from './small-laws.ts';
import { baseWith, overlayDocument, read } from './small-overlays.ts';
import { allOf, anyOf, cell } from './small-set.ts';

const SIGNS = /[<>]=?|=(true|false)|\b(male|female)\b/;

const laws: [string, () => CriteriaSet][] = [
  ...setFolders.map((name): [string, () => CriteriaSet] => [name, () => shippedSet(name)]),
  ['2016-2020 with its overlay', () => overlaid(shippedSet('vn-ntm-xa-2016-2020'))],
];

/** Readings of every figure: none at all, then two that differ. */
function readingsOf(set: CriteriaSet, turn: number): Map<string, Reading> {
  const given = Object.values(set.figures).map((figure): [string, Reading] | null => {
    if (turn === 0) return null;
    const counted = figure.kind === 'share' || figure.kind === 'ratio';
    return [
      figure.code,
      counted ? share(turn * 40, 100) : plain(figure.kind === 'number' ? turn * 20 : turn % 2),
    ];
  });
  return new Map(given.filter((pair) => pair !== null));
}

describe.each(['vi', 'en'] as const)('explanations in %s', (lang) => {
  it.each(laws)('carry no sign of the program: %s', (_name, law) => {
    const set = law();
    const years = [set.period.from, set.period.to];
    for (const column of [null, ...dimensionsOf(set)]) {
      for (const year of years) {
        for (const turn of [0, 1, 2]) {
          const { criteria, conditions } = explain(compile(set, column, year), readingsOf(set, turn), lang);
          const items = [...criteria.flatMap((item) => item.indicators), ...conditions];
          expect(items.map((item) => item.reason).filter((reason) => SIGNS.test(reason))).toEqual([]);
        }
      }
    }
  });
});

function reasonOf(lang: Lang | EngineText, code: string): string | undefined {
  const set = shippedSet('vn-ntm-xa-2021-2025.v2');
  const { criteria } = explain(compile(set, dimensionsOf(set)[0] ?? null, 2024), new Map(), lang);
  return criteria.flatMap((item) => item.indicators).find((item) => item.code === code)?.reason;
}

describe('an unsure standard is said as an officer says it', () => {
  it('for men and women apart', () => {
    expect(reasonOf('vi', '12.1')).toMatch(
      /^Chưa xác định: mức yêu cầu \(nam từ \d+% trở lên, nữ từ \d+% trở lên\) chưa chắc chắn nên không dùng để kết luận/,
    );
    expect(reasonOf('en', '12.1')).toMatch(
      /^Not determined: the standard \(men at least \d+%, women at least \d+%\) is not certain and does not decide/,
    );
  });

  it('in the words of another catalogue too', () => {
    const other = { ...engineText.vi, 'standard.atLeast': '[{value}{unit}]' };
    expect(reasonOf(other, '12.1')).toMatch(/\(nam \[\d+%\], nữ \[\d+%\]\)/);
  });
});

describe('a weaker overlay shows both standards in words', () => {
  const clean = (op: string, value: number) => ({ part: 'clean', op, value });
  const main = { op: '>=', value: 90 };

  it.each([
    ['two conditions', allOf(main, clean('>=', 50)), 'từ 90% trở lên, nước sạch từ 50% trở lên'],
    ['an alternative', anyOf(main, clean('<=', 50)), 'từ 90% trở lên hoặc nước sạch không quá 50%'],
    [
      'an alternative beside a condition',
      allOf({ any: [{ op: '>=', value: '12.5' }, clean('>=', 50)] }, clean('<=', 99)),
      '(từ 12,5% trở lên hoặc nước sạch từ 50% trở lên), nước sạch không quá 99%',
    ],
  ])('%s', (_name, national, words) => {
    const base = baseWith({ default: national }, { figures: PARTS });
    const overlay = read(base, overlayDocument({ default: cell('>=', 5) }));
    const [problem] = applyOverlay(base, overlay).refused;
    expect(problem?.vi).toBe(
      `Mức của tỉnh thấp hơn mức trung ương. Trung ương: ${words}. Tỉnh: từ 5% trở lên.`,
    );
    expect(problem?.values.provincial).toBe('>=5');
    expect(`${problem?.vi} ${problem?.en}`).not.toMatch(SIGNS);
  });
});

it('differences between shipped sets are told in words', () => {
  for (const [, before] of laws) {
    for (const [, after] of laws) {
      const standards = diffSets(before(), after()).filter(({ code }) => code.startsWith('diff.standard-'));
      expect(standards.filter(({ vi, en }) => SIGNS.test(`${vi} ${en}`))).toEqual([]);
    }
  }
});
