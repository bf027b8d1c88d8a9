// Place by indicator: the provinces of the nation, or the communes of a district, over one round.
import { MET, NOT_APPLICABLE, NOT_MET } from '@vungbuoc/criteria';
import type { IndicatorCell, IndicatorTable, IndicatorTableQuery } from '@vungbuoc/programme/indicators';
import type { Principal } from '@vungbuoc/programme/principals';
import { refuse } from '@vungbuoc/programme/problems';
import type { UnitVersion } from '@vungbuoc/programme/units';
import type { Workshop } from '../reference/workshop.ts';
import { readUnits } from '../storage/context.ts';
import { type FigureSum, sumFigures } from '../storage/figure-sums.ts';
import { listIndicatorBytes } from '../storage/verdicts.ts';
import { type PlacesShown, placesShown } from './places-shown.ts';
import { findScope } from './scope.ts';

export async function loadIndicatorTable(
  workshop: Workshop,
  principal: Principal,
  query: IndicatorTableQuery,
): Promise<IndicatorTable> {
  const scope = await findScope(workshop, principal, query);
  const { reference, round, setId, unitsThen } = scope;
  const law = setId === null ? null : reference.shelf.find(setId, null);
  if (!law || setId === null) return refuse('set.not-found', { set: query.set ?? '' });
  const places = placesShown(scope);
  const ids = unitsThen.map((unit) => unit.unitId);
  const placeIds = unitsThen.map((unit) => places.of(unit));
  const loaded = await readUnits(workshop.database, ids, async (transaction) => ({
    bytes: await listIndicatorBytes(transaction, ids, round.id, setId),
    sums: await sumFigures(transaction, ids, placeIds, round.id),
  }));
  const indicators = law.criteria.flatMap((criterion) => criterion.indicators);
  const figureIds = indicators.map((one) => reference.figures.get(one.figures['']?.code ?? '')?.id ?? 0);
  const tallies = tally(places, unitsThen, loaded.bytes, indicators.length);
  const sums = new Map(loaded.sums.map((sum) => [`${sum.place}/${sum.figureId}`, sum]));
  return {
    under: { code: scope.under.code, name: scope.under.name },
    round: round.code,
    sample: scope.round.isIllustrative,
    indicators: indicators.map((one) => ({ code: one.code, name: { vi: one.textVi, en: one.textEn } })),
    places: places.all.map((place) => {
      const own = tallies.get(place.unitId);
      return {
        code: place.code,
        name: place.name,
        units: own?.units ?? 0,
        withReadings: own?.withReadings ?? 0,
        cells: indicators.map((_, at) => cellOf(own, at, sums.get(`${place.unitId}/${figureIds[at]}`))),
      };
    }),
  };
}

interface Tally {
  units: number;
  withReadings: number;
  readonly counts: Uint32Array;
}

const VERDICT_COUNT = 4;

function tally(
  places: PlacesShown,
  units: readonly UnitVersion[],
  bytes: ReadonlyMap<number, Uint8Array>,
  width: number,
): Map<number, Tally> {
  const tallies = new Map<number, Tally>();
  for (const unit of units) {
    const place = places.of(unit);
    const own = tallies.get(place) ?? {
      units: 0,
      withReadings: 0,
      counts: new Uint32Array(width * VERDICT_COUNT),
    };
    tallies.set(place, own);
    own.units += 1;
    const judged = bytes.get(unit.unitId);
    if (!judged) continue;
    own.withReadings += 1;
    for (const [at, verdict] of judged.entries()) {
      const slot = at * VERDICT_COUNT + verdict;
      own.counts[slot] = (own.counts[slot] ?? 0) + 1;
    }
  }
  return tallies;
}

function cellOf(own: Tally | undefined, at: number, sum: FigureSum | undefined): IndicatorCell {
  const count = (verdict: number): number => own?.counts[at * VERDICT_COUNT + verdict] ?? 0;
  const [met, notMet, notApplicable] = [count(MET), count(NOT_MET), count(NOT_APPLICABLE)];
  return {
    met,
    notMet,
    notApplicable,
    // a unit without readings is unknown too
    unknown: (own?.units ?? 0) - met - notMet - notApplicable,
    numerator: sum?.numerator ?? null,
    denominator: sum?.denominator ?? null,
  };
}
