// A standard as people say it: for men and women apart, alternatives in brackets, each number in its own unit.
import {
  applyOverlay,
  compile,
  dimensionsOf,
  type EngineText,
  engineText,
  explain,
  type Lang,
} from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { shippedSet } from './shipped-law.ts';
import { PARTS, said } from './small-laws.ts';
import { baseWith, overlayDocument, read } from './small-overlays.ts';
import { allOf, anyOf, cell, type Doc, indicator, oneIndicator } from './small-set.ts';

const clean = (op: string, value: number): Doc => ({ part: 'clean', op, value });
const main: Doc = { op: '>=', value: 90 };

describe('an unsure standard is said as an officer says it', () => {
  const reasonOf = (lang: Lang | EngineText): string | undefined => {
    const set = shippedSet('vn-ntm-xa-2021-2025.v2');
    const { criteria } = explain(compile(set, dimensionsOf(set)[0] ?? null, 2024), new Map(), lang);
    return criteria.flatMap((item) => item.indicators).find((item) => item.code === '12.1')?.reason;
  };

  it('for men and women apart', () => {
    expect(reasonOf('vi')).toMatch(
      /^Chưa xác định: mức yêu cầu \(nam từ \d+% trở lên, nữ từ \d+% trở lên\) chưa chắc chắn nên không dùng để kết luận/,
    );
    expect(reasonOf('en')).toMatch(
      /^Not determined: the standard \(men at least \d+%, women at least \d+%\) is not certain and does not decide/,
    );
  });

  it('in the words of another catalogue too', () => {
    const other = { ...engineText.vi, 'standard.atLeast': '[{value}{unit}]' };
    expect(reasonOf(other)).toMatch(/\(nam \[\d+%\], nữ \[\d+%\]\)/);
  });

  const unsure =
    (figure: string, type: string, standard: Doc, measure: Doc = {}) =>
    () =>
      oneIndicator(
        indicator(
          '1.1',
          figure,
          type,
          { default: { ...standard, confidence: 'unsure' } },
          { measure: { type, ...measure } },
        ),
      );

  it.each([
    ['a share', unsure('nuoc', 'percent', cell('>=', 90)), 'từ 90% trở lên', 'at least 90%'],
    [
      'an income',
      unsure('thu-nhap', 'number', cell('>=', '36.50')),
      'từ 36,5 triệu đồng trở lên',
      'at least 36.5 million VND',
    ],
    [
      'a rate per head',
      unsure('cay-xanh', 'ratio', cell('<=', 2.5)),
      'không quá 2,5 m2/người',
      'at most 2.5 m2 per person',
    ],
    [
      'an income that the decree counts by the year: the figure has its own unit',
      unsure('thu-nhap', 'number', cell('>=', 36), { unit: 'triệu đồng/năm' }),
      'từ 36 triệu đồng trở lên',
      'at least 36 million VND',
    ],
    [
      'a figure without a unit, in that of the measure',
      unsure('diem', 'number', cell('>=', 5), { unit: 'điểm' }),
      'từ 5 điểm trở lên',
      'at least 5 điểm',
    ],
    ['a figure without any unit', unsure('diem', 'number', cell('>=', 5)), 'từ 5 trở lên', 'at least 5'],
    [
      'what must not be',
      unsure('nha-tam', 'boolean', cell('=', false), { expected: false }),
      'không còn',
      'none may be left',
    ],
    [
      'what an office judges',
      unsure('an-ninh', 'judged', { op: 'judged', source: 'x' }),
      'cơ quan phụ trách đánh giá',
      'judged by the responsible office',
    ],
  ])('%s', (_name, law, vi, en) => {
    expect(said(law, {}, 'vi').reason).toBe(
      `Chưa xác định: mức yêu cầu (${vi}) chưa chắc chắn nên không dùng để kết luận.`,
    );
    expect(said(law, {}, 'en').reason).toBe(
      `Not determined: the standard (${en}) is not certain and does not decide.`,
    );
  });
});

describe('a weaker overlay shows both standards in words', () => {
  it.each([
    [
      'two conditions',
      allOf(main, clean('>=', 50)),
      'từ 90% trở lên, nước sạch từ 50% trở lên',
      'at least 90%, clean water at least 50%',
    ],
    [
      'an alternative',
      anyOf(main, clean('<=', 50)),
      'từ 90% trở lên hoặc nước sạch không quá 50%',
      'at least 90% or clean water at most 50%',
    ],
    [
      'an alternative beside a condition',
      allOf({ any: [{ op: '>=', value: '12.5' }, clean('>=', 50)] }, clean('<=', 99)),
      '(từ 12,5% trở lên hoặc nước sạch từ 50% trở lên), nước sạch không quá 99%',
      '(at least 12.5% or clean water at least 50%), clean water at most 99%',
    ],
    [
      'two conditions as an alternative to one',
      anyOf(main, { all: [{ op: '>=', value: 50 }, clean('>=', 60)] }),
      'từ 90% trở lên hoặc (từ 50% trở lên, nước sạch từ 60% trở lên)',
      'at least 90% or (at least 50%, clean water at least 60%)',
    ],
  ])('%s', (_name, national, vi, en) => {
    const base = baseWith({ default: national }, { figures: PARTS });
    const overlay = read(base, overlayDocument({ default: cell('>=', 5) }));
    const [problem] = applyOverlay(base, overlay).refused;
    expect(problem?.vi).toBe(`Mức của tỉnh thấp hơn mức trung ương. Trung ương: ${vi}. Tỉnh: từ 5% trở lên.`);
    expect(problem?.en).toBe(
      `The province asks for less than the nation. National standard: ${en}. Provincial standard: at least 5%.`,
    );
    expect(problem?.values.provincial).toBe('>=5');
  });

  it('a province that asks of a part that the nation does not know hears its own word again', () => {
    const base = baseWith({ default: cell('>=', 90) });
    const overlay = read(base, overlayDocument({ default: cell('>=', 5, { part: 'khac' }) }));
    const { set, refused } = applyOverlay(base, overlay);
    expect(set).toBeNull();
    expect(refused.map(({ code }) => code)).toContain('set.part-without-figure');
    expect(refused[0]?.vi).toBe(
      'Mức của tỉnh thấp hơn mức trung ương. Trung ương: từ 90% trở lên. Tỉnh: khac từ 5 trở lên.',
    );
  });
});
