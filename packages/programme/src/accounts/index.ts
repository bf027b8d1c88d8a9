// Signing in, as screens and the server speak of it. The ceremonies themselves are the server's.
import * as z from 'zod/mini';
import { Grant, Principal } from '../principals/index.ts';

const text = z.string();
/** Longer is refused before anything is looked up. */
const secret = text.check(z.minLength(1), z.maxLength(1000));

/** A name to sign in by as it is kept: small letters without spaces. A phone number is one. */
export function usernameOf(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/[\s()]/g, '')
    .toLowerCase();
}

export const SignInInput = z.object({
  username: text.check(z.minLength(1), z.maxLength(120)),
  password: secret,
  /** A machine that several people use: signed out after a quarter of an hour without a request. */
  shared: z.boolean(),
});
export type SignInInput = z.infer<typeof SignInInput>;

/** `secondStep`: the password was right, a code is asked for. */
export const SignInReply = z.object({ next: z.enum(['in', 'secondStep']) });
export type SignInReply = z.infer<typeof SignInReply>;

/** A code of the phone's app, or one of the recovery codes; each recovery code works once. */
export const SecondStepInput = z.object({
  code: text.check(z.minLength(6), z.maxLength(20)),
  recovery: z.boolean(),
  shared: z.boolean(),
});
export type SecondStepInput = z.infer<typeof SecondStepInput>;

/** Made-up people of the sample programme, one for each role; only while nothing but the sample is here. */
export const SamplePerson = z.object({
  person: z.int(),
  name: text,
  office: text,
  role: Grant.shape.role,
  place: text,
});
export type SamplePerson = z.infer<typeof SamplePerson>;
/** `place`: where the programme here is at home; null while there is none. */
export const WaysReply = z.object({ place: z.nullable(text), sample: z.array(SamplePerson) });
export type WaysReply = z.infer<typeof WaysReply>;
export const SampleInInput = z.object({ person: z.int() });
export type SampleInInput = z.infer<typeof SampleInInput>;

export const MeReply = z.object({
  kind: Principal.shape.kind,
  name: text,
  office: text,
  /** Made up, of the sample programme. */
  sample: z.boolean(),
  /** Whether a second step is asked for at signing in. */
  secondStep: z.boolean(),
  grants: z.array(
    z.object({
      role: Grant.shape.role,
      unit: text,
      place: text,
      office: z.nullable(text),
      to: z.nullable(text),
    }),
  ),
});
export type MeReply = z.infer<typeof MeReply>;

export const OpenSessionShown = z.object({
  session: z.int(),
  current: z.boolean(),
  since: text,
  seen: text,
  address: z.nullable(text),
  agent: z.nullable(text),
  shared: z.boolean(),
});
export const SessionsReply = z.object({ sessions: z.array(OpenSessionShown) });
export type SessionsReply = z.infer<typeof SessionsReply>;

/** null: every session but this one. */
export const EndSessionsInput = z.object({ session: z.nullable(z.int()) });
export type EndSessionsInput = z.infer<typeof EndSessionsInput>;
export const EndSessionsReply = z.object({ ended: z.int() });

export const ChangePasswordInput = z.object({ current: secret, next: secret });
export type ChangePasswordInput = z.infer<typeof ChangePasswordInput>;

export const PasswordInput = z.object({ password: secret });
export type PasswordInput = z.infer<typeof PasswordInput>;
/** What the phone's app reads, and the codes to keep on paper. */
export const SecondStepOffer = z.object({ uri: text, recoveryCodes: z.array(text) });
export type SecondStepOffer = z.infer<typeof SecondStepOffer>;
export const CodeInput = z.object({ code: text.check(z.minLength(6), z.maxLength(20)) });
export type CodeInput = z.infer<typeof CodeInput>;

/** The token stands in the link's fragment, so that no server's log ever has it. */
export const AcceptInput = z.object({
  token: text.check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  password: secret,
});
export type AcceptInput = z.infer<typeof AcceptInput>;
export const AcceptReply = z.object({ username: text });
export const Done = z.object({ done: z.literal(true) });
