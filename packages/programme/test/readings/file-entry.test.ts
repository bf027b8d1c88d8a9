// Figures of a file are looked at in bulk, by the same rules as those that a person types.
import {
  FileEntry,
  isGreater,
  plainDecimal,
  ReadingEntry,
  scaledInteger,
} from '@vungbuoc/programme/readings';
import { describe, expect, it } from 'vitest';

const entry = {
  figure: '17.1',
  numerator: '812',
  denominator: '940',
  applicable: true,
  note: null,
  bare: false,
};

const odd: readonly Record<string, unknown>[] = [
  {},
  { numerator: null, denominator: null, applicable: false, note: 'chưa có chợ' },
  { numerator: '-12.500000' },
  { numerator: '12.5000000' },
  { numerator: '123456789012345' },
  { numerator: '1e3' },
  { numerator: '' },
  { numerator: 812 },
  { denominator: undefined },
  { figure: 'x'.repeat(80) },
  { figure: 'x'.repeat(81) },
  { figure: null },
  { applicable: 'true' },
  { note: 'x'.repeat(2000) },
  { note: 'x'.repeat(2001) },
  { bare: null },
];

describe('a figure of a file', () => {
  it.each(odd)('is taken and refused like a typed one: %o', (part) => {
    const given = { ...entry, ...part };
    expect(FileEntry.safeParse(given).success).toBe(ReadingEntry.safeParse(given).success);
  });

  it('is no figure when it is nothing of the kind', () => {
    for (const given of [null, undefined, 'x', 7, []]) expect(FileEntry.safeParse(given).success).toBe(false);
  });
});

describe('counts are compared and written without a detour', () => {
  const texts = ['0', '7', '007', '-3', '12.5', '12.50', '999999999999999', '1000000000000000', '0.000001'];

  it('and say what exact integers say', () => {
    for (const one of texts)
      for (const other of texts)
        expect(isGreater(one, other)).toBe(scaledInteger(one) > scaledInteger(other));
  });

  it('and are written in one way', () => {
    expect(texts.map(plainDecimal)).toEqual([
      '0',
      '7',
      '7',
      '-3',
      '12.5',
      '12.5',
      '999999999999999',
      '1000000000000000',
      '0.000001',
    ]);
  });
});
