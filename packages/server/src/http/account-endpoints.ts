// Signing in, and what a person does with the own account. Everything else is closed to whoever has not signed in.
import {
  AcceptInput,
  AcceptReply,
  ChangePasswordInput,
  CodeInput,
  Done,
  EndSessionsInput,
  EndSessionsReply,
  MeReply,
  PasswordInput,
  SampleInInput,
  SecondStepInput,
  SecondStepOffer,
  SessionsReply,
  SignInInput,
  SignInReply,
  WaysReply,
} from '@vungbuoc/programme/accounts';
import { refuse } from '@vungbuoc/programme/problems';
import * as z from 'zod/mini';
import { loadMe } from '../reads/me.ts';
import { loadWays } from '../reads/ways.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import type { Door } from './visit.ts';

const nothing = z.undefined();
const anything = z.object({});
const DONE = { done: true } as const;

/** @throws sign-in.needed */
function sessionOf(door: Door) {
  return door.session ?? refuse('sign-in.needed');
}

export const accountEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    route: '/api/me',
    summary: 'Who asks, and what they were granted',
    path: anything,
    query: anything,
    body: nothing,
    reply: MeReply,
    answer: ({ workshop, principal }) => loadMe(workshop, principal),
  }),
  endpoint({
    method: 'get',
    route: '/api/account/ways',
    summary:
      'Ways to sign in beside the password: the made-up people of the sample, while only the sample is here',
    open: true,
    path: anything,
    query: anything,
    body: nothing,
    reply: WaysReply,
    answer: ({ workshop }) => loadWays(workshop),
  }),
  endpoint({
    method: 'post',
    route: '/api/account/sign-in',
    summary: 'Sign in by name and password; where a second step is set, its code is asked for next',
    open: true,
    path: anything,
    query: anything,
    body: SignInInput,
    reply: SignInReply,
    answer: async ({ workshop, body, door }) =>
      opened(door, await door.accounts.signIn(body, callerOf(workshop, door))),
  }),
  endpoint({
    method: 'post',
    route: '/api/account/second-step',
    summary: 'The code of the second step, or a recovery code',
    open: true,
    path: anything,
    query: anything,
    body: SecondStepInput,
    reply: SignInReply,
    answer: async ({ workshop, body, door }) =>
      opened(door, await door.accounts.secondStep(body, callerOf(workshop, door))),
  }),
  endpoint({
    method: 'post',
    route: '/api/account/sample',
    summary: 'Look around as one of the made-up people of the sample',
    open: true,
    path: anything,
    query: anything,
    body: SampleInInput,
    reply: Done,
    async answer({ workshop, body, door }) {
      const { sample } = await loadWays(workshop);
      if (!sample.some(({ person }) => person === body.person)) refuse('sign-in.no-sample');
      opened(door, await door.accounts.enterAs(body.person, workshop.clock()));
      return DONE;
    },
  }),
  endpoint({
    method: 'post',
    route: '/api/account/accept',
    summary: 'Choose a password by a link: the first one, or a new one',
    open: true,
    path: anything,
    query: anything,
    body: AcceptInput,
    reply: AcceptReply,
    answer: async ({ workshop, body, door }) => ({
      username: await door.accounts.accept(body, workshop.clock()),
    }),
  }),
  endpoint({
    method: 'post',
    route: '/api/account/sign-out',
    summary: 'Sign out of this session',
    open: true,
    path: anything,
    query: anything,
    body: nothing,
    reply: Done,
    async answer({ door }) {
      opened(door, await door.accounts.signOut(door.headers));
      return DONE;
    },
  }),
  endpoint({
    method: 'post',
    route: '/api/account/password',
    summary: 'Choose another password; every other session ends',
    path: anything,
    query: anything,
    body: ChangePasswordInput,
    reply: Done,
    async answer({ body, door }) {
      await door.accounts.changePassword(sessionOf(door), body);
      return DONE;
    },
  }),
  endpoint({
    method: 'post',
    route: '/api/account/second-step/offer',
    summary: 'Begin a second step: what the app on the phone reads, and recovery codes to keep on paper',
    path: anything,
    query: anything,
    body: PasswordInput,
    reply: SecondStepOffer,
    answer: async ({ body, door }) =>
      opened(door, await door.accounts.offerSecondStep(door.headers, body.password)),
  }),
  endpoint({
    method: 'post',
    route: '/api/account/second-step/confirm',
    summary: 'The first code shows that the phone has it: from now on it is asked for',
    path: anything,
    query: anything,
    body: CodeInput,
    reply: Done,
    async answer({ body, door }) {
      opened(door, await door.accounts.confirmSecondStep(door.headers, body.code));
      return DONE;
    },
  }),
  endpoint({
    method: 'post',
    route: '/api/account/second-step/end',
    summary: 'Ask for the password alone again',
    path: anything,
    query: anything,
    body: PasswordInput,
    reply: Done,
    async answer({ body, door }) {
      opened(door, await door.accounts.endSecondStep(door.headers, body.password));
      return DONE;
    },
  }),
  endpoint({
    method: 'get',
    route: '/api/account/sessions',
    summary: 'Where this person is signed in',
    path: anything,
    query: anything,
    body: nothing,
    reply: SessionsReply,
    answer: ({ workshop, door }) => door.accounts.sessionsOf(sessionOf(door), workshop.clock()),
  }),
  endpoint({
    method: 'post',
    route: '/api/account/sessions/end',
    summary: 'End one of the own sessions, or all but this one',
    path: anything,
    query: anything,
    body: EndSessionsInput,
    reply: EndSessionsReply,
    answer: async ({ body, door }) => ({
      ended: await door.accounts.endSessions(sessionOf(door), body.session),
    }),
  }),
];

function callerOf(workshop: { readonly clock: () => Date }, { headers, address }: Door) {
  return { headers, address, now: workshop.clock() };
}

function opened<Reply>(door: Door, { reply, cookies }: { reply: Reply; cookies: readonly string[] }): Reply {
  door.setCookies(cookies);
  return reply;
}
