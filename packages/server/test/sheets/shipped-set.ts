// The commune sets as they ship, for tests that need indicators and figures of a real decree.
import { readdirSync, readFileSync } from 'node:fs';
import { type CriteriaSet, parseFigures, parseSetFolder } from '@vungbuoc/criteria';

const root = new URL('../../../../criteria-sets/', import.meta.url);
export function readShippedSet(folder = 'vn-ntm-xa-2016-2020'): CriteriaSet {
  const text = (file: string) => readFileSync(new URL(file, root), 'utf8');
  const { figures } = parseFigures(text('figures.json'), 'figures.json');
  const files = readdirSync(new URL(`${folder}/criteria/`, root)).map((name) => `${folder}/criteria/${name}`);
  const parts = [`${folder}/set.json`, ...files.sort()].map((file) => ({ file, text: text(file) }));
  if (figures === null) throw new Error('the dictionary does not parse');
  const { set } = parseSetFolder(parts, figures);
  if (set === null) throw new Error('the set does not parse');
  return set;
}
