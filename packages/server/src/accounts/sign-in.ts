// Signing in by name and password, with a second step where the person has one; and out again.
import { randomBytes } from 'node:crypto';
import {
  type SecondStepInput,
  type SignInInput,
  type SignInReply,
  usernameOf,
} from '@vungbuoc/programme/accounts';
import { refuse } from '@vungbuoc/programme/problems';
import { beginSession, makeSession } from '../storage/sessions.ts';
import { SESSION_DAYS } from './ceremonies.ts';
import { sessionCookie, tokenIn } from './cookie.ts';
import { type AccountDesk, type Caller, digitsOf, hold, type Opened, withAddress } from './desk.ts';
import { type Attempt, noteFailure, noteSuccess, requirePatience } from './lock-out.ts';

/** However often it is used, a session ends: on a shared machine on the same day. */
const OWN_MS = SESSION_DAYS * 86_400_000;
const SHARED_MS = 12 * 3_600_000;
/** A sample person's session ends by itself on the same day. */
const SAMPLE_MS = 12 * 3_600_000;

/** @throws sign-in.wait, sign-in.wrong */
export async function signIn(
  desk: AccountDesk,
  { username: typed, password, shared }: SignInInput,
  caller: Caller,
): Promise<Opened<SignInReply>> {
  const { auth, database } = desk;
  const { address, now } = caller;
  const attempt: Attempt = { username: usernameOf(typed), address };
  await requirePatience(database, attempt, now);
  const body = { username: attempt.username, password, rememberMe: !shared };
  const headers = withAddress(caller.headers, address);
  const { reply, cookies } = await hold(
    () => auth.api.signInUsername({ body, headers, returnHeaders: true }),
    async () => {
      await noteFailure(database, attempt, now);
      return refuse('sign-in.wrong');
    },
  );
  await noteSuccess(database, attempt);
  await begin(desk, cookies, shared, now);
  return { reply: { next: 'twoFactorRedirect' in reply ? 'secondStep' : 'in' }, cookies };
}

/** @throws sign-in.wait, sign-in.wrong-code */
export async function secondStep(
  desk: AccountDesk,
  { code, recovery, shared }: SecondStepInput,
  caller: Caller,
): Promise<Opened<SignInReply>> {
  const { auth, database } = desk;
  const { address, now } = caller;
  const attempt: Attempt = { username: `second-step:${address ?? ''}`, address };
  await requirePatience(database, attempt, now);
  const refused = async (): Promise<never> => {
    await noteFailure(database, attempt, now);
    return refuse('sign-in.wrong-code');
  };
  const asked = { headers: withAddress(caller.headers, address), returnHeaders: true } as const;
  const { cookies } = recovery
    ? await hold(() => auth.api.verifyBackupCode({ ...asked, body: { code: code.trim() } }), refused)
    : await hold(() => auth.api.verifyTOTP({ ...asked, body: { code: digitsOf(code) } }), refused);
  await begin(desk, cookies, shared, now);
  return { reply: { next: 'in' }, cookies };
}

export async function signOut({ auth }: AccountDesk, headers: Headers): Promise<Opened<null>> {
  const { cookies } = await hold(
    () => auth.api.signOut({ headers, returnHeaders: true }),
    () => refuse('sign-in.needed'),
  );
  return { reply: null, cookies };
}

/** A session without a password: for the made-up people of the sample alone. */
export async function enterAs(desk: AccountDesk, personId: number, now: Date): Promise<Opened<null>> {
  const token = randomBytes(32).toString('base64url');
  await makeSession(desk.database, { token, personId, now, until: new Date(now.getTime() + SAMPLE_MS) });
  return { reply: null, cookies: [sessionCookie(token, desk.cookie, desk.secret)] };
}

async function begin(
  desk: AccountDesk,
  cookies: readonly string[],
  shared: boolean,
  now: Date,
): Promise<void> {
  const sent = cookies.map((one) => one.split(';', 1)[0] ?? '').join('; ');
  const token = tokenIn(sent, desk.cookie, desk.secret);
  // a second step comes before the session
  if (token === null) return;
  const until = new Date(now.getTime() + (shared ? SHARED_MS : OWN_MS));
  await beginSession(desk.database, { token, shared, now, until });
}
