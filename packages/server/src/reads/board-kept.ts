// Boards kept ready between writes.
import type { BoardQuery, BoardReply } from '@vungbuoc/programme/board';
import type { Principal } from '@vungbuoc/programme/principals';
import type { Workshop } from '../reference/workshop.ts';
import { boardOf, boardVersion } from './board.ts';
import { type Kept, keepAnswers } from './kept.ts';
import { findScope } from './scope.ts';

/** A national board takes some four megabytes; the workbook of a board is asked for soon after the board itself. */
const MOST_KEPT = 4;

// by the snapshot's keeper: each asker has a workshop of their own
const kept = new WeakMap<Workshop['reference'], Kept<BoardReply>>();

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
  const boards = kept.get(workshop.reference) ?? keepAnswers<BoardReply>(MOST_KEPT);
  kept.set(workshop.reference, boards);
  return boards.get(version, () => boardOf(workshop, scope));
}
