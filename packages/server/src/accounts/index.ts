// Accounts: who a request comes from, and the ceremonies of signing in.
import type {
  AcceptInput,
  ChangePasswordInput,
  SecondStepInput,
  SecondStepOffer,
  SessionsReply,
  SignInInput,
  SignInReply,
} from '@vungbuoc/programme/accounts';
import type { Database } from '../storage/connect.ts';
import { hasPeople, setPassword } from '../storage/people.ts';
import { findSession, type SessionRow, touchSession } from '../storage/sessions.ts';
import { makeCeremonies } from './ceremonies.ts';
import { cookieName, tokenIn } from './cookie.ts';
import type { AccountDesk, Caller, Opened } from './desk.ts';
import { acceptLink, changePassword } from './own-password.ts';
import { endOwnSessions, ownSessions } from './own-sessions.ts';
import { hashPassword } from './passwords.ts';
import { confirmSecondStep, endSecondStep, offerSecondStep } from './second-step.ts';
import { enterAs, secondStep, signIn, signOut } from './sign-in.ts';

export type { SessionRow } from '../storage/sessions.ts';
export type { Caller, Opened } from './desk.ts';
export { randomPassword } from './passwords.ts';

export interface Accounts {
  /** Whose session the request's cookie is; null: nobody is signed in. */
  whoIs(headers: Headers, now: Date, today: string): Promise<SessionRow | null>;
  signIn(input: SignInInput, caller: Caller): Promise<Opened<SignInReply>>;
  secondStep(input: SecondStepInput, caller: Caller): Promise<Opened<SignInReply>>;
  signOut(headers: Headers): Promise<Opened<null>>;
  enterAs(personId: number, now: Date): Promise<Opened<null>>;
  sessionsOf(session: SessionRow, now: Date): Promise<SessionsReply>;
  /** null: all but the one that asks. Answers how many ended. */
  endSessions(own: SessionRow, session: number | null): Promise<number>;
  /** Nobody can sign in yet: no person of anybody's own has a password. */
  isEmpty(): Promise<boolean>;
  setFirstPassword(personId: number, password: string): Promise<void>;
  changePassword(session: SessionRow, input: ChangePasswordInput): Promise<void>;
  accept(input: AcceptInput, now: Date): Promise<string>;
  offerSecondStep(headers: Headers, password: string): Promise<Opened<SecondStepOffer>>;
  confirmSecondStep(headers: Headers, code: string): Promise<Opened<null>>;
  endSecondStep(headers: Headers, password: string): Promise<Opened<null>>;
}

export interface AccountOptions {
  readonly database: Database;
  /** Signs cookies; kept outside the database. */
  readonly secret: string;
  /** Where people reach the pages, `https://ntm.example.gov.vn`. */
  readonly address: string;
}

/** A session is noted as used at most this often. */
const TOUCH_MS = 60_000;

export function openAccounts(options: AccountOptions): Accounts {
  const { database, secret, address } = options;
  const desk: AccountDesk = { database, secret, auth: makeCeremonies(options), cookie: cookieName(address) };
  return {
    async whoIs(headers, now, today) {
      const token = tokenIn(headers.get('cookie'), desk.cookie, secret);
      const session = token === null ? null : await findSession(database, token, now, today);
      if (session && now.getTime() - session.seenAt.getTime() > TOUCH_MS) {
        await touchSession(database, session.sessionId, now);
      }
      return session;
    },
    signIn: (input, caller) => signIn(desk, input, caller),
    secondStep: (input, caller) => secondStep(desk, input, caller),
    signOut: (headers) => signOut(desk, headers),
    enterAs: (personId, now) => enterAs(desk, personId, now),
    sessionsOf: (session, now) => ownSessions(desk, session, now),
    endSessions: (own, session) => endOwnSessions(desk, own, session),
    isEmpty: async () => !(await hasPeople(database.kysely)),
    async setFirstPassword(personId, password) {
      await setPassword(database.kysely, personId, await hashPassword(password));
    },
    changePassword: (session, input) => changePassword(desk, session, input),
    accept: (input, now) => acceptLink(desk, input, now),
    offerSecondStep: (headers, password) => offerSecondStep(desk, headers, password),
    confirmSecondStep: (headers, code) => confirmSecondStep(desk, headers, code),
    endSecondStep: (headers, password) => endSecondStep(desk, headers, password),
  };
}
