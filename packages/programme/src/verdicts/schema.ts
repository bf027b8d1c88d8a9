// Why a cell has its mark: shapes of `GET /api/units/{unit}/criteria/{criterion}` and of the commune and criterion pages.
import * as z from 'zod/mini';

const text = z.string();
const bilingual = z.object({ vi: text, en: text });
export const VerdictName = z.enum(['met', 'notMet', 'unknown', 'notApplicable']);

/** One reading as recorded, newest first in lists. Figures are decimal text. */
export const ReadingShown = z.object({
  numerator: z.nullable(text),
  denominator: z.nullable(text),
  applicable: z.boolean(),
  note: z.nullable(text),
  /** Only a per cent was given: "thiếu tử số, mẫu số". */
  bare: z.boolean(),
  official: z.boolean(),
  confirmed: z.nullable(z.object({ by: text, on: text, document: z.nullable(text) })),
  source: z.nullable(text),
  knownOn: text,
  seq: z.int(),
});

export type ReadingShown = z.infer<typeof ReadingShown>;

export const IndicatorExplained = z.object({
  code: text,
  /** The law's own words; `quoted` only where they were checked against the original. */
  name: bilingual,
  quoted: z.boolean(),
  verdict: VerdictName,
  confirmed: z.boolean(),
  /** "82,7%" in Vietnamese, "82.7%" in English; null without a figure. */
  /** The figure shown large: the main one, or the only one. */
  valueText: z.nullable(bilingual),
  /** The values of all parts. */
  valuesText: z.nullable(bilingual),
  /** "1.871 trên 2.262 người". */
  countsText: z.nullable(bilingual),
  /** Position of value and standard on a bar, as per cents 0..100; null where a bar makes no sense. */
  bar: z.nullable(z.object({ value: z.number(), standard: z.number(), from: z.number(), to: z.number() })),
  standard: z.nullable(text),
  standardText: z.nullable(bilingual),
  /** "Còn thiếu 52 người": the largest sentence after the figure. */
  gap: z.nullable(bilingual),
  reason: bilingual,
  citation: bilingual,
  column: z.nullable(bilingual),
  lawChecked: z.boolean(),
  /** The provincial overlay that gave the standard, if one did. */
  overlay: z.nullable(z.object({ id: text, title: bilingual, illustrative: z.boolean() })),
  office: z.nullable(bilingual),
  figures: z.array(
    z.object({
      part: text,
      code: text,
      name: bilingual,
      unit: z.nullable(text),
      /** `share`, `ratio`: counts of a total; `number`; `judged`, `document`: yes or no. */
      kind: text,
      current: z.nullable(ReadingShown),
      history: z.array(ReadingShown),
    }),
  ),
});
export type IndicatorExplained = z.infer<typeof IndicatorExplained>;

export const CriterionExplained = z.object({
  unit: z.object({ code: text, name: text, kind: text }),
  round: text,
  asOf: text,
  sample: z.boolean(),
  code: text,
  name: bilingual,
  /** Letter of MARKS. */
  mark: text,
  verdict: z.enum(['met', 'notMet', 'unknown', 'notApplicable', 'coBanDat']),
  basis: z.nullable(z.enum(['computed', 'declared'])),
  /** For a declared mark: the sheet it came from, with cell and document number. */
  declared: z.nullable(z.object({ document: z.nullable(text), sheet: text, cell: text, raw: text })),
  /** "Vướng 1/3 chỉ tiêu". */
  summary: bilingual,
  risk: z.nullable(bilingual),
  indicators: z.array(IndicatorExplained),
});
export type CriterionExplained = z.infer<typeof CriterionExplained>;

/** `GET /api/units/{unit}?round=`: one commune's page. */
export const CommunePage = z.object({
  unit: z.object({
    code: text,
    name: text,
    kind: text,
    parents: z.array(z.object({ code: text, name: text })),
  }),
  round: text,
  roundName: bilingual,
  /** Number of the decree that judges it; null in a year without a set. */
  decree: z.nullable(text),
  sample: z.boolean(),
  asOf: text,
  /** What became of it, or what it was made of: sentences with date and document. */
  changes: z.array(bilingual),
  sentence: bilingual,
  criteria: z.array(
    z.object({ code: text, name: bilingual, mark: text, summary: bilingual, gaps: z.array(bilingual) }),
  ),
});
export type CommunePage = z.infer<typeof CommunePage>;

/** `GET /api/criteria/{criterion}?under=&round=`: one criterion over all units, worst first. */
export const CriterionPage = z.object({
  code: text,
  name: bilingual,
  round: text,
  roundName: bilingual,
  /** Number of the decree that judges it; null in a year without a set. */
  decree: z.nullable(text),
  sample: z.boolean(),
  asOf: text,
  sentence: bilingual,
  indicators: z.array(
    z.object({
      code: text,
      name: bilingual,
      quoted: z.boolean(),
      citation: bilingual,
      lawChecked: z.boolean(),
      rows: z.array(
        z.object({
          unit: text,
          name: text,
          verdict: VerdictName,
          confirmed: z.boolean(),
          valuesText: z.nullable(bilingual),
          standardText: z.nullable(bilingual),
          gap: z.nullable(bilingual),
        }),
      ),
    }),
  ),
});
export type CriterionPage = z.infer<typeof CriterionPage>;
