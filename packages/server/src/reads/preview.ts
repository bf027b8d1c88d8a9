// Trying one changed standard over a round: only the changed indicator is judged anew, on the stored verdicts of the rest.
import {
  type CompiledSet,
  compile,
  evaluate,
  judgeCriteria,
  MET,
  NOT_APPLICABLE,
  withStandard,
} from '@vungbuoc/criteria';
import type { PreviewCounts, PreviewQuery, PreviewReply } from '@vungbuoc/programme/preview';
import type { Principal } from '@vungbuoc/programme/principals';
import { refuse } from '@vungbuoc/programme/problems';
import type { StoredReading } from '@vungbuoc/programme/readings';
import type { UnitVersion } from '@vungbuoc/programme/units';
import { overlayFor } from '../reference/rounds-of.ts';
import { byUnit } from '../reference/unit-readings.ts';
import type { Workshop } from '../reference/workshop.ts';
import { readUnits } from '../storage/context.ts';
import { listReadingsOf } from '../storage/readings.ts';
import { listJudgedBytes } from '../storage/verdicts.ts';
import { placesShown } from './places-shown.ts';
import { findScope, type Scope } from './scope.ts';

const MOST_LISTED = 200;

export async function loadPreview(
  workshop: Workshop,
  principal: Principal,
  query: PreviewQuery,
): Promise<PreviewReply> {
  const scope = await findScope(workshop, principal, query);
  const { reference, round, setId, unitsThen } = scope;
  const law = setId === null ? null : reference.shelf.find(setId, null);
  if (!law || setId === null) return refuse('set.not-found', { set: query.set ?? '' });
  const trial = makeTrial(scope, setId, query);
  const indicators = law.criteria.flatMap((criterion) => criterion.indicators);
  const at = indicators.findIndex((indicator) => indicator.code === query.indicator);
  const figures = Object.values(indicators[at]?.figures ?? {});
  const figureIds = figures.flatMap((use) => reference.figures.get(use.code)?.id ?? []);
  const ids = unitsThen.map((unit) => unit.unitId);
  const { judged, readings } = await readUnits(workshop.database, ids, async (transaction) => ({
    judged: await listJudgedBytes(transaction, ids, round.id, setId),
    readings: byUnit(reference, await listReadingsOf(transaction, ids, round.id, figureIds)),
  }));
  const counted = countPlaces(scope);
  for (const unit of unitsThen) {
    const before = judged.get(unit.unitId);
    if (!before) {
      counted.add(unit, null, null);
      continue;
    }
    const compiled = trial(before.overlayId, before.columnCode);
    counted.add(
      unit,
      before.indicators,
      after(compiled, at, before.indicators, readings.get(unit.unitId)),
      compiled,
      at,
    );
  }
  const { indicator, column, value } = query;
  return {
    round: round.code,
    sample: scope.round.isIllustrative,
    indicator,
    column: column ?? null,
    value,
    ...counted.reply(),
  };
}

/** The changed law for an overlay and a column, each compiled once. */
function makeTrial(
  scope: Scope,
  setId: number,
  query: PreviewQuery,
): (overlayId: number | null, column: string | null) => CompiledSet {
  const { reference, round, under } = scope;
  const change = { indicator: query.indicator, column: query.column ?? null, value: query.value };
  const compiled = new Map<string, CompiledSet>();
  const make = (overlayId: number | null, column: string | null): CompiledSet => {
    const set = reference.shelf.find(setId, overlayId);
    const changed = set && withStandard(set, change);
    if (!changed) return refuse('preview.no-threshold', { indicator: query.indicator });
    return compile(changed, column, round.year);
  };
  // asked once beforehand, so that a threshold that is not there is said even where nobody has readings
  const home = overlayFor(reference, reference.places.at(round.geographyOn), under.unitId, setId);
  make(home, null);
  return (overlayId, column) => {
    const key = `${overlayId}/${column}`;
    const known = compiled.get(key) ?? make(overlayId, column);
    compiled.set(key, known);
    return known;
  };
}

/** The unit's indicator bytes with the one indicator judged by the changed law. */
function after(
  compiled: CompiledSet,
  at: number,
  before: Uint8Array,
  readings: ReadonlyMap<string, StoredReading> | undefined,
): Uint8Array {
  const changed = Uint8Array.from(before);
  changed[at] = evaluate(compiled, readings ?? new Map()).indicators[at] ?? 2;
  return changed;
}

function countPlaces(scope: Scope) {
  const places = placesShown(scope);
  const zero = (): PreviewCounts => ({ indicatorMet: 0, criteriaMet: 0, full: 0 });
  const tallies = new Map(
    places.all.map((place) => [place.unitId, { units: 0, before: zero(), after: zero() }]),
  );
  const gained: string[] = [];
  const lost: string[] = [];
  return {
    add(
      unit: UnitVersion,
      before: Uint8Array | null,
      changed: Uint8Array | null,
      compiled?: CompiledSet,
      at = 0,
    ): void {
      const own = tallies.get(places.of(unit));
      if (own) own.units += 1;
      if (!own || !before || !changed || !compiled) return;
      const was = judgeCriteria(compiled, before);
      const is = judgeCriteria(compiled, changed);
      count(own.before, before[at], was);
      count(own.after, changed[at], is);
      const criterion = compiled.criteria.findIndex((one) => at >= one.first && at < one.end);
      if (was[criterion] === MET && is[criterion] !== MET) lost.push(unit.code);
      if (was[criterion] !== MET && is[criterion] === MET) gained.push(unit.code);
    },
    reply: () => ({
      places: places.all.map((place) => {
        const own = tallies.get(place.unitId) ?? { units: 0, before: zero(), after: zero() };
        return { code: place.code, name: place.name, ...own };
      }),
      gained: gained.slice(0, MOST_LISTED),
      lost: lost.slice(0, MOST_LISTED),
      gainedCount: gained.length,
      lostCount: lost.length,
    }),
  };
}

function count(counts: PreviewCounts, indicator: number | undefined, criteria: Uint8Array): void {
  let met = 0;
  let applicable = 0;
  for (const verdict of criteria) {
    if (verdict === MET) met += 1;
    if (verdict !== NOT_APPLICABLE) applicable += 1;
  }
  if (indicator === MET) counts.indicatorMet += 1;
  counts.criteriaMet += met;
  if (applicable > 0 && met === applicable) counts.full += 1;
}
