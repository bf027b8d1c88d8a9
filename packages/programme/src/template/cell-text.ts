// The text of a cell of figures such that the engine's reader of numbers can read it in one way only.
import type { DecimalMark } from '@vungbuoc/criteria';
import type { IntakeCell } from '../intake/index.ts';

/** Digits that Excel itself keeps. */
const excelDigits = 15;

/**
 * What stands in a cell, as text. A number that Excel holds is written with the decimal mark of the block's texts, or
 * with a point where they show none, and so that 1.204 cannot be taken for 1,204; a per cent by format is written as
 * people see it.
 */
export function figureText(cell: IntakeCell | undefined, decimal: DecimalMark = '.'): string {
  if (cell === undefined || cell.kind === 'empty') return '';
  if (cell.kind === 'boolean') return cell.value === true ? '1' : '0';
  if (cell.kind !== 'number' || typeof cell.value !== 'number') return cell.text.trim();
  const value = cell.text.trim().endsWith('%') ? cell.value * 100 : cell.value;
  return unmistakable(plainNumber(value)).replace('.', decimal);
}

function plainNumber(value: number): string {
  // nearly all figures are counts
  if (Number.isInteger(value) && Math.abs(value) < 10 ** excelDigits) return String(value);
  const text = String(Number(value.toPrecision(excelDigits)));
  return /e/i.test(text) ? value.toFixed(6) : text;
}

/** Three decimals look like a group of thousands; a fourth, zero, does not. */
function unmistakable(text: string): string {
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}

/** A number cut to the six decimals that are kept. */
export function roundedRate(cell: IntakeCell | undefined): IntakeCell | undefined {
  if (cell?.kind !== 'number' || typeof cell.value !== 'number') return cell;
  // two places more for a rate that a format shows as a per cent
  return { ...cell, value: Number(cell.value.toFixed(cell.text.trim().endsWith('%') ? 8 : 6)) };
}
