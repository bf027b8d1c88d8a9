// A mapping is kept for the next sheet of the same shape; what was said of single cells and lines is not.
import {
  answerQuestions,
  applyMapping,
  type IntakeContext,
  Mapping,
  proposeMapping,
} from '@vungbuoc/programme/intake';
import { describe, expect, it } from 'vitest';
import { contextOf, draw } from './drawn.ts';

const head = (year: number) => `TT|Xã|1|2|3|4|5|Số TC đạt năm ${year}`;
const sheet = (year: number, lines: readonly string[]) =>
  draw([`Kết quả năm ${year}`, head(year), ...lines], { sheet: `Năm ${year}` });
const context2020 = contextOf();
const context2021: IntakeContext = contextOf(undefined, { year: 2021 });

function mappingOf(answers: Readonly<Record<string, string>>): Mapping {
  const grids = [
    sheet(2020, [
      '1|Mường Mô|x|x|x|o|x|4',
      '2|Lê Lợi|x|o|o|o|x|2',
      '3|Pú Đáo|o|o|x|x|x|3',
      '4|Hua Bum|x|x|x|x|x|4',
    ]),
  ];
  const { mapping } = proposeMapping(grids, context2020);
  if (mapping === null) throw new Error('no table was found');
  return Mapping.parse(JSON.parse(JSON.stringify(answerQuestions(mapping, answers))));
}

describe('a mapping that was kept', () => {
  const kept = mappingOf({
    'mark:x': 'met',
    'mark:o': 'notMet',
    'unit:Pú Đáo': '03484',
    'totals:H': 'marks',
  });

  it('maps next year’s sheet of that shape without asking again', () => {
    const next = [sheet(2021, ['1|Pú Đáo|x|x|x|x|x|5', '2|Mường Mô|x|x|x|o|x|4'])];
    const { questions, mapping } = proposeMapping(next, context2021, kept);
    expect(questions).toEqual([]);
    expect(mapping?.decisions['mark:x']?.by).toBe('person');
    const { results } = applyMapping(next, kept, context2021);
    expect(results.filter(({ unitCode }) => unitCode === '03484').map(({ verdict }) => verdict)).toEqual([
      ...new Array(5).fill('met'),
      null,
    ]);
  });

  it('still asks about new marks, new names and totals that differ', () => {
    const next = [sheet(2021, ['1|Pú Đáo|x|x|x|x|x|5', '2|Lê Lơi|x|x|x|o|-|3', '3|Mường Mô|x|x|x|o|x|5'])];
    const { questions } = proposeMapping(next, context2021, kept);
    expect(questions.map(({ id }) => id).sort()).toEqual(['mark:-', 'totals:H', 'unit:Lê Lơi']);
  });

  it('is refused by a sheet whose headings changed', () => {
    const other = [
      draw(['Kết quả năm 2021', 'TT|Xã|5|4|3|2|1|Số TC đạt năm 2021', '1|Mường Mô|x|x|x|o|x|4']),
    ];
    expect(applyMapping(other, kept, context2021)).toMatchObject({
      results: [],
      faults: [{ code: 'intake.other-shape' }],
    });
  });

  it('says when an answer in the file is none of the possible ones', () => {
    const wrong = answerQuestions(kept, { 'mark:x': 'perhaps' });
    const grids = [sheet(2021, ['1|Mường Mô|x|x|x|o|x|4'])];
    const { faults, questions } = proposeMapping(grids, context2021, wrong);
    expect(faults).toMatchObject([{ code: 'intake.answer-unknown' }]);
    expect(questions.map(({ id }) => id)).toEqual(['mark:x']);
  });

  it.each([
    ['mark:x', 'person'],
    ['mark:x', 'remembered'],
    ['mark:x', 'sheet'],
    ['mark:?', 'person'],
    ['mark:?', 'totals'],
    ['noTick', 'remembered'],
  ] as const)('takes no result that is none, for %s by %s', (id, by) => {
    const decisions = { ...kept.decisions, [id]: { value: 'banana', by } };
    const grids = [sheet(2021, ['1|Mường Mô|x|?|x|o|x|4', '2|Lê Lợi|x|o||o|x|2'])];
    const { results } = applyMapping(grids, { ...kept, decisions }, context2021);
    const said = new Set(results.map(({ verdict }) => verdict));
    const known: unknown[] = ['met', 'notMet', 'coBanDat', 'notApplicable', 'unknown', null];
    expect([...said].filter((verdict) => !known.includes(verdict))).toEqual([]);
  });

  it('lets a person stand over what the sheet says', () => {
    const grids = [sheet(2021, ['1|Mường Mô|x|x|x|o|x|4', '2|Lê Lợi|x|o|o|o|x|2'])];
    const corrected = answerQuestions(kept, { 'column:C': 'ignore', 'totals:H': 'marks' });
    const { results } = applyMapping(grids, corrected, context2021);
    expect(results.some(({ criterion }) => criterion === '1')).toBe(false);
    expect(results.filter(({ criterion }) => criterion === '2')).toHaveLength(2);
  });
});
