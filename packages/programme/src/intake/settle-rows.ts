// Decides whose each line is. A name that may be somebody else's, a line twice, a hidden line: each is asked about.
import type { IntakeUnit } from './context.ts';
import type { Settled } from './ledger.ts';
import { candidate, makeQuestion, namedCandidate } from './question.ts';
import type { RowPlan } from './rows.ts';
import { askedOf, type Table, type UnitRow } from './table.ts';

/** Settles all lines; only those of units, sure or open, are returned. */
export function settleRows(table: Table, plans: readonly RowPlan[]): UnitRow[] {
  const rows: UnitRow[] = [];
  const elsewhere = settleElsewhere(table, plans);
  for (const plan of plans) {
    if (plan.use !== 'unit' && plan.use !== 'puzzle') continue;
    const place = plan.elsewhere ? elsewhere.get(plan.under ?? '') : undefined;
    if (place !== undefined && place.open !== null)
      rows.push({ row: plan.row, line: plan.line, unit: null, ...openness(place.open, true) });
    if (place !== undefined && (place.open !== null || place.value === 'skipAll')) continue;
    const before = rows.at(-1);
    const settled = plan.use === 'puzzle' ? settlePuzzle(table, plan, before) : settleUnit(table, plan);
    // A line without a name may be the second line of the commune above, and then which of the two holds?
    const asked = plan.use === 'puzzle' && settled !== null ? settled.open : [];
    if (before !== undefined && asked.length > 0)
      rows[rows.length - 1] = { ...before, open: [...before.open, ...asked] };
    if (settled !== null) rows.push(settled);
  }
  return settleCodes(table, settleHiddenRows(table, plans, settleRepeated(table, rows)));
}

/** Lines under another district are asked about together, by that district. */
function settleElsewhere(table: Table, plans: readonly RowPlan[]): Map<string, Settled> {
  const byPlace = new Map<string, RowPlan[]>();
  for (const plan of plans) {
    if (!plan.elsewhere || plan.under === null) continue;
    byPlace.set(plan.under, [...(byPlace.get(plan.under) ?? []), plan]);
  }
  const column = table.layout.nameColumns[0] ?? table.layout.codeColumn ?? 0;
  return new Map(
    [...byPlace].map(([place, own]) => {
      const id = `elsewhere:${place}`;
      const facts = { place, count: own.length, example: own[0]?.text ?? '' };
      const extra = {
        proposed: 'skipAll',
        cells: own.map(({ row }) => table.layout.view.address(row, column)),
      };
      const ask = () =>
        makeQuestion(
          id,
          'elsewhere',
          askedOf(table),
          facts,
          [candidate('skipAll'), candidate('each')],
          extra,
        );
      const settled = table.ledger.settle(id, { value: 'skipAll', sure: false, by: 'sheet' }, place, ask);
      return [place, settled];
    }),
  );
}

function openness(open: string | null, doubtful: boolean): Pick<UnitRow, 'open' | 'doubtful'> {
  return open === null ? { open: [], doubtful: false } : { open: [open], doubtful };
}

function unitWords(unit: IntakeUnit): string {
  return `${unit.name} (${unit.code}${unit.parentName === null ? '' : `, ${unit.parentName}`})`;
}

/** A name is asked once in each district, wherever it stands. */
function unitId(plan: RowPlan): string {
  if (plan.maybeDistrict) return `unit:${plan.text} @${plan.line}`;
  const under = plan.under === null ? '' : ` / ${plan.under}`;
  return `unit:${plan.text}${under}`;
}

function settleUnit(table: Table, plan: RowPlan): UnitRow | null {
  const id = unitId(plan);
  const best = plan.candidates[0];
  const kind = plan.maybeDistrict ? 'districtRow' : plan.clashCode === null ? 'unit' : 'unitConflict';
  const facts = { line: plan.line, text: plan.text, code: plan.clashCode ?? '' };
  const settled = table.ledger.settle(
    id,
    { value: plan.elsewhere ? 'skip' : (best?.code ?? 'skip'), sure: plan.sure, by: 'sheet' },
    plan.text,
    () =>
      makeQuestion(
        id,
        kind,
        askedOf(table),
        facts,
        [...plan.candidates.map((unit) => namedCandidate(unit.code, unitWords(unit))), candidate('skip')],
        {
          proposed: plan.elsewhere ? 'skip' : (best?.code ?? null),
          anyUnit: true,
          cells: [
            table.layout.view.address(plan.row, table.layout.nameColumns[0] ?? table.layout.codeColumn ?? 0),
          ],
        },
      ),
  );
  if (settled.value === 'skip' && settled.open === null) return null;
  const unit = table.finder.get(settled.value ?? '') ?? null;
  // Where no commune is even likely, what stands in the line may be no marks.
  const doubtful = plan.maybeDistrict || plan.candidates.length === 0;
  return { row: plan.row, line: plan.line, unit, ...openness(settled.open, doubtful) };
}

function settlePuzzle(table: Table, plan: RowPlan, before: UnitRow | undefined): UnitRow | null {
  const id = `row:${plan.line}`;
  const above = before?.unit ? [namedCandidate(before.unit.code, unitWords(before.unit))] : [];
  const settled = table.ledger.settle(id, { value: 'skip', sure: false, by: 'sheet' }, plan.text, () =>
    makeQuestion(
      id,
      'row',
      askedOf(table),
      { line: plan.line, text: plan.text },
      [...above, candidate('skip')],
      {
        anyUnit: true,
      },
    ),
  );
  if (settled.value === 'skip' && settled.open === null) return null;
  const unit = table.finder.get(settled.value ?? '') ?? null;
  return { row: plan.row, line: plan.line, unit, ...openness(settled.open, true) };
}

/**
 * One unit on several lines: plan and result, two years, or a mistake. One line is chosen by the person. Lines whose
 * unit is still open come later.
 */
function settleRepeated(table: Table, rows: readonly UnitRow[]): UnitRow[] {
  const byUnit = new Map<string, UnitRow[]>();
  for (const row of rows) {
    if (row.unit !== null && row.open.length === 0)
      byUnit.set(row.unit.code, [...(byUnit.get(row.unit.code) ?? []), row]);
  }
  return rows.flatMap((row) => {
    const same = row.unit === null ? [] : (byUnit.get(row.unit.code) ?? []);
    if (row.unit === null || row.open.length > 0 || same.length < 2) return [row];
    const id = `repeated:${row.unit.code}`;
    const lines = same.map(({ line }) => line);
    const facts = { unit: row.unit.name, lines: lines.join(', ') };
    const settled = table.ledger.settle(
      id,
      { value: lines[0] ?? null, sure: false, by: 'sheet' },
      row.unit.name,
      () =>
        makeQuestion(id, 'repeated', askedOf(table), facts, [
          ...lines.map((line) => namedCandidate(line, line)),
          candidate('leaveOut'),
        ]),
    );
    if (settled.open !== null) return [{ ...row, open: [...row.open, settled.open] }];
    return settled.value === row.line ? [row] : [];
  });
}

/** Filtered or hidden lines of units are taken only when a person says so. */
function settleHiddenRows(table: Table, plans: readonly RowPlan[], rows: readonly UnitRow[]): UnitRow[] {
  const hidden = new Set(plans.filter((plan) => plan.hidden).map(({ row }) => row));
  const lines = rows.filter(({ row }) => hidden.has(row)).map(({ line }) => line);
  if (lines.length === 0) return [...rows];
  const facts = {
    count: lines.length,
    lines: `${lines.slice(0, 8).join(', ')}${lines.length > 8 ? ', …' : ''}`,
  };
  const settled = table.ledger.settle(
    'hiddenRows',
    { value: 'take', sure: false, by: 'sheet' },
    facts.lines,
    () =>
      makeQuestion('hiddenRows', 'hiddenRows', askedOf(table), facts, [
        candidate('take'),
        candidate('ignore'),
      ]),
  );
  return rows.flatMap((row) => {
    if (!hidden.has(row.row)) return [row];
    if (settled.open !== null) return [{ ...row, open: [...row.open, settled.open] }];
    return settled.value === 'take' ? [row] : [];
  });
}

/** A sheet of codes alone cannot tell the new owner of a reused code from the old one. */
function settleCodes(table: Table, rows: readonly UnitRow[]): UnitRow[] {
  if (table.layout.nameColumns.length > 0) return [...rows];
  const reused = rows.filter(({ unit }) => unit?.codeReused === true);
  if (reused.length === 0) return [...rows];
  const facts = { count: reused.length, example: reused[0]?.unit?.code ?? '' };
  const settled = table.ledger.settle(
    'codes',
    { value: 'yes', sure: false, by: 'sheet' },
    facts.example,
    () => makeQuestion('codes', 'codes', askedOf(table), facts, [candidate('yes'), candidate('no')]),
  );
  if (settled.open === null && settled.value === 'yes') return [...rows];
  return rows.map((row) => ({ ...row, open: [...row.open, 'codes'] }));
}
