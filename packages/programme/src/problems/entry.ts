// One entry of the catalogue of problems.

/** What a problem says, and the HTTP status it travels with. */
export interface Entry {
  readonly status: number;
  readonly vi: string;
  readonly en: string;
}
