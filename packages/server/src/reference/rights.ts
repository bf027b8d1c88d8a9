// The one question of every path: may this person do this here? An absent right looks like an absent thing.
import type { Act, Noun, Principal, RightAsked } from '@vungbuoc/programme/principals';
import { refuse } from '@vungbuoc/programme/problems';
import { dayOf, splitUnitName, type UnitVersion } from '@vungbuoc/programme/units';
import type { RoundRow } from '../storage/rounds.ts';
import type { Reference } from './snapshot.ts';
import { dayInVietnam, type Workshop } from './workshop.ts';

/** What a right is asked about. */
export interface RightQuestion {
  readonly act: Act;
  readonly noun: Noun;
  readonly unit: UnitVersion;
  /** The unit as the asker wrote it, `code` or `code@date`: an absent right repeats it as an absent unit would. */
  readonly named?: string | undefined;
  readonly round?: RoundRow | null;
  /** Of the round, where there is one. */
  readonly programmeId?: number | null;
  /** Offices of the indicators that are touched; absent where the act is about no indicator. */
  readonly offices?: readonly string[];
}

/** @throws unit.not-found where the unit may not even be looked at, right.missing where it may not be written */
export function requireRight(
  workshop: Workshop,
  reference: Reference,
  principal: Principal,
  question: RightQuestion,
): void {
  const today = dayInVietnam(workshop.clock());
  const asked = rightAsked(reference, question, today);
  if (workshop.may(principal, asked)) return;
  const looks = workshop.may(principal, { ...asked, act: 'read', noun: 'units' });
  if (looks) refuse('right.missing');
  const { code, date } = splitUnitName(question.named ?? question.unit.code);
  refuse('unit.not-found', { unit: code, date: date ?? today });
}

/** Whether the asker may: for a screen that shows a button only to who can press it. */
export function holdsRight(
  workshop: Workshop,
  reference: Reference,
  principal: Principal,
  question: RightQuestion,
): boolean {
  return workshop.may(principal, rightAsked(reference, question, dayInVietnam(workshop.clock())));
}

/** The question with the places around the unit, as `may` answers it. */
export function rightAsked(reference: Reference, question: RightQuestion, today: string): RightAsked {
  const { act, noun, unit, round } = question;
  const { places } = reference;
  // figures made up to show the program are judged in their own time: the sample's places have since been merged
  const living = places.at(round?.isIllustrative ? round.geographyOn : today);
  const above = [dayOf(unit, today), round?.geographyOn ?? today, today].flatMap((day) =>
    places.at(day).ancestorsOf(unit.unitId),
  );
  const ancestors = [...new Set(above.map((one) => one.unitId))];
  const heirs = places
    .successorsAt(unit.unitId, today)
    .filter((id) => id !== unit.unitId)
    .flatMap((id) => [
      id,
      ...places
        .at(today)
        .ancestorsOf(id)
        .map((one) => one.unitId),
    ]);
  return {
    act,
    noun,
    unitId: unit.unitId,
    ancestors,
    heirs,
    ended: [unit.unitId, ...ancestors].filter((id) => !living.find(id)),
    programmeId: round?.programmeId ?? question.programmeId ?? null,
    offices: question.offices ?? null,
    on: today,
  };
}
