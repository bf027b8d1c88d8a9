// Why no test notices some changes of compare/: sets and versions held against each other.
import type { ReasonsByFile } from '../rule.ts';

export const COMPARE: ReasonsByFile = {
  'compare/diff-head.ts': [
    {
      place: 'diffDecrees',
      was: ['first !== undefined && oldFirst !== undefined', 'first !== undefined', 'oldFirst !== undefined'],
      becomes: ['true', 'first !== undefined || oldFirst !== undefined'],
      because: 'Cannot be reached: a set that names no decision is refused when it is read.',
    },
    {
      place: 'columnNamed',
      was: ['set.dimension?.values', 'value?.nameVi', 'value?.nameEn'],
      because:
        'Cannot be reached: a special rule that leads to no column is refused when a set is read; the question is there for the type.',
    },
  ],
  'compare/diff-standards.ts': [
    {
      place: 'diffCells',
      was: ["was?.kind !== 'standard'", "is?.kind !== 'standard'", 'is?.kind'],
      becomes: ['false', 'is.kind'],
      because:
        'Makes no difference: where the standard did not change, both cells are standards or neither is.',
    },
    {
      place: 'diffCells',
      becomes: "was?.kind !== 'standard' && is?.kind !== 'standard'",
      because:
        'Makes no difference: where the standard did not change, both cells are standards or neither is.',
    },
    {
      place: 'confidenceOf',
      was: "''",
      because:
        'Makes no difference: it is asked only where the standard did not change, so that neither side has one or both have, and the text is compared with itself.',
    },
  ],
  'compare/diff.ts': [
    {
      place: 'diffPair',
      was: ['before === null', '[]'],
      line: 'before === null ? []',
      becomes: ['false', '["Stryker was here"]'],
      because: 'Cannot be reached: a pair has at least one side; the question is there for the type.',
    },
  ],
  'compare/difference.ts': [
    {
      place: 'sentence',
      was: "''",
      because: 'Not shown: a sentence has a mark only for what every caller of its code hands in.',
    },
  ],
  'compare/pairs.ts': [],
  'compare/with-standard.ts': [
    {
      place: 'withStandard',
      was: '[]',
      because:
        'Makes no difference: of a set without columns none can be asked for, so that nothing is changed and the answer is none.',
    },
  ],
};
