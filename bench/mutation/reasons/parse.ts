// Why no test notices some changes of parse/: documents to sets.
import type { ReasonsByFile } from '../rule.ts';

/** What is read after a fault only keeps the types: the set or overlay is refused, and the check passes over what is in doubt. */
const AFTER_A_FAULT =
  'Makes no difference: it stands for what could not be read; a refused set or overlay is never used, and the check passes over it.';

export const PARSE: ReasonsByFile = {
  'parse/cell.ts': [
    {
      place: 'parseComparison',
      line: "return { kind: 'judged', part }",
      was: ["{ kind: 'judged', part }", "'judged'"],
      becomes: ['{}', '""'],
      because:
        'Makes no difference: the set is refused just before; what stands in for its comparison is never judged.',
    },
    {
      place: 'parseSignatures',
      becomes: 'by.trim().toUpperCase()',
      because:
        'Makes no difference: two names in Vietnamese letters are the same in small letters exactly when they are the same in capitals.',
    },
    {
      place: 'parseCondition',
      was: 'extra.length === 0',
      becomes: 'true',
      because:
        'Makes no difference: a cell that has a list of conditions of its own was answered before, so that none is left to be found here.',
    },
    {
      place: 'parseCondition',
      was: 'only !== undefined',
      becomes: 'true',
      because: 'Cannot be reached: a list of one has a first; the question is there for the type.',
    },
    { place: 'thresholdText', was: "'0'", because: AFTER_A_FAULT },
  ],
  'parse/document.ts': [
    {
      place: 'openDocument',
      was: 'headPart === undefined',
      becomes: 'false',
      because:
        'Makes no difference: without a first file there is no first value either, and that is asked beside it; the question is there for the type.',
    },
  ],
  'parse/head.ts': [
    {
      place: 'parseYears',
      was: "typeof period.raw('from') === 'number'",
      becomes: 'true',
      because:
        'Makes no difference: a first year that is no number becomes the earliest year that a file may name, and no last year lies before that.',
    },
    {
      place: 'parseScoring',
      was: '[]',
      because:
        'Makes no difference: the one key more that would be let through has a name that no set has, and nothing reads it.',
    },
  ],
  'parse/node.ts': [
    {
      place: 'DocumentNode.day',
      line: "this.wrong(key, 'day', '')",
      was: "''",
      becomes: '"Stryker was here!"',
      because:
        'Makes no difference: as the value after a fault it is never used; as the value of an absent day it would tell the fault twice, which a test holds.',
    },
    {
      place: 'DocumentNode.integerOrNull',
      was: "typeof value !== 'number'",
      becomes: 'false',
      because:
        'Makes no difference: what is no number is no whole number, which is asked next; the question is there for the type.',
    },
    {
      place: 'DocumentNode.choice',
      line: 'first === undefined',
      becomes: ['false', '``'],
      because: 'Cannot be reached: every list of choices that the engine offers has a first.',
    },
    {
      place: 'DocumentNode.texts',
      line: "this.wrong(key, 'texts', [])",
      was: '[]',
      because: AFTER_A_FAULT,
    },
    {
      place: 'DocumentNode.given',
      was: 'false',
      becomes: 'true',
      because: 'Makes no difference: a text that is null is read as the empty text on either way.',
    },
  ],
  'parse/set.ts': [
    {
      place: 'fileFinder',
      becomes: 'criteria[index].place',
      because:
        'Cannot be reached: the criteria of the set were made one by one of the same list; the question is there for the type.',
    },
    {
      place: 'fileFinder',
      was: 'criterion === null',
      becomes: 'false',
      because:
        "Makes no difference: no criterion has null for its code, so that the head's file is found all the same.",
    },
    {
      place: 'parseOpened',
      becomes: 'a <= b',
      because:
        'Makes no difference: no code stands twice among the figures, so that two of them are never the same.',
    },
  ],
};
