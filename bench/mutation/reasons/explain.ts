// Why no test notices some changes of explain/: verdicts in words.
import type { ReasonsByFile } from '../rule.ts';

const EXACT_WAY = 'Only speeds up: where the quick way is not taken the exact way gives the same.';

export const EXPLAIN: ReasonsByFile = {
  'explain/citation.ts': [
    {
      place: 'citationOf',
      was: ['basis?.number', 'basis?.date', "''"],
      line: 'basis?.number',
      because: 'Cannot be reached: a set that names no decision is refused when it is read.',
    },
    {
      place: 'citationOf',
      was: "''",
      line: "overlay === null ? ''",
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
      was: 'false',
      line: 'first = 0, complete = false',
      because:
        'Cannot be reached: explanation and compiled set have the same criteria; the default is there for the type.',
    },
    {
      place: 'explainCriterion',
      was: ['criterion === undefined', "''"],
      becomes: ['false', '"Stryker was here!"'],
      because:
        'Cannot be reached: explanation and set have the same criteria; the question is there for the type.',
    },
    {
      place: 'explainIndicator',
      was: ['judged === undefined', '[]'],
      becomes: ['false', '["Stryker was here"]'],
      because:
        'Cannot be reached: explanation and compiled set have the same indicators; the question is there for the type.',
    },
  ],
  'explain/figure-words.ts': [
    {
      place: 'spokenRate',
      was: 'reading.denominator === null',
      becomes: 'false',
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
      becomes: [
        'false',
        '""',
        "operand.kind === 'share' && operand.kind === 'number' && Number.isSafeInteger(threshold * scale)",
      ],
      because: EXACT_WAY,
    },
    {
      place: 'amountFinder',
      was: '!quick || table.state[at] !== GIVEN',
      becomes: 'true',
      because: EXACT_WAY,
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
  'explain/sentences.ts': [
    {
      place: 'indicatorSentence',
      line: 'clauses.length === 0',
      becomes: ['false', '``'],
      because: 'Cannot be reached: every verdict has a figure that decided, or says why none did.',
    },
    {
      place: ['partClause', 'needClauses'],
      was: ['judged.standard?.of', 'condition === null', '[]'],
      becomes: ['judged.standard.of', 'false', '["Stryker was here"]'],
      line: 'null',
      because:
        'Cannot be reached: without a standard an indicator is open, and then nothing is asked of its figures.',
    },
    {
      place: 'partsToShow',
      was: '[]',
      line: 'judged.standard === null',
      because:
        'Cannot be reached where it matters: without a standard nothing was decided, and the list is not used.',
    },
    {
      place: 'wordsOf',
      was: ['definition?.unitVi', 'definition?.unitEn', 'definition?.kind', "'number'"],
      because:
        'Cannot be reached: a set keeps the definition of every figure that it uses; the question is there for the type.',
    },
    {
      place: 'whyClause',
      was: "''",
      because: 'Not shown: only sentences about a standard that is there have a place for it.',
    },
    {
      place: 'notApplicableClause',
      was: 'reading?.note',
      because: 'Cannot be reached: an indicator does not apply only where each of its figures says so.',
    },
  ],
  'explain/value-reader.ts': [
    {
      place: 'ValueReader.read',
      was: ['state !== GIVEN'],
      becomes: 'true',
      because: EXACT_WAY,
    },
    {
      place: 'ValueReader.read',
      was: ["kind === 'number'", "'number'", "kind === 'share'", "'share'"],
      becomes: ['false', '""'],
      because: EXACT_WAY,
    },
    {
      place: 'ValueReader.quickShare',
      becomes: ['top >= FAST_LIMIT', 'Math.abs(micro - bound) < 1', 'i <= bounds.length', '{}'],
      because: EXACT_WAY,
    },
    {
      place: 'ValueReader.quickShare',
      was: ['top > FAST_LIMIT', 'Math.abs(micro - bound) <= 1', 'top * 100_000_000 !== bound * bottom'],
      becomes: 'true',
      because: EXACT_WAY,
    },
    {
      place: 'ValueReader.quickShare',
      line: 'Math.abs(micro - bound)',
      becomes: ['top / 100_000_000', 'bound / bottom'],
      because: EXACT_WAY,
    },
    {
      place: 'hasValue',
      was: 'state === GIVEN',
      becomes: 'false',
      because: 'Makes no difference: it is asked only where a figure does not stand in the columns.',
    },
  ],
  'explain/trace.ts': [
    {
      place: ['traceRow', 'traceRange'],
      becomes: ['new Array()'],
      because: 'Only saves room: the list grows as it is filled.',
    },
    {
      place: 'NO_CRITERION',
      because:
        'Cannot be reached: tracers and compiled set have the same criteria; it is there for the type.',
    },
    {
      place: 'traceRange',
      was: 'tracer !== undefined',
      becomes: 'true',
      because: 'Cannot be reached: the loop stays inside the list; the question is there for the type.',
    },
  ],
};
