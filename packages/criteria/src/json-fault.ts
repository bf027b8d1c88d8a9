// Where a text stops being JSON, by line and column, so that a person can find the missing comma.

/** Place of the first fault, counted from 1; `near` is what stands there, empty at the end of the file. */
export interface JsonFaultPlace {
  readonly line: number;
  readonly column: number;
  readonly near: string;
}

const SPACE = /[ \t\n\r]*/y;
/** A text: a control character may stand in it only as an escape. */
const STRING = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const NUMBER_OR_WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
/** What JSON calls space at either end; any other, such as a no-break space, is the fault itself. */
const JSON_SPACE = /^[ \t\r]+|[ \t\r]+$/g;
/** Letters of the file shown beside the place. */
const NEAR = 20;

/** The first fault of a text that is no JSON and is known not to be nested deeply. */
export function placeOfFault(text: string): JsonFaultPlace {
  const at = new Walk(text).firstFault();
  const before = text.slice(0, at).split('\n');
  // letters, not halves of them
  const letters = Array.from(text.slice(at, at + 2 * NEAR))
    .slice(0, NEAR)
    .join('');
  const near = (letters.split('\n')[0] ?? '').replace(JSON_SPACE, '');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, near };
}

/** Walks the text as JSON and stops at the first letter that cannot stand there. */
class Walk {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  firstFault(): number {
    if (this.value()) this.take(SPACE);
    return this.at;
  }

  /** True when a whole value was walked. */
  private value(): boolean {
    this.take(SPACE);
    if (this.skip('{')) return this.items('}', () => this.entry());
    if (this.skip('[')) return this.items(']', () => this.value());
    return this.take(STRING) || this.take(NUMBER_OR_WORD);
  }

  private entry(): boolean {
    this.take(SPACE);
    if (!this.take(STRING)) return false;
    this.take(SPACE);
    return this.skip(':') && this.value();
  }

  private items(end: string, item: () => boolean): boolean {
    this.take(SPACE);
    if (this.skip(end)) return true;
    for (;;) {
      if (!item()) return false;
      this.take(SPACE);
      if (this.skip(end)) return true;
      if (!this.skip(',')) return false;
    }
  }

  private skip(letter: string): boolean {
    if (this.text[this.at] !== letter) return false;
    this.at++;
    return true;
  }

  private take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) return false;
    this.at += found.length;
    return true;
  }
}
