// A standard as a short text: `>=90; clean>=50`, `=true`, `>=5 | clean>=3`.
import { trimZeros } from '../decimal.ts';
import type { Condition } from '../law/rule.ts';

/** The same text in every language, for programs: part of the contract of `evaluate --json`. People read `spokenStandard`. */
export function standardText(condition: Condition): string {
  switch (condition.kind) {
    case 'all':
      return condition.of.map((child) => nested(child, 'any')).join('; ');
    case 'any':
      return condition.of.map((child) => nested(child, 'all')).join(' | ');
    case 'atLeast':
      return `${condition.part}>=${trimZeros(condition.value)}`;
    case 'atMost':
      return `${condition.part}<=${trimZeros(condition.value)}`;
    case 'equals':
      return `${condition.part}=${condition.value}`;
    case 'judged':
      return `${condition.part}judged`;
  }
}

function nested(child: Condition, brackets: 'all' | 'any'): string {
  return child.kind === brackets ? `(${standardText(child)})` : standardText(child);
}
