// Who would fall: the units of a round judged under another set, as far as both count the same things.
import * as z from 'zod/mini';

export const WouldFallReply = z.object({
  round: z.string(),
  from: z.object({ id: z.string(), version: z.int() }),
  to: z.object({ id: z.string(), version: z.int() }),
  /** The year whose standards of the other set are asked of. */
  year: z.int(),
  units: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      /** `unknown`: it holds now, and what follows cannot be told ("chưa xác định"). */
      outlook: z.enum(['keeps', 'falls', 'unknown', 'not-holding']),
      met: z.int(),
      metThen: z.int(),
      /** Criteria of the other set that would not be met, and those that cannot be told. */
      lost: z.array(z.string()),
      open: z.array(z.string()),
    }),
  ),
  /** Figures of the other set that nothing surely known reaches. */
  unlinked: z.array(z.string()),
});
export type WouldFallReply = z.infer<typeof WouldFallReply>;
