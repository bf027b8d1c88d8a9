// A question with many answers begins with the likely ones, so that nobody searches a list of nineteen.
import type { Question } from '@vungbuoc/programme/intake';
import { expect, test } from 'vitest';
import { likelyAnswers } from '../src/data/likely-answers.ts';

const criteria = Array.from({ length: 19 }, (_, at) => `criterion:${at + 1}`);
const answers = (values: readonly string[]) => values.map((value) => ({ value, vi: value, en: value }));

function question(proposed: string | null): Question {
  return {
    id: 'column:I',
    kind: 'column',
    sheet: 'Biểu 1',
    vi: '',
    en: '',
    candidates: answers([...criteria, 'total', 'totalNotMet', 'ignore']),
    proposed,
    anyUnit: false,
    cells: [],
    cellCount: 0,
  };
}

const likely = (proposed: string | null) => likelyAnswers(question(proposed)).map(({ value }) => value);

test('the proposed answer is first, then the first of the list, then what is no criterion', () => {
  expect(likely('criterion:7')).toEqual([
    ...['criterion:7', 'criterion:1', 'criterion:2'],
    ...['total', 'totalNotMet', 'ignore'],
  ]);
});

test('an answer is offered once, and without a proposal nothing is put first', () => {
  expect(likely('ignore')).toEqual(['ignore', 'criterion:1', 'criterion:2', 'total', 'totalNotMet']);
  expect(likely(null)).toEqual([
    ...['criterion:1', 'criterion:2', 'criterion:3'],
    ...['total', 'totalNotMet', 'ignore'],
  ]);
});
