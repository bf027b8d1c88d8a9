// The table in which a whole country's readings stand: what fits its columns, what is kept exactly, what cannot be right.
import {
  addDecimals,
  type CriteriaSet,
  columnOf,
  compile,
  decimalText,
  evaluate,
  evaluateBatch,
  evaluateRow,
  FigureTable,
  judgeCriteria,
  microOf,
  type Reading,
  trace,
  traceRow,
  tracersOf,
  UnknownColumnError,
  type Verdict,
  verdictOf,
} from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { roundDivide, thousandthsOf, trimZeros } from '../src/decimal.ts';
import { bare, plain, share } from './shipped-law.ts';
import { first, green, income, market, poverty, shacks, water } from './small-laws.ts';
import { cell, criterion, goodSet, indicator, oneIndicator, setDocument } from './small-set.ts';

describe('a share', () => {
  it.each([
    ['all of them', share(100, 100), 'met'],
    ['all of them, with parts of a household', share('0.5', '0.5'), 'met'],
    ['written with a needless decimal', share('90.0', '100.000000'), 'met'],
    ['more than all, with parts of a household', share('0.5', '0.25'), 'unknown'],
    ['of nothing, with parts of a household', share('0.0', '0.000'), 'unknown'],
    ['with two points', share('9.0.0', '10'), 'unknown'],
    ['beginning with a point', share('.9', '1'), 'unknown'],
    ['of none, beginning with a point', share('.0', '1'), 'unknown'],
    ['a point and nothing else', share('.', '1'), 'unknown'],
    ['ending with a point', share('90.', '100'), 'unknown'],
    ['with as many digits as a number has', share('00000000000090', '100'), 'met'],
    ['with more digits than a number has', share('000000000000090', '100'), 'unknown'],
    ['with more decimals than a number has', share('90.0000000', '100'), 'unknown'],
    ['of a word', share('90', 'nhiều'), 'unknown'],
    ['none of a word', share('0', 'nhiều'), 'unknown'],
    ['minus nothing, which is none', share('-0', '100'), 'notMet'],
    ['of less than nothing', share('90', '-100'), 'unknown'],
    ['of an empty text', share('', '100'), 'unknown'],
    ['at the edge of the columns', share('90000000000', '90000000000'), 'met'],
    ['just beyond the columns', share('90000000001', '90000000001'), 'met'],
    ['beyond the columns, a household short', share('90000000000', '100000000001'), 'notMet'],
    ['a bare per cent of all', bare('100'), 'met'],
    ['a bare per cent of all, in millionths', bare('100.000000'), 'met'],
    ['a bare per cent of none', bare('0'), 'notMet'],
    ['a bare per cent of minus nothing, which is none', bare('-0'), 'notMet'],
    ['a bare per cent in words', bare('hết'), 'unknown'],
    ['a bare per cent below none', bare('-1'), 'unknown'],
    ['a bare per cent beyond the columns', bare('99.999999'), 'met'],
  ] as const)('%s', (_name, reading, verdict) => {
    expect(first(water, { nuoc: reading })).toBe(verdict);
  });

  it('counted to the third decimal, too large for the columns, is a hair under its standard', () => {
    // 89998400006 x 100000 is 8999840000600000, and 99.999 x 89999299999 x 1000 is 8999840000600001.
    const roads = oneIndicator(indicator('1.1', 'duong', 'percent', { default: cell('>=', 99.999) }));
    expect(first(roads, { duong: share('89998400006', '89999299999') })).toBe('notMet');
    expect(first(roads, { duong: share('89998400007', '89999299999') })).toBe('met');
  });

  it('none of them, in a bare per cent, is no poverty', () => {
    expect(first(poverty, { ngheo: bare('0') })).toBe('met');
  });
});

describe('ratios, numbers and facts', () => {
  it.each([
    ['a ratio in thousandths over a whole', green, { 'cay-xanh': share('2.501', '1') }, 'met'],
    ['a ratio in thousandths under it', green, { 'cay-xanh': share('2.499', '1') }, 'notMet'],
    ['a ratio in thousandths over nothing', green, { 'cay-xanh': share('0.001', '0') }, 'unknown'],
    ['a ratio without a total', green, { 'cay-xanh': plain(3) }, 'unknown'],
    ['a ratio to a word', green, { 'cay-xanh': share('2.5', 'nhiều') }, 'unknown'],
    ['a ratio that begins with a point', green, { 'cay-xanh': share('.50', '.20') }, 'unknown'],
    ['a ratio with a decimal comma', green, { 'cay-xanh': share('2,5', '1') }, 'unknown'],
    ['a number with a decimal comma', income, { 'thu-nhap': plain('36,5') }, 'unknown'],
    ['a number with a space in it', income, { 'thu-nhap': plain('3 600') }, 'unknown'],
    ['a negative ratio', green, { 'cay-xanh': share('-0.001', '1') }, 'unknown'],
    ['a number in millionths', income, { 'thu-nhap': plain('36.000001') }, 'met'],
    ['a negative fact', market, { cho: plain('-1') }, 'unknown'],
    ['a fact written with decimals', market, { cho: plain('1.000000') }, 'met'],
  ] as const)('%s', (_name, law, readings, verdict) => {
    expect(first(law, readings)).toBe(verdict);
  });
});

describe('the table', () => {
  const compiledWater = () => compile(water(), 'NUI', 2020);

  it('forgets what stood in a cell before', () => {
    const compiled = compiledWater();
    const table = new FigureTable(compiled.figures, 1);
    const verdict = (): Verdict => verdictOf(compiled.indicators[0]?.judge(table, 0));
    table.set(0, 0, share('89.5', '100'));
    expect(verdict()).toBe('notMet');
    table.set(0, 0, share(95, 100));
    expect(verdict()).toBe('met');
    expect(table.exactAt(0, 0)).toEqual({ numerator: 95_000_000n, denominator: 100_000_000n });
    table.set(0, 0, null);
    expect(verdict()).toBe('unknown');
  });

  it('has only the cells it was made with', () => {
    const table = new FigureTable(compiledWater().figures, 1);
    expect(() => table.set(1, 0, share(1, 1))).toThrow('no cell 0, 1');
    expect(() => table.set(0, 1, share(1, 1))).toThrow('no cell 1, 0');
  });

  it('judges many communes as it judges one, whatever their number', () => {
    const compiled = compiledWater();
    const rows = 130;
    const table = new FigureTable(compiled.figures, rows);
    for (let row = 0; row < rows; row++) table.set(row, 0, share(row, 129));
    const all = Int32Array.from({ length: rows - 1 }, (_, row) => row);
    const { indicators, criteria, indicatorWidth, criterionWidth } = evaluateBatch(
      [{ compiled, rows: all }],
      table,
    );
    expect([indicatorWidth, criterionWidth]).toEqual([1, 1]);
    for (let row = 0; row < rows - 1; row++) {
      const verdict = row * 100 >= 129 * 90 ? 'met' : 'notMet';
      expect([verdictOf(indicators[row]), verdictOf(criteria[row])]).toEqual([verdict, verdict]);
    }
    expect([verdictOf(indicators[129]), verdictOf(criteria[129])]).toEqual(['unknown', 'unknown']);
  });

  it('of nobody has no statuses', () => {
    const table = new FigureTable(compiledWater().figures, 0);
    expect(evaluateBatch([], table)).toMatchObject({ indicatorWidth: 0, criterionWidth: 0 });
  });

  it('criteria follow from the indicators alone', () => {
    const set = (): CriteriaSet =>
      goodSet(
        setDocument([
          criterion('1', [
            indicator('1.1', 'cho', 'boolean', { default: cell('=', true) }),
            indicator('1.2', 'nuoc', 'percent', { default: cell('>=', 1) }),
          ]),
          criterion('2', [indicator('2.1', 'thu-nhap', 'number', { default: cell('>=', 1) })]),
        ]),
      );
    const compiled = compile(set(), 'NUI', 2020);
    const { indicators, criteria } = evaluate(
      compiled,
      new Map([
        ['cho', plain(1)],
        ['nuoc', share(0, 5)],
        ['thu-nhap', plain(2)],
      ]),
    );
    expect([...judgeCriteria(compiled, indicators)]).toEqual([...criteria]);
    expect([...criteria].map(verdictOf)).toEqual(['notMet', 'met']);
  });
});

describe('columns', () => {
  it('says which column of which set is not there', () => {
    try {
      columnOf(water(), 'BIEN');
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(UnknownColumnError);
      expect(error).toMatchObject({
        code: 'dimension.unknown',
        dimension: 'BIEN',
        message: 'bo-thu has no column BIEN',
      });
    }
  });

  it('a set without columns asks for none', () => {
    const law = goodSet(
      setDocument([criterion('1', [indicator('1.1', 'cho', 'boolean', { default: cell('=', true) })])], {
        dimension: null,
      }),
    );
    expect(columnOf(law, 'NUI')).toBeNull();
    expect(compile(law, null, 2020).column).toBeNull();
  });
});

describe('exact decimals', () => {
  it.each([
    ['1', 1_000_000n],
    ['-0.000001', -1n],
    ['12.5', 12_500_000n],
    ['99999999999999.999999', 99_999_999_999_999_999_999n],
    ['1.1234567', null],
    ['123456789012345', null],
    ['1.', null],
    ['x1', null],
    ['1x', null],
    ['--1', null],
  ])('%s', (text, micro) => {
    expect(microOf(text)).toBe(micro);
    if (micro !== null) expect(decimalText(micro)).toBe(text);
  });

  it.each([
    ['90', 90_000],
    ['26.7', 26_700],
    ['0.001', 1],
    ['0.0001', null],
    ['9007199254741', null],
    ['9007199254740.991', 9_007_199_254_740_991],
    ['a', null],
  ])('%s in thousandths', (text, thousandths) => {
    expect(thousandthsOf(text)).toBe(thousandths);
  });

  it.each([
    [7n, 2n, 4n],
    [5n, 2n, 3n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
    [-7n, 2n, -4n],
    [-1n, 3n, 0n],
    [-2n, 3n, -1n],
    [0n, 3n, 0n],
  ])('%s / %s rounds to %s', (a, b, rounded) => {
    expect(roundDivide(a, b)).toBe(rounded);
  });

  it.each([
    ['12.50', '12.5'],
    ['12.00', '12'],
    ['100', '100'],
    ['0.0', '0'],
    ['10.050', '10.05'],
    ['1.001', '1.001'],
  ])('%s without needless zeros is %s', (text, trimmed) => {
    expect(trimZeros(text)).toBe(trimmed);
  });

  it('a sum with something that is no number is no number', () => {
    expect(addDecimals(['1', 'x'])).toBeNull();
  });
});

describe('explanations of many communes from one set of tracers', () => {
  const facts = [
    plain(1),
    plain(0),
    plain(2),
    plain('0.5'),
    { ...plain(1), applicable: false },
    null,
    plain(0),
    plain(1),
  ];
  const shares = [
    share(1, 1),
    share(0, 1),
    share(1, 2),
    share(0, 0),
    plain(1),
    null,
    share('0.5', 1),
    share(1, 1),
  ];

  it.each([
    ['a market', market, facts],
    ['shacks', shacks, facts],
    ['water', water, shares],
    ['a ratio', green, shares],
    ['an income', income, facts],
  ] as const)('%s: each as if it were alone', (_name, make, readings) => {
    const compiled = compile(make(), 'NUI', 2020);
    const table = new FigureTable(compiled.figures, readings.length);
    readings.forEach((reading, row) => {
      table.set(row, 0, reading);
    });
    const tracers = tracersOf(compiled);
    const code = compiled.figures[0]?.code ?? '';
    readings.forEach((reading, row) => {
      const alone = reading === null ? new Map<string, Reading>() : new Map([[code, reading]]);
      const together = traceRow(compiled, tracers, table, row, evaluateRow(compiled, table, row));
      expect(together).toEqual(trace(compiled, alone));
      // Asked again, it is the same; whoever holds one cannot change it for another.
      expect(traceRow(compiled, tracers, table, row, evaluateRow(compiled, table, row))).toEqual(together);
    });
  });

  it('the same fact under another verdict is explained anew', () => {
    const compiled = compile(market(), 'NUI', 2020);
    const table = new FigureTable(compiled.figures, 1);
    table.set(0, 0, plain(1));
    const [tracer] = tracersOf(compiled).indicators;
    expect([1, 0, 2].map((status) => tracer?.trace(table, 0, status).verdict)).toEqual([
      'met',
      'notMet',
      'unknown',
    ]);
  });
});
