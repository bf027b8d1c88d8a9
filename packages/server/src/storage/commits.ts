// What this process has just committed, told to whoever listens: after the commit, beside the save, never inside it.

/** How far a unit has come. */
export interface UnitMoved {
  readonly unitId: number;
  readonly seq: number;
}

export type CommitListener = (moved: readonly UnitMoved[]) => void;

export interface Commits {
  tell(moved: readonly UnitMoved[]): void;
  /** @returns how to stop listening */
  listen(listener: CommitListener): () => void;
}

export function makeCommits(): Commits {
  const listeners = new Set<CommitListener>();
  return {
    tell(moved) {
      for (const listener of listeners) listener(moved);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
