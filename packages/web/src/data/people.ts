// People and grants over HTTP. A link's token is made here: the server gets its digest alone.
import type {
  EndGrantInput,
  GiveGrantInput,
  GrantInput,
  PeopleReply,
  PersonInput,
  ShutOutInput,
} from '@vungbuoc/programme/people';
import { withQuery } from './addresses.ts';
import { getJson, postJson } from './http.ts';

export type PeopleAsked = {
  under?: string | undefined;
  search?: string | undefined;
  after?: string | undefined;
};

export function fetchPeople(query: PeopleAsked, signal: AbortSignal): Promise<PeopleReply> {
  return getJson<PeopleReply>(withQuery('/api/people', query), signal);
}

type Reply = { person: number };

/** A link that opens one thing once. @returns the link, and what the server is told of it */
export async function makeLink(): Promise<{ link: string; digest: string }> {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const token = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)));
  const digest = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { link: `${location.origin}/desk/accept#${token}`, digest };
}

/** @returns the link to be handed over. @throws Refused */
export async function invitePerson(person: PersonInput, grant: GrantInput, id: string): Promise<string> {
  const { link, digest } = await makeLink();
  await postJson<Reply>(`/api/commands/people.invite/${id}`, { person, grant, link: { digest } });
  return link;
}

/** @returns the link to be handed over. @throws Refused */
export async function linkPerson(unit: string, person: number): Promise<string> {
  const { link, digest } = await makeLink();
  await postJson<Reply>(`/api/commands/people.link/${crypto.randomUUID()}`, { unit, person, digest });
  return link;
}

export function giveGrant(input: GiveGrantInput): Promise<Reply> {
  return postJson<Reply>(`/api/commands/grants.give/${crypto.randomUUID()}`, input);
}

export function endGrant(input: EndGrantInput): Promise<Reply> {
  return postJson<Reply>(`/api/commands/grants.end/${crypto.randomUUID()}`, input);
}

export function shutOut(input: ShutOutInput): Promise<Reply> {
  return postJson<Reply>(`/api/commands/people.shut/${crypto.randomUUID()}`, input);
}
