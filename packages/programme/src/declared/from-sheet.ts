// What was read of an office's sheet, as the units of an import: or everything that keeps it from being one.
import type { Applied } from '../intake/index.ts';
import type { Problem } from '../problems/index.ts';
import type { DeclaredEntry, DeclaredUnit } from './index.ts';

export interface DeclaredSheet {
  readonly units: readonly DeclaredUnit[];
  /** Open questions and faults, each with its place; while there is one, nothing may be kept. */
  readonly problems: readonly Problem[];
}

/** `criteria`: how many the round has, the base of a count that the sheet gives without one. */
export function declaredOf(applied: Applied, file: string, criteria: number): DeclaredSheet {
  const units = new Map<string, DeclaredEntry[]>();
  const problems = [...questionProblems(applied, file), ...faultProblems(applied, file)];
  for (const result of applied.results) {
    const entries = units.get(result.unitCode) ?? [];
    const criterion = result.criterion ?? '';
    const path = placeIn(file, result.sheet, result.cell);
    const before = entries.find((entry) => entry.criterion === criterion);
    if (before) {
      const facts = { unit: result.unitCode, criterion, first: before.cell };
      problems.push({ code: 'declared.twice', path, facts });
      continue;
    }
    const count = result.criterion === null;
    entries.push({
      criterion,
      verdict: count ? null : result.verdict,
      met: count ? result.metCount : null,
      of: count ? (result.ofCount ?? criteria) : null,
      cell: result.cell,
      raw: result.raw,
    });
    units.set(result.unitCode, entries);
  }
  if (units.size === 0 && problems.length === 0) problems.push({ code: 'import.nothing', path: file });
  return { units: [...units].map(([unit, entries]) => ({ unit, entries })), problems };
}

function questionProblems({ questions }: Applied, file: string): Problem[] {
  if (questions.length === 0) return [];
  const asked = questions.map((question): Problem => {
    const path = placeIn(file, question.sheet, question.cells[0] ?? null);
    return { code: 'import.fault', path, facts: { why: question.vi, whyEn: question.en } };
  });
  return [{ code: 'intake.unanswered', path: file, facts: { count: questions.length } }, ...asked];
}

function faultProblems({ faults }: Applied, file: string): Problem[] {
  return faults.map(({ sheet, cell, vi, en }) => {
    const path = placeIn(file, sheet, cell);
    return { code: 'import.fault', path, facts: { why: vi, whyEn: en } };
  });
}

function placeIn(file: string, sheet: string | null, cell: string | null): string {
  if (sheet === null) return file;
  return cell === null ? `${file} ${sheet}` : `${file} ${sheet}!${cell}`;
}
