// Every cell of every shipped table against a list written from the facts collected of the decrees, not from the sets:
// a standard bent, invented or filled where it is not known shows here, whichever column or year it stands in.
import { readFileSync } from 'node:fs';
import { type CriteriaSet, cellsOf, type PlacedCell, standardText } from '@vungbuoc/criteria';
import { expect, it } from 'vitest';
import { setFolders, shippedSet } from './shipped-law.ts';

/** `vn-ntm-xa-2016-2020/1 17.1 TDMNPB >=90; clean>=50 memory`: set, indicator, year, column, standard, confidence. */
const listed = readFileSync(new URL('./standards.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');

function wordsOf({ cell }: PlacedCell): string {
  if (cell.kind === 'missing') return 'null';
  if (cell.kind === 'delegated') return `${cell.to} ${cell.confidence}`;
  return `${standardText(cell.of)} ${cell.confidence}`;
}

function linesOf(set: CriteriaSet): string[] {
  const indicators = set.criteria.flatMap((criterion) => criterion.indicators);
  return indicators.flatMap(({ code, rule }) =>
    cellsOf(rule).map((placed) =>
      [`${set.id}/${set.version}`, code, placed.year, placed.column, wordsOf(placed)]
        .filter((word) => word !== null)
        .join(' '),
    ),
  );
}

it.each(setFolders)('%s says what the decree is known to say in every cell, and nothing more', (folder) => {
  const set = shippedSet(folder);
  const own = listed.filter((line) => line.startsWith(`${set.id}/${set.version} `));
  expect(linesOf(set)).toEqual(own);
});

it('no line of the list is without its set, and nobody has signed a shipped standard', () => {
  const sets = setFolders.map(shippedSet);
  expect(sets.flatMap(linesOf)).toHaveLength(listed.length);
  const cells = sets.flatMap((set) => set.criteria.flatMap((criterion) => criterion.indicators));
  for (const { rule } of cells) {
    for (const { cell } of cellsOf(rule)) if (cell.kind === 'standard') expect(cell.signatures).toEqual([]);
  }
});
