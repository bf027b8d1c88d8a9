// The law desk: one person enters the law, another compares it with the text, and only then it decides.
import { randomUUID } from 'node:crypto';
import { evaluate } from '@vungbuoc/criteria';
import type { DraftPage, DraftPart } from '@vungbuoc/programme/drafts';
import type { Principal } from '@vungbuoc/programme/principals';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOCAL_PRINCIPAL } from '../../src/container.ts';
import { makeTestApp } from '../app.ts';
import { openTestHouse, type TestHouse } from '../database.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse('sample');
});
afterAll(() => house.close());

const LAI_CHAU = '12';
const NATION = '00';

/** The clerk of the office who types, and the colleague of another office who compares. */
const person = (personId: number, office: string): Principal => ({
  ...LOCAL_PRINCIPAL,
  personId,
  name: `Người ${personId}`,
  office,
});
const TYPIST = person(501, 'Văn phòng Điều phối');
const COLLEAGUE = person(502, 'Sở Tư pháp');

interface Answered {
  readonly status: number;
  readonly body: {
    readonly base: number;
    readonly errors?: readonly { code: string; path: string | null }[];
  };
}

async function run(principal: Principal, name: string, body: object): Promise<Answered> {
  const reply = await makeTestApp(house, { principal }).request(
    `http://localhost/api/commands/${name}/${randomUUID()}`,
    { method: 'POST', headers: { host: 'localhost' }, body: JSON.stringify(body) },
  );
  // the reply's shape is checked by the server before it leaves
  return { status: reply.status, body: (await reply.json()) as Answered['body'] };
}

async function read(unit: string, code: string, version = 1): Promise<DraftPage> {
  const reply = await makeTestApp(house, { principal: TYPIST }).request(
    `http://localhost/api/drafts/${code}/${version}?under=${unit}`,
    { headers: { host: 'localhost' } },
  );
  expect(reply.status).toBe(200);
  return (await reply.json()) as DraftPage;
}

async function put(unit: string, code: string, part: DraftPart, version = 1): Promise<Answered> {
  const { base } = await read(unit, code, version);
  return run(TYPIST, 'drafts.put', { unit, code, version, part, base });
}

async function beginOverlay(code: string): Promise<void> {
  const begun = await run(TYPIST, 'drafts.begin', {
    unit: LAI_CHAU,
    code,
    titleVi: 'Quy định của tỉnh Lai Châu',
    titleEn: 'Regulation of Lai Châu',
    of: 'vn-ntm-xa-2021-2025',
    copy: null,
  });
  expect(begun).toMatchObject({ status: 200 });
}

const standard = (indicator: string, value: object): DraftPart => ({
  kind: 'standard',
  indicator,
  year: '',
  column: 'TDMNPB',
  value: { ...value, confidence: 'source', source: 'Quyết định của UBND tỉnh' },
});
const PAVED = standard('2.1', { op: '>=', value: 90 });

async function sign(principal: Principal, unit: string, code: string, version = 1): Promise<Answered> {
  const { cells } = await read(unit, code, version);
  const asked = cells
    .filter(({ state }) => state === 'typed')
    .map(({ indicator, year, column, digest }) => ({ indicator, year, column, digest }));
  return run(principal, 'drafts.sign', { unit, code, version, cells: asked });
}

async function publish(unit: string, code: string, version = 1): Promise<Answered> {
  const { base } = await read(unit, code, version);
  return run(TYPIST, 'drafts.publish', { unit, code, version, base });
}

const codes = ({ body }: Answered) => body.errors?.map(({ code }) => code);

describe('an overlay of a province', () => {
  test('typed as sure of the source, a standard is still unsure until a second person has compared it', async () => {
    await beginOverlay('lc-mot');
    expect(await put(LAI_CHAU, 'lc-mot', PAVED)).toMatchObject({ status: 200 });
    const page = await read(LAI_CHAU, 'lc-mot');
    expect(page.content).toMatchObject({
      standards: [{ standards: { by: { TDMNPB: { confidence: 'unsure' } } } }],
    });
    expect(page.progress).toEqual({ total: 1, entered: 1, compared: 0 });
    expect(codes(await publish(LAI_CHAU, 'lc-mot'))).toEqual(['draft.unsigned']);
  });

  test('nobody signs what they typed themselves', async () => {
    await beginOverlay('lc-hai');
    await put(LAI_CHAU, 'lc-hai', PAVED);
    expect(codes(await sign(TYPIST, LAI_CHAU, 'lc-hai'))).toEqual(['draft.own-cell']);
  });

  test('a changed cell loses its signature, and does not get it back by being changed back', async () => {
    await beginOverlay('lc-ba');
    await put(LAI_CHAU, 'lc-ba', PAVED);
    expect(await sign(COLLEAGUE, LAI_CHAU, 'lc-ba')).toMatchObject({ status: 200 });
    expect((await read(LAI_CHAU, 'lc-ba')).cells).toMatchObject([{ state: 'signed' }]);
    await put(LAI_CHAU, 'lc-ba', standard('2.1', { op: '>=', value: 95 }));
    expect((await read(LAI_CHAU, 'lc-ba')).cells).toMatchObject([{ state: 'typed', signatures: [] }]);
    await put(LAI_CHAU, 'lc-ba', PAVED);
    expect((await read(LAI_CHAU, 'lc-ba')).cells).toMatchObject([{ state: 'typed', signatures: [] }]);
  });

  test('a signature is taken back by whoever gave it', async () => {
    await beginOverlay('lc-bon');
    await put(LAI_CHAU, 'lc-bon', PAVED);
    await sign(COLLEAGUE, LAI_CHAU, 'lc-bon');
    const [cell] = (await read(LAI_CHAU, 'lc-bon')).cells;
    const cells = [{ indicator: '2.1', year: '', column: 'TDMNPB', digest: cell?.digest }];
    const asked = { unit: LAI_CHAU, code: 'lc-bon', version: 1, cells };
    expect(await run(COLLEAGUE, 'drafts.unsign', asked)).toMatchObject({ status: 200 });
    expect((await read(LAI_CHAU, 'lc-bon')).cells).toMatchObject([{ state: 'typed' }]);
  });

  test('two who type the same cell: the second is asked, and nothing is overwritten', async () => {
    await beginOverlay('lc-nam');
    const { base } = await read(LAI_CHAU, 'lc-nam');
    await put(LAI_CHAU, 'lc-nam', PAVED);
    const late = {
      unit: LAI_CHAU,
      code: 'lc-nam',
      version: 1,
      part: standard('2.1', { op: '>=', value: 70 }),
      base,
    };
    expect(codes(await run(COLLEAGUE, 'drafts.put', late))).toEqual(['draft.changed-meanwhile']);
    expect((await read(LAI_CHAU, 'lc-nam')).content).toMatchObject({
      standards: [{ standards: { by: { TDMNPB: { value: 90 } } } }],
    });
  });

  test('the check says as one types what the engine refuses, and stores nothing', async () => {
    await beginOverlay('lc-sau');
    const before = await read(LAI_CHAU, 'lc-sau');
    const reply = await makeTestApp(house, { principal: TYPIST }).request(
      'http://localhost/api/drafts/check',
      {
        method: 'POST',
        headers: { host: 'localhost' },
        body: JSON.stringify({
          unit: LAI_CHAU,
          code: 'lc-sau',
          version: 1,
          part: standard('2.1', { op: '>=', value: 900 }),
        }),
      },
    );
    expect(await reply.json()).toMatchObject({ refused: [{ code: 'set.standard-range' }] });
    expect(await read(LAI_CHAU, 'lc-sau')).toEqual(before);
  });

  test('published after two signatures it decides, stays as it is, and the next version is another one', async () => {
    await beginOverlay('lc-bay');
    await put(LAI_CHAU, 'lc-bay', PAVED);
    await sign(COLLEAGUE, LAI_CHAU, 'lc-bay');
    expect(await publish(LAI_CHAU, 'lc-bay')).toMatchObject({ status: 200 });
    const { shelf } = await house.workshop.reference.current();
    expect(shelf.findPublished('lc-bay', 1)).toMatchObject({
      standards: [
        {
          standards: {
            by: {
              TDMNPB: {
                confidence: 'source',
                signatures: [
                  { by: 'Văn phòng Điều phối #501', on: '2026-03-02' },
                  { by: 'Sở Tư pháp #502', on: '2026-03-02' },
                ],
              },
            },
          },
        },
      ],
    });
    expect(codes(await put(LAI_CHAU, 'lc-bay', PAVED))).toEqual(['draft.published']);
    const next = await run(TYPIST, 'drafts.begin', {
      unit: LAI_CHAU,
      code: 'lc-bay',
      titleVi: 'Sửa đổi',
      titleEn: 'Amended',
      of: 'vn-ntm-xa-2021-2025',
      copy: { code: 'lc-bay', version: 1 },
    });
    expect(next).toMatchObject({ status: 200, body: { version: 2 } });
    expect((await read(LAI_CHAU, 'lc-bay', 2)).cells).toMatchObject([{ state: 'copied' }]);
    const foreign = await run(TYPIST, 'drafts.begin', {
      unit: '11',
      code: 'lc-bay',
      titleVi: 'Của tỉnh khác',
      titleEn: 'Of another province',
      of: 'vn-ntm-xa-2021-2025',
      copy: null,
    });
    expect(codes(foreign)).toEqual(['draft.code-taken']);
  });
});

describe('the set of 2026-2030, of which only the frame ships', () => {
  test('its 47 indicators are entered, compared and published, and only then decide', async () => {
    const code = 'vn-ntm-xa-2026-2030';
    const { shelf } = await house.workshop.reference.current();
    const shipped = shelf.findNewest(code);
    const begun = await run(TYPIST, 'drafts.begin', {
      unit: NATION,
      code,
      titleVi: 'Bộ tiêu chí quốc gia 2026 - 2030',
      titleEn: 'National set 2026-2030',
      of: null,
      copy: { code, version: shipped?.version },
    });
    expect(begun).toMatchObject({ status: 200, body: { version: 2 } });
    const page = await read(NATION, code, 2);
    expect(page.progress.total).toBe(47);
    // holes: a set whose lists are not whole is not published from the desk
    const refused = await publish(NATION, code, 2);
    expect(refused.status).toBe(422);
    await enterWhole(code);
    expect((await read(NATION, code, 2)).refused).toEqual([]);
    expect((await read(NATION, code, 2)).progress).toEqual({ total: 47, entered: 47, compared: 0 });
    expect(await sign(COLLEAGUE, NATION, code, 2)).toMatchObject({ status: 200 });
    expect(await publish(NATION, code, 2)).toMatchObject({ status: 200 });
    const now = (await house.workshop.reference.current()).shelf;
    const row = now.listSets().find(({ set }) => set.id === code && set.version === 2)?.row;
    const law = now.lawFor({ setId: row?.id ?? 0, overlayId: null, column: 'NHOM1', year: 2026 });
    const answer = { numerator: '1', denominator: null, applicable: true };
    const facts = new Map(law.compiled.indicators.map((_one, at) => [`xa2026.thu.${at + 1}`, answer]));
    expect(Array.from(evaluate(law.compiled, facts).indicators)).toEqual(Array(47).fill(1));
    expect(Array.from(evaluate(law.compiled, new Map()).indicators)).toEqual(Array(47).fill(2));
  }, 60_000);
});

/** Types 47 made-up indicators: their wording is not the decree's, their number is. */
async function enterWhole(code: string): Promise<void> {
  const page = await read(NATION, code, 2);
  // what the engine read without a fault is a set
  const { criteria } = page.content as { criteria: readonly Record<string, unknown>[] };
  for (let at = 0; at < 47; at++) {
    const criterion = String(criteria[at % criteria.length]?.code);
    const figure = `xa2026.thu.${at + 1}`;
    const value = {
      nameVi: `Việc thứ ${at + 1}`,
      nameEn: `Matter ${at + 1}`,
      kind: 'boolean',
      merge: 'anew',
      decimals: 0,
    };
    await put(NATION, code, { kind: 'figure', code: figure, value }, 2);
    const put47 = await put(
      NATION,
      code,
      {
        kind: 'indicator',
        criterion,
        code: `${criterion}.${Math.floor(at / criteria.length) + 1}`,
        value: yesNo(figure),
      },
      2,
    );
    expect(put47.status).toBe(200);
  }
  const source = { confidence: 'source', source: 'Phụ lục I' };
  for (const [indicator, asked] of [
    ['DK.1', { op: '>=', value: 80 }],
    ['DK.2', { op: '=', value: false }],
    ['DK.3', { op: '=', value: false }],
  ] as const) {
    const part: DraftPart = {
      kind: 'standard',
      indicator,
      year: '',
      column: '',
      value: { ...asked, ...source },
    };
    expect(await put(NATION, code, part, 2)).toMatchObject({ status: 200 });
  }
  for (const [at, criterion] of criteria.entries()) {
    const declaredIndicators = Math.floor((46 - at) / criteria.length) + 1;
    const { indicators: _indicators, ...value } = criterion;
    const own = { ...value, declaredIndicators };
    await put(NATION, code, { kind: 'criterion', code: String(criterion.code), value: own }, 2);
  }
}

function yesNo(figure: string): Record<string, unknown> {
  const cell = { op: '=', value: true, confidence: 'source', source: 'Phụ lục I' };
  return {
    textVi: 'Có',
    textEn: 'Yes',
    measure: { type: 'boolean', expected: true },
    figures: { '': { code: figure, confidence: 'source' } },
    standards: { default: cell },
    confidence: 'source',
    sources: ['Phụ lục I'],
  };
}
