// Why no test notices some changes of law/: the shape of a criteria set.
import type { ReasonsByFile } from '../rule.ts';

export const LAW: ReasonsByFile = {
  'law/code.ts': [
    {
      place: 'visibleCode',
      becomes: 'code',
      because: 'Only speeds up: letters after the fortieth are left out just after.',
    },
  ],
  'law/cells.ts': [
    {
      place: 'cellAt',
      was: 'column === null',
      becomes: 'false',
      because:
        'Makes no difference: without a column the table is asked for one named "null", which it does not have.',
    },
  ],
  'law/confidence.ts': [
    {
      place: 'weaker',
      becomes: 'CONFIDENCES.indexOf(a) > CONFIDENCES.indexOf(b)',
      because: 'Makes no difference: of two that are equally sure either is the weaker.',
    },
  ],
  'law/figure-name.ts': [
    {
      place: 'findFigure',
      was: "''",
      line: "[code = ''",
      because: 'Cannot be reached: a text split has always a first piece; the default is there for the type.',
    },
  ],
};
