// A file that waited for the scanner is looked at when somebody asks for it; what was said is written down.
import {
  type EvidenceReply,
  type ScanChange,
  type SettleScanInput,
  type StoredPiece,
  settleScan,
} from '@vungbuoc/programme/evidence';
import type { Principal } from '@vungbuoc/programme/principals';
import { refuse } from '@vungbuoc/programme/problems';
import { getUnit } from '../reference/rounds-of.ts';
import type { Workshop } from '../reference/workshop.ts';
import { changeEvidence } from '../storage/evidence.ts';
import { commandIdOf } from './command-id.ts';
import { findPiece } from './evidence.ts';
import { type CommandBinding, runCommand } from './run.ts';

/** A file that waits, found by somebody who may look at it. */
export interface WaitingFile {
  /** As the asker named it: `code` or `code@date`. */
  readonly unit: string;
  readonly evidence: string;
  readonly sha256: string;
}

/**
 * Asks the scanner once more; resolves when the file may be served.
 * @throws evidence.not-scanned, evidence.infected (the file is then removed), evidence.bytes-missing
 */
export async function requireScanned(
  workshop: Workshop,
  asker: Principal,
  { unit, evidence, sha256 }: WaitingFile,
): Promise<void> {
  const { scanner, store } = workshop.evidence;
  if (!scanner) return refuse('evidence.not-scanned');
  const kept = (await store.find(sha256)) ?? refuse('evidence.bytes-missing');
  const scanned = await scanner.scan(kept.body);
  if (scanned.said === 'away') return refuse('evidence.not-scanned');
  const found = scanned.said === 'found' ? scanned.what.slice(0, 200) : null;
  // the program itself writes what the scanner said: whoever asked may be somebody who writes nothing
  const principal: Principal = { ...asker, kind: 'job', grants: [] };
  const whole = { ...workshop, database: { ...workshop.database, reach: null } };
  const commandId = commandIdOf(`evidence.settle-scan ${evidence} ${found ?? ''}`);
  await runCommand(whole, settleScanBinding, { principal, commandId, input: { unit, evidence, found } });
  if (found !== null) refuse('evidence.infected', { found });
}

const settleScanBinding: CommandBinding<
  SettleScanInput,
  { readonly piece: StoredPiece | null },
  ScanChange,
  EvidenceReply
> = {
  declaration: settleScan,
  unitOf: (input, reference, today) => getUnit(reference, input.unit, today),
  load: async ({ transaction, unit, input }) => ({
    piece: await findPiece(transaction, unit.unitId, input.evidence),
  }),
  async save({ transaction, unit, input, context }, { scan, removedFor }, seq) {
    const by = context.principal.personId;
    const removed = removedFor === null ? {} : { removed: { reason: removedFor, by, at: context.now } };
    await changeEvidence(transaction, unit.unitId, input.evidence, { scan, ...removed, seq });
  },
};
