// The canonical explanations of an engine number never change: a change of meaning raises ENGINE and adds a folder.
// To write the files of a new number: VB_WRITE_GOLDEN=1 vitest run packages/criteria/test/golden.test.ts, then read them.
// Files of older numbers run too, through that engine's own path; their rows are only ever added to.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import {
  type CriteriaSet,
  canonicalJson,
  compile,
  dimensionsOf,
  ENGINE,
  ENGINES,
  type EngineNumber,
  type FigureDef,
  type Reading,
  trace,
} from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { overlaid, setFolders, shippedSet } from './shipped-law.ts';

/** Made-up readings that differ from figure to figure and stay the same for ever. */
function readingsOf(set: CriteriaSet, turn: number): Map<string, Reading> {
  const readings = new Map<string, Reading>();
  Object.values(set.figures).forEach((figure, index) => {
    const reading = madeUp(figure, (index * 7 + turn * 3) % 10);
    if (reading !== null) readings.set(figure.code, reading);
  });
  return readings;
}

function madeUp(figure: FigureDef, draw: number): Reading | null {
  if (draw === 0) return null;
  if (draw === 1) return { numerator: null, denominator: null, applicable: false, note: 'không có' };
  if (figure.kind === 'number') return { numerator: `${draw * 8}.5`, denominator: null, applicable: true };
  if (figure.kind !== 'share' && figure.kind !== 'ratio')
    return { numerator: draw > 3 ? '1' : '0', denominator: null, applicable: true };
  if (draw === 2) return { numerator: '87.5', denominator: null, applicable: true, bare: true };
  if (draw === 3) return { numerator: '12', denominator: null, applicable: true };
  return { numerator: String(draw * 131 - 177), denominator: '1003', applicable: true };
}

/** Every column, each special rule and none: the first rows are those that the oldest files had. */
function dimensionsToTell(set: CriteriaSet): (string | null)[] {
  const columns = dimensionsOf(set);
  return [...columns.slice(0, 3), null, ...columns.slice(3)];
}

function linesOf(set: CriteriaSet, engine: EngineNumber): string {
  const years = [
    set.period.to,
    (set.period.extended?.to ?? set.period.to) + (set.period.extended === null ? 1 : 0),
  ];
  const lines = dimensionsToTell(set).flatMap((dimension, turn) =>
    years.map((year) => canonicalJson(trace(compile(set, dimension, year, engine), readingsOf(set, turn)))),
  );
  return `${lines.join('\n')}\n`;
}

const sets: [string, () => CriteriaSet][] = setFolders.map((name) => [name, () => shippedSet(name)]);
sets.push(['minh-hoa-lai-chau-2016-2020', () => overlaid(shippedSet('vn-ntm-xa-2016-2020'))]);

const root = new URL('./golden/', import.meta.url);

describe.each(ENGINES)('engine %i', (engine) => {
  const folder = new URL(`engine-${engine}/`, root);

  it.each(sets)('explains %s as it always did', (name, set) => {
    const file = new URL(`${name}.jsonl`, folder);
    if (process.env.VB_WRITE_GOLDEN === '1' && !existsSync(file)) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, linesOf(set(), engine));
    }
    expect(linesOf(set(), engine)).toBe(readFileSync(file, 'utf8'));
  });

  it.each(sets)('tells every column and special rule of %s', (name, set) => {
    const rows = readFileSync(new URL(`${name}.jsonl`, folder), 'utf8')
      .trim()
      .split('\n');
    // The canonical explanation always holds these two keys.
    const told = rows.map((row) => JSON.parse(row) as { dimension: string | null; engine: number });
    expect(new Set(told.map((row) => row.dimension))).toEqual(new Set([null, ...dimensionsOf(set())]));
    expect(new Set(told.map((row) => row.engine))).toEqual(new Set([engine]));
  });

  it('has a file for every set and no other', () => {
    expect(readdirSync(folder).sort()).toEqual(sets.map(([name]) => `${name}.jsonl`).sort());
  });
});

it('every engine that is said to be supported has its folder, and no other is there', () => {
  expect(readdirSync(root).sort()).toEqual(ENGINES.map((engine) => `engine-${engine}`).sort());
  expect(ENGINES.at(-1)).toBe(ENGINE);
});
