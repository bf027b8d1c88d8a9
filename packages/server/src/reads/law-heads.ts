// What a screen says about the law it shows: the set's head, the round's name, which standards were checked.
import { type CriteriaSet, cellsOf, decides, isUnchecked, standardsYearOf } from '@vungbuoc/criteria';
import type { RoundHead, SetHead } from '@vungbuoc/programme/board';
import { nameOfRound } from '@vungbuoc/programme/rounds';
import type { Bilingual, Texts } from '@vungbuoc/programme/text';
import type { RoundRow } from '../storage/rounds.ts';
import type { Scope } from './scope.ts';

export function roundHead(round: RoundRow, texts: Texts): RoundHead {
  const { code, kind, year, asOf, geographyOn } = round;
  return { code, name: nameOfRound(round, texts), kind, year, asOf, geographyOn };
}

/** `extendedTo` only where the year shown lies outside the set's own period. */
export function setHead(set: CriteriaSet, year: number): SetHead {
  const decree = set.legalBasis[0];
  const { extended } = set.period;
  return {
    id: set.id,
    version: String(set.version),
    title: { vi: set.titleVi, en: set.titleEn },
    decree: decree?.number ?? '',
    decreeDate: decree?.date ?? null,
    overlays: set.overlays.map((overlay) => ({
      id: overlay.id,
      title: { vi: overlay.titleVi, en: overlay.titleEn },
      illustrative: overlay.illustrative,
    })),
    extendedTo: extended && year > set.period.to ? extended.to : null,
  };
}

/** What stands under the name of a page: the round as people call it, and the decree that judges it. */
export function headingOf(
  { reference, round, setId }: Pick<Scope, 'reference' | 'round' | 'setId'>,
  texts: Texts,
): { roundName: Bilingual; decree: string | null } {
  const set = setId === null ? null : reference.shelf.find(setId, null);
  return { roundName: nameOfRound(round, texts), decree: set?.legalBasis[0]?.number ?? null };
}

export function criterionCodesOf(law: CriteriaSet | null, round: RoundRow): string[] {
  return law ? law.criteria.map((criterion) => criterion.code) : [...(round.criterionCodes ?? [])];
}

/** For each criterion: whether all deciding standards of the year were checked, and whether any can decide. */
export function standardsOf(
  law: CriteriaSet | null,
  year: number,
): Map<string, { checked: boolean; decides: boolean }> {
  const standards = new Map<string, { checked: boolean; decides: boolean }>();
  if (!law) return standards;
  const own = standardsYearOf(law, year);
  for (const criterion of law.criteria) {
    const cells = criterion.indicators
      .flatMap((indicator) => cellsOf(indicator.rule))
      .filter((placed) => placed.year === null || placed.year === String(own))
      .map((placed) => placed.cell);
    standards.set(criterion.code, {
      checked: cells.every((cell) => !decides(cell) || !isUnchecked(cell)),
      decides: cells.some(decides),
    });
  }
  return standards;
}
