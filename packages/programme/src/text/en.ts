// The words of the board's papers in English.
import type { BoardWords } from './words.ts';

export const en: BoardWords = {
  sheet: 'Board',
  title: (place) => `New rural development board, ${place}`,
  asOf: (day) => `figures as of ${day}`,
  law: (decree) => `Judged by ${decree}.`,
  sample: 'Illustrative figures, not real ones.',
  legend:
    'Y: met · Y!: met, at risk · (Y): claimed met, to be verified · BM: basically met · N: not met · (N): claimed not met · ?: unknown · –: not applicable',
  code: 'Code',
  unit: 'Commune',
  met: 'Criteria met',
  of: 'Out of',
  basis: 'Basis',
  unitsMet: 'Communes that meet it',
  average: (withResult, units) => `Average (${withResult} of ${units} communes have a result)`,
  plan: (average) => `plan ${average}`,
  noResult: 'no figures yet',
  bases: { computed: 'computed from figures', declared: "from the office's own sheet" },
  marks: { M: 'Y', R: 'Y!', C: '(Y)', B: 'BM', N: 'N', P: '(N)', U: '?', A: '–' },
};
