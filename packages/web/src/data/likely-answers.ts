// Of a long list of answers, the few that stand as buttons before it.
import type { Question } from '@vungbuoc/programme/intake';

const LIKELY_AT_MOST = 3;

/** What is not one of many of a kind: a total, a line or column to be left out. */
const GENERAL = new Set(['total', 'totalNotMet', 'ignore', 'skip']);

/** The proposed answer first, then the first few of the list, which begins with the likeliest, then the general ones. */
export function likelyAnswers({ candidates, proposed }: Question): Question['candidates'] {
  const specific = candidates.filter(({ value }) => !GENERAL.has(value));
  const first = candidates.filter(({ value }) => value === proposed);
  const next = specific.filter(({ value }) => value !== proposed).slice(0, LIKELY_AT_MOST - first.length);
  const general = candidates.filter(({ value }) => GENERAL.has(value) && value !== proposed);
  return [...first, ...next, ...general];
}
