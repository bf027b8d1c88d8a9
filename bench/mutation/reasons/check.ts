// Why no test notices some changes of check/: faults of a set that reads well.
import type { ReasonsByFile } from '../rule.ts';

const ANY_ORDER =
  'Only speeds up: all wishes must be fulfilled, so that the answer is the same in whatever order they are taken.';

export const CHECK: ReasonsByFile = {
  'check/condition.ts': [
    {
      place: 'conditionFault',
      was: "'number'",
      line: "measure: MeasureType = 'number'",
      because:
        'Makes no difference: the measure is only asked whether it is a per cent, and every caller names one.',
    },
  ],
  'check/indicator.ts': [
    {
      place: 'checkUnusedParts',
      was: "cell.kind === 'standard'",
      becomes: 'true',
      because: 'Cannot be reached: a settled cell is a standard; the question is there for the type.',
    },
  ],
  'check/satisfiable.ts': [
    { place: 'isChoice', because: ANY_ORDER },
    {
      place: 'fits',
      line: 'wishes.findIndex(',
      was: ['(wish) => !isChoice(wish)', '!isChoice(wish)'],
      because: ANY_ORDER,
    },
    {
      place: 'whole',
      line: "condition.kind === 'equals'",
      becomes: ['false', '""', "condition.kind === 'equals' && condition.kind === 'judged'"],
      because:
        'Makes no difference: a fact is asked to be exactly 1 or exactly 0, and a range that goes further holds both.',
    },
    {
      place: 'rangeOf',
      becomes: "(leaf.kind === 'judged' || leaf.value) !== holds",
      because:
        'Makes no difference: facts are compared only with facts, and with yes and no exchanged in all of them the same wishes agree.',
    },
    {
      place: 'rangeOf',
      line: 'Number.POSITIVE_INFINITY, toOpen: false',
      was: 'false',
      becomes: 'true',
      because: 'Makes no difference: no range begins at infinity, where an open end would count.',
    },
    {
      place: 'rangeOf',
      line: 'Number.NEGATIVE_INFINITY, fromOpen: false',
      was: 'false',
      becomes: 'true',
      because:
        'Makes no difference: what is narrowed begins at 0 or above, so that an end at minus infinity is never its own.',
    },
  ],
};
