// Why no test notices some changes of explain/: verdicts in words.
import type { ReasonsByFile } from '../rule.ts';

export const EXPLAIN: ReasonsByFile = {
  'explain/citation.ts': [
    {
      place: 'citationOf',
      line: 'basis?.number',
      because: 'Cannot be reached: a set that names no decision is refused when it is read.',
    },
    {
      place: 'citationOf',
      line: "overlay === null ? ''",
      was: "''",
      because: 'Not shown: without an overlay its title is not asked for.',
    },
    {
      place: 'spokenColumn',
      was: "''",
      because: 'Not shown: without a special rule the sentence has no place for its text.',
    },
  ],
  'explain/explain.ts': [
    {
      place: 'explainCriterion',
      line: 'first = 0, complete = false',
      because:
        'Cannot be reached: explanation and compiled set have the same criteria; the default is there for the type.',
    },
    {
      place: 'explainCriterion',
      line: 'criterion === undefined',
      because:
        'Cannot be reached: explanation and set have the same criteria; the question is there for the type.',
    },
    {
      place: 'explainIndicator',
      line: 'judged === undefined',
      because:
        'Cannot be reached: explanation and compiled set have the same indicators; the question is there for the type.',
    },
  ],
  'explain/figure-words.ts': [
    {
      place: 'spokenRate',
      was: 'reading.denominator === null',
      because: 'Makes no difference: what is no text is no decimal either.',
    },
    {
      place: 'spokenRate',
      becomes: 'bottom <= 0n',
      because: 'Makes no difference: a total of 0 was answered before.',
    },
  ],
  'explain/gap.ts': [
    {
      place: 'amountFinder',
      line: "operand.kind === 'share' ||",
      because: 'Only speeds up: the exact way gives the same text.',
    },
    {
      place: 'amountFinder',
      was: '!quick || table.state[at] !== GIVEN',
      becomes: 'true',
      because: 'Only speeds up: the exact way gives the same text.',
    },
  ],
  'explain/numbers.ts': [
    {
      place: 'spokenNumber',
      was: "'0'",
      line: "[whole = '0'",
      because: 'Cannot be reached: a text split has always a first piece; the default is there for the type.',
    },
  ],
  'explain/probe.ts': [
    {
      place: 'probesOf',
      line: 'operands.get(part)?.figure',
      because: 'Cannot be reached: a set is refused where a standard speaks of a part without a figure.',
    },
  ],
  'explain/scaled-text.ts': [
    {
      place: 'scaledText',
      was: 'scale === 1',
      becomes: 'false',
      because: 'Only speeds up: the way for fractions gives the same text.',
    },
    {
      place: 'scaledText',
      was: 'whole >= QUICK_LIMIT || !Number.isInteger(thousandths)',
      becomes: 'true',
      because: 'Only speeds up: the quotient as JavaScript writes it is the same text.',
    },
  ],
  'explain/value-reader.ts': [
    {
      place: 'ValueReader.read',
      becomes: 'true',
      was: 'state !== GIVEN',
      because: 'Only speeds up: the exact way gives the same value.',
    },
    {
      place: 'hasValue',
      was: 'state === GIVEN',
      because: 'Only asked where a figure does not stand in the columns.',
    },
    {
      place: 'ValueReader.read',
      line: "kind === 'share'",
      because: 'Only speeds up: where the quick way gives nothing the exact way gives the same value.',
    },
    {
      place: 'ValueReader.quickShare',
      because: 'Only speeds up: where the quick way gives nothing the exact way gives the same value.',
    },
  ],
  'explain/standard-text.ts': [],
  'explain/sentences.ts': [
    {
      place: 'wordsOf',
      mutator: 'OptionalChaining',
      because:
        'Cannot be reached: a set keeps the definition of every figure that it uses; the question is there for the type.',
    },
    {
      place: 'wordsOf',
      was: "'number'",
      because:
        'Cannot be reached: a set keeps the definition of every figure that it uses; the default is there for the type.',
    },
  ],
};
