// Sheets drawn at random the way offices vary them: whatever is taken without a question is what the office meant.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextOf, draw, fiveNames, intake, namNhun } from './drawn.ts';

/** How one office writes met and not met. */
const ways = [
  { met: 'Đ', notMet: 'CĐ' },
  { met: 'Đ', notMet: 'K' },
  { met: 'Đ', notMet: '' },
  { met: 'x', notMet: '' },
  { met: '', notMet: 'x' },
  { met: '1', notMet: '0' },
  { met: '0', notMet: '1' },
  { met: '+', notMet: '-' },
  { met: 'v', notMet: 'x' },
  { met: 'x', notMet: 'o' },
  { met: 'o', notMet: 'x' },
  { met: 'Đạt', notMet: 'Chưa đạt' },
] as const;

const totalHeadings = [
  'Số tiêu chí đạt',
  'Tổng số TC đạt',
  'Tổng',
  'Cộng',
  'Tổng số tiêu chí',
  'Số TC chưa đạt',
  'Đạt',
  'TH 2020',
  '',
] as const;
const headingKinds = ['names', 'numbers', 'labels', 'namesAndNumbers', 'none'] as const;

const office = fc.record({
  marks: fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), { minLength: 2, maxLength: 5 }),
  way: fc.constantFrom(...ways),
  total: fc.constantFrom(...totalHeadings),
  /** The line whose total the office added up wrong. */
  wrongLine: fc.option(fc.nat({ max: 4 })),
  heading: fc.constantFrom(...headingKinds),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 3, maxLength: 5 }),
  shuffled: fc.boolean(),
  serial: fc.boolean(),
  aside: fc.boolean(),
  numbering: fc.boolean(),
  sum: fc.boolean(),
  district: fc.boolean(),
  across: fc.boolean(),
  /** Communes of the second block, at the right of the first under the same headings; with or without a column between. */
  beside: fc.option(fc.record({ from: fc.integer({ min: 1, max: 4 }), gap: fc.boolean() })),
});

type Office = typeof office extends fc.Arbitrary<infer T> ? T : never;

function criteriaOf(one: Office): number[] {
  return one.shuffled ? [...one.order] : [0, 1, 2, 3, 4];
}

function headingsOf(one: Office): string[][] {
  const order = criteriaOf(one);
  const named = order.map((at) => fiveNames[at] ?? '');
  const numbers = order.map((at) => String(at + 1));
  if (one.heading === 'numbers') return [numbers];
  if (one.heading === 'labels') return [order.map((at) => `TC ${at + 1}`)];
  if (one.heading === 'namesAndNumbers') return [named, numbers];
  return one.heading === 'names' ? [named] : [];
}

/** Draws the sheet; rows and columns are exchanged for offices that write criteria down. */
function drawOffice(one: Office): string[][] {
  const before = [...(one.serial ? ['TT'] : []), 'Xã', ...(one.aside ? ['Dân số'] : [])];
  const after = one.total === '' ? [] : [one.total];
  const order = criteriaOf(one);
  const headings = headingsOf(one).map((line, at) => [
    ...before.map((text) => (at === 0 ? text : '')),
    ...line,
    ...after.map((text) => (at === 0 ? text : '')),
  ]);
  const width = before.length + order.length + after.length;
  if (one.numbering && headings.length > 0)
    headings.push(Array.from({ length: width }, (_, at) => `(${at + 1})`));
  const lines = one.marks.map((marks, at) => {
    const own = order.map((criterion) => (marks[criterion] ? one.way.met : one.way.notMet));
    const count = order.filter((criterion) => marks[criterion] === (one.total !== 'Số TC chưa đạt')).length;
    const written = one.wrongLine === at ? count + 1 : count;
    const name = namNhun[at]?.name.replace('Xã ', '') ?? '';
    return [
      ...(one.serial ? [String(at + 1)] : []),
      name,
      ...(one.aside ? [String(1000 + at)] : []),
      ...own,
      ...after.map(() => String(written)),
    ];
  });
  const blank = (text: string) => [
    ...(one.serial ? [''] : []),
    text,
    ...new Array(width - (one.serial ? 2 : 1)).fill(''),
  ];
  const body = one.district ? [blank('Huyện Nậm Nhùn'), ...lines] : lines;
  const sums = one.sum ? [blank('Cộng')] : [];
  return setInTwo(one, headings, [...body, ...sums]);
}

/** The list on one page: what is left over stands at the right. */
function setInTwo({ beside }: Office, headings: string[][], body: string[][]): string[][] {
  if (beside === null || body.length <= beside.from) return [...headings, ...body];
  const [left, right] = [body.slice(0, beside.from), body.slice(beside.from)];
  const gap = beside.gap ? [''] : [];
  const width = body[0]?.length ?? 0;
  const empty = new Array<string>(width).fill('');
  const lines = Array.from({ length: Math.max(left.length, right.length) }, (_, at) => [
    ...(left[at] ?? empty),
    ...gap,
    ...(right[at] ?? empty),
  ]);
  return [...headings.map((line) => [...line, ...gap, ...line]), ...lines];
}

function transpose(rows: readonly string[][]): string[][] {
  return Array.from({ length: rows[0]?.length ?? 0 }, (_, at) => rows.map((row) => row[at] ?? ''));
}

describe('a sheet of any office', () => {
  it('never gives a result that is not what the office wrote', () => {
    fc.assert(
      fc.property(office, (one) => {
        const rows = drawOffice(one);
        const sheet = draw((one.across ? transpose(rows) : rows).map((row) => row.join('|')));
        const { applied } = intake(sheet, contextOf());
        for (const { unitCode, criterion, verdict, metCount, cell } of applied.results) {
          const marks = one.marks[namNhun.findIndex(({ code }) => code === unitCode)] ?? [];
          if (criterion !== null) {
            const right = marks[Number(criterion) - 1] ? 'met' : 'notMet';
            expect({ cell, unitCode, criterion, verdict }).toEqual({
              cell,
              unitCode,
              criterion,
              verdict: right,
            });
          } else {
            const line = one.marks.indexOf(marks);
            const count = criteriaOf(one).filter((at) => marks[at]).length;
            const right = one.wrongLine === line ? count + 1 : count;
            expect({ cell, unitCode, metCount }).toEqual({ cell, unitCode, metCount: right });
          }
        }
      }),
      { numRuns: 400, seed: 20201231 },
    );
  });
});
