// A piece that is there already: shown for more indicators or rounds, taken back with a reason, looked at by the scanner.
import * as z from 'zod/mini';
import { command } from '../declarations/index.ts';
import type { Problem } from '../problems/index.ts';
import { type KnownCode, refuseResultOnly, refuseUnknownCodes } from './codes.ts';
import { EvidenceReply, LinkEvidenceInput, RemoveEvidenceInput, type Scan } from './schema.ts';

/** A stored piece, as far as these decisions ask. */
export interface StoredPiece {
  readonly kind: 'file' | 'document';
  readonly link: string | null;
  readonly scan: Scan;
  readonly removed: boolean;
}

export interface LinkEvidenceState {
  readonly known: ReadonlyMap<string, KnownCode>;
  readonly piece: StoredPiece | null;
  /** Codes that it is shown for in this round already. */
  readonly linked: readonly string[];
}

export interface LinksChange {
  readonly codes: readonly string[];
}

export const linkEvidence = command<LinkEvidenceInput, LinkEvidenceState, LinksChange, EvidenceReply>({
  name: 'evidence.link',
  version: 1,
  input: LinkEvidenceInput,
  reply: EvidenceReply,
  may: () => ({ act: 'write', noun: 'evidence' }),
  decide({ known, piece, linked }, { unit, round, evidence, codes }) {
    const absent = findAbsent(piece, evidence);
    if (absent) return { ok: false, problems: [absent] };
    const holdsMore = piece?.kind === 'file' || piece?.link !== null;
    const [first, ...others] = [
      ...refuseUnknownCodes(codes, known),
      ...(holdsMore ? refuseResultOnly(codes, known) : []),
    ];
    if (first) return { ok: false, problems: [first, ...others] };
    const fresh = codes.filter((code) => !linked.includes(code));
    const reply = { unit, evidence };
    if (fresh.length === 0) return { ok: true, change: null, reply };
    return { ok: true, change: { codes: fresh }, event: { round, evidence, codes: fresh }, reply };
  },
});

export interface RemovalChange {
  readonly reason: string;
}

export const removeEvidence = command<
  RemoveEvidenceInput,
  { readonly piece: StoredPiece | null },
  RemovalChange,
  EvidenceReply
>({
  name: 'evidence.remove',
  version: 1,
  input: RemoveEvidenceInput,
  reply: EvidenceReply,
  may: () => ({ act: 'write', noun: 'evidence' }),
  decide({ piece }, { unit, evidence, reason }) {
    const absent = findAbsent(piece, evidence);
    if (absent) return { ok: false, problems: [absent] };
    return { ok: true, change: { reason }, event: { evidence, reason }, reply: { unit, evidence } };
  },
});

export const SettleScanInput = z.object({
  unit: z.string(),
  evidence: z.uuid(),
  /** null: nothing was found; otherwise what the scanner calls it. */
  found: z.nullable(z.string()),
});
export type SettleScanInput = z.infer<typeof SettleScanInput>;

export interface ScanChange {
  readonly scan: Scan;
  readonly removedFor: string | null;
}

/** What the scanner said of a file that had waited for it. Asked by the program itself, it has no door. */
export const settleScan = command<
  SettleScanInput,
  { readonly piece: StoredPiece | null },
  ScanChange,
  EvidenceReply
>({
  name: 'evidence.settle-scan',
  version: 1,
  input: SettleScanInput,
  reply: EvidenceReply,
  may: () => ({ act: 'read', noun: 'evidence' }),
  decide({ piece }, { unit, evidence, found }) {
    const absent = findAbsent(piece, evidence);
    if (absent) return { ok: false, problems: [absent] };
    const reply = { unit, evidence };
    if (piece?.scan !== 'waiting') return { ok: true, change: null, reply };
    const change: ScanChange = found
      ? { scan: 'waiting', removedFor: `Có mã độc: ${found}` }
      : { scan: 'clean', removedFor: null };
    return { ok: true, change, event: { evidence, found }, reply };
  },
});

/** What was removed reads as absent: it can be neither shown for more nor removed twice. */
function findAbsent(piece: StoredPiece | null, evidence: string): Problem | null {
  return piece === null || piece.removed ? { code: 'evidence.not-found', facts: { evidence } } : null;
}
