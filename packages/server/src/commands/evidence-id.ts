// Ids of evidence: UUID version 7, made here because PostgreSQL before 18 makes none.
import { randomBytes } from 'node:crypto';

/** @param instant milliseconds since 1970: ids made later sort later */
export function newEvidenceId(instant: number): string {
  const random = randomBytes(10).toString('hex');
  const time = instant.toString(16).padStart(12, '0');
  const variant = ((Number.parseInt(random.slice(3, 4), 16) & 3) | 8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`;
}
