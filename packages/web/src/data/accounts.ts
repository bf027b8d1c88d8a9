// Signing in and the own account, as the server declares them.
import type {
  AcceptInput,
  ChangePasswordInput,
  MeReply,
  SecondStepInput,
  SecondStepOffer,
  SessionsReply,
  SignInInput,
  SignInReply,
  WaysReply,
} from '@vungbuoc/programme/accounts';
import { getJson, postJson } from './http.ts';

export function fetchMe(signal: AbortSignal): Promise<MeReply> {
  return getJson<MeReply>('/api/me', signal);
}

export function fetchWays(signal: AbortSignal): Promise<WaysReply> {
  return getJson<WaysReply>('/api/account/ways', signal);
}

export function signIn(input: SignInInput): Promise<SignInReply> {
  return postJson<SignInReply>('/api/account/sign-in', input);
}

export function sendSecondStep(input: SecondStepInput): Promise<SignInReply> {
  return postJson<SignInReply>('/api/account/second-step', input);
}

export function enterAsSample(person: number): Promise<unknown> {
  return postJson('/api/account/sample', { person });
}

export function signOut(): Promise<unknown> {
  return postJson('/api/account/sign-out', null);
}

/** @returns the name to sign in by */
export function acceptLink(input: AcceptInput): Promise<{ username: string }> {
  return postJson<{ username: string }>('/api/account/accept', input);
}

export function changePassword(input: ChangePasswordInput): Promise<unknown> {
  return postJson('/api/account/password', input);
}

export function fetchSessions(signal: AbortSignal): Promise<SessionsReply> {
  return getJson<SessionsReply>('/api/account/sessions', signal);
}

/** null: all but this one. */
export function endSessions(session: number | null): Promise<{ ended: number }> {
  return postJson<{ ended: number }>('/api/account/sessions/end', { session });
}

export function offerSecondStep(password: string): Promise<SecondStepOffer> {
  return postJson<SecondStepOffer>('/api/account/second-step/offer', { password });
}

export function confirmSecondStep(code: string): Promise<unknown> {
  return postJson('/api/account/second-step/confirm', { code });
}

export function endSecondStep(password: string): Promise<unknown> {
  return postJson('/api/account/second-step/end', { password });
}
