// What binds the commands on people and grants to storage.
import { foldText } from '@vungbuoc/programme/names';
import {
  type EndGrantChange,
  type EndGrantInput,
  type EndGrantState,
  endGrant,
  type GiveGrantInput,
  type GiveGrantState,
  type GrantChange,
  type GrantState,
  giveGrant,
  type InviteChange,
  type InvitePersonInput,
  type InviteState,
  invitePerson,
  type LinkPersonInput,
  linkPerson,
  type ManagedPersonState,
  type ShutOutInput,
  shutOut,
} from '@vungbuoc/programme/people';
import { may } from '@vungbuoc/programme/principals';
import { rightAsked } from '../reference/rights.ts';
import { getUnit } from '../reference/rounds-of.ts';
import { findGrant, listGrantsOf, saveGrant, saveGrantEnd } from '../storage/grants.ts';
import { findPerson, findTaken, nextPersonId, saveLink, savePerson, setDisabled } from '../storage/people.ts';
import { programmeIdOf } from './reference-data.ts';
import type { CommandBinding, UnitWork } from './run.ts';

/** Days that a link can be used: an invitation waits for whoever is in the field, a new password does not. */
const LINK_DAYS = { invitation: 14, reset: 2 } as const;

export const invitePersonBinding: CommandBinding<
  InvitePersonInput,
  InviteState,
  InviteChange,
  { person: number }
> = {
  declaration: invitePerson,
  unitOf: (input, reference, today) => getUnit(reference, input.grant.unit, today),
  about: (input) => ({ named: input.grant.unit }),
  async load(work) {
    const { transaction, input } = work;
    const taken = await findTaken(transaction, input.person.username, input.person.email);
    return {
      ...grantState(work, input.grant.programme),
      personId: await nextPersonId(transaction),
      usernameTaken: taken.username,
      emailTaken: taken.email,
    };
  },
  async save(work, change) {
    const { personId: id, person, sample, linkDigest } = change;
    const searchText = foldText(`${person.name} ${person.username}`);
    await savePerson(work.transaction, { ...person, id, isSample: sample, searchText });
    await writeGrant(work, change);
    if (linkDigest !== null) await writeLink(work, id, linkDigest, 'invitation');
  },
};

export const giveGrantBinding: CommandBinding<
  GiveGrantInput,
  GiveGrantState,
  GrantChange,
  { person: number }
> = {
  declaration: giveGrant,
  unitOf: (input, reference, today) => getUnit(reference, input.grant.unit, today),
  about: (input) => ({ named: input.grant.unit }),
  async load(work) {
    const { input, transaction } = work;
    const person = await findPerson(transaction, input.person);
    return { ...grantState(work, input.grant.programme), personKnown: person?.username != null };
  },
  save: (work, change) => writeGrant(work, change),
};

export const endGrantBinding: CommandBinding<
  EndGrantInput,
  EndGrantState,
  EndGrantChange,
  { person: number }
> = {
  declaration: endGrant,
  unitOf: (input, reference, today) => getUnit(reference, input.unit, today),
  about: (input) => ({ named: input.unit }),
  load: async ({ transaction, unit, input }) => ({
    unitId: unit.unitId,
    grant: await findGrant(transaction, input.grant),
  }),
  save: ({ transaction }, { grant, to }) => saveGrantEnd(transaction, grant, to),
};

export const linkPersonBinding: CommandBinding<
  LinkPersonInput,
  ManagedPersonState,
  { readonly personId: number; readonly digest: string },
  { person: number }
> = {
  declaration: linkPerson,
  unitOf: (input, reference, today) => getUnit(reference, input.unit, today),
  about: (input) => ({ named: input.unit }),
  load: (work) => loadManaged(work, work.input.person),
  save: (work, { personId, digest }) => writeLink(work, personId, digest, 'reset'),
};

export const shutOutBinding: CommandBinding<
  ShutOutInput,
  ManagedPersonState,
  { readonly personId: number; readonly out: boolean },
  { person: number }
> = {
  declaration: shutOut,
  unitOf: (input, reference, today) => getUnit(reference, input.unit, today),
  about: (input) => ({ named: input.unit }),
  load: (work) => loadManaged(work, work.input.person),
  save: ({ transaction, context }, { personId, out }) =>
    setDisabled(transaction, personId, out ? context.now : null),
};

function grantState({ reference, unit }: UnitWork<unknown>, programme: string | null): GrantState {
  return {
    unitId: unit.unitId,
    programmeId: programme === null ? null : programmeIdOf(reference, programme),
  };
}

async function loadManaged(work: UnitWork<unknown>, personId: number): Promise<ManagedPersonState> {
  const { transaction, reference, context } = work;
  const person = await findPerson(transaction, personId);
  const grants = await listGrantsOf(transaction, personId);
  return {
    known: person?.username != null,
    disabled: person?.disabled === true,
    grants: grants.map((grant) => {
      const unit = reference.places.nameOf(grant.unitId, context.today);
      const asked = unit && rightAsked(reference, { act: 'administer', noun: 'people', unit }, context.today);
      return { ...grant, managed: asked !== undefined && may(context.principal, asked) };
    }),
  };
}

async function writeGrant({ transaction, context }: UnitWork<unknown>, change: GrantChange): Promise<void> {
  const { personId, grant } = change;
  await saveGrant(transaction, {
    ...grant,
    personId,
    givenBy: context.principal.personId,
    givenAt: context.now,
  });
}

async function writeLink(
  { transaction, context }: UnitWork<unknown>,
  personId: number,
  digest: string,
  purpose: 'invitation' | 'reset',
): Promise<void> {
  const madeAt = new Date(context.now);
  const expiresAt = new Date(madeAt.getTime() + LINK_DAYS[purpose] * 86_400_000);
  await saveLink(transaction, {
    digest,
    personId,
    purpose,
    madeBy: context.principal.personId,
    madeAt,
    expiresAt,
  });
}
