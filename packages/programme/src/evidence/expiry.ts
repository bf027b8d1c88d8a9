// Whether evidence still holds on a day: people are warned before it ends.
import { daysBetween } from '../units/days.ts';
import type { EvidenceShown } from './schema.ts';

/** Days before the end on which people are warned: time for a new certificate to be issued. */
const WARN_DAYS = 60;

/** @param expiresOn the last day on which it holds */
export function expiryOf(expiresOn: string | null, today: string): EvidenceShown['expiry'] {
  if (expiresOn === null) return 'none';
  if (expiresOn < today) return 'past';
  return daysBetween(today, expiresOn) <= WARN_DAYS ? 'soon' : 'holds';
}
