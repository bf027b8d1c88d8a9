// A table of readings, one line a figure (unit, indicator, value or counts), as entries per unit and all faults at once.
import { type CriteriaSet, type DecimalMark, decimalMarkOf, type Reading } from '@vungbuoc/criteria';
import { emptyCell, type IntakeCell, type IntakeGrid } from '../../intake/grid.ts';
import type { Problem } from '../../problems/index.ts';
import type { ReadingEntry } from '../schema.ts';
import { type ColumnName, findHeading } from './columns.ts';
import { type FindMerge, mergesOver } from './merged.ts';
import { placesIn } from './places.ts';
import { placeOf, type RowScope, readRow } from './row.ts';

/** What one unit has in a table; `places[i]` is where `entries[i]` was read. */
export interface TabledUnit {
  /** As written in the file. */
  readonly unit: string;
  /** Where the unit is named first. */
  readonly place: string;
  readonly entries: ReadingEntry[];
  readonly places: string[];
}

/** `problems` empty: everything was read. `unread`: headings that named no column. */
export interface ReadingsTable {
  readonly units: readonly TabledUnit[];
  readonly problems: readonly Problem[];
  readonly unread: readonly string[];
}

export interface TableOptions {
  /** For places and sentences. */
  readonly file: string;
  /** A text file has lines, a workbook sheets and cells. */
  readonly isText: boolean;
  /** The decimal mark of the whole file, where a person has said it. */
  readonly decimal?: DecimalMark | undefined;
}

/** Faults listed one by one; a file of 200,000 wrong lines says the rest as a number. */
const LISTED = 500;

/** Reads the table of a grid against the figures of a set. Never throws for what is in it. */
export function readReadingsTable(grid: IntakeGrid, set: CriteriaSet, options: TableOptions): ReadingsTable {
  const places = placesIn(options.file, options.isText ? null : grid.sheet);
  const { heading, problems: headProblems } = findHeading(grid.rows, places);
  if (heading === null || headProblems.length > 0) {
    return { units: [], problems: headProblems, unread: heading?.unread ?? [] };
  }
  const decimal = options.decimal ?? markOf(grid.rows.slice(heading.row + 1), heading.columns);
  const scope: RowScope = { set, heading, places, decimal };
  const reader = new TableReader(grid, scope);
  for (let row = heading.row + 1; row < grid.rows.length; row++) reader.take(row);
  return reader.finish(options.file);
}

function markOf(
  rows: readonly (readonly IntakeCell[])[],
  columns: RowScope['heading']['columns'],
): DecimalMark | undefined {
  const texts = function* (): Generator<string> {
    for (const cells of rows) {
      for (const column of FIGURES) {
        const cell = cells[columns[column] ?? -1];
        if (cell?.kind === 'text') yield cell.text;
      }
    }
  };
  const mark = decimalMarkOf(texts());
  return mark === null || mark === 'conflict' ? undefined : mark;
}

const FIGURES: readonly ColumnName[] = ['value', 'numerator', 'denominator'];

interface Seen {
  readonly place: string;
  readonly indicator: string;
  readonly reading: Reading;
}

class TableReader {
  private readonly units = new Map<string, TabledUnit>();
  private readonly seen = new Map<string, Seen>();
  private readonly problems: Problem[] = [];
  private unlisted = 0;
  private readonly rows: IntakeGrid['rows'];
  private readonly scope: RowScope;
  private readonly mergeAt: FindMerge;

  constructor(grid: IntakeGrid, scope: RowScope) {
    this.rows = grid.rows;
    this.scope = scope;
    this.mergeAt = mergesOver(grid, Object.values(scope.heading.columns));
  }

  take(row: number): void {
    const cells = this.spread(row);
    if (cells.every((cell) => cell.text === '')) return;
    const unit = cells[this.scope.heading.columns.unit ?? -1]?.text ?? '';
    const path = placeOf('unit', row, this.scope);
    if (unit === '') this.say({ code: 'import.unit-absent', path });
    else if (/^[=+@-]/.test(unit)) {
      this.say({ code: 'import.formula-for-name', path, facts: { text: unit } });
    } else {
      const own = this.unitAt(unit, path);
      const { figure, reading, problems } = readRow(cells, row, this.scope);
      for (const problem of problems) this.say(problem);
      if (figure !== null && reading !== null) this.keep(own, figure.code, reading, row, cells);
    }
  }

  finish(file: string): ReadingsTable {
    const { problems, unlisted } = this;
    const rest: Problem = { code: 'import.more-faults', path: file, facts: { count: unlisted } };
    const all = unlisted === 0 ? problems : [...problems, rest];
    const units = [...this.units.values()];
    const empty = all.length === 0 && units.length === 0;
    return {
      units,
      problems: empty ? [{ code: 'import.nothing', path: file }] : all,
      unread: this.scope.heading.unread,
    };
  }

  /** A name merged over several lines holds for each; a figure merged over several lines is whose? */
  private spread(row: number): readonly IntakeCell[] {
    const { columns } = this.scope.heading;
    const cells: IntakeCell[] = [...(this.rows[row] ?? [])];
    for (const column of [columns.unit, columns.indicator]) {
      const merge = column === undefined ? null : this.mergeAt(row, column);
      const content = merge && this.rows[merge.top]?.[merge.left];
      if (column !== undefined && content) cells[column] = content;
    }
    for (const name of FIGURES) {
      const column = columns[name];
      if (column === undefined || this.mergeAt(row, column)?.top !== row) continue;
      const text = cells[column]?.text ?? '';
      const path = this.scope.places.cell(row, column);
      if (text !== '') this.say({ code: 'import.merged-figure', path, facts: { text } });
    }
    return Array.from(cells, (cell) => cell ?? emptyCell);
  }

  private unitAt(unit: string, place: string): TabledUnit {
    const known = this.units.get(unit);
    if (known) return known;
    const own: TabledUnit = { unit, place, entries: [], places: [] };
    this.units.set(unit, own);
    return own;
  }

  private keep(
    own: TabledUnit,
    figure: string,
    reading: Reading,
    row: number,
    cells: readonly IntakeCell[],
  ): void {
    const key = `${own.unit}\n${figure}`;
    const indicator = cells[this.scope.heading.columns.indicator ?? -1]?.text ?? '';
    const before = this.seen.get(key);
    if (before !== undefined) {
      this.compare(before, { place: placeOf('indicator', row, this.scope), indicator, reading }, own.unit);
      return;
    }
    const place = this.scope.places.line(row);
    this.seen.set(key, { place, indicator, reading });
    const { numerator, denominator, applicable, note, bare } = reading;
    own.entries.push({ figure, numerator, denominator, applicable, note: note ?? null, bare: bare ?? false });
    own.places.push(place);
  }

  /** The same figure twice is a fault, unless two indicators share it and both say the same. */
  private compare(before: Seen, { place: path, indicator, reading }: Seen, unit: string): void {
    if (before.indicator !== indicator && sameFigure(before.reading, reading)) return;
    this.say({ code: 'import.twice', path, facts: { indicator, unit, place: before.place } });
  }

  private say(problem: Problem): void {
    if (this.problems.length < LISTED) this.problems.push(problem);
    else this.unlisted++;
  }
}

function sameFigure(one: Reading, other: Reading): boolean {
  return (
    one.numerator === other.numerator &&
    one.denominator === other.denominator &&
    one.applicable === other.applicable
  );
}
