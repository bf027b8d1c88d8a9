// Counts of criteria as offices write them: "13", "13/19", "13 TC", "Đạt 13/19". Excel may have made a date of "9/10".
import type { IntakeCell } from './grid.ts';

/** A count read for sure. `of` is null where the cell does not say it. */
export interface Count {
  readonly met: number;
  readonly of: number | null;
}

/** What a cell of a total says: a count, nothing, or something only to be guessed. */
export type CountRead =
  | { readonly is: 'count'; readonly count: Count }
  | { readonly is: 'empty' }
  | { readonly is: 'unsure'; readonly guess: Count | null };

const countPattern = /^(?:đạt\s*:?\s*)?(\d{1,2})(?:\s*\/\s*(\d{1,2}))?(?:\s*(?:tiêu chí|tc|tieu chi))?$/iu;

/** Reads the cell of a total. A letter O among digits, a date or a decimal is only a guess. */
export function readCount(cell: IntakeCell): CountRead {
  const text = cell.text.trim();
  if (text === '') return { is: 'empty' };
  if (cell.kind === 'number' && typeof cell.value === 'number') {
    return Number.isInteger(cell.value) && cell.value >= 0 && cell.value < 100 && isPlainShown(text)
      ? { is: 'count', count: { met: cell.value, of: null } }
      : { is: 'unsure', guess: null };
  }
  if (cell.kind === 'date') return { is: 'unsure', guess: countInDate(cell.value) };
  const found = countPattern.exec(text);
  if (found?.[1] !== undefined && cell.struck !== true) {
    return {
      is: 'count',
      count: { met: Number(found[1]), of: found[2] === undefined ? null : Number(found[2]) },
    };
  }
  const repaired = countPattern.exec(text.replace(/[oO](?=\d)|(?<=\d)[oO]/g, '0'));
  if (repaired?.[1] === undefined) return { is: 'unsure', guess: null };
  return {
    is: 'unsure',
    guess: { met: Number(repaired[1]), of: repaired[2] === undefined ? null : Number(repaired[2]) },
  };
}

/** A number shown by a format as something else, such as "9/10" for 0.9, is not plain. */
function isPlainShown(text: string): boolean {
  return /^\d{1,2}(?:[.,]0+)?$/.test(text);
}

/** "9/10" typed into Excel becomes the ninth of October, or the tenth of September. */
function countInDate(value: IntakeCell['value']): Count | null {
  const [, month, day] = /^\d{4}-(\d\d)-(\d\d)$/.exec(String(value)) ?? [];
  if (month === undefined || day === undefined) return null;
  const low = Math.min(Number(month), Number(day));
  return { met: low, of: Math.max(Number(month), Number(day)) };
}

/** A count as an answer: `13` or `13/19`. */
export function countValue(count: Count): string {
  return count.of === null ? String(count.met) : `${count.met}/${count.of}`;
}

/** Reads an answer back. */
export function parseCountValue(value: string): Count | null {
  const [, met, of] = /^(\d{1,2})(?:\/(\d{1,2}))?$/.exec(value) ?? [];
  return met === undefined ? null : { met: Number(met), of: of === undefined ? null : Number(of) };
}
