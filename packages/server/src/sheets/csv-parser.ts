// Splits delimited text into rows, piece by piece. Quoting as RFC 4180; the delimiter is found from the first lines.

/** Receives each finished row with the line it began on (zero-based count of rows). */
export type RowSink = (cells: string[], row: number) => void;

/** Fed with text in pieces. `end` returns the place of a quotation mark left open, if there is one. */
export interface CsvParser {
  push(text: string): void;
  end(): { row: number; column: number } | null;
  /** Where the parser stands, for a fault in the middle of the file. */
  place(): { row: number; column: number; letters: number };
}

const candidates = ['\t', ';', ',', '|'];

/**
 * The delimiter of a text: `sep=` on the first line decides; else the one that splits the first lines most evenly.
 * A tab or semicolon beats a comma, because Vietnamese numbers have decimal commas.
 */
export function findDelimiter(sample: string): string {
  const told = /^sep=(.)\r?\n/i.exec(sample);
  if (told?.[1] !== undefined) return told[1];
  let best = ',';
  let bestScore = 0;
  for (const candidate of candidates) {
    const counts = countPerLine(sample, candidate);
    const even = shareOfUsualCount(counts);
    if (even === 0) continue;
    const score = even + (candidate === ',' || candidate === '|' ? 0 : 0.5);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

/** The share of lines that have the most usual count of a delimiter; lines without any are titles. */
function shareOfUsualCount(counts: readonly number[]): number {
  const lines = new Map<number, number>();
  for (const count of counts) if (count > 0) lines.set(count, (lines.get(count) ?? 0) + 1);
  return lines.size === 0 ? 0 : Math.max(...lines.values()) / counts.length;
}

/** How often the delimiter stands outside quotes on each of the first 20 lines that have any text. */
function countPerLine(sample: string, delimiter: string): number[] {
  const counts: number[] = [];
  let quoted = false;
  let count = 0;
  let letters = 0;
  for (const char of sample) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && char === delimiter) count++;
    else if (!quoted && char === '\n') {
      if (letters > 0) counts.push(count);
      if (counts.length === 20) return counts;
      [count, letters] = [0, 0];
      continue;
    }
    if (char !== '\r') letters++;
  }
  if (letters > 0 && counts.length === 0) counts.push(count);
  return counts;
}

/** Makes a parser for one delimiter. Memory held is one row. */
export function createCsvParser(delimiter: string, onRow: RowSink): CsvParser {
  let cells: string[] = [];
  let field = '';
  let row = 0;
  let state: 'start' | 'bare' | 'quoted' | 'closed' = 'start';
  let afterReturn = false;

  function endField(): void {
    cells.push(field);
    field = '';
    state = 'start';
  }
  function endRow(): void {
    endField();
    onRow(cells, row++);
    cells = [];
  }
  function take(char: string): void {
    if (state === 'quoted') {
      if (char === '"') state = 'closed';
      else field += char;
      return;
    }
    if (char === '"' && state === 'closed') {
      field += '"';
      state = 'quoted';
    } else if (char === '"' && state === 'start') state = 'quoted';
    else if (char === delimiter) endField();
    else if (char === '\n') {
      if (!afterReturn) endRow();
    } else if (char === '\r') endRow();
    else {
      field += char;
      if (state === 'start') state = 'bare';
    }
    afterReturn = char === '\r';
  }
  return {
    push(text) {
      for (let at = 0; at < text.length; at++) take(text.charAt(at));
    },
    end() {
      if (state === 'quoted') return { row, column: cells.length };
      if (cells.length > 0 || field !== '' || state !== 'start') endRow();
      return null;
    },
    place: () => ({ row, column: cells.length, letters: field.length }),
  };
}
