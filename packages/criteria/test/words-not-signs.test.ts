// What people read says standards in words; the signs (`>=90; clean>=50`, `=true`) are for programs alone. A sweep over all
// that ships; what the words are stands in standards-in-words.
import { type CriteriaSet, compile, diffSets, dimensionsOf, explain, type Reading } from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { overlaid, plain, setFolders, share, shippedSet } from './shipped-law.ts';

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

it('differences between shipped sets are told in words', () => {
  for (const [, before] of laws) {
    for (const [, after] of laws) {
      const standards = diffSets(before(), after()).filter(({ code }) => code.startsWith('diff.standard-'));
      expect(standards.filter(({ vi, en }) => SIGNS.test(`${vi} ${en}`))).toEqual([]);
    }
  }
});
