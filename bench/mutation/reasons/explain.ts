// Why no test notices some changes of explain/: verdicts in words.
import type { ReasonsByFile } from '../rule.ts';

const EXACT_WAY = 'Only speeds up: where the quick way is not taken the exact way gives the same.';

const MADE_ANEW = 'Only saves room: an explanation made anew says the same as the one made before.';

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
    {
      place: 'gapsOf',
      was: 'gaps.length === 0',
      becomes: 'false',
      because: 'Only speeds up: a list put behind an empty one holds the same.',
    },
  ],
  'explain/indicator-trace.ts': [
    {
      place: 'IndicatorTracer.trace',
      was: 'key < 0',
      becomes: ['true', 'key <= 0'],
      because: MADE_ANEW,
    },
    {
      place: 'IndicatorTracer.keyOf',
      was: 'this.fact < 0',
      becomes: ['true', 'this.fact <= 0'],
      because:
        'Only saves room: a fact always has a value to show, so it gets no key here, and what is made anew says the same.',
    },
    {
      place: 'IndicatorTracer.keyOf',
      was: 'status === MET && this.probes.value === null',
      becomes: 'false',
      because: MADE_ANEW,
    },
    {
      place: 'IndicatorTracer.keyOf',
      was: ['fact !== 0 && fact !== 1', 'fact !== 0', 'fact !== 1'],
      becomes: ['true', 'fact !== 0 || fact !== 1'],
      because: MADE_ANEW,
    },
    {
      place: 'IndicatorTracer.keyOf',
      becomes: [
        '((table.state[at] ?? 0) * VERDICTS.length + status) * 2 - fact',
        '(table.state[at] ?? 0) * VERDICTS.length - status',
      ],
      because:
        'Makes no difference: this way too no two rows of different states, verdicts or facts share a key.',
    },
    {
      place: 'factOf',
      was: [
        "only?.kind === 'share' || only?.kind === 'ratio' || only?.kind === 'number'",
        'only === undefined || operands.size > 1 || counted',
      ],
      becomes: 'true',
      because: MADE_ANEW,
    },
    {
      place: 'factOf',
      becomes: ['only !== undefined', 'operands.size >= 1'],
      because: MADE_ANEW,
    },
    {
      place: 'factOf',
      was: ['only?.kind', 'only === undefined'],
      becomes: ['only.kind', 'false'],
      because:
        'Cannot be reached: an indicator without a figure is refused when a set is read; the question is there for the type.',
    },
  ],
  'explain/rate.ts': [
    {
      place: 'keepsSides',
      was: 'shown === 0n',
      becomes: 'false',
      because:
        'Makes no difference: a rate that lies on a bound is cut at six decimals instead, where it is the bound again.',
    },
    {
      place: 'keepsSides',
      was: 'exact < 0n',
      becomes: 'exact <= 0n',
      because: 'Makes no difference: what lies on the bound was answered just before.',
    },
  ],
  'explain/probe.ts': [
    {
      place: 'probesOf',
      was: '[...operands.keys()]',
      becomes: '[]',
      because:
        'Makes no difference: without a standard the law leaves the indicator open, and its figures are not asked why.',
    },
    {
      place: 'probesOf',
      was: 'shown === null',
      becomes: 'false',
      because: 'Makes no difference: what is looked up under null is not found.',
    },
    {
      place: 'probesOf',
      line: 'figures: parts.map',
      becomes: ['parts.map(part => operands.get(part)?.figure)', 'operands.get(part).figure', 'true'],
      because:
        'Cannot be reached: a set whose standard asks for a part without a figure is refused; the question is there for the type.',
    },
    {
      place: 'probesOf',
      line: '() => []',
      was: ['() => []', '[]'],
      because: 'Cannot be reached: without a standard nothing fails, and gaps are asked only of what fails.',
    },
  ],
  'explain/scaled-text.ts': [
    {
      place: 'scaledText',
      becomes: ['(size - whole * scale) / 1000', 'false'],
      because:
        'Only speeds up: what is not put together from whole thousandths is divided exactly, to the same text.',
    },
    {
      place: 'scaledText',
      was: "''",
      because:
        'Cannot be reached: whole thousandths of what is left are 0 to 999; the default is there for the type.',
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
    {
      place: 'boundsOf',
      was: '[]',
      because: 'Makes no difference: a bound that is no decimal is passed over.',
    },
    {
      place: 'markSentences',
      was: 'extended !== null',
      becomes: 'true',
      because:
        'Makes no difference: only an extension has one year judged by the standards of another, which is asked beside it.',
    },
  ],
  'explain/spoken-standard.ts': [
    {
      place: 'unitOf',
      was: "''",
      line: '?.code',
      because: 'Makes no difference: no figure has either name, so none is found.',
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
      was: [
        'top > FAST_LIMIT',
        'Math.abs(micro - bound) <= 1',
        'top * 100_000_000 !== bound * bottom',
        'Math.abs(micro - bound) <= 1 && top * 100_000_000 !== bound * bottom',
      ],
      becomes: 'true',
      because: EXACT_WAY,
    },
    {
      place: 'ValueReader.quickShare',
      becomes: 'Math.abs(micro - bound) <= 1 || top * 100_000_000 !== bound * bottom',
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
