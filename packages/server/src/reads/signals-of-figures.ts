// Signals of a unit's figures in a round: just over their standards, unchanged for years, changed in the last days.
import { trace } from '@vungbuoc/criteria';
import type { StoredReading } from '@vungbuoc/programme/readings';
import {
  type KnownState,
  type MeasuredIndicator,
  type RaisedSignal,
  raiseCopied,
  raiseJustOver,
  raiseLateJump,
} from '@vungbuoc/programme/signals';
import type { UnitVersion } from '@vungbuoc/programme/units';
import { lawsFor, previousRound } from '../reference/rounds-of.ts';
import type { Reference } from '../reference/snapshot.ts';
import { byUnit, columnsByUnit } from '../reference/unit-readings.ts';
import type { Workshop } from '../reference/workshop.ts';
import { readUnits } from '../storage/context.ts';
import { listReadings, listRevisions } from '../storage/readings.ts';
import type { RoundRow } from '../storage/rounds.ts';

/** As far back as a copied figure is followed. */
const MOST_YEARS = 6;

type Readings = ReadonlyMap<string, StoredReading>;

export async function raiseOfFigures(
  workshop: Workshop,
  reference: Reference,
  unit: UnitVersion,
  round: RoundRow,
): Promise<RaisedSignal[]> {
  const rounds = backFrom(reference, round);
  const { unitId } = unit;
  return readUnits(workshop.database, [unitId], async (transaction) => {
    const years: Readings[] = [];
    for (const one of rounds)
      years.push(
        byUnit(reference, await listReadings(transaction, [unitId], one.id)).get(unitId) ?? new Map(),
      );
    const columns = await columnsByUnit(transaction, [unitId], round.id);
    const laws = lawsFor(reference, round, unitId, columns.get(unitId) ?? new Map());
    const [now = new Map<string, StoredReading>(), before] = years;
    const revisions = await listRevisions(transaction, unitId, round.id);
    const codes = [...now.keys()];
    const statesOf = (code: string): KnownState[] => {
      const id = now.get(code)?.figureId;
      // revisions come with the newest first
      const own = revisions.filter((one) => one.figureId === id).reverse();
      return [before?.get(code), ...own].flatMap(asState);
    };
    return [
      ...laws.flatMap((law) => raiseJustOver(law.column === null ? [] : measured(trace(law.compiled, now)))),
      ...codes.flatMap((code) => raiseCopied(code, reported(code, rounds, years))),
      ...codes.flatMap((code) => raiseLateJump(code, statesOf(code), deadlineOf(round))),
    ];
  });
}

/** The round and the yearly ones before it, the newest first. */
function backFrom(reference: Reference, round: RoundRow): RoundRow[] {
  const rounds: RoundRow[] = [];
  for (
    let one: RoundRow | null = round;
    one && rounds.length < MOST_YEARS;
    one = previousRound(reference, one)
  )
    rounds.push(one);
  return rounds;
}

/** Up to the first round that lacks the figure. */
function reported(code: string, rounds: readonly RoundRow[], years: readonly Readings[]) {
  const found = years.map((year) => asState(year.get(code))[0]);
  const gap = found.indexOf(undefined);
  const unbroken = gap < 0 ? found : found.slice(0, gap);
  return unbroken.flatMap((state, at) => (state ? [{ ...state, round: rounds[at]?.code ?? '' }] : []));
}

/** A count that was given; yes, no and "not applicable" are no counts. */
function asState(reading: StoredReading | undefined): KnownState[] {
  if (!reading?.applicable || reading.numerator === null) return [];
  const { numerator, denominator, knownOn } = reading;
  return [{ numerator, denominator, knownOn }];
}

/** Indicators with one bound, as the engine's own canonical explanation has them. */
function measured({ criteria }: ReturnType<typeof trace>): MeasuredIndicator[] {
  return criteria
    .flatMap((criterion) => criterion.indicators)
    .flatMap(({ code, value, standard }): MeasuredIndicator[] => {
      const bound = /^(>=|<=)(\d+(?:\.\d+)?)$/.exec(standard ?? '');
      if (typeof value !== 'number' || !bound) return [];
      const direction = bound[1] === '>=' ? 'at-least' : 'at-most';
      return [{ code, value, bound: Number(bound[2]), direction }];
    });
}

/** The first deadline of the round; without one, the day its figures are of. */
function deadlineOf({ deadlines, asOf }: RoundRow): string {
  const days = typeof deadlines === 'object' && deadlines !== null ? Object.values(deadlines) : [];
  const [first] = days.filter((day): day is string => typeof day === 'string').sort();
  return first ?? asOf;
}
