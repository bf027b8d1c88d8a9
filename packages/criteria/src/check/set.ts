// Checks a set as a whole: what contradicts itself is refused, what is not known yet is listed as unfinished.
import { visibleCode } from '../law/code.ts';
import type { CriteriaSet, Criterion } from '../law/set.ts';
import { type Findings, noFindings, type ProblemCode, setProblem } from '../problem.ts';
import { type Doubts, NO_DOUBTS } from './doubts.ts';
import { checkIndicator } from './indicator.ts';

/** File that holds a criterion; null asks for the head's. */
export type FileOf = (criterion: string | null) => string;

/** Writes down faults at one place of the set. */
export interface Place {
  refuse(code: ProblemCode, values?: Readonly<Record<string, string>>, ...under: string[]): void;
  leaveOpen(code: ProblemCode, values?: Readonly<Record<string, string>>, ...under: string[]): void;
  at(...under: string[]): Place;
}

/**
 * Checks a parsed (or overlaid) set. `fileOf` names the file in each problem. Nothing is said of what is in doubt
 * because it could not be read; the rest is checked all the same.
 */
export function checkSet(
  set: CriteriaSet,
  fileOf: FileOf = () => set.id,
  doubts: Doubts = NO_DOUBTS,
): Findings {
  const findings = noFindings();
  const head = place(findings, fileOf(null), []);
  checkCodes(set, head);
  checkHead(set, head, doubts);
  for (const criterion of set.criteria) {
    const own = place(findings, fileOf(criterion.code), [criterion.code]);
    if (!doubts.parts.has(criterion)) checkCriterion(criterion, own);
    for (const indicator of criterion.indicators)
      checkIndicator(indicator, set, own.at(indicator.code), doubts);
  }
  for (const condition of set.conditions) checkIndicator(condition, set, head.at(condition.code), doubts);
  return findings;
}

/** What the head says of the whole, as far as both sides of it could be read. */
function checkHead(set: CriteriaSet, head: Place, { keys, parts }: Doubts): void {
  const listed = !keys.has('criteria');
  const counted = listed && !set.criteria.some((criterion) => parts.has(criterion));
  if (counted && !keys.has('declaredCounts')) {
    checkCounts(set, head);
    if (!keys.has('groups')) checkGroups(set, head);
  }
  if (counted && !keys.has('scoring')) checkPoints(set, head);
  if (set.legalBasis.length === 0 && !keys.has('legalBasis')) head.refuse('set.no-decree');
}

function place(findings: Findings, file: string, path: readonly string[]): Place {
  const put = (
    into: Findings['refused'],
    code: ProblemCode,
    values: Readonly<Record<string, string>>,
    under: string[],
  ) => into.push(setProblem(code, file, [...path, ...under].map(visibleCode).join(' > '), values));
  return {
    refuse: (code, values = {}, ...under) => void put(findings.refused, code, values, under),
    leaveOpen: (code, values = {}, ...under) => void put(findings.unfinished, code, values, under),
    at: (...under) => place(findings, file, [...path, ...under]),
  };
}

/** Criteria among themselves, indicators and conditions among themselves. */
function checkCodes(set: CriteriaSet, head: Place): void {
  const indicators = [...set.criteria.flatMap((criterion) => criterion.indicators), ...set.conditions];
  for (const items of [set.criteria, indicators]) {
    const seen = new Set<string>();
    for (const { code } of items) {
      if (code !== '' && seen.has(code)) head.refuse('set.code-twice', { code: visibleCode(code) }, code);
      seen.add(code);
    }
  }
}

/** The decree's own counts against what is listed: too many is a contradiction, too few is unfinished. */
function checkCounts(set: CriteriaSet, head: Place): void {
  const { criteria, indicators } = set.declaredCounts;
  const counts = { declared: String(criteria), listed: String(set.criteria.length) };
  if (set.criteria.length > criteria) head.refuse('set.too-many-criteria', counts);
  if (set.criteria.length < criteria) head.leaveOpen('set.criterion-absent', counts);
  const declared = set.criteria.map((criterion) => criterion.declaredIndicators);
  const known = declared.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const complete = !declared.includes(null) && set.criteria.length === criteria;
  if (known > indicators || (complete && known !== indicators)) {
    head.refuse('set.counts-contradict', { declared: String(indicators), listed: String(known) });
  }
}

function checkCriterion(criterion: Criterion, own: Place): void {
  const { declaredIndicators: declared, indicators, code } = criterion;
  const values = { criterion: code, declared: String(declared), listed: String(indicators.length) };
  if (declared === null) own.leaveOpen('set.indicators-not-listed', values);
  else if (indicators.length > declared) own.refuse('set.too-many-indicators', values);
  else if (indicators.length < declared)
    own.leaveOpen('set.indicator-absent', { ...values, ...absentCodes(criterion, declared) });
}

/** Which numbers are missing, as far as the numbering tells: 17.1 ... 17.8. */
function absentCodes(criterion: Criterion, declared: number): { codes: string } {
  const listed = new Set(criterion.indicators.map((indicator) => indicator.code));
  const expected = Array.from({ length: declared }, (_, index) => `${criterion.code}.${index + 1}`);
  return {
    codes: expected
      .filter((code) => !listed.has(code))
      .slice(0, 20)
      .join(', '),
  };
}

function checkGroups(set: CriteriaSet, head: Place): void {
  if (set.criteria.length < set.declaredCounts.criteria) return;
  for (const group of set.groups) {
    if (!set.criteria.some((criterion) => criterion.group === group.code)) {
      head.refuse('set.group-unreachable', { group: group.code }, group.code);
    }
  }
}

/** A points set must give every indicator its points and be able to reach its pass mark. */
function checkPoints(set: CriteriaSet, head: Place): void {
  if (set.scoring.type !== 'points') return;
  let sum = 0;
  for (const indicator of set.criteria.flatMap((criterion) => criterion.indicators)) {
    if (indicator.points === null) head.refuse('set.points-absent', { code: indicator.code }, indicator.code);
    sum += indicator.points ?? 0;
  }
  const complete = set.criteria.every(
    (criterion) => criterion.indicators.length === criterion.declaredIndicators,
  );
  if (complete && sum < set.scoring.passMark) {
    head.refuse('set.pass-mark-unreachable', { mark: String(set.scoring.passMark), sum: String(sum) });
  }
}
