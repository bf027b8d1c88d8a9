// One unit of a scope with everything an explanation needs: its law, readings, history, declared marks.
import { type EngineText, explain } from '@vungbuoc/criteria';
import { type JudgedMarks, type MarkLetter, marksOfDeclared, marksOfJudged } from '@vungbuoc/programme/board';
import type { StoredDeclared } from '@vungbuoc/programme/declared';
import type { Principal } from '@vungbuoc/programme/principals';
import { refuse } from '@vungbuoc/programme/problems';
import type { StoredReading } from '@vungbuoc/programme/readings';
import { type Lang, say, type Texts } from '@vungbuoc/programme/text';
import { COMMUNE_LEVEL, splitUnitName, type UnitVersion } from '@vungbuoc/programme/units';
import { judge, type Law } from '@vungbuoc/programme/verdicts';
import { requireRight } from '../reference/rights.ts';
import { lawsFor, previousRound } from '../reference/rounds-of.ts';
import { byUnit, columnsByUnit } from '../reference/unit-readings.ts';
import type { Workshop } from '../reference/workshop.ts';
import { readUnits } from '../storage/context.ts';
import { listDeclared } from '../storage/declared-results.ts';
import { listReadings, listRevisions } from '../storage/readings.ts';
import { criterionCodesOf } from './law-heads.ts';
import { listReadingsAsked } from './readings-asked.ts';
import type { Scope } from './scope.ts';
import { commonColumn, inheritFrom } from './units-now.ts';

export interface JudgedUnitRead {
  /** Code of the round looked at. */
  readonly round: string;
  readonly unit: UnitVersion;
  readonly law: Law | null;
  readonly readings: ReadonlyMap<string, StoredReading>;
  readonly history: ReadonlyMap<string, readonly StoredReading[]>;
  readonly declared: ReadonlyMap<string, StoredDeclared>;
  readonly marks: JudgedMarks | null;
  /** One letter for each criterion of the round. */
  readonly letters: readonly MarkLetter[];
  readonly codes: readonly string[];
  readonly notes: readonly string[];
}

/**
 * The unit that a path names, where the asker may look at it: a plain code is looked for on the day of the geography
 * shown. @throws unit.not-found
 */
export function unitOfPath(
  workshop: Workshop,
  principal: Principal,
  scope: Scope,
  name: string,
): UnitVersion {
  const { code, date } = splitUnitName(name);
  const on = date ?? (scope.look === 'now' ? scope.today : scope.round.geographyOn);
  const unit = scope.reference.places.at(on).findByCode(code);
  if (!unit || !COMMUNE_LEVEL.has(unit.kind)) return refuse('unit.not-found', { unit: code, date: on });
  const { reference, round } = scope;
  const named = `${code}@${on}`;
  requireRight(workshop, reference, principal, { act: 'read', noun: 'readings', unit, named, round });
  return unit;
}

export async function readJudgedUnit(
  workshop: Workshop,
  scope: Scope,
  unit: UnitVersion,
): Promise<JudgedUnitRead> {
  const { reference, round, setId } = scope;
  const predecessors =
    scope.look === 'now'
      ? reference.places.predecessorsAt(unit.unitId, round.geographyOn)
      : [{ unitId: unit.unitId, divided: false }];
  const ids = [...new Set([unit.unitId, ...predecessors.map((one) => one.unitId)])];
  return readUnits(workshop.database, ids, async (transaction) => {
    const rows = byUnit(reference, await listReadingsAsked(transaction, scope, ids));
    const before = previousRound(reference, round);
    const earlier = before ? byUnit(reference, await listReadings(transaction, ids, before.id)) : null;
    const columns = await columnsByUnit(transaction, ids, round.id);
    const revisions = byFigure(scope, await listRevisions(transaction, unit.unitId, round.id));
    const declared = await listDeclared(transaction, [unit.unitId], round.id);
    const inherited =
      scope.look === 'now'
        ? inheritFrom(scope, unit.unitId, predecessors, rows)
        : { readings: rows.get(unit.unitId) ?? null, notes: [] };
    const lawUnit = predecessors[0]?.unitId ?? unit.unitId;
    const law =
      lawsFor(reference, round, lawUnit, commonColumn(predecessors, columns)).find(
        (one) => one.setId === setId,
      ) ?? null;
    const readings = inherited?.readings ?? null;
    const marks = readings && law ? judge(law, readings, earlier?.get(unit.unitId) ?? null) : null;
    const byCode = new Map(declared.map((row) => [row.criterionCode, row]));
    const codes = criterionCodesOf(law?.compiled.set ?? null, round);
    return {
      round: round.code,
      unit,
      law,
      readings: readings ?? new Map(),
      history: revisions,
      declared: byCode,
      marks,
      letters: marks ? marksOfJudged(marks) : marksOfDeclared(codes, byCode),
      codes,
      notes: inherited?.notes ?? [],
    };
  });
}

/** The whole explanation in both languages; null where the round has no set. */
export function explainTwice(read: JudgedUnitRead, texts: Texts) {
  if (!read.law) return null;
  const { compiled } = read.law;
  return {
    vi: explain(compiled, read.readings, withNextStep(read, texts, 'vi'), { dataLang: 'vi' }),
    en: explain(compiled, read.readings, withNextStep(read, texts, 'en'), { dataLang: 'en' }),
  };
}

/** Whose region or group nobody has signed yet: the sentence also says where that is done. */
function withNextStep({ unit, round }: JudgedUnitRead, texts: Texts, lang: Lang): EngineText {
  const own = texts.engine[lang];
  const next = say(texts, lang, 'column.sign-next', { unit: unit.code, round });
  return { ...own, 'why.no-column': `${own['why.no-column']} (${next})` };
}

function byFigure(scope: Scope, rows: readonly StoredReading[]): Map<string, StoredReading[]> {
  const figures = new Map<string, StoredReading[]>();
  for (const row of rows) {
    const code = scope.reference.figureCodes.get(row.figureId);
    if (code !== undefined) figures.set(code, [...(figures.get(code) ?? []), row]);
  }
  return figures;
}
