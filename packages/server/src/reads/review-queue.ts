// An office's queue: its own indicators over all units that have handed in, what waits longest first to be looked at.
import { evaluate, verdictOf } from '@vungbuoc/criteria';
import {
  type FigureShown,
  type QueueKind,
  type QueueQuery,
  type QueueReply,
  type QueueRow,
  readQueue,
} from '@vungbuoc/programme/assessments';
import { isInForce, type Principal } from '@vungbuoc/programme/principals';
import { refuse } from '@vungbuoc/programme/problems';
import type { StoredReading } from '@vungbuoc/programme/readings';
import type { UnitVersion } from '@vungbuoc/programme/units';
import { lawsFor, previousRound } from '../reference/rounds-of.ts';
import type { Reference } from '../reference/snapshot.ts';
import { byUnit, columnsByUnit } from '../reference/unit-readings.ts';
import type { Workshop } from '../reference/workshop.ts';
import { type AssessmentRow, listAssessments, listReviews, type ReviewRow } from '../storage/assessments.ts';
import { readUnits } from '../storage/context.ts';
import { listReadings } from '../storage/readings.ts';
import { indicatorsToReview } from './assessment.ts';
import { headingOf } from './law-heads.ts';
import { findScope, type Scope } from './scope.ts';

const PAGE = 100;

/** @throws unit.not-found, round.not-found, right.missing */
export async function loadQueue(
  workshop: Workshop,
  principal: Principal,
  query: QueueQuery,
): Promise<QueueReply> {
  const scope = await findScope(workshop, principal, query, readQueue.may);
  const { reference, round, under, unitsThen } = scope;
  const offices = ownOffices(principal, scope.today);
  const indicators = indicatorsToReview(scope, offices);
  const read = await readAll(workshop, scope);
  const rows = unitsThen.flatMap((unit) => rowsOf(scope, read, unit, indicators));
  const kind = query.kind;
  const wanted =
    kind === undefined ? rows.filter((row) => row.kind !== 'done') : rows.filter((row) => row.kind === kind);
  const start = query.after === undefined ? 0 : wanted.findIndex((row) => keyOf(row) === query.after) + 1;
  const page = wanted.slice(start, start + PAGE);
  const last = page.at(-1);
  const counts: Record<QueueKind, number> = { waiting: 0, answered: 0, changed: 0, returned: 0, done: 0 };
  for (const row of rows) counts[row.kind] += 1;
  return {
    under: { code: under.code, name: under.name },
    round: round.code,
    roundName: headingOf(scope, workshop.texts).roundName,
    sample: round.isIllustrative,
    offices: reference.offices
      .filter(({ code }) => offices?.includes(code))
      .map(({ code, nameVi: vi, nameEn: en }) => ({ code, name: { vi, en } })),
    counts,
    late: unitsThen.flatMap((unit) => {
      const stage = read.assessments.get(unit.unitId)?.stage ?? 'entering';
      return stage === 'approved' ? [] : [{ unit: unit.code, name: unit.name, stage }];
    }),
    rows: page,
    next: last && start + PAGE < wanted.length ? keyOf(last) : null,
  };
}

/** null: every indicator, as whoever coordinates sees them. */
function ownOffices(principal: Principal, today: string): readonly string[] | null {
  if (principal.kind === 'local') return null;
  const held = principal.grants.filter((grant) => isInForce(grant, today));
  if (held.some(({ role }) => role === 'coordination' || role === 'auditor')) return null;
  return held.filter(({ role }) => role === 'reviewer').flatMap(({ office }) => office ?? []);
}

function keyOf({ unit, indicator }: QueueRow): string {
  return `${unit}:${indicator}`;
}

interface QueueRead {
  readonly assessments: ReadonlyMap<number, AssessmentRow>;
  readonly reviews: ReadonlyMap<number, ReadonlyMap<string, ReviewRow>>;
  readonly readings: ReadonlyMap<number, ReadonlyMap<string, StoredReading>>;
  readonly before: ReadonlyMap<number, ReadonlyMap<string, StoredReading>>;
  readonly columns: ReadonlyMap<number, ReadonlyMap<string, string>>;
}

/** Five statements, whatever the number of units. */
function readAll(workshop: Workshop, { reference, round, unitsThen }: Scope): Promise<QueueRead> {
  const ids = unitsThen.map((unit) => unit.unitId);
  return readUnits(workshop.database, ids, async (transaction) => {
    const earlier = previousRound(reference, round);
    const reviews = new Map<number, Map<string, ReviewRow>>();
    for (const row of await listReviews(transaction, ids, round.id)) {
      const own = reviews.get(row.unitId) ?? new Map<string, ReviewRow>();
      reviews.set(row.unitId, own.set(row.indicatorCode, row));
    }
    const assessments = await listAssessments(transaction, ids, round.id);
    return {
      assessments: new Map(assessments.map((row) => [row.unitId, row])),
      reviews,
      readings: byUnit(reference, await listReadings(transaction, ids, round.id)),
      before: earlier ? byUnit(reference, await listReadings(transaction, ids, earlier.id)) : new Map(),
      columns: await columnsByUnit(transaction, ids, round.id),
    };
  });
}

function rowsOf(scope: Scope, read: QueueRead, unit: UnitVersion, indicators: readonly string[]): QueueRow[] {
  const assessment = read.assessments.get(unit.unitId);
  if (!assessment || assessment.stage === 'entering') return [];
  const { reference, round, setId } = scope;
  const readings = read.readings.get(unit.unitId) ?? new Map<string, StoredReading>();
  const laws = lawsFor(reference, round, unit.unitId, new Map(read.columns.get(unit.unitId)));
  const law = laws.find((one) => one.setId === setId);
  const set = law?.compiled.set ?? refuse('set.not-found', { set: '' });
  const statuses = law ? evaluate(law.compiled, readings) : null;
  const all = set.criteria.flatMap((criterion) => criterion.indicators);
  return all.flatMap((indicator, at): QueueRow[] => {
    if (!indicators.includes(indicator.code)) return [];
    const figures = Object.values(indicator.figures).flatMap((figure) => figure?.code ?? []);
    const own = figures.flatMap((code) => readings.get(code) ?? []);
    const review = read.reviews.get(unit.unitId)?.get(indicator.code);
    const main = figures[0];
    return [
      {
        unit: unit.code,
        named: `${unit.code}@${round.geographyOn}`,
        name: unit.name,
        indicator: indicator.code,
        indicatorName: { vi: indicator.textVi, en: indicator.textEn },
        kind: kindOf(review, own),
        verdict: verdictOf(statuses?.indicators[at] ?? 0),
        value: main === undefined ? null : figureShown(reference, main, readings.get(main)),
        before:
          main === undefined ? null : figureShown(reference, main, read.before.get(unit.unitId)?.get(main)),
        since: (review?.state === 'answered' ? review.at : assessment.submittedAt)?.toISOString() ?? null,
      },
    ];
  });
}

function kindOf(review: ReviewRow | undefined, readings: readonly StoredReading[]): QueueKind {
  if (!review) return 'waiting';
  if (review.state === 'answered') return 'answered';
  if (review.state === 'returned') return 'returned';
  return readings.some((reading) => reading.seq > review.inputsSeq) ? 'changed' : 'done';
}

function figureShown(
  reference: Reference,
  code: string,
  reading: StoredReading | undefined,
): FigureShown | null {
  if (!reading) return null;
  const { numerator, denominator, applicable } = reading;
  return { numerator, denominator, applicable, unit: reference.dictionary.get(code)?.unitVi ?? null };
}
