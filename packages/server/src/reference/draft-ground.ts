// What a draft of the law is read against, and how a cell of it is told from what it was.
import { createHash } from 'node:crypto';
import type { DraftGround } from '@vungbuoc/programme/drafts';
import type { Reference } from './snapshot.ts';

/** The published dictionary, and the newest version of each published set. */
export function draftGround(reference: Reference): DraftGround {
  return {
    figures: [...reference.figures.values()].map((figure) => figure.definition),
    findSet: (id) => reference.shelf.listSets().findLast(({ set }) => set.id === id)?.set,
  };
}

export function digestOfCell(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
