// What each role may do, as one table. A person may hold many roles at once; what is not written here nobody may.

/** Kinds of acts: to look, to enter or correct, to make public, to run the programme or the installation. */
export const ACTS = ['read', 'write', 'publish', 'administer'] as const;
export type Act = (typeof ACTS)[number];

/** Things that rights are about, by their nouns. */
export const NOUNS = [
  'approvals',
  'assessments',
  'board',
  'columns',
  'confirmations',
  'declared',
  'evidence',
  'installation',
  'messages',
  'people',
  'programmes',
  'readings',
  'recognitions',
  'reviews',
  'rounds',
  'sets',
  'signals',
  'targets',
  'units',
  'verdicts',
] as const;
export type Noun = (typeof NOUNS)[number];

/**
 * The roles of the programme's people. `supplier` and `reviewer` are departments (cơ quan cung cấp, cơ quan xác nhận):
 * their grants name an office, and reach the indicators that the set gives to it.
 */
export const ROLES = [
  'villageHead',
  'communeOfficial',
  'communeLeader',
  'supplier',
  'reviewer',
  'coordination',
  'councilMember',
  'fatherlandFront',
  'clerk',
  'chair',
  'administrator',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

type Rights = Readonly<Partial<Record<Noun, readonly Act[]>>>;

const LOOK = ['read'] as const;
const WRITE = ['read', 'write'] as const;
const RUN = ['read', 'write', 'administer'] as const;

/** What whoever works in the programme may look at, inside their own subtree. */
const STAFF: Rights = {
  assessments: LOOK,
  board: LOOK,
  columns: LOOK,
  evidence: LOOK,
  programmes: LOOK,
  readings: LOOK,
  rounds: LOOK,
  units: LOOK,
};

const RIGHTS: Readonly<Record<Role, Rights>> = {
  // signals are for those who review: whoever sent a photo does not learn of other units through them
  // own village only, by a link of their own; of the commune they see the place and nothing else
  villageHead: { units: LOOK },
  communeOfficial: { ...STAFF, assessments: WRITE, evidence: WRITE, messages: WRITE, readings: WRITE },
  communeLeader: { ...STAFF, approvals: WRITE },
  supplier: { ...STAFF, evidence: WRITE, readings: WRITE },
  reviewer: { ...STAFF, messages: WRITE, reviews: WRITE, sets: WRITE, signals: WRITE },
  coordination: {
    ...STAFF,
    columns: WRITE,
    confirmations: WRITE,
    declared: WRITE,
    evidence: WRITE,
    messages: WRITE,
    programmes: RUN,
    readings: WRITE,
    recognitions: WRITE,
    reviews: WRITE,
    rounds: RUN,
    sets: RUN,
    signals: WRITE,
    targets: WRITE,
    verdicts: WRITE,
  },
  councilMember: { ...STAFF, signals: LOOK },
  fatherlandFront: STAFF,
  clerk: STAFF,
  chair: STAFF,
  administrator: { ...STAFF, installation: RUN, people: RUN, programmes: RUN, sets: RUN, units: RUN },
  auditor: { ...STAFF, people: LOOK, reviews: LOOK, signals: LOOK },
};

/** Roles whose grants hold for the indicators of their office alone. */
export const OF_AN_OFFICE: readonly Role[] = ['supplier', 'reviewer'];

export function roleMay(role: Role, act: Act, noun: Noun): boolean {
  return RIGHTS[role][noun]?.includes(act) === true;
}
