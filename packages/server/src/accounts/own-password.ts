// Choosing a password: the first one or a new one by a link, or another one by whoever is signed in.
import { createHash } from 'node:crypto';
import type { AcceptInput, ChangePasswordInput } from '@vungbuoc/programme/accounts';
import { refuse } from '@vungbuoc/programme/problems';
import { findLink, findPasswordHash, findPerson, setPassword, useLink } from '../storage/people.ts';
import { endSessions, type SessionRow } from '../storage/sessions.ts';
import type { AccountDesk } from './desk.ts';
import { PASSWORD_LEAST, PASSWORD_MOST, passwordFault } from './password-rule.ts';
import { hashPassword, verifyPassword } from './passwords.ts';

/** Ends every other session of the person. @throws password.wrong, password.short, password.long, password.guessed */
export async function changePassword(
  { database }: AccountDesk,
  { personId, sessionId, name }: SessionRow,
  { current, next }: ChangePasswordInput,
): Promise<void> {
  const person = await findPerson(database.kysely, personId);
  const hash = await findPasswordHash(database.kysely, personId);
  if (hash === null || !(await verifyPassword(hash, current))) return refuse('password.wrong', {}, 'current');
  requireGoodPassword(next, [name, person?.username ?? ''], 'next');
  await setPassword(database.kysely, personId, await hashPassword(next));
  await endSessions(database, { personId, sessionId: null, except: sessionId });
}

/**
 * Uses a link up. @returns the name to sign in by
 * @throws link.not-valid, password.short, password.long, password.guessed
 */
export async function acceptLink(
  { database }: AccountDesk,
  { token, password }: AcceptInput,
  now: Date,
): Promise<string> {
  const digest = createHash('sha256').update(token).digest();
  const person = await findLink(database.kysely, digest, now);
  if (!person?.username) return refuse('link.not-valid');
  requireGoodPassword(password, [person.name, person.username], 'password');
  const passwordHash = await hashPassword(password);
  const used = await useLink(database.kysely, { digest, personId: person.id, passwordHash, now });
  return used ? person.username : refuse('link.not-valid');
}

function requireGoodPassword(password: string, names: readonly string[], path: string): void {
  const fault = passwordFault(password, names);
  if (fault) refuse(fault, { least: PASSWORD_LEAST, most: PASSWORD_MOST }, path);
}
