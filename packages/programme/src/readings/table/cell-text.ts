// A cell of a sheet as the text that a person would have typed: numbers by what is stored, not by how they are shown.
import type { DecimalMark } from '@vungbuoc/criteria';
import type { IntakeCell } from '../../intake/grid.ts';

/** Digits that a number in a sheet really has; beyond them stands what binary fractions leave over. */
const SHEET_DIGITS = 15;
const DECIMALS = 6;

/**
 * `mark` is the decimal mark of the text cells around, so that all are read alike. A number shown as a per cent (0.9
 * shown 90%) is 90.
 */
export function typedText(cell: IntakeCell | undefined, mark: DecimalMark | undefined): string {
  if (cell === undefined) return '';
  if (cell.kind === 'boolean') return cell.value === true ? '1' : '0';
  if (cell.kind !== 'number' || typeof cell.value !== 'number') return cell.text;
  const shown = cell.text.endsWith('%') ? cell.value * 100 : cell.value;
  return unmistakable(plainNumber(shown), mark ?? '.');
}

/** A number of a sheet cut to what can be kept; used where it only stands beside the counts that decide. */
export function roundedText(cell: IntakeCell | undefined, mark: DecimalMark | undefined): string {
  if (cell?.kind !== 'number' || typeof cell.value !== 'number') return typedText(cell, mark);
  const shown = cell.text.endsWith('%') ? cell.value * 100 : cell.value;
  return unmistakable(plainNumber(Number(shown.toFixed(DECIMALS))), mark ?? '.');
}

/** 0.1 + 0.2 is 0.3; 1e21 stays unreadable and is refused as no number. */
export function plainNumber(value: number): string {
  return String(Number(value.toPrecision(SHEET_DIGITS)));
}

/** 1.204 out of a number cell is never a thousand and more: a fourth decimal says so. */
function unmistakable(plain: string, mark: DecimalMark): string {
  const padded = /^-?\d{1,3}\.\d{3}$/.test(plain) ? `${plain}0` : plain;
  return mark === ',' ? padded.replace('.', ',') : padded;
}
