// The board as it travels: communes down, criteria across, one letter a cell. Shape of `GET /api/board`.
import * as z from 'zod/mini';
import { CalendarDay } from '../units/calendar-day.ts';
import { UnitName } from '../units/schema.ts';

/**
 * One letter per cell, in the order of `criteria`. Circle = met family, square = not met, triangle = in danger
 * (design: filled is verified, outlined is only claimed).
 */
export const MARKS = {
  M: 'met',
  R: 'atRisk',
  C: 'claimedMet',
  B: 'coBanDat',
  N: 'notMet',
  P: 'claimedNotMet',
  U: 'unknown',
  A: 'notApplicable',
} as const;
export type MarkLetter = keyof typeof MARKS;
export type Mark = (typeof MARKS)[MarkLetter];

/** How the board looks at places: as organised when the round was made, or as organised today. */
export const Geography = z.enum(['then', 'now']);
export type Geography = z.infer<typeof Geography>;

/** Where a row's marks come from; `null` when the unit has no result in this round. */
export const Basis = z.nullable(z.enum(['computed', 'declared']));
export type Basis = z.infer<typeof Basis>;

const text = z.string();
const bilingual = { vi: text, en: text };

export const BoardUnit = z.object({ code: text, name: text, kind: text });

export const BoardCriterion = z.object({
  code: text,
  name: z.object(bilingual),
  /** Code of the group of criteria it stands under, null when the set has none. */
  group: z.nullable(text),
  /** False: at least one standard that decides here was not checked against the original ("chưa đối chiếu bản gốc"). */
  lawChecked: z.boolean(),
  /** True: no standard of this criterion can decide at all (column is hatched). */
  noStandard: z.boolean(),
  /** Confirmed communes that meet it, and how many the year's plan asks for (null: no plan). */
  met: z.int(),
  planned: z.nullable(z.int()),
});

export const BoardRow = z.object({
  unit: text,
  name: text,
  kind: text,
  /** The unit above it in the geography shown: province of a commune in the national board. */
  parent: z.nullable(z.object({ code: text, name: text })),
  /** The column of the law it is judged by (region, commune group); null: not signed yet. */
  column: z.nullable(text),
  basis: Basis,
  /** One letter of MARKS for each criterion. */
  marks: text,
  /** For each criterion: how many of its indicators are not met or not known. */
  lacking: z.array(z.int()),
  /** Confirmed criteria met; null where the unit has no result: no figures, or none of its criteria could be judged. */
  met: z.nullable(z.int()),
  /** Criteria only claimed (or basically met), waiting to be verified. */
  claimed: z.int(),
  /** Criteria that count for this unit (those not applicable count in no sum). */
  of: z.int(),
  /** Number of criteria the year's plan asks of this unit, null when the plan names none. */
  planned: z.nullable(z.int()),
  recognised: z.nullable(z.object({ level: text, forYear: z.nullable(z.int()) })),
  /** What the set computes of its level; survey, debt and security keep it `unknown` until given. null: not computed. */
  level: z.nullable(z.enum(['met', 'notMet', 'unknown', 'notApplicable'])),
  underFloor: z.boolean(),
  /** What stands in the way of a full result, as codes: 'no-readings', 'no-column', 'divided-predecessor', 'missing-predecessor'. */
  notes: z.array(text),
});
export type BoardRow = z.infer<typeof BoardRow>;

export const RoundHead = z.object({
  code: text,
  name: z.object(bilingual),
  kind: text,
  year: z.int(),
  asOf: text,
  geographyOn: text,
});
export type RoundHead = z.infer<typeof RoundHead>;

export const SetHead = z.object({
  id: text,
  version: text,
  title: z.object(bilingual),
  /** Decree and date, e.g. "1980/QĐ-TTg", "2016-10-17". */
  decree: text,
  decreeDate: z.nullable(text),
  /** Provincial overlays on it; an illustrative one must say so on screen. */
  overlays: z.array(z.object({ id: text, title: z.object(bilingual), illustrative: z.boolean() })),
  /** Year the set is stretched to by an overlay when the round lies outside its own period. */
  extendedTo: z.nullable(z.int()),
});

export type SetHead = z.infer<typeof SetHead>;

export const BoardReply = z.object({
  under: BoardUnit,
  round: RoundHead,
  rounds: z.array(RoundHead),
  /** null: the round has only a list of criterion codes (years without a set). */
  set: z.nullable(SetHead),
  sets: z.array(z.object({ id: text, title: z.object(bilingual) })),
  geography: Geography,
  /** How many rows the other geography would have. */
  otherGeographyRows: z.int(),
  asOf: text,
  /** Figures that became known after that day and are counted all the same; an explicit as-of day leaves them out. */
  knownLater: z.int(),
  /** True: figures are illustrative; the screen and every paper say so. */
  sample: z.boolean(),
  groups: z.array(z.object({ code: text, name: z.object(bilingual) })),
  /** The columns of the law that units are judged by (regions, commune groups). */
  columns: z.array(z.object({ code: text, name: z.object(bilingual) })),
  criteria: z.array(BoardCriterion),
  rows: z.array(BoardRow),
  sums: z.object({
    units: z.int(),
    /** The base of the average: units with a result. */
    withResult: z.int(),
    declared: z.int(),
    met: z.int(),
    of: z.int(),
    /** Cells only claimed, not in any sum. */
    waiting: z.int(),
    unknown: z.int(),
    atRisk: z.int(),
    notMet: z.int(),
    /** Decimal text with a point, one decimal; null without results. */
    average: z.nullable(text),
    planAverage: z.nullable(text),
    planYear: z.nullable(z.int()),
    /** Fraction as decimal text, three decimals: "0.943". */
    shareOfPlan: z.nullable(text),
    planIllustrative: z.boolean(),
    /** Units met in full (every criterion that applies). */
    full: z.int(),
    plannedMet: z.nullable(z.int()),
  }),
  floor: z.nullable(z.object({ value: z.int(), year: z.int() })),
  underFloor: z.array(text),
  recognised: z.array(text),
});
export type BoardReply = z.infer<typeof BoardReply>;

/** Query of `GET /api/board`. `under` is `code` or `code@date`. */
export const BoardQuery = z.object({
  under: z.optional(UnitName),
  round: z.optional(z.string().check(z.regex(/^[a-z0-9-]{3,40}$/))),
  set: z.optional(z.string().check(z.regex(/^[a-z0-9.-]{3,80}$/))),
  geography: z.optional(Geography),
  asOf: z.optional(CalendarDay),
});
export type BoardQuery = z.infer<typeof BoardQuery>;
