// Inviting a person, giving and ending grants, links to begin or begin again, shutting somebody out. Ids in the trail, never names.
import * as z from 'zod/mini';
import { command, type Decision } from '../declarations/index.ts';
import { isInForce } from '../principals/index.ts';
import type { Problem } from '../problems/index.ts';
import { CalendarDay } from '../units/calendar-day.ts';
import { UnitName } from '../units/schema.ts';
import { GrantInput, LinkDigest, PersonInput } from './schema.ts';

const OF_AN_OFFICE: readonly string[] = ['supplier', 'reviewer'];

/** What every decision on a grant needs to know. */
export interface GrantState {
  readonly unitId: number;
  /** undefined: there is no programme of this code. */
  readonly programmeId: number | null | undefined;
}

export interface GrantChange {
  readonly personId: number;
  readonly grant: Omit<GrantInput, 'programme' | 'unit'> & {
    readonly unitId: number;
    readonly programmeId: number | null;
  };
}

function grantProblems(state: GrantState, grant: GrantInput): Problem[] {
  const problems: Problem[] = [];
  if (state.programmeId === undefined) {
    problems.push({ code: 'programme.not-found', facts: { programme: grant.programme ?? '' } });
  }
  if (grant.to !== null && grant.to < grant.from)
    problems.push({ code: 'grant.ends-before', path: 'grant/to' });
  if (OF_AN_OFFICE.includes(grant.role) && grant.office === null) {
    problems.push({ code: 'grant.needs-office', path: 'grant/office' });
  }
  return problems;
}

function grantChange(state: GrantState, personId: number, input: GrantInput): GrantChange {
  const { programme: _programme, unit: _unit, ...grant } = input;
  return { personId, grant: { ...grant, unitId: state.unitId, programmeId: state.programmeId ?? null } };
}

/** The link that lets a person choose the first password; the digest is made where the link is. */
const Link = z.object({ digest: LinkDigest });

export const InvitePersonInput = z.object({
  person: PersonInput,
  grant: GrantInput,
  /** null: the first password is set otherwise. */
  link: z.nullable(Link),
  /** Made up to show the program; only the program itself makes such people. */
  sample: z.optional(z.boolean()),
});
export type InvitePersonInput = z.infer<typeof InvitePersonInput>;
export const PersonReply = z.object({ person: z.int() });

export interface InviteState extends GrantState {
  /** The identity that the new person will have. */
  readonly personId: number;
  readonly usernameTaken: boolean;
  readonly emailTaken: boolean;
}

export interface InviteChange extends GrantChange {
  readonly person: PersonInput;
  readonly sample: boolean;
  readonly linkDigest: string | null;
}

export const invitePerson = command<
  InvitePersonInput,
  InviteState,
  InviteChange,
  z.infer<typeof PersonReply>
>({
  name: 'people.invite',
  version: 1,
  input: InvitePersonInput,
  reply: PersonReply,
  may: () => ({ act: 'administer', noun: 'people' }),
  decide(state, { person, grant, link, sample }, { principal }) {
    const problems = grantProblems(state, grant);
    if (state.usernameTaken) {
      problems.push({
        code: 'person.username-taken',
        path: 'person/username',
        facts: { username: person.username },
      });
    }
    if (state.emailTaken) problems.push({ code: 'person.email-taken', path: 'person/email' });
    if (sample === true && principal.kind !== 'local')
      problems.push({ code: 'input.wrong', facts: { field: 'sample' } });
    const [first, ...others] = problems;
    if (first) return { ok: false, problems: [first, ...others] };
    const change = grantChange(state, state.personId, grant);
    return {
      ok: true,
      change: { ...change, person, sample: sample === true, linkDigest: link?.digest ?? null },
      event: { person: state.personId, grant: change.grant, invited: link !== null },
      reply: { person: state.personId },
    };
  },
});

export const GiveGrantInput = z.object({ person: z.int(), grant: GrantInput });
export type GiveGrantInput = z.infer<typeof GiveGrantInput>;

export interface GiveGrantState extends GrantState {
  readonly personKnown: boolean;
}

export const giveGrant = command<GiveGrantInput, GiveGrantState, GrantChange, z.infer<typeof PersonReply>>({
  name: 'grants.give',
  version: 1,
  input: GiveGrantInput,
  reply: PersonReply,
  may: () => ({ act: 'administer', noun: 'people' }),
  decide(state, { person, grant }) {
    const problems = grantProblems(state, grant);
    if (!state.personKnown) problems.push({ code: 'person.not-found', path: 'person' });
    const [first, ...others] = problems;
    if (first) return { ok: false, problems: [first, ...others] };
    const change = grantChange(state, person, grant);
    return { ok: true, change, event: { person, grant: change.grant }, reply: { person } };
  },
});

/** A grant as it stands. */
export interface StandingGrant {
  readonly id: number;
  readonly personId: number;
  readonly unitId: number;
  readonly from: string;
  readonly to: string | null;
}

export const EndGrantInput = z.object({ unit: UnitName, grant: z.int(), lastDay: CalendarDay });
export type EndGrantInput = z.infer<typeof EndGrantInput>;

export interface EndGrantState {
  readonly unitId: number;
  readonly grant: StandingGrant | null;
}

export interface EndGrantChange {
  readonly grant: number;
  readonly to: string;
}

export const endGrant = command<EndGrantInput, EndGrantState, EndGrantChange, z.infer<typeof PersonReply>>({
  name: 'grants.end',
  version: 1,
  input: EndGrantInput,
  reply: PersonReply,
  may: () => ({ act: 'administer', noun: 'people' }),
  decide({ unitId, grant }, { lastDay }) {
    if (grant === null || grant.unitId !== unitId)
      return { ok: false, problems: [{ code: 'grant.not-found' }] };
    // a grant that has not begun ends on its first day: it was given, and that stays on record
    const hasBegun = grant.from <= lastDay;
    const to = hasBegun ? lastDay : grant.from;
    const reply = { person: grant.personId };
    if (grant.to !== null && grant.to <= to) return { ok: true, change: null, reply };
    return {
      ok: true,
      change: { grant: grant.id, to },
      event: { person: grant.personId, grant: grant.id, before: grant.to, after: to },
      reply,
    };
  },
});

/** What a decision about a person as a whole needs: whether whoever asks manages every place the person works for. */
export interface ManagedPersonState {
  readonly known: boolean;
  readonly disabled: boolean;
  readonly grants: readonly (StandingGrant & { readonly managed: boolean })[];
}

/** Of the person in the whole country; `unit` is where the asker manages people. */
export const LinkPersonInput = z.object({ unit: UnitName, person: z.int(), digest: LinkDigest });
export type LinkPersonInput = z.infer<typeof LinkPersonInput>;

/** A link with which somebody who cannot get in chooses a new password: for places without mail. */
export const linkPerson = command<
  LinkPersonInput,
  ManagedPersonState,
  { readonly personId: number; readonly digest: string },
  z.infer<typeof PersonReply>
>({
  name: 'people.link',
  version: 1,
  input: LinkPersonInput,
  reply: PersonReply,
  may: () => ({ act: 'administer', noun: 'people' }),
  decide: (state, { person, digest }, { today }) =>
    ofManaged(state, today, person, { personId: person, digest }, { person }),
});

export const ShutOutInput = z.object({ unit: UnitName, person: z.int(), out: z.boolean() });
export type ShutOutInput = z.infer<typeof ShutOutInput>;

/** Shuts somebody out at once, with every session, or lets them in again. What they did stays theirs. */
export const shutOut = command<
  ShutOutInput,
  ManagedPersonState,
  { readonly personId: number; readonly out: boolean },
  z.infer<typeof PersonReply>
>({
  name: 'people.shut',
  version: 1,
  input: ShutOutInput,
  reply: PersonReply,
  may: () => ({ act: 'administer', noun: 'people' }),
  decide(state, { person, out }, { today, principal }) {
    if (out && principal.personId === person) return { ok: false, problems: [{ code: 'person.self' }] };
    if (state.known && state.disabled === out) return { ok: true, change: null, reply: { person } };
    return ofManaged(state, today, person, { personId: person, out }, { person, before: !out, after: out });
  },
});

function ofManaged<Change>(
  state: ManagedPersonState,
  today: string,
  person: number,
  change: Change,
  event: Readonly<Record<string, unknown>>,
): Decision<Change, { person: number }> {
  const standing = state.grants.filter((grant) => isInForce(grant, today));
  if (!state.known || state.grants.every((grant) => !grant.managed)) {
    return { ok: false, problems: [{ code: 'person.not-found', path: 'person' }] };
  }
  // otherwise whoever manages one commune could become the province
  if (standing.some((grant) => !grant.managed)) return { ok: false, problems: [{ code: 'person.beyond' }] };
  return { ok: true, change, event, reply: { person } };
}
