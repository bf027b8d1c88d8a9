// One unit's assessment: every indicator with its figures, its reason, what the office said and what was talked about.
import {
  type AssessedIndicator,
  type AssessmentPage,
  type AssessmentState,
  isLocked,
  type ReviewShown,
  readAssessment,
} from '@vungbuoc/programme/assessments';
import type { Principal } from '@vungbuoc/programme/principals';
import { type IndicatorExplained, shapeIndicator, wordsOfSet } from '@vungbuoc/programme/verdicts';
import { indicatorsMadeOf, indicatorsOf } from '../reference/offices.ts';
import { holdsRight, requireRight } from '../reference/rights.ts';
import { previousRound } from '../reference/rounds-of.ts';
import { byUnit } from '../reference/unit-readings.ts';
import type { Workshop } from '../reference/workshop.ts';
import {
  type AssessmentRow,
  listAssessments,
  listMessages,
  listReviews,
  type MessageRow,
  type ReviewRow,
} from '../storage/assessments.ts';
import { readUnits } from '../storage/context.ts';
import { listReadings } from '../storage/readings.ts';
import { sumOfSeq } from '../storage/versions.ts';
import { headingOf } from './law-heads.ts';
import { findScope, type Scope } from './scope.ts';
import { explainTwice, type JudgedUnitRead, readJudgedUnit, unitOfPath } from './unit-judged.ts';

/** @throws unit.not-found, round.not-found, right.missing */
export async function loadAssessment(
  workshop: Workshop,
  principal: Principal,
  unitName: string,
  query: { readonly round?: string | undefined },
): Promise<AssessmentPage> {
  const asked = { ...query, under: unitName };
  const scope = await findScope(workshop, principal, asked, readAssessment.may);
  const { reference, round } = scope;
  const unit = unitOfPath(workshop, principal, scope, unitName);
  const named = `${unit.code}@${round.geographyOn}`;
  requireRight(workshop, reference, principal, { ...readAssessment.may, unit, named, round });
  const judged = await readJudgedUnit(workshop, scope, unit);
  const path = await readPath(workshop, scope, unit.unitId);
  const indicators = indicatorsShown(workshop, scope, judged, path);
  const right = (
    act: 'write',
    noun: 'readings' | 'approvals' | 'reviews',
    offices?: readonly string[],
  ): boolean =>
    holdsRight(workshop, reference, principal, { act, noun, unit, round, ...(offices ? { offices } : {}) });
  const ownOffices = principal.grants.flatMap(({ office }) => office ?? []);
  return {
    unit: { code: unit.code, name: unit.name, named },
    round: round.code,
    roundName: headingOf(scope, workshop.texts).roundName,
    sample: round.isIllustrative,
    stage: path.assessment?.stage ?? 'entering',
    words: path.assessment?.words ?? null,
    submittedAt: path.assessment?.submittedAt?.toISOString() ?? null,
    approvedAt: path.assessment?.approvedAt?.toISOString() ?? null,
    approvalDocument: path.assessment?.approvalDocument ?? null,
    seq: path.seq,
    missing: indicators.filter(({ explained }) => explained.figures.every(({ current }) => current === null))
      .length,
    returned: indicators.filter(({ review }) => review?.state === 'returned').length,
    may: {
      write: right('write', 'readings'),
      approve: right('write', 'approvals'),
      review:
        right('write', 'reviews', []) || ownOffices.some((office) => right('write', 'reviews', [office])),
    },
    indicators,
  };
}

interface PathRead {
  readonly assessment: AssessmentRow | null;
  readonly reviews: ReadonlyMap<string, ReviewRow>;
  readonly messages: readonly MessageRow[];
  readonly before: JudgedUnitRead['readings'];
  readonly seq: number;
}

function readPath(workshop: Workshop, { reference, round }: Scope, unitId: number): Promise<PathRead> {
  return readUnits(workshop.database, [unitId], async (transaction) => {
    const [assessment] = await listAssessments(transaction, [unitId], round.id);
    const reviews = await listReviews(transaction, [unitId], round.id);
    const earlier = previousRound(reference, round);
    const rows = earlier ? await listReadings(transaction, [unitId], earlier.id) : [];
    return {
      assessment: assessment ?? null,
      reviews: new Map(reviews.map((row) => [row.indicatorCode, row])),
      messages: await listMessages(transaction, unitId, round.id),
      before: byUnit(reference, rows).get(unitId) ?? new Map(),
      seq: await sumOfSeq(transaction, [unitId]),
    };
  });
}

function indicatorsShown(
  workshop: Workshop,
  scope: Scope,
  judged: JudgedUnitRead,
  path: PathRead,
): AssessedIndicator[] {
  const { texts } = workshop;
  const explained = explainTwice(judged, texts);
  const earlier = explainTwice({ ...judged, readings: path.before }, texts);
  const words = wordsOfSet(judged.law?.compiled.set ?? null, texts);
  const now = { ...words, current: judged.readings, history: judged.history };
  const then = { ...words, current: path.before, history: new Map() };
  const state: AssessmentState = {
    assessment: path.assessment,
    reviews: path.reviews,
    indicatorsOf: (figure) => indicatorsMadeOf(scope.reference, scope.round, figure),
  };
  return (explained?.vi.criteria ?? []).flatMap((criterion, at) => {
    const other = explained?.en.criteria[at];
    return criterion.indicators.flatMap((vi, index): AssessedIndicator[] => {
      const en = other?.indicators[index];
      if (!other || !en) return [];
      const [viBefore, enBefore] = [
        earlier?.vi.criteria[at]?.indicators[index],
        earlier?.en.criteria[at]?.indicators[index],
      ];
      const shape = shapeIndicator({ vi, en }, now);
      const before = viBefore && enBefore ? shapeIndicator({ vi: viBefore, en: enBefore }, then) : null;
      return [
        {
          criterion: { code: criterion.code, name: { vi: criterion.name, en: other.name } },
          explained: shape,
          before: before?.valueText ?? null,
          locked: shape.figures.every(({ code }) => isLocked(state, code)),
          supplier: supplierOf(scope, vi.code),
          review: reviewShown(path.reviews.get(vi.code), shape),
          messages: path.messages
            .filter((row) => row.indicatorCode === vi.code)
            .map(({ seq, name, office, at: when, words: said }) => ({
              seq,
              name,
              office,
              at: when.toISOString(),
              words: said,
            })),
        },
      ];
    });
  });
}

function supplierOf({ reference, round }: Scope, indicator: string) {
  const duty = reference.duties.find(
    (row) => row.programmeId === round.programmeId && row.duty === 'supply' && row.indicator === indicator,
  );
  const office = reference.offices.find(({ code }) => code === duty?.office);
  return office ? { vi: office.nameVi, en: office.nameEn } : null;
}

function reviewShown(row: ReviewRow | undefined, { figures }: IndicatorExplained): ReviewShown | null {
  if (!row) return null;
  const { state, verdict, reason, words, answerUntil, answer, at, inputsSeq } = row;
  const changedSince = figures.some(({ current }) => current !== null && current.seq > inputsSeq);
  return { state, verdict, reason, words, answerUntil, answer, at: at.toISOString(), changedSince };
}

/** The indicators of a round that some offices confirm; all of them where nobody was named. */
export function indicatorsToReview(
  { reference, round }: Scope,
  offices: readonly string[] | null,
): readonly string[] {
  const all = [...indicatorsOf(reference, round).keys()];
  if (offices === null) return all;
  const own = new Set(
    reference.duties
      .filter((row) => row.programmeId === round.programmeId && row.duty === 'confirm')
      .filter((row) => offices.includes(row.office))
      .map((row) => row.indicator),
  );
  return all.filter((code) => own.has(code));
}
