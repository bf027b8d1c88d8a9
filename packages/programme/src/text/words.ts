// What a catalogue of the board's papers must say.

export interface BoardWords {
  readonly sheet: string;
  readonly title: (place: string) => string;
  readonly asOf: (day: string) => string;
  readonly law: (decree: string) => string;
  readonly sample: string;
  readonly legend: string;
  readonly code: string;
  readonly unit: string;
  readonly met: string;
  readonly of: string;
  readonly basis: string;
  readonly unitsMet: string;
  readonly average: (withResult: number, units: number) => string;
  readonly plan: (average: string) => string;
  readonly noResult: string;
  readonly bases: Readonly<Record<'computed' | 'declared', string>>;
  readonly marks: Readonly<Record<string, string>>;
}
