// The units that one person's transactions may set as their context: the second wall, independent of the first.

/** Unit ids; a context never names others. */
export interface Reach {
  readonly reads: ReadonlySet<number>;
  readonly writes: ReadonlySet<number>;
}
