// What moved when the official figure came: estimates (ước) beside the official ones that replaced them.
import * as z from 'zod/mini';
import { BoardQuery } from '../board/schema.ts';
import { read } from '../declarations/index.ts';
import { VerdictName } from '../verdicts/schema.ts';

const text = z.string();
const bilingual = z.object({ vi: text, en: text });
const { under, round, set } = BoardQuery.shape;

export const MovesQuery = z.object({ under, round, set });
export type MovesQuery = z.infer<typeof MovesQuery>;

/** Decimal texts, as they were and as they are. */
export const FigureMove = z.object({
  figure: text,
  name: bilingual,
  unit: z.nullable(text),
  estimate: z.object({ numerator: z.nullable(text), denominator: z.nullable(text) }),
  official: z.object({ numerator: z.nullable(text), denominator: z.nullable(text), knownOn: text }),
});
export type FigureMove = z.infer<typeof FigureMove>;

export const MovesReply = z.object({
  round: text,
  sample: z.boolean(),
  units: z.array(
    z.object({
      unit: text,
      name: text,
      figures: z.array(FigureMove),
      /** Criteria that are judged otherwise than by the estimates. */
      criteria: z.array(z.object({ code: text, name: bilingual, before: VerdictName, after: VerdictName })),
    }),
  ),
});
export type MovesReply = z.infer<typeof MovesReply>;

export const readMoves = read<MovesQuery, MovesReply>({
  name: 'moves.read',
  query: MovesQuery,
  reply: MovesReply,
  may: { act: 'read', noun: 'readings' },
});
