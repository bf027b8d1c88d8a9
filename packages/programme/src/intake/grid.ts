// The plain grid that a sheet arrives as, the same shape that the server's sheets make, checked when it comes over HTTP.
import * as z from 'zod/mini';

export const IntakeCell = z.object({
  text: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  kind: z.enum(['empty', 'text', 'number', 'date', 'boolean', 'error']),
  formula: z.optional(z.literal(true)),
  fill: z.optional(z.string()),
  struck: z.optional(z.literal(true)),
  note: z.optional(z.string()),
});
/** One cell as a person sees it. Cells are never changed. */
export type IntakeCell = Readonly<z.infer<typeof IntakeCell>>;

export const IntakeMerge = z.object({
  top: z.number(),
  left: z.number(),
  bottom: z.number(),
  right: z.number(),
});
/** A merged block, zero-based and inclusive. */
export type IntakeMerge = Readonly<z.infer<typeof IntakeMerge>>;

export const IntakeGrid = z.object({
  sheet: z.string(),
  hidden: z.boolean(),
  rows: z.array(z.array(IntakeCell)),
  merges: z.array(IntakeMerge),
  hiddenRows: z.array(z.number()),
  hiddenColumns: z.array(z.number()),
});
/** One sheet; `rows[0]` is line 1. */
export interface IntakeGrid {
  readonly sheet: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly IntakeCell[])[];
  readonly merges: readonly IntakeMerge[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** Columns that were joined on at the right from a block further down, by their place here. */
  readonly moved?: ReadonlyMap<number, MovedColumn>;
  /** Lines that were joined on below from a block further right, by their place here. */
  readonly movedRows?: ReadonlyMap<number, MovedRow>;
}

/** Where a line really stands in the sheet. */
export interface MovedRow {
  readonly row: number;
  /** How many columns further right than here. */
  readonly right: number;
  /** The cell of its name, which tells it from the line at its left: "J7". */
  readonly name: string;
}

/** Where a column really stands in the sheet. */
export interface MovedColumn {
  readonly column: number;
  /** How many lines further down than here. */
  readonly down: number;
  /** The cell of its heading, which tells it from the column above: "D41". */
  readonly name: string;
}

/** The cell of every place without content. */
export const emptyCell: IntakeCell = { text: '', value: null, kind: 'empty' };

/** `0` is `A`, `26` is `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}
