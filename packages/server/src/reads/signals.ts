// Signals of a unit in a round, for its reviewers: `GET /api/units/{unit}/signals`.
import { createHash } from 'node:crypto';
import type { Principal } from '@vungbuoc/programme/principals';
import {
  type RaisedSignal,
  readSignals,
  type SignalShown,
  type SignalsReply,
} from '@vungbuoc/programme/signals';
import { type Bilingual, type DomainKey, sayBoth, spokenDay } from '@vungbuoc/programme/text';
import type { UnitVersion } from '@vungbuoc/programme/units';
import { requireRight, rightAsked } from '../reference/rights.ts';
import { findRound, getRound, getUnit, programmeUnitsBelow } from '../reference/rounds-of.ts';
import type { Reference } from '../reference/snapshot.ts';
import { dayInVietnam, type Workshop } from '../reference/workshop.ts';
import { readUnits } from '../storage/context.ts';
import type { RoundRow } from '../storage/rounds.ts';
import { type DismissalRow, listDismissals } from '../storage/signals.ts';
import { raiseOfFigures } from './signals-of-figures.ts';
import { raiseOfFiles } from './signals-of-files.ts';

/** @throws unit.not-found, right.missing, round.not-found */
export async function loadSignals(
  workshop: Workshop,
  principal: Principal,
  name: string,
  query: { readonly round: string },
): Promise<SignalsReply> {
  const reference = await workshop.reference.current();
  const today = dayInVietnam(workshop.clock());
  const unit = getUnit(reference, name, today);
  const asked = { ...readSignals.may, unit, named: name, round: findRound(reference, unit, query.round) };
  requireRight(workshop, reference, principal, asked);
  const round = getRound(reference, unit, query.round);
  const readable = unitsReadable(workshop, reference, principal, round, today);
  const files = await raiseOfFiles(workshop, reference, { unit, round, readable: [...readable.keys()] });
  const figures = await raiseOfFigures(workshop, reference, unit, round);
  const dismissed = await readUnits(workshop.database, [unit.unitId], (transaction) =>
    listDismissals(transaction, unit.unitId, round.id),
  );
  const shown = [...files, ...figures].map((raised) =>
    shownOf(workshop, raised, { unit, round, readable, dismissed }),
  );
  return { unit: unit.code, name: unit.name, round: round.code, signals: shown };
}

/** Units of the round whose signals and evidence the asker may read: nobody else's are compared, or named. */
function unitsReadable(
  workshop: Workshop,
  reference: Reference,
  principal: Principal,
  round: RoundRow,
  today: string,
): ReadonlyMap<number, UnitVersion> {
  const geography = reference.places.at(round.geographyOn);
  const units = programmeUnitsBelow(reference, geography, round.hostUnitId, round.programmeId);
  const readable = units.filter((unit) =>
    (['signals', 'evidence'] as const).every((noun) =>
      workshop.may(principal, rightAsked(reference, { act: 'read', noun, unit, round }, today)),
    ),
  );
  return new Map(readable.map((unit) => [unit.unitId, unit]));
}

interface Around {
  readonly unit: UnitVersion;
  readonly round: RoundRow;
  readonly readable: ReadonlyMap<number, UnitVersion>;
  readonly dismissed: readonly DismissalRow[];
}

function shownOf(workshop: Workshop, raised: RaisedSignal, around: Around): SignalShown {
  const { unit, round, readable, dismissed } = around;
  const { kind, code, evidence, subject, other } = raised;
  const signal = createHash('sha256')
    .update([unit.unitId, round.id, kind, code, subject].join('\n'))
    .digest('base64url')
    .slice(0, 22);
  const place = other === null || other.unitId === unit.unitId ? null : (readable.get(other.unitId) ?? null);
  const setAside = dismissed.find((row) => row.signal === signal && row.code === code);
  return {
    signal,
    kind,
    code,
    evidence,
    why: sentenceOf(workshop, raised, unit, place),
    elsewhere:
      place && other
        ? { unit: `${place.code}@${round.geographyOn}`, name: place.name, evidence: other.evidence }
        : null,
    dismissed: setAside
      ? { reason: setAside.reason, on: dayInVietnam(new Date(setAside.dismissedAt)) }
      : null,
  };
}

function sentenceOf(
  workshop: Workshop,
  { kind, facts, other }: RaisedSignal,
  unit: UnitVersion,
  place: UnitVersion | null,
): Bilingual {
  const here = other?.unitId === unit.unitId;
  let key: DomainKey = `signal.${kind}`;
  if (here && kind === 'same-file')
    key = 'round' in facts ? 'signal.same-photo-earlier' : 'signal.same-file-here';
  if (here && kind === 'alike-photo') key = 'signal.alike-photo-here';
  const spoken = Object.fromEntries(
    Object.entries(facts).map(([fact, value]) => [fact, isDay(value) ? spokenDay(value) : value]),
  );
  return sayBoth(workshop.texts, key, () => ({ ...spoken, place: place?.name ?? '' }));
}

function isDay(value: string | number): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}
