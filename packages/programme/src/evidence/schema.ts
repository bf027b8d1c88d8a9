// Evidence as it travels: what a person says of a file or a cited document, and what is shown of it.
import * as z from 'zod/mini';
import { RoundCode } from '../rounds/open.ts';
import { CalendarDay } from '../units/calendar-day.ts';
import { UnitName } from '../units/schema.ts';

export const EvidenceId = z.uuid();

/** Code of an indicator of the round (`17.1`) or of a figure of the dictionary (`xa2021.17.1`). */
export const ShownFor = z.string().check(z.regex(/^[0-9a-z][0-9a-z./-]{0,79}$/));

/** What a piece is shown for: at least one code, each of them once. */
export const ShownForList = z.array(ShownFor).check(
  z.minLength(1),
  z.maxLength(100),
  z.refine((codes) => new Set(codes).size === codes.length),
);

/** The largest file, bytes: photos and scans of today's phones and offices fit, films do not. */
export const MOST_FILE_BYTES = 100_000_000;

const words = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

/** Where a photo was taken, in degrees; five decimals are about a metre. */
export const TakenAt = z.object({
  lat: z.number().check(z.gte(-90), z.lte(90)),
  lon: z.number().check(z.gte(-180), z.lte(180)),
});
export type TakenAt = z.infer<typeof TakenAt>;

/** What a person may say of any piece. */
const Said = {
  issuer: z.nullable(words(300)),
  documentNumber: z.nullable(words(100)),
  documentOn: z.nullable(CalendarDay),
  expiresOn: z.nullable(CalendarDay),
};

const About = { unit: UnitName, round: RoundCode, codes: ShownForList };

/** The name of an upload: made by the server, never guessed. */
export const UploadId = z.string().check(z.regex(/^[0-9a-f]{64}$/));

export const AttachEvidenceInput = z.object({
  ...About,
  ...Said,
  upload: UploadId,
  /** Day and place of a photo: sent only when the person agreed that they are kept. */
  takenOn: z.nullable(CalendarDay),
  takenAt: z.nullable(TakenAt),
});
export type AttachEvidenceInput = z.infer<typeof AttachEvidenceInput>;

export const CiteEvidenceInput = z.object({
  ...About,
  ...Said,
  issuer: words(300),
  documentNumber: words(100),
  /** Where it can be read; https only. */
  link: z.nullable(z.string().check(z.regex(/^https:\/\/[^\s<>"'\\]{1,990}$/))),
});
export type CiteEvidenceInput = z.infer<typeof CiteEvidenceInput>;

export const LinkEvidenceInput = z.object({ ...About, evidence: EvidenceId });
export type LinkEvidenceInput = z.infer<typeof LinkEvidenceInput>;

export const RemoveEvidenceInput = z.object({
  unit: UnitName,
  evidence: EvidenceId,
  reason: z.string().check(z.trim(), z.minLength(3), z.maxLength(500)),
});
export type RemoveEvidenceInput = z.infer<typeof RemoveEvidenceInput>;

export const EvidenceReply = z.object({ unit: z.string(), evidence: EvidenceId });
export type EvidenceReply = z.infer<typeof EvidenceReply>;

/** Whether a scanner looked at a file: there is none, it found nothing, or the file waits for it and is not served. */
export const Scan = z.enum(['none', 'clean', 'waiting']);
export type Scan = z.infer<typeof Scan>;

/** What was found in a whole upload, told to whoever sent it: nothing of it is kept yet. */
export const UploadFound = z.object({
  name: z.string(),
  bytes: z.int(),
  mime: z.string(),
  /** From the photo itself, offered: kept only when it is sent back. */
  takenOn: z.nullable(CalendarDay),
  takenAt: z.nullable(TakenAt),
  scan: Scan,
});
export type UploadFound = z.infer<typeof UploadFound>;

export const EvidenceListQuery = z.object({ round: z.optional(RoundCode) });
export type EvidenceListQuery = z.infer<typeof EvidenceListQuery>;

export const EvidenceShown = z.object({
  evidence: EvidenceId,
  kind: z.enum(['file', 'document']),
  name: z.nullable(z.string()),
  mime: z.nullable(z.string()),
  bytes: z.nullable(z.int()),
  issuer: z.nullable(z.string()),
  documentNumber: z.nullable(z.string()),
  documentOn: z.nullable(z.string()),
  link: z.nullable(z.string()),
  takenOn: z.nullable(z.string()),
  takenAt: z.nullable(TakenAt),
  expiresOn: z.nullable(z.string()),
  /** Whether it still holds today: `soon` within sixty days of its end. */
  expiry: z.enum(['none', 'holds', 'soon', 'past']),
  scan: Scan,
  /** Whether small and large pictures of it can be asked for. */
  hasPreview: z.boolean(),
  links: z.array(z.object({ round: z.string(), code: z.string() })),
  removed: z.nullable(z.object({ reason: z.string() })),
  seq: z.int(),
});
export type EvidenceShown = z.infer<typeof EvidenceShown>;

export const EvidenceList = z.object({
  unit: z.string(),
  name: z.string(),
  evidence: z.array(EvidenceShown),
});
export type EvidenceList = z.infer<typeof EvidenceList>;

/** Paths of a folder of scans; nothing is sent but their names. */
export const ProposeEvidenceInput = z.object({
  under: z.optional(UnitName),
  round: RoundCode,
  paths: z.array(z.string().check(z.minLength(1), z.maxLength(500))).check(z.minLength(1), z.maxLength(5000)),
});
export type ProposeEvidenceInput = z.infer<typeof ProposeEvidenceInput>;

export const ProposeEvidenceReply = z.object({
  proposals: z.array(z.object({ path: z.string(), units: z.array(z.string()), codes: z.array(ShownFor) })),
});
export type ProposeEvidenceReply = z.infer<typeof ProposeEvidenceReply>;
