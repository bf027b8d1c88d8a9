// One entry of the catalogue of problems: its status over HTTP, and its sentences.

export interface Entry {
  readonly status: number;
  readonly vi: string;
  readonly en: string;
}
