// Why no test notices some changes of judge/: figures to status bytes.
import type { ReasonsByFile } from '../rule.ts';

export const JUDGE: ReasonsByFile = {
  'judge/column.ts': [
    {
      place: 'columnOf',
      was: "''",
      line: "[own = ''",
      because: 'Cannot be reached: a text split has always a first piece; the default is there for the type.',
    },
    {
      place: 'columnOf',
      was: ['special === undefined', 'taken === undefined'],
      becomes: 'false',
      because:
        'Makes no difference: a special rule that leads to no column is refused when a set is read, so rule and column are found together or not at all.',
    },
    {
      place: 'columnOf',
      becomes: 'special === undefined && taken === undefined',
      because:
        'Makes no difference: a special rule that leads to no column is refused when a set is read, so rule and column are found together or not at all.',
    },
  ],
  'judge/compare.ts': [
    {
      place: 'compareNumber',
      becomes: [
        'threshold / sign',
        'threshold * scale / sign',
        '1000 / sign',
        "(operand.kind === 'share' ? 100_000 : 1000) / sign",
      ],
      because: 'Makes no difference: the sign is 1 or -1, and to divide by it is to multiply.',
    },
    {
      place: 'exactJudge',
      becomes: ['left / turn', 'right / turn'],
      because: 'Makes no difference: the turn is 1 or -1, and to divide by it is to multiply.',
    },
  ],
  'judge/compile.ts': [
    {
      place: 'standardsYearOf',
      becomes: 'year >= to',
      because: 'Makes no difference: the last year of the period was answered a line before.',
    },
    {
      place: 'compileIndicator',
      was: 'standard !== null',
      becomes: 'true',
      because:
        'Cannot be reached: where nothing leaves it open there is a standard; the question is there for the type.',
    },
    {
      place: 'boundsOf',
      was: 'part === null',
      becomes: 'false',
      because:
        'Makes no difference: the parts of a condition have names, so that none is found for null; the question is there for the type.',
    },
    {
      place: 'findStandard',
      was: ["cell === 'no-column'", "'no-column'"],
      becomes: ['false', '""'],
      because:
        'Cannot be reached: a set is refused where a table lacks one of its columns, and a unit without a column is answered above.',
    },
    {
      place: 'findOperands',
      line: 'definition === undefined || figure === undefined',
      becomes: ['false', 'definition === undefined && figure === undefined'],
      because:
        'Cannot be reached: a set keeps the definition of every figure that it uses; the question is there for the type.',
    },
    {
      place: 'shownPart',
      was: 'only !== undefined',
      becomes: 'true',
      because: 'Cannot be reached: the only key of a map of one is there; the question is for the type.',
    },
  ],
  'judge/evaluate.ts': [
    {
      place: 'tableOfUnit',
      was: 'reading !== undefined',
      becomes: 'true',
      because: 'Makes no difference: a new table has no reading, and to put none in leaves it so.',
    },
    {
      place: ['judgeBlock', 'judgeRow'],
      becomes: 'i <= judged.length',
      because:
        'Makes no difference: behind the last indicator there is no judge, and the byte behind the last is not kept.',
    },
    {
      place: 'evaluateBatch',
      becomes: 'start <= rows.length',
      because: 'Makes no difference: a last block without rows judges nothing.',
    },
    {
      place: ['judgeBlock', 'judgeRow', 'judgeCriteriaAt'],
      becomes: ['false', 'judged[i].judge'],
      because: 'Cannot be reached: the loop ends with the list; the question is there for the type.',
    },
    {
      place: 'countVerdicts',
      was: '[0, 0, 0, 0]',
      because: 'Makes no difference: what was not counted is taken as 0 where it is read.',
    },
  ],
  'judge/figure-table.ts': [
    {
      place: 'FigureTable.exactAt',
      was: ['this.figures[figure]?.decimals', '[]'],
      because: 'Cannot be reached: the table has a definition and a place for each of its figures.',
    },
    {
      place: 'FigureTable.store',
      was: "'0'",
      because:
        'Cannot be reached: a missing total was answered a line before; the default is there for the type.',
    },
    {
      place: 'FigureTable.store',
      was: 'counted && reading.denominator === null',
      becomes: 'false',
      because:
        'Makes no difference: without a total it is then taken as a part of nothing, and a missing total, a total of nothing and what cannot be right are judged and told alike.',
    },
    {
      place: 'FigureTable.storeBare',
      was: 'micro > 100n * MICRO',
      becomes: 'micro >= 100n * MICRO',
      because:
        'Makes no difference: exactly 100 per cent, however it is written, stands in the column and does not come here.',
    },
    {
      place: 'FigureTable.storeBare',
      line: 'scaled >= 0',
      becomes: ['false', 'scaled > 0', '{}'],
      because: 'Only speeds up: a rate that is not kept in the column is kept exactly, and judged alike.',
    },
    {
      place: 'scaledInteger',
      line: 'c === 0x2e',
      becomes: ['false', '{}'],
      was: ['c === 0x2e && decimals < 0 && i > 0', '{ decimals = 0; continue; }'],
      because:
        'Only speeds up: a number with decimals that is not kept in the column is kept exactly, and judged alike.',
    },
    {
      place: 'scaledInteger',
      was: ['digit !== 0', 'digit > 9'],
      becomes: ['true', 'digit >= 9'],
      because: 'Only speeds up: a number that is not kept in the column is kept exactly, and judged alike.',
    },
    {
      place: 'scaledInteger',
      was: ['point < 0', 'text.length > LONGEST'],
      becomes: ['false', 'point <= 0', 'text.length >= LONGEST'],
      because: 'Only speeds up: a number that is not kept in the column is kept exactly, and judged alike.',
    },
    {
      place: 'scaledInteger',
      becomes: 'value >= COLUMN_LIMIT',
      because: 'Only speeds up: a number that is not kept in the column is kept exactly, and judged alike.',
    },
  ],
};
