// Why a cell has its mark: `GET /api/units/{unit}/criteria/{criterion}`.

import type { Principal } from '@vungbuoc/programme/principals';
import { refuse } from '@vungbuoc/programme/problems';
import { type Bilingual, type DomainKey, say, sayBoth, type Texts } from '@vungbuoc/programme/text';
import { type CriterionExplained, RISK, shapeIndicator, wordsOfSet } from '@vungbuoc/programme/verdicts';
import type { Workshop } from '../reference/workshop.ts';
import { findScope, type ScopeQuery } from './scope.ts';
import { explainTwice, type JudgedUnitRead, readJudgedUnit, unitOfPath } from './unit-judged.ts';

export async function loadExplanation(
  workshop: Workshop,
  principal: Principal,
  unitName: string,
  criterionCode: string,
  query: ScopeQuery,
): Promise<CriterionExplained> {
  const scope = await findScope(workshop, principal, { ...query, under: query.under ?? unitName });
  const unit = unitOfPath(workshop, principal, scope, unitName);
  const read = await readJudgedUnit(workshop, scope, unit);
  const index = read.codes.indexOf(criterionCode);
  if (index < 0) refuse('criterion.not-found', { criterion: criterionCode });
  const explained = explainTwice(read, workshop.texts);
  const vi = explained?.vi.criteria[index];
  const en = explained?.en.criteria[index];
  const declared = read.declared.get(criterionCode);
  const basis = read.marks ? 'computed' : read.declared.size > 0 ? 'declared' : null;
  return {
    unit: { code: unit.code, name: unit.name, kind: unit.kind },
    round: scope.round.code,
    asOf: scope.knownOn ?? scope.round.asOf,
    sample: scope.round.isIllustrative,
    code: criterionCode,
    name: { vi: vi?.name ?? criterionCode, en: en?.name ?? criterionCode },
    mark: read.letters[index] ?? 'U',
    verdict: verdictOf(read, basis, declared?.verdict ?? null, vi?.verdict ?? 'unknown'),
    basis,
    declared:
      basis === 'declared' && declared
        ? { document: declared.document, sheet: declared.sheet, cell: declared.cell, raw: declared.raw }
        : null,
    summary: { vi: vi?.sentence ?? '', en: en?.sentence ?? '' },
    risk: riskText(read.marks?.risk[index] ?? 0, workshop.texts),
    indicators: (vi?.indicators ?? []).flatMap((indicator, at) => {
      const other = en?.indicators[at];
      if (!other) return [];
      const words = wordsOfSet(read.law?.compiled.set ?? null, workshop.texts);
      const facts = { ...words, current: read.readings, history: read.history };
      return [shapeIndicator({ vi: indicator, en: other }, facts)];
    }),
  };
}

function verdictOf(
  read: JudgedUnitRead,
  basis: CriterionExplained['basis'],
  declared: string | null,
  computed: CriterionExplained['verdict'],
): CriterionExplained['verdict'] {
  if (basis !== 'declared') return read.marks ? computed : 'unknown';
  const known = ['met', 'notMet', 'coBanDat', 'notApplicable'] as const;
  return known.find((verdict) => verdict === declared) ?? 'unknown';
}

function riskText(risk: number, texts: Texts): Bilingual | null {
  if (risk === 0) return null;
  const reasons: DomainKey[] = [];
  if ((risk & RISK.nextLaw) !== 0) reasons.push('risk.next-law');
  if ((risk & RISK.repeatedChange) !== 0) reasons.push('risk.repeated');
  return sayBoth(texts, 'risk.sentence', (lang) => ({
    reasons: reasons.map((reason) => say(texts, lang, reason)).join('; '),
  }));
}
