// A criteria set as the engine holds it: plain data, deeply frozen, in the order of the decree.
import type { Confidence } from './confidence.ts';
import type { FigureDef } from './figures.ts';
import type { OverlayMark, RuleNode } from './rule.ts';

/** Version of the file format, not of the law. */
export const SET_FORMAT = 1;

/** One document the set rests on; the first is the decree that citations name. */
export interface LegalBasis {
  readonly number: string;
  readonly date: string | null;
  readonly effectiveFrom: string | null;
  readonly roleEn: string;
  readonly confidence: Confidence;
  readonly source: string | null;
  readonly noteEn: string | null;
}

/** One column of the decree's table: a region, a commune group. */
export interface DimensionValue {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly definitionVi: string | null;
  readonly definitionEn: string | null;
}

export interface Dimension {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly values: readonly DimensionValue[];
}

/** Units for which the decree names another column than their own (QĐ 318/QĐ-TTg, Article 1). Written `COLUMN/code`. */
export interface SpecialRule {
  readonly code: string;
  readonly takes: string;
  readonly textVi: string;
  readonly textEn: string;
  readonly confidence: Confidence;
  readonly source: string | null;
}

/** Which figure a part of an indicator counts, and how sure the wording is: the strength of the crosswalk's link. */
export interface FigureUse {
  readonly code: string;
  readonly confidence: Confidence;
  /** What people call the part ("nước sạch"); null for the main figure and for sexes. */
  readonly labelVi: string | null;
  readonly labelEn: string | null;
}

export type MeasureType = 'boolean' | 'percent' | 'number' | 'ratio' | 'document' | 'judged';

export interface Measure {
  readonly type: MeasureType;
  /** For boolean: what the fact must be (`false` where the thing must not exist). */
  readonly expected: boolean;
  readonly unit: string | null;
  /** Men and women must each reach the standard. */
  readonly bySex: boolean;
  /** The decree leaves the standard to the province. */
  readonly delegated: boolean;
}

export interface Office {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

export interface Indicator {
  readonly code: string;
  readonly textVi: string;
  readonly textEn: string;
  readonly measure: Measure;
  /** Part ('' main, `clean`, `male`, `female`) to the figure it counts. */
  readonly figures: Readonly<Record<string, FigureUse>>;
  readonly rule: RuleNode;
  readonly points: number | null;
  readonly office: Office | null;
  /** Where it stands in another document than the set's first decree. */
  readonly citation: { readonly decree: string; readonly date: string | null } | null;
  readonly confidence: Confidence;
  readonly sources: readonly string[];
  readonly noteEn: string | null;
}

export interface Criterion {
  readonly code: string;
  readonly group: string | null;
  readonly nameVi: string;
  readonly nameEn: string;
  /** How many indicators the decree declares here; null when not known. More than are listed: the criterion is never met. */
  readonly declaredIndicators: number | null;
  /** Named in the withdrawal rule: losing it weighs more. */
  readonly key: boolean;
  readonly indicators: readonly Indicator[];
  readonly confidence: Confidence;
  readonly sources: readonly string[];
}

export interface Group {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

/** Years the set judges. `extended`: an overlay applies the standards of one year up to a later one. */
export interface Period {
  readonly from: number;
  readonly to: number;
  readonly extended: {
    readonly to: number;
    readonly standardsOf: number;
    readonly overlay: OverlayMark;
  } | null;
}

/** `all`: every criterion must hold. `points`: met indicators give points, the level asks for `passMark`. */
export type Scoring = { readonly type: 'all' } | { readonly type: 'points'; readonly passMark: number };

export interface CriteriaSet {
  readonly format: number;
  readonly id: string;
  readonly version: number;
  readonly titleVi: string;
  readonly titleEn: string;
  /** Level that a unit reaches by it: `ntm`, `nangCao`, ... */
  readonly level: string;
  readonly recognitionVi: string;
  /** `commune`, `thon` (village) or any other kind of unit. */
  readonly unitLevel: string;
  readonly period: Period;
  readonly effectiveFrom: string;
  readonly legalBasis: readonly LegalBasis[];
  readonly dimension: Dimension | null;
  readonly specialRules: readonly SpecialRule[];
  readonly scoring: Scoring;
  readonly declaredCounts: { readonly criteria: number; readonly indicators: number };
  readonly groups: readonly Group[];
  readonly criteria: readonly Criterion[];
  /** Further conditions of the level (survey, construction debt, security): judged like indicators, in no criterion. */
  readonly conditions: readonly Indicator[];
  readonly overlays: readonly OverlayMark[];
  readonly confidenceNoteEn: string | null;
  /** Definitions of the figures that the set names, by code. */
  readonly figures: Readonly<Record<string, FigureDef>>;
}
