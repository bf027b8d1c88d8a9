// The table of a round by place and indicator: how many units meet each, and the sums of their figures.
import * as z from 'zod/mini';
import { BoardQuery } from '../board/schema.ts';
import { read } from '../declarations/index.ts';

const text = z.string();
const bilingual = z.object({ vi: text, en: text });

/** One place and indicator. Sums are decimal text, null where the figure is not counted out of a total. */
export const IndicatorCell = z.object({
  met: z.int(),
  notMet: z.int(),
  unknown: z.int(),
  notApplicable: z.int(),
  numerator: z.nullable(text),
  denominator: z.nullable(text),
});
export type IndicatorCell = z.infer<typeof IndicatorCell>;

export const IndicatorTable = z.object({
  under: z.object({ code: text, name: text }),
  round: text,
  sample: z.boolean(),
  indicators: z.array(z.object({ code: text, name: bilingual })),
  places: z.array(
    z.object({
      code: text,
      name: text,
      units: z.int(),
      withReadings: z.int(),
      cells: z.array(IndicatorCell),
    }),
  ),
});
export type IndicatorTable = z.infer<typeof IndicatorTable>;

const { under, round, set } = BoardQuery.shape;
export const IndicatorTableQuery = z.object({ under, round, set });
export type IndicatorTableQuery = z.infer<typeof IndicatorTableQuery>;

export const readIndicatorTable = read<IndicatorTableQuery, IndicatorTable>({
  name: 'indicators.read',
  query: IndicatorTableQuery,
  reply: IndicatorTable,
  may: { act: 'read', noun: 'board' },
});
