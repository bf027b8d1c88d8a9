// Boards kept ready: the last ones made, each valid as long as its version text is the same.
import type { BoardQuery, BoardReply } from '@vungbuoc/programme/board';
import type { Principal } from '@vungbuoc/programme/principals';
import type { Workshop } from '../commands/workshop.ts';
import { boardOf, boardVersion } from './board.ts';
import { findScope } from './scope.ts';

/** A national board is about one megabyte; sixteen of them stay within the server's idle memory. */
const MOST_KEPT = 16;

const kept = new WeakMap<Workshop, Map<string, Promise<BoardReply>>>();

/** The text that an unchanged board keeps: its ETag. Checks the right to look, as the board itself does. */
export async function versionOfBoard(
  workshop: Workshop,
  principal: Principal,
  query: BoardQuery,
): Promise<string> {
  return boardVersion(workshop, await findScope(workshop, principal, query), query);
}

/** The board as of now, made once per version. */
export async function keptBoard(
  workshop: Workshop,
  principal: Principal,
  query: BoardQuery,
): Promise<BoardReply> {
  const scope = await findScope(workshop, principal, query);
  const version = await boardVersion(workshop, scope, query);
  const boards = kept.get(workshop) ?? new Map<string, Promise<BoardReply>>();
  kept.set(workshop, boards);
  const known = boards.get(version);
  if (known) return known;
  const made = boardOf(workshop, scope, query);
  boards.set(version, made);
  made.catch(() => boards.delete(version));
  const oldest = boards.keys().next().value;
  if (boards.size > MOST_KEPT && oldest !== undefined) boards.delete(oldest);
  return made;
}
