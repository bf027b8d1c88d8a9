// The rule tree of an indicator: frozen tagged nodes, from the year and the column down to one comparison.
import type { Confidence } from './confidence.ts';

/** At least `value` (decimal text, at most three decimals; per cent for a share) of the figure named by `part`. */
export interface AtLeast {
  readonly kind: 'atLeast';
  readonly part: string;
  readonly value: string;
}

/** At most `value`: poverty, stunting. */
export interface AtMost {
  readonly kind: 'atMost';
  readonly part: string;
  readonly value: string;
}

/** A yes/no fact must be this: `false` where the thing must not exist ("Không"). */
export interface Equals {
  readonly kind: 'equals';
  readonly part: string;
  readonly value: boolean;
}

/** The responsible office states the result itself; there is no figure to compare. */
export interface Judged {
  readonly kind: 'judged';
  readonly part: string;
}

export interface All {
  readonly kind: 'all';
  readonly of: readonly Condition[];
}

export interface Any {
  readonly kind: 'any';
  readonly of: readonly Condition[];
}

/** What a cell of the decree's table asks for. */
export type Condition = AtLeast | AtMost | Equals | Judged | All | Any;
export type Comparison = AtLeast | AtMost | Equals | Judged;

/** Which overlay gave a standard, and what it replaced. */
export interface OverlayMark {
  readonly id: string;
  readonly version: number;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly illustrative: boolean;
  /** Number and date of the province's decision; null where there is none (illustrative) or it is not known. */
  readonly number: string | null;
  readonly date: string | null;
  /** `delegated`: filled what the nation left to it; `stricter`: compared and not weaker; `incomparable`: nothing sure to compare with. */
  readonly basis: 'delegated' | 'stricter' | 'incomparable';
}

/** A person who checked a standard against the original text. */
export interface Signature {
  readonly by: string;
  readonly on: string;
}

/** One cell of the table, with where it was read. `decree` is set where it is not the set's own first decree. */
export interface Standard {
  readonly kind: 'standard';
  readonly of: Condition;
  readonly confidence: Confidence;
  readonly source: string | null;
  readonly signatures: readonly Signature[];
  readonly overlay: OverlayMark | null;
  /**
   * The last deciding standard under an overlay's own, where its own does not decide: no later overlay may fall under
   * it. Absent where the standard decides, or where nothing under it did.
   */
  readonly bar?: Condition;
}

/** The nation leaves the standard to the province; `unknown` until an overlay gives it. */
export interface Delegated {
  readonly kind: 'delegated';
  readonly to: string;
  readonly textVi: string;
  readonly textEn: string;
  readonly confidence: Confidence;
  readonly source: string | null;
}

/** A cell written as null: not known, never "no standard". */
export interface Missing {
  readonly kind: 'missing';
}

export type Cell = Standard | Delegated | Missing;

/** One cell a column; `national` is the decree's general column, cited but never used where columns exist. */
export interface ByDimension {
  readonly kind: 'byDimension';
  readonly columns: Readonly<Record<string, Cell>>;
  readonly national: Cell | null;
}

/** Standards that rise by year; a year without its own is `unknown`. */
export interface ByYear {
  readonly kind: 'byYear';
  readonly years: Readonly<Record<string, Cell | ByDimension>>;
}

/** "nếu có": the unit may state that the thing does not exist there, with a reason. */
export interface IfPresent {
  readonly kind: 'ifPresent';
  readonly of: Cell | ByDimension | ByYear;
}

export type Table = Cell | ByDimension | ByYear;
export type RuleNode = Table | IfPresent;
