// One fault of a file of the law, in both languages, with its place.

/** `code` is stable (`set.key-absent`); `path` is as an official reads it (`criteria/17.json > 17.1 > TDMNPB`). */
export interface SetProblem {
  readonly code: string;
  readonly file: string;
  readonly path: string;
  readonly vi: string;
  readonly en: string;
}
