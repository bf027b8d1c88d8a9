// Who acts, and the one question of every path: may this person do this here?
import * as z from 'zod/mini';
import { Grant, isInForce } from './grant.ts';
import { type Act, type Noun, OF_AN_OFFICE, roleMay } from './roles.ts';

export { Grant, isInForce } from './grant.ts';
export { ACTS, type Act, NOUNS, type Noun, ROLES, type Role } from './roles.ts';

/**
 * `person`: somebody signed in, with what they were granted. `local`: whoever runs the program on this machine and owns
 * its files. `job`: the program itself. `public`: everybody else, who reads only what is published.
 */
export const Principal = z.object({
  kind: z.enum(['person', 'local', 'job', 'public']),
  personId: z.int(),
  name: z.string(),
  office: z.string(),
  grants: z.readonly(z.array(Grant)),
});
export type Principal = z.infer<typeof Principal>;

/** What a right asks: an act on a thing of one unit on a day, in a programme where it belongs to one. */
export interface RightAsked {
  readonly act: Act;
  readonly noun: Noun;
  readonly unitId: number;
  /** Units above it, so that a subtree can be granted. */
  readonly ancestors: readonly number[];
  /** Units that it went into, with all above them: their people read what was before them. */
  readonly heirs: readonly number[];
  /** Of all these, those that no longer exist on the day: a grant there reads, and opens nothing new. */
  readonly ended: readonly number[];
  /** null: a thing of the installation. */
  readonly programmeId: number | null;
  /** Offices of the indicators that are touched; null where the act is about no indicator. */
  readonly offices: readonly string[] | null;
  /** YYYY-MM-DD in Vietnam. */
  readonly on: string;
}

/** The one `may` of every path. */
export function may(principal: Principal, asked: RightAsked): boolean {
  if (principal.kind === 'local') return true;
  if (principal.kind === 'job') return asked.act === 'read' || asked.act === 'write';
  if (principal.kind === 'public') return false;
  return principal.grants.some((grant) => grants(grant, asked));
}

function grants(grant: Grant, asked: RightAsked): boolean {
  return (
    isInForce(grant, asked.on) &&
    roleMay(grant.role, asked.act, asked.noun) &&
    isOfProgramme(grant, asked) &&
    reaches(grant, asked) &&
    isOfOffice(grant, asked)
  );
}

function isOfProgramme({ programmeId }: Grant, asked: RightAsked): boolean {
  return programmeId === null || asked.programmeId === null || programmeId === asked.programmeId;
}

/** The unit and all below it; to read, also what they were made of. On an abolished unit a grant only reads. */
function reaches({ unitId }: Grant, { act, unitId: of, ancestors, heirs, ended }: RightAsked): boolean {
  const inside = unitId === of || ancestors.includes(unitId);
  return act === 'read' ? inside || heirs.includes(unitId) : inside && !ended.includes(unitId);
}

/** A department writes its own indicators; to look, and to compare the law with its text, it needs the place alone. */
function isOfOffice({ role, office }: Grant, { act, noun, offices }: RightAsked): boolean {
  if (act === 'read' || noun === 'sets' || !OF_AN_OFFICE.includes(role)) return true;
  return office !== null && offices !== null && offices.length > 0 && offices.every((one) => one === office);
}
