// The sessions of whoever asks, and ending them.
import type { SessionsReply } from '@vungbuoc/programme/accounts';
import { endSessions, listSessions, type SessionRow } from '../storage/sessions.ts';
import type { AccountDesk } from './desk.ts';

export async function ownSessions(
  { database }: AccountDesk,
  { personId, sessionId }: SessionRow,
  now: Date,
): Promise<SessionsReply> {
  const rows = await listSessions(database, personId, now);
  return {
    sessions: rows.map(({ id, createdAt, seenAt, address, agent, shared }) => ({
      session: id,
      current: id === sessionId,
      since: createdAt.toISOString(),
      seen: seenAt.toISOString(),
      address,
      agent,
      shared,
    })),
  };
}

/** @param session null: all but the one that asks. @returns how many ended */
export function endOwnSessions(
  { database }: AccountDesk,
  { personId, sessionId: own }: SessionRow,
  session: number | null,
): Promise<number> {
  return endSessions(database, { personId, sessionId: session, except: session === null ? own : null });
}
