// What one indicator's explanation reads from the table: its standard's text, figures, value and gaps, prepared once.

import { microsOf } from '../decimal.ts';
import { type CompiledIndicator, shownPart } from '../judge/compile.ts';
import { partsOf } from '../law/conditions.ts';
import { type GapFinder, gapsOf } from './gap.ts';
import { standardText } from './standard-text.ts';
import { ValueReader } from './value-reader.ts';

/** What an indicator's explanation reads from the table. */
export interface IndicatorProbes {
  readonly standard: string | null;
  readonly figures: readonly number[];
  /** Null where no single figure is shown: men and women side by side. */
  readonly value: ValueReader | null;
  readonly gaps: GapFinder;
}

/** Prepares the reading of values and gaps for one indicator. */
export function probesOf(item: CompiledIndicator): IndicatorProbes {
  const { operands } = item;
  const condition = item.standard?.of ?? null;
  const parts = condition === null ? [...operands.keys()] : partsOf(condition);
  const shown = shownPart(operands);
  const operand = shown === null ? undefined : operands.get(shown);
  return {
    standard: condition === null ? null : standardText(condition),
    figures: parts.map((part) => operands.get(part)?.figure).filter((figure) => figure !== undefined),
    value: operand === undefined ? null : new ValueReader(operand, microsOf(item.bounds)),
    gaps: condition === null ? () => [] : gapsOf(condition, operands),
  };
}
