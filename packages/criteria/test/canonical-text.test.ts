// One value has one text, whoever wrote it down and in whatever order: what is signed years ago is still the same bytes.
import { canonicalJson } from '@vungbuoc/criteria';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const runs = { numRuns: Number(process.env.VB_PROPERTY_RUNS ?? 300) };

/** The same value with the keys of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, turned(item)]),
  );
}

test('two offices that wrote the same in another order have the same text, and nothing is lost in it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(turned(value))).toBe(text);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    runs,
  );
});

test('keys stand in order, what is undefined is not written, and a hole in a list is null', () => {
  expect(canonicalJson({ b: 1, a: [{ d: 'đ', c: null }, undefined], z: undefined })).toBe(
    '{"a":[{"c":null,"d":"đ"},null],"b":1}',
  );
  expect(canonicalJson(['1.1', 5, undefined, true])).toBe('["1.1",5,null,true]');
  expect(canonicalJson({ Đ: 1, D: 2, 10: 3, 9: 4 })).toBe('{"10":3,"9":4,"D":2,"Đ":1}');
});
