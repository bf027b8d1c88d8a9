// Who acts. One local principal until accounts exist; the public is a kind of its own and reads only what is published.
import * as z from 'zod/mini';

export const Principal = z.object({
  kind: z.enum(['local', 'job', 'public']),
  personId: z.int(),
  name: z.string(),
  office: z.string(),
});
export type Principal = z.infer<typeof Principal>;

/** What a right asks: an act on a thing of one unit (ancestors given, so that a subtree can be granted). */
export interface RightAsked {
  readonly act: 'read' | 'write' | 'publish' | 'administer';
  readonly noun: string;
  readonly unitId: number;
  readonly ancestors: readonly number[];
}

/**
 * The one `may` of every path. The local principal may do all on this machine (the server listens on loopback only);
 * jobs may recompute; the public may do nothing yet because nothing is published.
 */
export function may(principal: Principal, asked: RightAsked): boolean {
  if (principal.kind === 'local') return true;
  if (principal.kind === 'job') return asked.act === 'read' || asked.act === 'write';
  return false;
}
