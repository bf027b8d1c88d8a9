// Answers kept ready: the last ones made, each valid as long as its version text is the same.

/** Keeps the last `most` answers; a failed one is forgotten. */
export interface Kept<T> {
  get(version: string, make: () => Promise<T>): Promise<T>;
}

export function keepAnswers<T>(most: number): Kept<T> {
  const answers = new Map<string, Promise<T>>();
  return {
    get(version, make) {
      const known = answers.get(version);
      if (known !== undefined) return known;
      const made = make();
      answers.set(version, made);
      made.catch(() => answers.delete(version));
      const oldest = answers.keys().next().value;
      if (answers.size > most && oldest !== undefined) answers.delete(oldest);
      return made;
    },
  };
}
