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
      becomes: '/^(?:0|[1-9]\\d)$/',
      because:
        'Only speeds up: a count that is not recognised here is read by the way below, to the same value.',
    },
    {
      place: 'readNumber',
      line: 'PLAIN_COUNT.test(raw)',
      becomes: ['false', 'Number(raw) < scope.most', 'scope.most === undefined && Number(raw) <= scope.most'],
      because:
        'Only speeds up: a count that is not recognised here is read by the way below, to the same value.',
    },
    {
      place: 'readNumber',
      was: '/^\\u2212/',
      becomes: '/\\u2212/',
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
      becomes: ['false', '/[^.,]/'],
      because: 'Only speeds up: a text without a mark is read alike with either, and so tells none.',
    },
  ],
  'reading/reading-check.ts': [
    {
      place: 'checkOf',
      line: 'known !== undefined',
      becomes: 'false',
      because: 'Only speeds up: a check made anew for the same figure answers the same.',
    },
    {
      place: 'checkOf',
      line: 'made.set(figure, fresh)',
      becomes: ';',
      because: 'Only speeds up: a check made anew for the same figure answers the same.',
    },
    {
      place: 'COUNT',
      becomes: '/^\\d$/',
      because: 'Only speeds up: a count that is not recognised here is compared exactly, to the same answer.',
    },
    {
      place: 'checkCounts',
      line: 'COUNT.test(numerator) && COUNT.test(denominator)',
      was: 'COUNT.test(numerator) && COUNT.test(denominator)',
      becomes: 'false',
      because:
        'Only speeds up: counts that are not compared as numbers are compared exactly, to the same answer.',
    },
    {
      place: 'checkCounts',
      line: 'COUNT.test(numerator) && COUNT.test(denominator)',
      mutator: 'BlockStatement',
      because:
        'Only speeds up: counts that are not compared as numbers are compared exactly, to the same answer.',
    },
    {
      place: 'checkPercent',
      was: '{ decimals: null }',
      becomes: '{}',
      because: 'Makes no difference: decimals are only asked about where there may be none of them (0).',
    },
    {
      place: 'checkFact',
      was: ["numerator === '1'", "numerator === '0'"],
      becomes: 'false',
      because: 'Only speeds up: a 1 or 0 that is not recognised as text is recognised as a number.',
    },
    {
      place: 'checkOne',
      line: 'COUNT.test(text)',
      becomes: 'false',
      because:
        'Only speeds up: a text of digits only is a decimal, not below zero and without decimals, and is found so below.',
    },
  ],
  'reading/reading-text.ts': [
    {
      place: 'Desk.readFact',
      becomes: ['{}', 'false'],
      line: '{ whole: true }',
      because:
        'Makes no difference: a text with a letter among its digits is told by that letter, whole or not.',
    },
    {
      place: 'bareRate',
      becomes: '/\\s*%/',
      because: 'Makes no difference: a rate that could be read has one sign, at its end.',
    },
    {
      place: 'Desk.checkRate',
      was: ['n === null', 'd === null', 'n === null || d === null', 'shown === null'],
      becomes: ['false', 'n === null && d === null'],
      because: 'Cannot be reached: what was read is a decimal; the question is there for the type.',
    },
    {
      place: 'Desk.checkRate',
      was: 'rate === null',
      becomes: 'false',
      because:
        'Makes no difference: a rate that is no text is no decimal either, and that is asked beside it.',
    },
    {
      place: 'Desk.readQuantity',
      was: 'value === null',
      becomes: 'false',
      because: 'Makes no difference: a number that cannot be read has left a problem, and gives no reading.',
    },
    {
      place: 'Desk.count',
      was: 'total === null',
      becomes: 'false',
      because:
        'Makes no difference: a bound of 0 that no reading keeps is left out when the text is read again.',
    },
    {
      place: 'Desk.number',
      was: 'scope.whole === true',
      becomes: 'true',
      because:
        'Makes no difference: what need not be whole was read the same way just before, and is no number the second time either.',
    },
    {
      place: 'COUNT',
      becomes: ['/^\\d$/', '/^\\D{1,14}$/', '/^\\D{1,15}$/'],
      because:
        'Only speeds up: two counts that are not recognised here are compared exactly, and what has no digit is never compared.',
    },
    {
      place: 'compare',
      was: 'COUNT.test(a) && COUNT.test(b)',
      becomes: 'false',
      because: 'Only speeds up: two counts that are not compared as numbers are compared exactly.',
    },
    {
      place: 'compare',
      was: 'difference < 0n',
      because: 'Makes no difference: those who ask only want to know whether the first is larger.',
    },
    {
      place: 'compare',
      was: 'difference < 0n ? -1 : 0',
      because: 'Makes no difference: those who ask only want to know whether the first is larger.',
    },
  ],
};
