// One way of judging communes, ours or another's: asked for a whole pass, it says how many criteria are met.

/** Judges all communes it was made for. */
export type Pass = () => number | Promise<number>;

export interface Contender {
  readonly name: string;
  /** Rules are compiled and data laid out here, outside the measured time. */
  make(communes: number): Promise<Pass>;
}
