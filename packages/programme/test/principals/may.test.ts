// Who may do what: each role at its own unit, below it, beside it, elsewhere, and where its unit was merged away.
import {
  type Grant,
  may,
  NOUNS,
  type Principal,
  type RightAsked,
  ROLES,
} from '@vungbuoc/programme/principals';
import { describe, expect, it } from 'vitest';

const PROVINCE = 12;
const OTHER_PROVINCE = 14;
const DISTRICT = 112;
const COMMUNE = 3474;
const SISTER = 3475;
/** What the commune went into in 2025. */
const HEIR = 9001;

const grant = (role: Grant['role'], unitId: number, more: Partial<Grant> = {}): Grant => ({
  role,
  programmeId: null,
  unitId,
  office: null,
  from: '2020-01-01',
  to: null,
  ...more,
});
const person = (...grants: Grant[]): Principal => ({
  kind: 'person',
  personId: 7,
  name: 'Lò Thị Ứng Dụng',
  office: 'Phòng Kinh tế',
  grants,
});
const asked = (more: Partial<RightAsked>): RightAsked => ({
  act: 'read',
  noun: 'readings',
  unitId: COMMUNE,
  ancestors: [DISTRICT, PROVINCE, 1],
  heirs: [],
  ended: [],
  programmeId: 1,
  offices: null,
  on: '2020-06-01',
  ...more,
});

describe('every role at a commune in its own subtree', () => {
  // r: reads, w: writes, a: administers; by hand from the people of the design
  it.each<[Grant['role'], string]>([
    ['villageHead', 'units:r'],
    [
      'communeOfficial',
      'assessments:rw board:r columns:r evidence:rw messages:rw programmes:r readings:rw rounds:r units:r',
    ],
    [
      'communeLeader',
      'approvals:rw assessments:r board:r columns:r evidence:r programmes:r readings:r rounds:r units:r',
    ],
    ['supplier', 'assessments:r board:r columns:r evidence:rw programmes:r readings:rw rounds:r units:r'],
    [
      'reviewer',
      'assessments:r board:r columns:r evidence:r messages:rw programmes:r readings:r reviews:rw rounds:r sets:rw signals:rw units:r',
    ],
    [
      'coordination',
      'assessments:r board:r columns:rw confirmations:rw declared:rw evidence:rw messages:rw programmes:rwa readings:rw recognitions:rw reviews:rw rounds:rwa sets:rwa signals:rw targets:rw units:r verdicts:rw',
    ],
    [
      'councilMember',
      'assessments:r board:r columns:r evidence:r programmes:r readings:r rounds:r signals:r units:r',
    ],
    [
      'fatherlandFront',
      'assessments:r board:r columns:r evidence:r programmes:r readings:r rounds:r units:r',
    ],
    ['clerk', 'assessments:r board:r columns:r evidence:r programmes:r readings:r rounds:r units:r'],
    ['chair', 'assessments:r board:r columns:r evidence:r programmes:r readings:r rounds:r units:r'],
    [
      'administrator',
      'assessments:r board:r columns:r evidence:r installation:rwa people:rwa programmes:rwa readings:r rounds:r sets:rwa units:rwa',
    ],
    [
      'auditor',
      'assessments:r board:r columns:r evidence:r people:r programmes:r readings:r reviews:r rounds:r signals:r units:r',
    ],
  ])('%s', (role, expected) => {
    const office = 'so-y-te';
    const who = person(grant(role, DISTRICT, { office }));
    const letters = { read: 'r', write: 'w', publish: 'p', administer: 'a' } as const;
    const found = NOUNS.flatMap((noun) => {
      const acts = (['read', 'write', 'publish', 'administer'] as const).filter((act) =>
        may(who, asked({ noun, act, offices: [office] })),
      );
      return acts.length === 0 ? [] : [`${noun}:${acts.map((act) => letters[act]).join('')}`];
    });
    expect(found.join(' ')).toBe(expected);
  });

  it('is listed above', () => {
    expect(ROLES).toHaveLength(12);
  });
});

describe('the place of a grant', () => {
  const official = person(grant('communeOfficial', COMMUNE));
  const office = person(grant('coordination', DISTRICT));

  it.each<[string, Partial<RightAsked>, boolean, boolean]>([
    ['its own unit', {}, true, true],
    ['a unit below', { unitId: 77, ancestors: [COMMUNE, DISTRICT, PROVINCE, 1] }, true, true],
    ['a sister unit', { unitId: SISTER }, false, false],
    ['the unit above', { unitId: DISTRICT, ancestors: [PROVINCE, 1] }, false, false],
    ['a unit of another province', { unitId: 500, ancestors: [140, OTHER_PROVINCE, 1] }, false, false],
    ['a unit that went into its own', { unitId: 600, heirs: [COMMUNE, DISTRICT, PROVINCE, 1] }, true, false],
    [
      'its own unit, abolished since',
      { ended: [COMMUNE, DISTRICT], heirs: [HEIR, PROVINCE, 1] },
      true,
      false,
    ],
  ])('an official at %s', (_name, place, reads, writes) => {
    expect([
      may(official, asked({ ...place, act: 'read' })),
      may(official, asked({ ...place, act: 'write' })),
    ]).toEqual([reads, writes]);
  });

  it('holds for all below, for nobody beside', () => {
    expect(may(office, asked({ act: 'write' }))).toBe(true);
    expect(may(office, asked({ act: 'write', unitId: 500, ancestors: [140, OTHER_PROVINCE, 1] }))).toBe(
      false,
    );
  });

  it('of a living place reaches what was abolished below it: old figures are still brought in', () => {
    const province = person(grant('coordination', PROVINCE));
    const abolished = { act: 'write', ended: [COMMUNE, DISTRICT], heirs: [HEIR, PROVINCE, 1] } as const;
    expect(may(province, asked(abolished))).toBe(true);
    expect(may(office, asked(abolished))).toBe(false);
  });
});

describe('the days of a grant', () => {
  const standIn = person(grant('communeOfficial', COMMUNE, { from: '2020-05-01', to: '2020-06-01' }));

  it.each([
    ['2020-04-30', false],
    ['2020-05-01', true],
    ['2020-06-01', true],
    ['2020-06-02', false],
  ])('a stand-in on %s: %s', (on, allowed) => {
    expect(may(standIn, asked({ on, act: 'write' }))).toBe(allowed);
  });
});

describe('the programme and the office of a grant', () => {
  it('reaches its own programme and the things that belong to none', () => {
    const who = person(grant('coordination', DISTRICT, { programmeId: 1 }));
    const allowed = [1, 2, null].map((programmeId) => may(who, asked({ act: 'write', programmeId })));
    expect(allowed).toEqual([true, false, true]);
  });

  it.each<[string, readonly string[] | null, boolean]>([
    ['its own indicators', ['so-y-te'], true],
    ["another department's", ['so-gddt'], false],
    ["its own and another's at once", ['so-y-te', 'so-gddt'], false],
    ['indicators that no office has', [], false],
    ['no indicator', null, false],
  ])('a department writes %s: %s', (_name, offices, allowed) => {
    const who = person(grant('supplier', PROVINCE, { office: 'so-y-te' }));
    expect(may(who, asked({ act: 'write', offices }))).toBe(allowed);
  });

  it('a department without an office writes nothing', () => {
    expect(may(person(grant('supplier', PROVINCE)), asked({ act: 'write', offices: ['so-y-te'] }))).toBe(
      false,
    );
  });
});

describe('many grants, and none', () => {
  it('one person holds several roles without switching, and never more than each alone', () => {
    const who = person(grant('communeOfficial', COMMUNE), grant('auditor', DISTRICT));
    expect(may(who, asked({ act: 'write' }))).toBe(true);
    expect(may(who, asked({ act: 'read', unitId: SISTER }))).toBe(true);
    expect(may(who, asked({ act: 'write', unitId: SISTER }))).toBe(false);
  });

  it('a person without a grant, and the public, may do nothing', () => {
    const nobody = person();
    for (const noun of NOUNS) {
      expect(may(nobody, asked({ noun }))).toBe(false);
      expect(may({ ...nobody, kind: 'public', grants: [grant('administrator', 1)] }, asked({ noun }))).toBe(
        false,
      );
    }
  });
});
