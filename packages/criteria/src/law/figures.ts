// The dictionary of figures that all sets share: what is counted, in which unit, out of which total.
import type { FigureKind } from '../reading/reading.ts';

/** How a successor of several units gets this figure: exact sums, or assessed anew. */
export type MergeRule = 'sum' | 'anew';

export interface FigureDef {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly kind: FigureKind;
  /** What people count it in ("hộ", "km", "triệu đồng/người/năm"); null for yes/no. */
  readonly unitVi: string | null;
  readonly unitEn: string | null;
  /** Code of the figure that is the total of a share; null when it has none of its own. */
  readonly total: string | null;
  /** Decimals that people write: 0 for things counted one by one. Others are still kept exactly. */
  readonly decimals: number;
  /** Largest value that makes sense for a plain number; larger ones are refused as mistyped. Null: no bound. */
  readonly most: number | null;
  readonly merge: MergeRule;
  /** Of defence and security: only a result and the number of a document may be kept of it, no file and no photo. */
  readonly resultOnly: boolean;
}

/** Figures by code, in the order of the file. */
export type FigureDictionary = ReadonlyMap<string, FigureDef>;
