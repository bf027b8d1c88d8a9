// One criterion over all units of a scope, worst first: `GET /api/criteria/{criterion}`.
import { explain, MET } from '@vungbuoc/criteria';
import type { Principal } from '@vungbuoc/programme/principals';
import { refuse } from '@vungbuoc/programme/problems';
import type { StoredReading } from '@vungbuoc/programme/readings';
import { sayBoth, type Texts } from '@vungbuoc/programme/text';
import type { UnitVersion } from '@vungbuoc/programme/units';
import {
  type CriterionPage,
  type IndicatorExplained,
  judge,
  type Law,
  shapeIndicator,
  wordsOfSet,
} from '@vungbuoc/programme/verdicts';
import { lawsFor } from '../reference/rounds-of.ts';
import { byUnit, columnsByUnit } from '../reference/unit-readings.ts';
import type { Workshop } from '../reference/workshop.ts';
import { readUnits } from '../storage/context.ts';
import { headingOf } from './law-heads.ts';
import { listReadingsAsked } from './readings-asked.ts';
import { findScope, type Scope, type ScopeQuery } from './scope.ts';
import { loadUnitsNow, type UnitNow, unitIdsNow } from './units-now.ts';

interface UnitRow {
  readonly unit: UnitVersion;
  /** Met by confirmed figures alone: counted as the board counts. */
  readonly met: boolean;
  readonly indicators: readonly IndicatorExplained[];
}

const ORDER = ['notMet', 'unknown', 'met', 'notApplicable'];

export async function loadCriterion(
  workshop: Workshop,
  principal: Principal,
  criterionCode: string,
  query: ScopeQuery,
): Promise<CriterionPage> {
  const scope = await findScope(workshop, principal, query);
  const set = scope.setId === null ? null : scope.reference.shelf.find(scope.setId, null);
  const index = set?.criteria.findIndex((criterion) => criterion.code === criterionCode) ?? -1;
  const criterion = set?.criteria[index];
  if (!criterion) return refuse('criterion.not-found', { criterion: criterionCode });
  const rows = await loadUnitRows(workshop, scope, index);
  const met = rows.filter((row) => row.met);
  return {
    code: criterion.code,
    name: { vi: criterion.nameVi, en: criterion.nameEn },
    round: scope.round.code,
    ...headingOf(scope, workshop.texts),
    sample: scope.round.isIllustrative,
    asOf: scope.knownOn ?? scope.round.asOf,
    sentence: sayBoth(workshop.texts, 'criterion.meets', () => ({
      met: met.length,
      of: rows.length,
      code: criterion.code,
    })),
    indicators: criterion.indicators.map((indicator, at) => ({
      code: indicator.code,
      name: { vi: indicator.textVi, en: indicator.textEn },
      quoted: indicator.confidence === 'source',
      citation: rows[0]?.indicators[at]?.citation ?? { vi: '', en: '' },
      lawChecked: rows.every((row) => row.indicators[at]?.lawChecked ?? true),
      rows: rowsOf(rows, at),
    })),
  };
}

async function loadUnitRows(workshop: Workshop, scope: Scope, index: number): Promise<UnitRow[]> {
  const units = await loadUnits(workshop, scope);
  return units.flatMap(({ unit, readings, law }) =>
    readings && readings.size > 0 && law ? [rowOfUnit(workshop.texts, unit, readings, law, index)] : [],
  );
}

/** The units shown, as organised then or now, with their readings and the law that judges them. */
function loadUnits(workshop: Workshop, scope: Scope): Promise<UnitNow[]> {
  const { reference, round, unitsThen, setId } = scope;
  if (scope.look === 'now') {
    return readUnits(workshop.database, unitIdsNow(scope), (transaction) => loadUnitsNow(transaction, scope));
  }
  const ids = unitsThen.map((unit) => unit.unitId);
  return readUnits(workshop.database, ids, async (transaction) => {
    const readings = byUnit(reference, await listReadingsAsked(transaction, scope, ids));
    const columns = await columnsByUnit(transaction, ids, round.id);
    return unitsThen.map((unit) => {
      const laws = lawsFor(reference, round, unit.unitId, columns.get(unit.unitId) ?? new Map());
      const law = laws.find((candidate) => candidate.setId === setId) ?? null;
      return { unit, law, readings: readings.get(unit.unitId) ?? null, notes: [] };
    });
  });
}

function rowOfUnit(
  texts: Texts,
  unit: UnitVersion,
  readings: ReadonlyMap<string, StoredReading>,
  law: Law,
  index: number,
): UnitRow {
  const { compiled } = law;
  const judged = judge(law, readings, null);
  const met = judged.criteria[index] === MET && judged.confirmed[index] === 1;
  const explained = (lang: 'vi' | 'en') =>
    explain(compiled, readings, texts.engine[lang], { dataLang: lang }).criteria[index]?.indicators ?? [];
  const en = explained('en');
  const facts = { ...wordsOfSet(compiled.set, texts), current: readings, history: new Map() };
  const indicators = explained('vi').flatMap((vi, at) => {
    const other = en[at];
    return other ? [shapeIndicator({ vi, en: other }, facts)] : [];
  });
  return { unit, met, indicators };
}

function rowsOf(rows: readonly UnitRow[], at: number): CriterionPage['indicators'][number]['rows'] {
  const shown = rows.flatMap(({ unit, indicators }) => {
    const one = indicators[at];
    if (!one) return [];
    const { verdict, confirmed, valuesText, standardText, gap } = one;
    return [{ unit: unit.code, name: unit.name, verdict, confirmed, valuesText, standardText, gap }];
  });
  return shown.sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
}
