// Why no test notices some changes of reading/: what people type.
import type { ReasonsByFile } from '../rule.ts';

export const READING: ReasonsByFile = {
  'reading/merge.ts': [
    {
      place: 'sumOf',
      line: 'texts.filter',
      because:
        'Makes no difference: what is no text is no decimal either, so the sum comes to nothing a step later.',
    },
  ],
  'reading/number-text.ts': [
    {
      place: 'PLAIN_COUNT',
      because:
        'Only speeds up: a count that is not recognised here is read by the way below, to the same value.',
    },
    {
      place: 'readNumber',
      line: 'PLAIN_COUNT.test(raw)',
      because:
        'Only speeds up: a count that is not recognised here is read by the way below, to the same value.',
    },
    {
      place: 'readNumber',
      line: '.replace(/^\\u2212/',
      because: 'Makes no difference: a minus anywhere but in front is in no number, whichever sign it is.',
    },
    {
      place: 'plainOf',
      was: "'0'",
      line: "[whole = '0'",
      because: 'Cannot be reached: a text split has always a first piece; the default is there for the type.',
    },
    {
      place: 'markOf',
      line: '!/[.,]/.test(text)',
      because: 'Only speeds up: a text without a mark is read alike with either, and so tells none.',
    },
  ],
  'reading/reading-text.ts': [
    {
      place: 'Desk.readCounts',
      was: ["this.figure.kind === 'share'"],
      line: 'const top = this.count',
      because:
        'Makes no difference: a bound only chooses between two readings of a text; what exceeds it is read again without.',
    },
    {
      place: 'Desk.readCounts',
      line: 'top === null || bottom === null',
      because:
        'Makes no difference: a count that cannot be read has left a problem, and a row with a problem gives no reading.',
    },
    {
      place: 'Desk.checkRate',
      line: 'shown === null || rate === null',
      because:
        'Cannot be reached or makes no difference: counts and rate that were read are decimals, and one that was not has left its problem.',
    },
    {
      place: 'Desk.checkRate',
      was: 'rate === null',
      because: 'Makes no difference: what is no text is no decimal either.',
    },
    {
      place: 'Desk.checkRate',
      becomes: ['exact >= shown'],
      because: 'Makes no difference: where both are equal nothing is off.',
    },
    {
      place: ['Desk.readBare', 'Desk.readQuantity'],
      was: ['rate === null', 'value === null'],
      becomes: 'false',
      because:
        'Makes no difference: a number that cannot be read has left a problem, and a row with a problem gives no reading.',
    },
    {
      place: 'Desk.readQuantity',
      was: 'most !== undefined',
      because: 'Makes no difference: no number is larger than a bound that is not there.',
    },
    {
      place: 'Desk.count',
      was: 'total === null',
      because:
        'Makes no difference: a total that could not be read has left its problem; the bound it would give only chooses between two readings.',
    },
    {
      place: 'compare',
      line: 'difference > 0n',
      because: 'Makes no difference: those who ask only want to know whether the first is larger.',
    },
  ],
};
