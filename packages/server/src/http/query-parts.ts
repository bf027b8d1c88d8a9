// Parts of an address that nobody reads: a misspelt `as-of` must not be answered with today's board.
import { type Problem, ProblemError } from '@vungbuoc/programme/problems';
import * as z from 'zod/mini';

/** Every part that the schema does not know, with those it knows, and every part that is given more than once. */
export function unreadParts(
  schema: z.ZodMiniType,
  sent: Readonly<Record<string, readonly string[]>>,
): Problem[] {
  const known = schema instanceof z.ZodMiniObject ? Object.keys(schema.shape) : [];
  return Object.entries(sent).flatMap(([field, values]): Problem[] => {
    const path = `query/${field}`;
    if (!known.includes(field)) {
      return [{ code: 'input.unknown', path, facts: { field, known: known.join(', ') || '–' } }];
    }
    return values.length > 1 ? [{ code: 'input.twice', path, facts: { field } }] : [];
  });
}

/** @throws ProblemError with every part that is not read */
export function refuseUnread(schema: z.ZodMiniType, sent: Readonly<Record<string, readonly string[]>>): void {
  const [first, ...others] = unreadParts(schema, sent);
  if (first) throw new ProblemError([first, ...others]);
}
