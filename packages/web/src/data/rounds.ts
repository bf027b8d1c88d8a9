// The rounds of a place, and the years that may still be opened for old sheets.
import type { OpenRoundInput, RoundsReply } from '@vungbuoc/programme/rounds';
import { withQuery } from './addresses.ts';
import { getJson, postJson } from './http.ts';

export function fetchRounds(under: string, signal: AbortSignal): Promise<RoundsReply> {
  return getJson<RoundsReply>(withQuery('/api/rounds', { under }), signal);
}

/** Opens a proposed round as it is; the id makes a second press harmless. */
export function openRound(proposal: OpenRoundInput, id: string): Promise<{ code: string }> {
  return postJson<{ code: string }>(`/api/commands/rounds.open/${id}`, proposal);
}
