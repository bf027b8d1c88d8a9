// The path of figures: entered, handed in, approved, confirmed or returned, answered; and who may do which step.
import type { AssessmentPage, QueueReply } from '@vungbuoc/programme/assessments';
import type { Principal } from '@vungbuoc/programme/principals';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../accounts/browser.ts';
import { makeTestApp } from '../app.ts';
import { openOwner, type TestHouse } from '../database.ts';
import { openTwoProvinces, PLACES, personWith } from '../rights/two-provinces.ts';

/** Planning: indicator 1.1 of the set, which the office so-y-te supplies and confirms here. */
const FIGURE = 'xa2021.1.1';

let house: TestHouse;
let official: Principal;
let leader: Principal;
let reviewer: Principal;
beforeAll(async () => {
  house = await openTwoProvinces();
  official = await personWith(house, { role: 'communeOfficial', at: PLACES.district });
  leader = await personWith(house, { role: 'communeLeader', at: PLACES.district });
  reviewer = await personWith(house, { role: 'reviewer', at: PLACES.district, office: 'so-y-te' });
});
afterAll(() => house.close());

const as = (principal: Principal) => openBrowser(makeTestApp(house, { principal }));
const run = (principal: Principal, name: string, input: object) =>
  as(principal).post(`/api/commands/${name}/${crypto.randomUUID()}`, { round: '2024-nam', ...input });

const save = (principal: Principal, unit: string, numerator: string, more: object = {}) =>
  run(principal, 'readings.save', {
    unit,
    entries: [{ figure: FIGURE, numerator, denominator: null, applicable: true, note: null, bare: false }],
    official: true,
    knownOn: '2025-01-01',
    source: null,
    confirmed: null,
    base: null,
    ...more,
  });

async function page(unit: string, principal = official): Promise<AssessmentPage> {
  const { body } = await as(principal).get(`/api/assessments/${unit}?round=2024-nam`);
  return body as unknown as AssessmentPage;
}

async function queue(): Promise<QueueReply> {
  const { body } = await as(reviewer).get(`/api/reviews?under=${PLACES.district}&round=2024-nam`);
  return body as unknown as QueueReply;
}

const confirm = async (unit: string, seen?: number) =>
  run(reviewer, 'reviews.decide', {
    unit,
    items: [{ decision: 'confirm', indicator: '1.1', seen: seen ?? (await page(unit)).seq, document: null }],
  });

const giveBack = async (unit: string, more: object = {}) =>
  run(reviewer, 'reviews.decide', {
    unit,
    items: [
      {
        decision: 'return',
        indicator: '1.1',
        seen: (await page(unit)).seq,
        reason: 'notMatching',
        words: 'Quyết định ghi năm 2019',
        answerUntil: '2026-03-10',
        ...more,
      },
    ],
  });

const indicator = async (unit: string) =>
  (await page(unit)).indicators.find(({ explained }) => explained.code === '1.1');

describe('a commune and its office', () => {
  test('walk the whole path: entered, handed in, approved, returned, answered, confirmed', async () => {
    const unit = PLACES.commune;
    expect((await run(official, 'assessments.submit', { unit, answers: [] })).body).toMatchObject({
      code: 'assessment.empty',
    });
    expect((await save(official, unit, '0')).status).toBe(200);
    expect((await confirm(unit)).body).toMatchObject({ code: 'assessment.not-submitted' });
    expect((await run(official, 'assessments.submit', { unit, answers: [] })).body).toEqual({
      stage: 'submitted',
    });
    expect((await save(official, unit, '1')).body).toMatchObject({ code: 'reading.locked' });

    expect((await run(leader, 'assessments.give-back', { unit, words: 'Xem lại 1.1' })).body).toEqual({
      stage: 'entering',
    });
    expect(await page(unit)).toMatchObject({ stage: 'entering', words: 'Xem lại 1.1' });
    expect((await save(official, unit, '1')).status).toBe(200);
    await run(official, 'assessments.submit', { unit, answers: [] });
    expect((await run(leader, 'assessments.approve', { unit, document: '12/BC-UBND' })).body).toEqual({
      stage: 'approved',
    });
    expect(await page(unit)).toMatchObject({ stage: 'approved', approvalDocument: '12/BC-UBND' });

    expect((await queue()).rows).toMatchObject([{ unit, indicator: '1.1', kind: 'waiting' }]);
    expect((await giveBack(unit)).status).toBe(200);
    expect(await indicator(unit)).toMatchObject({
      locked: false,
      review: { state: 'returned', reason: 'notMatching', answerUntil: '2026-03-10' },
    });
    expect((await save(official, unit, '0')).status).toBe(200);
    const answers = [{ indicator: '1.1', words: 'Đã sửa theo quyết định mới' }];
    expect((await run(official, 'assessments.submit', { unit, answers })).body).toEqual({
      stage: 'approved',
    });
    expect((await save(official, unit, '1')).body).toMatchObject({ code: 'reading.locked' });
    expect((await queue()).rows).toMatchObject([{ unit, kind: 'answered' }]);

    expect((await confirm(unit)).body).toMatchObject({ reviewed: 1 });
    expect(await indicator(unit)).toMatchObject({
      review: { state: 'confirmed', changedSince: false },
      explained: { confirmed: true },
    });
    expect((await queue()).rows).toEqual([]);
  });

  test('a return unlocks exactly what was returned', async () => {
    const unit = PLACES.neighbour;
    const other = 'xa2021.10.1';
    await save(official, unit, '1');
    await run(official, 'readings.save', {
      unit,
      entries: [
        { figure: other, numerator: '40', denominator: null, applicable: true, note: null, bare: false },
      ],
      official: true,
      knownOn: '2025-01-01',
      source: null,
      confirmed: null,
      base: null,
    });
    await run(official, 'assessments.submit', { unit, answers: [] });
    await giveBack(unit);
    const entries = [
      { figure: other, numerator: '45', denominator: null, applicable: true, note: null, bare: false },
    ];
    expect((await save(official, unit, '1', { entries })).body).toMatchObject({ code: 'reading.locked' });
    expect((await save(official, unit, '0')).status).toBe(200);
  });
});

describe('an office that confirms', () => {
  test('never confirms what changed after it looked', async () => {
    const unit = '98101';
    const local = house.principal;
    await save(local, unit, '1');
    const { seq } = await page(unit, local);
    await save(local, unit, '0');
    await run(local, 'assessments.submit', { unit, answers: [] });
    const late = await run(local, 'reviews.decide', {
      unit,
      items: [{ decision: 'confirm', indicator: '1.1', seen: seq, document: null }],
    });
    expect(late.body).toMatchObject({ code: 'reading.changed-meanwhile' });
  });

  test('judges otherwise than the figures only with words that stay, and both are shown', async () => {
    const unit = PLACES.commune;
    const items = [
      {
        decision: 'judge',
        indicator: '1.1',
        seen: (await page(unit)).seq,
        verdict: 'coBanDat',
        words: 'Còn chờ phê duyệt đồ án',
      },
    ];
    expect((await run(reviewer, 'reviews.decide', { unit, items })).status).toBe(200);
    expect(await indicator(unit)).toMatchObject({
      review: { state: 'judged', verdict: 'coBanDat', words: 'Còn chờ phê duyệt đồ án' },
      explained: { verdict: expect.any(String), confirmed: false },
    });
  });

  test('says why it returns, until a day that is still to come', async () => {
    const unit = PLACES.commune;
    expect((await giveBack(unit, { reason: 'other', words: null })).body).toMatchObject({
      code: 'review.needs-words',
    });
    expect((await giveBack(unit, { answerUntil: '2026-03-01' })).body).toMatchObject({
      code: 'review.deadline-past',
    });
  });

  test('touches no indicator of another office', async () => {
    const items = [{ decision: 'confirm', indicator: '10.1', seen: 99, document: null }];
    const reply = await run(reviewer, 'reviews.decide', { unit: PLACES.neighbour, items });
    expect(reply.body).toMatchObject({ code: 'right.missing' });
  });
});

describe('a commune official', () => {
  test('cannot write a confirmation in the name of an office', async () => {
    const confirmed = { by: 'Sở Y tế', on: '2025-01-01', document: null };
    const reply = await save(official, PLACES.commune, '1', { confirmed });
    expect(reply.body).toMatchObject({ code: 'right.missing' });
  });

  test('talks with the office about an indicator; both see it, and every state stays on record', async () => {
    const unit = PLACES.commune;
    await run(reviewer, 'messages.say', { unit, indicator: '1.1', words: 'Gửi thêm bản vẽ' });
    await run(official, 'messages.say', { unit, indicator: '1.1', words: 'Chiều nay gửi' });
    expect((await indicator(unit))?.messages.map(({ words }) => words)).toEqual([
      'Gửi thêm bản vẽ',
      'Chiều nay gửi',
    ]);
    const owner = await openOwner(house);
    const { rows } = await owner.query<{ state: string }>(
      `select state from review_revisions where indicator_code = '1.1' and unit_id =
        (select unit_id from unit_versions where code = '98001') order by seq`,
    );
    await owner.end();
    expect(rows.map(({ state }) => state)).toEqual(['returned', 'answered', 'confirmed', 'judged']);
  });
});
