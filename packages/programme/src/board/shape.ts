// Shapes the board from what was loaded. Pure: the same rows give the same bytes.
import { type CriteriaSet, UNKNOWN, verdictOf } from '@vungbuoc/criteria';
import type { StoredDeclared } from '../declared/index.ts';
import { countMarks, type JudgedMarks, marksOfDeclared, marksOfJudged } from './marks.ts';
import type { BoardReply, BoardRow, MarkLetter } from './schema.ts';
import { averageText, countLetters, plannedTotal, shareText } from './sums.ts';

/** A judged unit with its indicators, for the count of what is lacking. */
export interface JudgedRow extends JudgedMarks {
  readonly indicators: Uint8Array;
  readonly levelVerdict: number;
}

/** One unit as loaded. */
export interface LoadedRow {
  readonly unit: { readonly code: string; readonly name: string; readonly kind: string };
  readonly parent: { readonly code: string; readonly name: string } | null;
  readonly column: string | null;
  /** null: the unit has no readings in the round. */
  readonly judged: JudgedRow | null;
  /** By criterion code; '' is the total. Stands only where there are no readings. */
  readonly declared: ReadonlyMap<string, StoredDeclared>;
  readonly recognised: { readonly level: string; readonly forYear: number | null } | null;
  readonly notes: readonly string[];
}

/** The plan that a board is held against. */
export interface BoardPlan {
  readonly average: string | null;
  readonly year: number | null;
  readonly illustrative: boolean;
  readonly floor: { readonly value: number; readonly year: number } | null;
}

export interface BoardInput
  extends Pick<
    BoardReply,
    | 'under'
    | 'round'
    | 'rounds'
    | 'set'
    | 'sets'
    | 'geography'
    | 'otherGeographyRows'
    | 'asOf'
    | 'knownLater'
    | 'sample'
  > {
  /** null: the round has only criterion codes. */
  readonly law: CriteriaSet | null;
  readonly criterionCodes: readonly string[];
  /** For each criterion whether its deciding standards were all checked, and whether any can decide. */
  readonly standards: ReadonlyMap<string, { readonly checked: boolean; readonly decides: boolean }>;
  readonly rows: readonly LoadedRow[];
  readonly plan: BoardPlan;
}

export function shapeBoard(input: BoardInput): BoardReply {
  const codes = input.criterionCodes;
  const spans = indicatorSpans(input.law);
  const floor = input.plan.floor;
  const rows = input.rows.map((row) => shapeRow(row, codes, spans, floor?.value ?? null));
  const withResult = rows.filter((row) => row.met !== null);
  const met = withResult.reduce((sum, row) => sum + (row.met ?? 0), 0);
  const letters = countLetters(rows);
  const { average: planAverage, year: planYear, illustrative: planIllustrative } = input.plan;
  const { under, round, rounds, set, sets, geography, otherGeographyRows, asOf, knownLater, sample } = input;
  return {
    under,
    round,
    rounds,
    set,
    sets,
    geography,
    otherGeographyRows,
    asOf,
    knownLater,
    sample,
    groups: (input.law?.groups ?? []).map((group) => ({
      code: group.code,
      name: { vi: group.nameVi, en: group.nameEn },
    })),
    columns: (input.law?.dimension?.values ?? []).map((value) => ({
      code: value.code,
      name: { vi: value.nameVi, en: value.nameEn },
    })),
    criteria: codes.map((code, index) => shapeCriterion(input, code, index, rows)),
    rows,
    sums: {
      units: rows.length,
      withResult: withResult.length,
      declared: rows.filter((row) => row.basis === 'declared').length,
      met,
      of: withResult.reduce((sum, row) => sum + row.of, 0),
      waiting: (letters.C ?? 0) + (letters.P ?? 0),
      unknown: letters.U ?? 0,
      atRisk: letters.R ?? 0,
      notMet: letters.N ?? 0,
      average: averageText(met, withResult.length, planAverage),
      planAverage,
      planYear,
      shareOfPlan: shareText(met, withResult.length, planAverage),
      planIllustrative,
      full: withResult.filter((row) => row.of > 0 && row.met === row.of).length,
      plannedMet: plannedTotal(rows.length, planAverage),
    },
    floor,
    underFloor: rows.filter((row) => row.underFloor).map((row) => row.unit),
    recognised: rows.filter((row) => row.recognised !== null).map((row) => row.unit),
  };
}

function shapeRow(
  row: LoadedRow,
  codes: readonly string[],
  spans: readonly Span[],
  floor: number | null,
): BoardRow {
  const total = row.declared.get('');
  const basis = row.judged ? 'computed' : row.declared.size > 0 ? 'declared' : null;
  const marks = marksOf(row, codes);
  const counts = countMarks(marks);
  // a sheet that gives only "13/19" has no marks to count
  const onlyTotal = basis === 'declared' && row.declared.size === 1 && total !== undefined;
  const judgedAny = onlyTotal || marks.some((mark) => mark !== 'U' && mark !== 'A');
  const met = basis === null || !judgedAny ? null : onlyTotal ? (total.metCount ?? 0) : counts.met;
  return {
    unit: row.unit.code,
    name: row.unit.name,
    kind: row.unit.kind,
    parent: row.parent,
    column: row.column,
    basis,
    marks: marks.join(''),
    lacking: row.judged ? lackingOf(row.judged, spans) : codes.map(() => 0),
    met,
    claimed: counts.waiting,
    of: onlyTotal ? (total.ofCount ?? codes.length) : counts.applicable,
    planned: null,
    recognised: row.recognised,
    level: row.judged ? verdictOf(row.judged.levelVerdict) : null,
    underFloor: floor !== null && met !== null && met < floor,
    notes: [...row.notes],
  };
}

function marksOf(row: LoadedRow, codes: readonly string[]): MarkLetter[] {
  if (row.judged) return marksOfJudged(row.judged);
  return marksOfDeclared(codes, row.declared);
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where each criterion's indicators stand in the indicator bytes. */
function indicatorSpans(law: CriteriaSet | null): Span[] {
  let from = 0;
  return (law?.criteria ?? []).map((criterion) => {
    const span = { from, to: from + criterion.indicators.length };
    from = span.to;
    return span;
  });
}

/** How many indicators of each criterion are not met or not known. */
function lackingOf(judged: JudgedRow, spans: readonly Span[]): number[] {
  return spans.map(({ from, to }) => {
    let lacking = 0;
    for (let index = from; index < to; index += 1) {
      const verdict = judged.indicators[index];
      if (verdict === 0 || verdict === UNKNOWN) lacking += 1;
    }
    return lacking;
  });
}

function shapeCriterion(
  input: BoardInput,
  code: string,
  index: number,
  rows: readonly BoardRow[],
): BoardReply['criteria'][number] {
  const criterion = input.law?.criteria[index];
  const standards = input.standards.get(code);
  return {
    code,
    name: { vi: criterion?.nameVi ?? code, en: criterion?.nameEn ?? code },
    group: criterion?.group ?? null,
    lawChecked: standards?.checked ?? true,
    noStandard: standards ? !standards.decides : false,
    met: rows.filter((row) => row.marks[index] === 'M' || row.marks[index] === 'R').length,
    planned: null,
  };
}
