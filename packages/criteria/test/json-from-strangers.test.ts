// How much of a stranger's file is read at all: its size, its depth, its keys; and the one text that a value is hashed by.
import { canonicalJson } from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { faultsOf } from './small-documents.ts';
import { cell, criterion, indicator, setDocument } from './small-set.ts';

const refusal = (document: unknown) => faultsOf(document)[0];
const codeOf = (document: unknown): string | undefined => refusal(document)?.code;
const good = setDocument([
  criterion('1', [indicator('1.1', 'nuoc', 'percent', { default: cell('>=', 90) })]),
]);

/** Lists in one another, with a number inside. */
function nested(levels: number): unknown {
  return levels === 0 ? 1 : [nested(levels - 1)];
}

describe('limits', () => {
  it('a file of four million characters is read, one more is not', () => {
    expect(codeOf(`[]${' '.repeat(3_999_998)}`)).toBe('set.wrong-type');
    expect(codeOf(`[]${' '.repeat(3_999_999)}`)).toBe('set.too-large');
  });

  it.each([
    ['a text', (value: unknown) => JSON.stringify(value)],
    ['a value already read', (value: unknown) => value],
  ])('%s is followed forty levels deep and no deeper', (_name, given) => {
    expect(codeOf(given(nested(40)))).toBe('set.wrong-type');
    expect(codeOf(given(nested(41)))).toBe('set.too-deep');
  });

  it('four hundred thousand values are walked, one more is not, however they are nested', () => {
    expect(codeOf(new Array(399_999).fill(0))).toBe('set.wrong-type');
    expect(codeOf(new Array(400_000).fill(0))).toBe('set.too-deep');
    expect(codeOf(new Array(133_334).fill([0, 0]))).toBe('set.too-deep');
  });
});

describe('what is no JSON', () => {
  it.each([
    ['a key outside of everything', '"a": 1'],
    ['keys in a list', '["a": 1, "a": 2]'],
    ['half a word', '{"a": tru}'],
    ['a text without its end', '{"a": "b'],
    ['a text that ends in half an escape', '{"a": "b\\'],
  ])('%s is called so, and never a crash', (_name, text) => {
    expect(codeOf(text)).toBe('set.not-json');
  });

  it('a key with an impossible escape is named as it is written', () => {
    expect(refusal('{"\\q": 1, "\\q": 2}')?.vi).toContain('"\\q"');
  });
});

describe('a key stands twice', () => {
  it('also when a list stands between the two', () => {
    expect(codeOf('{"a": [1], "a": 2}')).toBe('set.key-twice');
  });

  it('but not when the two belong to different things in one list', () => {
    expect(codeOf('[{"a": 1}, {"a": 2}]')).toBe('set.wrong-type');
  });

  it('and a quotation mark inside a text does not end it, so what follows is no bracket and no key', () => {
    const titleVi = `Bộ "${'['.repeat(100)} "format": 1`;
    expect(refusal(JSON.stringify({ ...good, titleVi }))).toBeUndefined();
  });
});

describe('the one text of a value', () => {
  it.each([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    [{ b: undefined, a: 1 }, '{"a":1}'],
    [[undefined, 1], '[null,1]'],
    [undefined, 'null'],
  ])('%j', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });
});
