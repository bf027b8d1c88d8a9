// A reviewed reason why no test notices some changes of the engine, and the place it holds for.
interface Narrowing {
  /** Text of what was changed, on one line. */
  readonly was?: string | readonly string[];
  readonly becomes?: string | readonly string[];
  /** Stryker's name of the kind of change. */
  readonly mutator?: string | readonly string[];
  /** Why no test notices, in one sentence that is true of every change the rule fits. */
  readonly because: string;
}

/** Always about one or a few declarations (`place`) or the lines that hold a text (`line`) of one file; never about a whole file. */
export type Reason = Narrowing &
  (
    | { readonly place: string | readonly string[]; readonly line?: string }
    | { readonly place?: undefined; readonly line: string }
  );

/** By file under packages/criteria/src; of several that fit, the first holds. */
export type ReasonsByFile = Readonly<Record<string, readonly Reason[]>>;
