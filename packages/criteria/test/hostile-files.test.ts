// Files that are broken, bent, endless or made to harm.
import { describe, expect, it } from 'vitest';
import { codesOf, good, one, parse, water } from './small-documents.ts';
import { cell, type Doc } from './small-set.ts';

describe('hostile files', () => {
  it.each([
    ['nothing', '', 'set.empty'],
    ['blanks', ' \n ', 'set.empty'],
    ['half a file', '{"format": 1,', 'set.cut-off'],
    ['a file with a comma too many', '{"format": 1,}', 'set.not-json'],
    ['50 MB of opening brackets', '['.repeat(50_000_000), 'set.too-large'],
    ['3 MB of opening brackets', '['.repeat(3_000_000), 'set.too-deep'],
    ['balanced nesting', `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`, 'set.too-deep'],
    ['a key twice', '{"format": 1, "id": "a", "period": {"from": 1, "from": 2}}', 'set.key-twice'],
    ['a list', '[]', 'set.wrong-type'],
    ['a word', '"bo"', 'set.wrong-type'],
    ['a number', '7', 'set.wrong-type'],
    ['null', 'null', 'set.wrong-type'],
  ])('%s is a clear problem', (_name, text, code) => {
    const result = parse(text);
    expect(result.set).toBeNull();
    expect(result.refused[0]?.code).toBe(code);
    expect(result.refused[0]?.vi).not.toMatch(/\{\w+\}/);
  });

  it('brackets inside texts are only texts', () => {
    const text = JSON.stringify({ ...good, titleVi: `${'['.repeat(100)}"\\` });
    expect(codesOf(parse(text))).toEqual([]);
  });

  it('a value that contains itself', () => {
    const loop: Doc = { ...good };
    loop.criteria = [loop];
    expect(parse(loop).refused[0]?.code).toBe('set.too-deep');
  });

  it.each([undefined, Symbol('x'), () => 1, 10n, new Map(), Number.NaN])(
    'a value of a strange kind: %s',
    (value) => {
      expect(parse(value).set).toBeNull();
      expect(parse({ ...good, titleVi: value }).set).toBeNull();
    },
  );

  it('keys that reach for prototypes', () => {
    const text = JSON.stringify(good).replace(
      '"format":1',
      '"format":1,"__proto__":{"titleVi":"x"},"constructor":{}',
    );
    expect(codesOf(parse(text))).toEqual(['set.key-unknown @ ', 'set.key-unknown @ ']);
    expect(Object.hasOwn(Object.prototype, 'titleVi')).toBe(false);
    const columns = JSON.stringify(one(water({ by: { NUI: cell('>=', 90), BANG: cell('>=', 90) } }))).replace(
      '"NUI":',
      '"__proto__":null,"NUI":',
    );
    expect(codesOf(parse(columns))).toEqual(['set.column-unreachable @ 1 > 1.1 > __proto__']);
  });

  it('every other value in every place is refused or read, never a crash', () => {
    const bad: unknown[] = [null, 0, -1, '', 'x', true, [], {}, [[]], { a: 1 }];
    const visit = (value: unknown, put: (bent: unknown) => void): void => {
      for (const item of bad) put(item);
      if (typeof value !== 'object' || value === null) return;
      for (const key of Object.keys(value)) {
        const child = (value as Doc)[key];
        visit(child, (bent) =>
          put(Array.isArray(value) ? value.with(Number(key), bent) : { ...value, [key]: bent }),
        );
      }
    };
    let tried = 0;
    visit(good, (bent) => {
      tried++;
      const result = parse(bent);
      expect(result.set === null).toBe(result.refused.length > 0);
    });
    expect(tried).toBeGreaterThan(500);
  });

  it('absurd periods do not make the check count centuries', () => {
    expect(parse({ ...good, period: { from: -1e9, to: 1e9 } }).set).toBeNull();
  });
});
