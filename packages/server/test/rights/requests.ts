// One whole request for each route and command, aimed at a place: only the right is in question.
import type { TestApp } from '../app.ts';

export interface Aim {
  /** The place looked under, as a request names it. */
  readonly under: string;
  /** A commune in that place, or the place itself. */
  readonly unit: string;
}

export interface Asked {
  readonly path: string;
  readonly body?: object;
  readonly headers?: Record<string, string>;
}

const ROUND = { round: '2024-nam' };
const FILE = { knownOn: '2025-01-01', fileDigest: 'x', units: [], dryRun: true };
const ID = '00000000-0000-4000-8000-000000000001';

const EVIDENCE = { ...ROUND, codes: ['1.1'], documentOn: null, expiresOn: null };

const query = (more: Record<string, string>): string => new URLSearchParams({ ...ROUND, ...more }).toString();
const command = (name: string, body: object): Asked => ({ path: `/api/commands/${name}/${ID}`, body });

const GRANT = {
  role: 'communeOfficial',
  programme: null,
  office: null,
  from: '2026-01-01',
  to: null,
  document: null,
};
/** An identity that nobody has. */
const NOBODY = 999_999;

const MAPPING = {
  kind: 'vung-buoc/intake',
  version: 1,
  shape: 'x',
  content: 'x',
  sheet: 'x',
  orientation: 'down',
  title: { text: '', years: [], documentNumber: null, documentDate: null },
  decisions: {},
};

const DRAFT_PART = { kind: 'head', value: {} };
const DRAFT_CELL = { indicator: '1.1', year: '', column: '', digest: 'x' };

/** By method and route as the server declares it. */
export const REQUESTS: Readonly<Record<string, (aim: Aim) => Asked>> = {
  'GET /api/board': ({ under }) => ({ path: `/api/board?${query({ under })}` }),
  'GET /api/units/:unit': ({ unit }) => ({ path: `/api/units/${unit}?${query({ under: unit })}` }),
  'GET /api/units/:unit/criteria/:criterion': ({ unit }) => ({
    path: `/api/units/${unit}/criteria/1?${query({ under: unit })}`,
  }),
  'GET /api/criteria/:criterion': ({ under }) => ({ path: `/api/criteria/1?${query({ under })}` }),
  'GET /api/indicators': ({ under }) => ({ path: `/api/indicators?${query({ under })}` }),
  'GET /api/rounds': ({ under }) => ({ path: `/api/rounds?${new URLSearchParams({ under })}` }),
  'GET /api/columns': ({ under }) => ({ path: `/api/columns?${query({ under })}` }),
  'GET /api/units/:unit/evidence': ({ unit }) => ({ path: `/api/units/${unit}/evidence?${query({})}` }),
  'GET /api/units/:unit/evidence/:evidence/file': ({ unit }) => ({
    path: `/api/units/${unit}/evidence/${ID}/file`,
  }),
  'GET /api/units/:unit/evidence/:evidence/preview': ({ unit }) => ({
    path: `/api/units/${unit}/evidence/${ID}/preview?size=large`,
  }),
  'GET /api/units/:unit/signals': ({ unit }) => ({ path: `/api/units/${unit}/signals?${query({})}` }),
  'POST /api/evidence/propose': ({ under }) => ({
    path: '/api/evidence/propose',
    body: { ...ROUND, under, paths: ['Xã Còn/TC17/1.pdf'] },
  }),
  'POST /api/evidence/uploads': ({ unit }) => ({
    path: '/api/evidence/uploads',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': '0',
      'upload-metadata': Object.entries({ ...ROUND, unit, codes: '1.1', filename: 'x.jpg' })
        .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
        .join(','),
    },
  }),
  'GET /api/programmes/prepare': () => ({ path: '/api/programmes/prepare' }),
  'GET /api/moves': ({ under }) => ({ path: `/api/moves?${query({ under })}` }),
  'GET /api/preview': ({ under }) => ({
    path: `/api/preview?${query({ under, indicator: '1.1', value: '1' })}`,
  }),
  'GET /api/changes': ({ under }) => ({ path: `/api/changes?${query({ under })}` }),
  'GET /api/board.xlsx': ({ under }) => ({ path: `/api/board.xlsx?${query({ under })}` }),
  'POST /api/board.xlsx': ({ under }) => ({ path: '/api/board.xlsx', body: { ...ROUND, under } }),
  'POST /api/intake/propose': ({ under }) => ({
    path: '/api/intake/propose',
    body: { ...ROUND, under, text: 'Xã\t1\nXã Còn\tĐ' },
  }),
  'POST /api/intake/import': ({ under }) => ({
    path: '/api/intake/import',
    body: { ...ROUND, under, text: 'Xã\t1\nXã Còn\tĐ', mapping: MAPPING },
  }),
  'GET /api/readings/template.xlsx': ({ under }) => ({
    path: `/api/readings/template.xlsx?${query({ under })}`,
  }),
  'POST /api/readings/import': ({ under }) => ({
    path: '/api/readings/import',
    body: { ...ROUND, under, text: 'ma_don_vi,ma_so_lieu,tu_so\n' },
  }),
  'POST /api/commands/programmes.found/:id': ({ under }) =>
    command('programmes.found', {
      code: 'la',
      nameVi: 'Lạ',
      nameEn: 'Strange',
      home: under,
      members: { communesOn: '2026-01-01', withTowns: true },
    }),
  'POST /api/commands/rounds.open/:id': ({ under }) =>
    command('rounds.open', {
      programme: 'thu',
      host: under,
      code: '2022-nam',
      kind: 'year',
      year: 2022,
      period: 2,
      asOf: '2022-12-31',
      geographyOn: '2022-12-31',
      sets: ['vn-ntm-xa-2021-2025'],
      criterionCodes: null,
      deadlines: {},
    }),
  'POST /api/commands/columns.sign/:id': ({ unit }) =>
    command('columns.sign', {
      ...ROUND,
      unit,
      document: null,
      signedBy: 'VPĐP',
      signedOn: '2025-01-01',
      dimension: 'region',
      column: 'KHONG_CO',
    }),
  'POST /api/commands/readings.save/:id': ({ unit }) =>
    command('readings.save', {
      ...ROUND,
      unit,
      entries: [
        {
          figure: 'xa2021.1.1',
          numerator: '-1',
          denominator: null,
          applicable: true,
          note: null,
          bare: false,
        },
      ],
      official: true,
      knownOn: '2025-01-01',
      source: null,
      confirmed: null,
      base: null,
    }),
  'POST /api/commands/targets.set/:id': ({ under }) =>
    command('targets.set', {
      host: under,
      programme: 'khong-co',
      year: 2024,
      average: null,
      floor: null,
      keep: [],
      document: null,
      illustrative: false,
      note: null,
    }),
  'POST /api/commands/recognitions.record/:id': ({ unit }) =>
    command('recognitions.record', {
      unit,
      programme: 'khong-co',
      level: 'ntm',
      forYear: null,
      signedOn: null,
      decisionNumber: null,
      source: 'không rõ',
    }),
  'POST /api/commands/evidence.attach/:id': ({ unit }) =>
    command('evidence.attach', {
      ...EVIDENCE,
      unit,
      upload: '0'.repeat(64),
      issuer: null,
      documentNumber: null,
      takenOn: null,
      takenAt: null,
    }),
  'POST /api/commands/evidence.cite/:id': ({ unit }) =>
    command('evidence.cite', {
      ...EVIDENCE,
      unit,
      issuer: 'UBND xã',
      documentNumber: '1/BC-UBND',
      // a day to come: let in, and refused
      documentOn: '2099-01-01',
      link: null,
    }),
  'POST /api/commands/evidence.link/:id': ({ unit }) =>
    command('evidence.link', { ...ROUND, unit, codes: ['1.1'], evidence: ID }),
  'POST /api/commands/evidence.remove/:id': ({ unit }) =>
    command('evidence.remove', { unit, evidence: ID, reason: 'gửi nhầm' }),
  'POST /api/commands/signals.dismiss/:id': ({ unit }) =>
    command('signals.dismiss', { ...ROUND, unit, signal: 'x'.repeat(22), code: '1.1', reason: 'đã xem' }),
  'POST /api/commands/sets.publish/:id': () => command('sets.publish', { figures: {}, sets: [] }),
  'GET /api/drafts': ({ under }) => ({ path: `/api/drafts?${new URLSearchParams({ under })}` }),
  'GET /api/drafts/:code/:version': ({ under }) => ({
    path: `/api/drafts/khong-co/1?${new URLSearchParams({ under })}`,
  }),
  'POST /api/drafts/check': ({ under }) => ({
    path: '/api/drafts/check',
    body: { unit: under, code: 'khong-co', version: 1, part: DRAFT_PART },
  }),
  'POST /api/commands/drafts.begin/:id': ({ under }) =>
    command('drafts.begin', {
      unit: under,
      code: 'thu',
      titleVi: 'Thử',
      titleEn: 'Trial',
      of: 'khong-co',
      copy: null,
    }),
  'POST /api/commands/drafts.put/:id': ({ under }) =>
    command('drafts.put', { unit: under, code: 'khong-co', version: 1, part: DRAFT_PART, base: 1 }),
  'POST /api/commands/drafts.sign/:id': ({ under }) =>
    command('drafts.sign', { unit: under, code: 'khong-co', version: 1, cells: [DRAFT_CELL] }),
  'POST /api/commands/drafts.unsign/:id': ({ under }) =>
    command('drafts.unsign', { unit: under, code: 'khong-co', version: 1, cells: [DRAFT_CELL] }),
  'POST /api/commands/drafts.publish/:id': ({ under }) =>
    command('drafts.publish', { unit: under, code: 'khong-co', version: 1, base: 1 }),
  'POST /api/commands/units.import/:id': () =>
    command('units.import', { title: 'x', units: [], changes: [] }),
  'GET /api/assessments/:unit': ({ unit }) => ({ path: `/api/assessments/${unit}?${query({})}` }),
  'GET /api/reviews': ({ under }) => ({ path: `/api/reviews?${query({ under })}` }),
  'GET /api/people': ({ under }) => ({ path: `/api/people?${new URLSearchParams({ under })}` }),
  'POST /api/commands/people.invite/:id': ({ unit }) =>
    command('people.invite', {
      person: { name: 'Lò Văn Thử', username: 'quan-tri', email: null, phone: null, office: 'UBND xã' },
      grant: { ...GRANT, unit, programme: 'khong-co' },
      link: null,
    }),
  'POST /api/commands/grants.give/:id': ({ unit }) =>
    command('grants.give', { person: NOBODY, grant: { ...GRANT, unit } }),
  'POST /api/commands/grants.end/:id': ({ unit }) =>
    command('grants.end', { unit, grant: NOBODY, lastDay: '2026-01-01' }),
  'POST /api/commands/people.link/:id': ({ unit }) =>
    command('people.link', { unit, person: NOBODY, digest: '0'.repeat(64) }),
  'POST /api/commands/people.shut/:id': ({ unit }) =>
    command('people.shut', { unit, person: NOBODY, out: true }),
  'POST /api/commands/duties.assign/:id': ({ under }) =>
    command('duties.assign', {
      programme: 'khong-co',
      host: under,
      office: { code: 'so-y-te', nameVi: 'Sở Y tế', nameEn: 'Health department' },
      duty: 'confirm',
      indicators: ['1.1'],
    }),
  'POST /api/commands/assessments.submit/:id': ({ unit }) =>
    command('assessments.submit', { ...ROUND, unit, answers: [] }),
  'POST /api/commands/assessments.approve/:id': ({ unit }) =>
    command('assessments.approve', { ...ROUND, unit, document: null }),
  'POST /api/commands/assessments.give-back/:id': ({ unit }) =>
    command('assessments.give-back', { ...ROUND, unit, words: 'Xem lại' }),
  'POST /api/commands/reviews.decide/:id': ({ unit }) =>
    command('reviews.decide', {
      ...ROUND,
      unit,
      items: [{ decision: 'confirm', indicator: '1.1', seen: 0, document: null }],
    }),
  'POST /api/commands/messages.say/:id': ({ unit }) =>
    command('messages.say', { ...ROUND, unit, indicator: '1.1', words: 'Cho hỏi' }),
  'POST /api/commands/readings.import/:id': ({ under }) =>
    command('readings.import', { ...ROUND, ...FILE, under, official: true, source: 'x', confirmed: null }),
  'POST /api/commands/declared.import/:id': ({ under }) =>
    command('declared.import', { ...ROUND, ...FILE, under, document: null, documentOn: null, sheet: 'x' }),
  'POST /api/commands/verdicts.reevaluate/:id': ({ under }) =>
    command('verdicts.reevaluate', { ...ROUND, under }),
};

/** Sends the request of a route or command, aimed at a place. */
export async function send(app: TestApp, name: string, aim: Aim): Promise<Response> {
  const asked = REQUESTS[name]?.(aim);
  if (!asked) throw new Error(`no request for ${name}`);
  const [method = ''] = name.split(' ');
  // a page sends its rows as a form, everything else as JSON
  const isForm = name === 'POST /api/board.xlsx';
  const body = isForm ? new URLSearchParams(Object.entries(asked.body ?? {})) : JSON.stringify(asked.body);
  return app.request(`http://localhost${asked.path}`, {
    method,
    headers: { host: 'localhost', ...asked.headers },
    ...(asked.body === undefined ? {} : { body }),
  });
}
