// What every command and read works with: the database, the reference snapshot, the clock.
import type { may } from '@vungbuoc/programme/principals';
import type { Texts } from '@vungbuoc/programme/text';
import type { Database } from '../storage/connect.ts';
import type { EvidencePorts } from './evidence-ports.ts';
import type { ReferenceKeeper } from './snapshot.ts';

export interface Workshop {
  readonly database: Database;
  readonly reference: ReferenceKeeper;
  /** The only clock of the server; tests give their own. */
  readonly clock: () => Date;
  /** Every word a reply says; replaced as a whole where a test looks for words outside the catalogues. */
  readonly texts: Texts;
  /** The one question of every path; replaced where a test asks what row-level security refuses by itself. */
  readonly may: typeof may;
  /** Bytes of evidence, uploads on their way, the scanner. */
  readonly evidence: EvidencePorts;
}

/** The calendar day in Vietnam (UTC+7, no summer time), YYYY-MM-DD. */
export function dayInVietnam(instant: Date): string {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}
