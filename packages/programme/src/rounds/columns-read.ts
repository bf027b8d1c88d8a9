// The signed columns of a round: which unit is judged as which region or group, who signed it, where it was carried from.
import * as z from 'zod/mini';
import { read } from '../declarations/index.ts';
import { UnitName } from '../units/schema.ts';

export const ColumnsQuery = z.object({
  under: z.optional(UnitName),
  round: z.optional(z.string()),
  set: z.optional(z.string()),
});
export type ColumnsQuery = z.infer<typeof ColumnsQuery>;

const bilingual = z.object({ vi: z.string(), en: z.string() });

export const ColumnsReply = z.object({
  round: z.string(),
  /** What the set divides units by; null where it divides them by nothing, and nothing need be signed. */
  dimension: z.nullable(z.object({ code: z.string(), name: bilingual })),
  /** The columns that may be signed. */
  columns: z.array(z.object({ code: z.string(), name: bilingual })),
  units: z.array(
    z.object({
      /** `code@date`, as `columns.sign` takes it. */
      unit: UnitName,
      name: z.string(),
      /** null: not signed yet, and every verdict is unknown. */
      signed: z.nullable(
        z.object({
          column: z.string(),
          document: z.nullable(z.string()),
          signedBy: z.string(),
          signedOn: z.string(),
          /** Code of the round it was carried over from; null: signed in this one. */
          carriedFrom: z.nullable(z.string()),
        }),
      ),
    }),
  ),
});
export type ColumnsReply = z.infer<typeof ColumnsReply>;

export const readColumns = read<ColumnsQuery, ColumnsReply>({
  name: 'columns.read',
  query: ColumnsQuery,
  reply: ColumnsReply,
  may: { act: 'read', noun: 'columns' },
});
