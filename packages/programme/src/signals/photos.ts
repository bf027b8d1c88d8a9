// Signals of photos and files: used elsewhere or before, taken outside the unit or the period.
import { daysBetween } from '../units/days.ts';
import type { RaisedSignal } from './raised.ts';

/** A file as it is compared. */
export interface SeenFile {
  readonly unitId: number;
  readonly evidence: string;
  readonly sha256: string;
  /** 16 hex digits of a photo; null for papers. */
  readonly looks: string | null;
}

/** A file of the unit that is reviewed, with what it is shown for in this round. */
export interface ShownFile extends SeenFile {
  readonly codes: readonly string[];
  /** Codes of earlier rounds in which this very piece was shown. */
  readonly earlierRounds: readonly string[];
  readonly takenOn: string | null;
  readonly takenAt: Place | null;
}

export interface Place {
  readonly lat: number;
  readonly lon: number;
}

/** Bits of 64 in which two photos may differ and still be told as nearly the same. */
export const ALIKE_BITS = 6;

/**
 * A white page, a night: photos with hardly a bright patch beside a dark one look alike though they show nothing in
 * common.
 */
const LEAST_BITS = 8;

/** Files that stand in other units, or in this one as other pieces. `others` holds only what the asker may read. */
export function raiseSharedFiles(own: readonly ShownFile[], others: readonly SeenFile[]): RaisedSignal[] {
  return own.flatMap((file) => [
    ...file.codes.flatMap((code) => raiseEarlier(file, code)),
    ...others
      .filter((other) => other.unitId !== file.unitId || other.evidence !== file.evidence)
      .flatMap((other) => compare(file, other)),
  ]);
}

/** A paper may hold for years; a photo of a road from two years ago is asked about. */
function raiseEarlier(file: ShownFile, code: string): RaisedSignal[] {
  const { evidence, looks, earlierRounds } = file;
  const [round] = earlierRounds;
  if (looks === null || round === undefined) return [];
  const other = { unitId: file.unitId, evidence };
  const facts = { round: earlierRounds.join(', ') };
  return [{ kind: 'same-file', code, evidence, subject: `${evidence} ${round}`, facts, other }];
}

function compare(file: ShownFile, other: SeenFile): RaisedSignal[] {
  const kind = file.sha256 === other.sha256 ? 'same-file' : areAlike(file, other) ? 'alike-photo' : null;
  if (kind === null) return [];
  const { evidence, codes } = file;
  const subject = `${evidence} ${other.evidence}`;
  const about = { unitId: other.unitId, evidence: other.evidence };
  return codes.map((code) => ({ kind, code, evidence, subject, facts: {}, other: about }));
}

function areAlike({ looks }: SeenFile, other: SeenFile): boolean {
  if (looks === null || other.looks === null) return false;
  const telling = [looks, other.looks].every((one) => {
    const bits = differingBits(one, '0'.repeat(16));
    return bits >= LEAST_BITS && bits <= 64 - LEAST_BITS;
  });
  return telling && differingBits(looks, other.looks) <= ALIKE_BITS;
}

/** Hamming distance of two texts of 16 hex digits. */
export function differingBits(one: string, other: string): number {
  let bits = 0;
  for (let at = 0; at < 16; at++) {
    let digit = Number.parseInt(one[at] ?? '0', 16) ^ Number.parseInt(other[at] ?? '0', 16);
    for (; digit > 0; digit >>= 1) bits += digit & 1;
  }
  return bits;
}

/** Where the unit is, roughly: its middle, and its area in square kilometres where that is known. */
export interface UnitGround {
  readonly middle: Place;
  readonly area: number | null;
}

/** Kilometres beyond which even a small commune's photo is asked about: its list's middle may be the office. */
const LEAST_REACH = 10;
/** A commune may be much longer than it is wide. */
const LONG = 2.5;

export function raiseTakenElsewhere(own: readonly ShownFile[], ground: UnitGround | null): RaisedSignal[] {
  if (ground === null) return [];
  const radius = ground.area === null ? 0 : Math.sqrt(ground.area / Math.PI);
  const reach = Math.max(LEAST_REACH, LONG * radius);
  return own.flatMap(({ evidence, takenAt, codes }) => {
    const far = takenAt === null ? 0 : distance(takenAt, ground.middle);
    if (takenAt === null || far <= reach) return [];
    const facts = { km: Math.round(far) };
    const subject = `${evidence} ${takenAt.lat} ${takenAt.lon}`;
    return codes.map((code) => ({ kind: 'taken-elsewhere', code, evidence, subject, facts, other: null }));
  });
}

const EARTH_RADIUS = 6371;

/** Kilometres along the globe. */
export function distance(one: Place, other: Place): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (a: number, b: number): number => Math.sin(radians(b - a) / 2) ** 2;
  const across = Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * half(one.lon, other.lon);
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(half(one.lat, other.lat) + across)));
}

/** The days that a round is about, both ends in it. */
export interface RoundDays {
  readonly from: string;
  readonly to: string;
}

/** Photos taken before the period began, or after its last day. */
export function raiseTakenOtherTime(own: readonly ShownFile[], { from, to }: RoundDays): RaisedSignal[] {
  return own.flatMap(({ evidence, takenOn, codes }) => {
    if (takenOn === null || (daysBetween(from, takenOn) >= 0 && daysBetween(takenOn, to) >= 0)) return [];
    const facts = { taken: takenOn, from, to };
    const subject = `${evidence} ${takenOn} ${from} ${to}`;
    return codes.map((code) => ({ kind: 'taken-other-time', code, evidence, subject, facts, other: null }));
  });
}
