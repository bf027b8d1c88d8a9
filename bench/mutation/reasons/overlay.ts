// Why no test notices some changes of overlay/: a province’s regulation on top of a set.
import type { ReasonsByFile } from '../rule.ts';

const ONE_IS_A_FACT =
  'Makes no difference: where only one of the two is a yes/no, it equals neither the text of a number nor the value that a judged standard does not have.';

export const OVERLAY: ReasonsByFile = {
  'overlay/apply.ts': [
    {
      place: 'mergeColumns',
      line: 'scope.base.dimension?.values',
      becomes: ['scope.base.dimension.values', '["Stryker was here"]'],
      because:
        'Cannot be reached: columns are refused when a set or a regulation without a dimension is read.',
    },
    {
      place: 'mergeColumns',
      was: ["typeof own === 'string'", "'string'", "{ kind: 'missing' }", "'missing'"],
      becomes: ['false', '""', '{}'],
      line: 'const base: Cell = typeof own',
      because:
        'Cannot be reached: a set is refused where a table lacks one of its columns; the question is there for the type.',
    },
    {
      place: 'mergeColumns',
      was: ["typeof given === 'string'", "'string'"],
      becomes: ['false', '""'],
      line: "columns[code] = typeof given === 'string'",
      because:
        'Makes no difference: a column that the province does not name is no standard of its own, and the merge of a cell leaves the nation as it was for anything that is none.',
    },
    {
      place: 'barOf',
      was: "cell.kind !== 'standard'",
      becomes: 'false',
      because:
        'Makes no difference: what is no standard does not decide and keeps no standard under it, so that the next line finds none either; the question is there for the type.',
    },
  ],
  'overlay/overlay.ts': [
    {
      place: 'parseEntries',
      was: '[]',
      line: 'return []',
      because:
        'Makes no difference: the file is refused for this entry already, and the entries of a refused file are not used.',
    },
  ],
  'overlay/strictness.ts': [
    {
      place: 'comparisonImplies',
      was: "a.kind === 'equals' && b.kind === 'equals'",
      becomes: "a.kind === 'equals' || b.kind === 'equals'",
      because: ONE_IS_A_FACT,
    },
    {
      place: 'comparisonImplies',
      was: ["a.kind === 'equals'", "b.kind === 'equals'"],
      becomes: 'true',
      because: ONE_IS_A_FACT,
    },
  ],
};
