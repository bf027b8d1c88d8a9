// The door of every command: it hears no foreign page and no half a request, and does nothing for whoever has no right.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandEndpoints } from '../../src/http/command-endpoints.ts';
import { makeTestApp } from '../app.ts';
import { openTestHouse, type TestHouse } from '../database.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse('sample');
});
afterAll(() => house.close());

const PATH_ID = '00000000-0000-4000-8000-000000000001';

/** Posts to a command as this principal; answers with the reply. */
function post(name: string, body: object, kind: 'office' | 'public', origin: Record<string, string> = {}) {
  const principal = kind === 'office' ? house.principal : { ...house.principal, kind };
  const app = makeTestApp(house, { principal, onFault: () => undefined });
  return app.request(`http://localhost/api/commands/${name}/${PATH_ID}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { host: 'localhost', ...origin },
  });
}

const SIGNED = { document: null, signedBy: 'VPĐP', signedOn: '2026-01-01' };
const FILE = { knownOn: '2026-01-01', fileDigest: 'x', units: [], dryRun: true };
const PLACE = { under: '112@2020-12-31', round: '2020-nam' };
const UNIT = { unit: '03472@2020-12-31', round: '2020-nam' };

const GRANT = {
  role: 'communeOfficial',
  programme: null,
  office: null,
  from: '2026-01-01',
  to: null,
  document: null,
};

/** What each command takes, whole: only the right is missing. */
const WHOLE: Readonly<Record<string, object>> = {
  'programmes.found': {
    code: 'la',
    nameVi: 'Lạ',
    nameEn: 'Strange',
    home: '12@2026-01-01',
    members: { communesOn: '2026-01-01', withTowns: true },
  },
  'rounds.open': {
    programme: 'ntm-nam-nhun',
    host: '112@2020-12-31',
    code: '2018-nam',
    kind: 'year',
    year: 2018,
    period: 1,
    asOf: '2018-12-31',
    geographyOn: '2018-12-31',
    sets: ['vn-ntm-xa-2016-2020'],
    criterionCodes: null,
    deadlines: {},
  },
  'columns.sign': { ...UNIT, ...SIGNED, dimension: 'region', column: 'TDMNPB' },
  'readings.save': {
    ...UNIT,
    entries: [
      {
        figure: 'xa2016.7.1',
        numerator: '1',
        denominator: null,
        applicable: true,
        note: null,
        bare: false,
      },
    ],
    official: true,
    knownOn: '2020-12-31',
    source: null,
    confirmed: null,
    base: null,
  },
  'targets.set': {
    host: '112@2020-12-31',
    programme: 'ntm-nam-nhun',
    year: 2020,
    average: null,
    floor: null,
    keep: [],
    document: null,
    illustrative: false,
    note: null,
  },
  'recognitions.record': {
    unit: UNIT.unit,
    programme: 'ntm-nam-nhun',
    level: 'ntm',
    forYear: null,
    signedOn: null,
    decisionNumber: null,
    source: 'không rõ',
  },
  'sets.publish': { figures: {}, sets: [] },
  'units.import': { title: 'x', units: [], changes: [] },
  'people.invite': {
    person: { name: 'Lò Văn Thử', username: 'thu', email: null, phone: null, office: 'UBND xã' },
    grant: { ...GRANT, unit: UNIT.unit },
    link: null,
  },
  'grants.give': { person: 1, grant: { ...GRANT, unit: UNIT.unit } },
  'grants.end': { unit: UNIT.unit, grant: 1, lastDay: '2026-01-01' },
  'people.link': { unit: UNIT.unit, person: 1, digest: '0'.repeat(64) },
  'people.shut': { unit: UNIT.unit, person: 1, out: true },
  'duties.assign': {
    programme: 'ntm-nam-nhun',
    host: '112@2020-12-31',
    office: { code: 'bhxh', nameVi: 'Bảo hiểm xã hội', nameEn: 'Social insurance' },
    duty: 'confirm',
    indicators: ['15.1'],
  },
  'assessments.submit': { ...UNIT, answers: [] },
  'assessments.approve': { ...UNIT, document: null },
  'assessments.give-back': { ...UNIT, words: 'Xem lại' },
  'reviews.decide': {
    ...UNIT,
    items: [{ decision: 'confirm', indicator: '15.1', seen: 0, document: null }],
  },
  'messages.say': { ...UNIT, indicator: '15.1', words: 'Cho hỏi' },
  'readings.import': { ...PLACE, ...FILE, official: true, source: 'x', confirmed: null },
  'declared.import': { ...PLACE, ...FILE, document: null, documentOn: null, sheet: 'x' },
  'verdicts.reevaluate': PLACE,
};

describe('the door of every command', () => {
  const names = commandEndpoints.map(({ route }) => route.split('/').at(3) ?? '');

  test('is listed here with all that it takes', () => {
    expect(Object.keys(WHOLE).sort()).toEqual([...names].sort());
  });

  test.each(names)('%s hears no foreign page and no half a request', async (name) => {
    const foreign = await post(name, WHOLE[name] ?? {}, 'office', { origin: 'http://evil.example' });
    expect(foreign.status).toBe(403);
    const half = await post(name, {}, 'office');
    expect(half.status).toBe(400);
    expect(half.headers.get('content-type')).toContain('application/problem+json');
  });

  test.each(names)('%s does nothing for the public', async (name) => {
    const reply = await post(name, WHOLE[name] ?? {}, 'public');
    expect([reply.status, await reply.json()]).toMatchObject([404, { code: 'unit.not-found' }]);
  });
});
