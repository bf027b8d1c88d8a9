// What an open board is told while somebody looks at it: which of its units moved, never what moved in them.
import * as z from 'zod/mini';
import { BoardQuery } from './schema.ts';

/** `since`: the id of the last message heard; what moved meanwhile is told first. */
export const ChangesQuery = z.extend(BoardQuery, {
  since: z.optional(z.string().check(z.regex(/^[0-9.]{1,80}$/))),
});
export type ChangesQuery = z.infer<typeof ChangesQuery>;

/** `units`: codes of the board's rows that moved. null: something moved while nobody listened, and it is not known where. */
export const ChangeTold = z.object({ units: z.nullable(z.array(z.string())) });
export type ChangeTold = z.infer<typeof ChangeTold>;
