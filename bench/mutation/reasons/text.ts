// Why no test notices some changes of text/: words, numbers and days.
import type { ReasonsByFile } from '../rule.ts';

export const TEXT: ReasonsByFile = {
  'text/numbers.ts': [
    {
      place: 'spokenNumber',
      was: "'0'",
      line: "[whole = '0'",
      because: 'Cannot be reached: a text split has always a first piece; the default is there for the type.',
    },
  ],
};
