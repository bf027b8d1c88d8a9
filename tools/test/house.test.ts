// The habits that a program can see: words from the list, names that say something, files that open with their purpose.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileFaults } from '../house/files.ts';
import { longFunctions } from '../house/functions.ts';
import { readVocabulary, singular, wordsOf } from '../house/vocabulary.ts';
import { wordFaults } from '../house/words.ts';
import { ROOT } from '../suite/capture.ts';

const vocabulary = readVocabulary(readFileSync(join(ROOT, 'docs', 'terms.md'), 'utf8'));
const faultsOf = (path: string, text: string) => wordFaults([{ path, text }], vocabulary);

describe('the words of the programme', () => {
  test('a table is made of known words', () => {
    const path = 'packages/server/migrations/0009_planted.sql';
    expect(faultsOf(path, 'create table reading_revisions (unit_id int);')).toEqual([]);
    expect(faultsOf(path, 'create table if not exists facts.households_measured (unit_id int);')).toEqual([
      `table "households_measured" (${path}) is not in docs/terms.md, which says how to add a word`,
    ]);
  });

  test('a type that a noun of the domain shows is known by its first or last word', () => {
    const noun = 'packages/programme/src/units/index.ts';
    expect(faultsOf(noun, 'export interface MergedUnit {}\nexport interface RightAsked {}')).toEqual([]);
    expect(faultsOf(noun, 'export interface Locality {}')).toEqual([
      `type "Locality" (${noun}) is not in docs/terms.md, which says how to add a word`,
    ]);
    expect(faultsOf('packages/programme/src/units/inside.ts', 'export type Locality = 1;')).toEqual([]);
    expect(faultsOf('packages/server/src/reads/planted.ts', 'export type Locality = 1;')).toEqual([]);
  });

  test('a door shows what it exports whole, and a type may be renamed at the door', () => {
    const [noun, inside] = [
      'packages/programme/src/units/index.ts',
      'packages/programme/src/units/inside.ts',
    ];
    const files = [
      { path: noun, text: `export * from './inside.ts';` },
      { path: inside, text: 'export type Locality = 1;' },
    ];
    expect(wordFaults(files, vocabulary)).toHaveLength(1);
    const door = 'packages/criteria/src/index.ts';
    expect(faultsOf(door, `export type { Verdict, Widget as Standard } from './a.ts';`)).toEqual([]);
    expect(faultsOf(door, `export { type Widget, evaluate } from './a.ts';`)).toHaveLength(1);
  });

  test('a folder of the domain is a whole word of the programme', () => {
    expect(faultsOf('packages/programme/src/citizen-reports/index.ts', '')).toEqual([]);
    expect(faultsOf('packages/programme/src/citizen-units/index.ts', '')).toHaveLength(1);
  });

  test('a command and a problem are named by a known noun', () => {
    expect(faultsOf('packages/server/src/commands/planted.ts', `command({ name: 'readings.save' })`)).toEqual(
      [],
    );
    expect(
      faultsOf('packages/server/src/commands/planted.ts', `command({ name: 'widgets.save' })`),
    ).toHaveLength(1);
    const catalogue = 'packages/programme/src/problems/catalogue.ts';
    expect(faultsOf(catalogue, `export const c = {\n  'widget.lost': 1,\n};`)).toHaveLength(1);
  });

  test('a word that is said otherwise here is refused in names, not in sentences or comments', () => {
    const path = 'packages/server/src/storage/planted.ts';
    expect(faultsOf(path, 'const row = { commune_id: 1 };')).toEqual([
      `${path}: "commune_id": say \`unit_id\`: kinds of units share one identity`,
    ]);
    expect(faultsOf(path, 'select(communeIds)')).toHaveLength(1);
    expect(faultsOf(path, 'const tenant = 1;')).toHaveLength(1);
    expect(faultsOf(path, `// no tenant, no commune_id\nsay('a tenant of the house');`)).toEqual([]);
  });

  test('identifiers come apart into words in the singular', () => {
    expect(wordsOf('unitChange_ids')).toEqual(['unit', 'change', 'id']);
    expect(wordsOf('HTTPReply')).toEqual(['http', 'reply']);
    expect(['bodies', 'basis', 'communes', 'indexes', 'address'].map(singular)).toEqual([
      'body',
      'basis',
      'commune',
      'index',
      'address',
    ]);
  });
});

describe('the files of the house', () => {
  test('a name that says nothing is refused, as a file and as a folder', () => {
    expect(fileFaults('packages/server/src/http/helpers.ts', '// For it.')).toHaveLength(1);
    expect(fileFaults('packages/web/src/common/table.tsx', '// For it.')).toHaveLength(1);
    expect(fileFaults('packages/web/src/parts/table.tsx', '// For it.')).toEqual([]);
  });

  test('a file of code is kebab-case, short, and opens with what it is for', () => {
    expect(fileFaults('packages/web/src/parts/BoardTable.tsx', '// For it.')).toHaveLength(1);
    expect(fileFaults('tools/long.ts', `// For it.\n${'x;\n'.repeat(400)}`)).toHaveLength(1);
    expect(fileFaults('tools/mute.ts', 'export const a = 1;\n')).toHaveLength(1);
    expect(fileFaults('tools/run.mjs', '#!/usr/bin/env node\n// For it.\n')).toEqual([]);
  });

  test('the server holds no .tsx, which Node does not run', () => {
    expect(fileFaults('packages/server/src/papers/page.tsx', '// For it.')).toHaveLength(1);
  });

  test('a function of more than 60 lines is refused, and lines of JSX count', () => {
    const screen = (lines: number) =>
      `export function Screen() {\n  return (\n${'    <p>line</p>\n'.repeat(lines - 4)}  );\n}\n`;
    expect(longFunctions('packages/web/src/desk/planted.tsx', screen(60))).toEqual([]);
    expect(longFunctions('packages/web/src/desk/planted.tsx', `\n${screen(61)}`)).toEqual([
      'packages/web/src/desk/planted.tsx:2: a function of 61 lines, more than 60: it does two things',
    ]);
  });

  test('tests and what is inside a class count too; blank lines and headings of tests do not', () => {
    const lines = 'run();\n'.repeat(70);
    const faults = (text: string) => longFunctions('packages/criteria/test/planted.test.ts', text).length;
    expect(faults(`test('x', () => {\n${lines}});`)).toBe(1);
    expect(faults(`class A { go() {\n${lines}} }`)).toBe(1);
    expect(faults(`describe('x', () => {\n${lines}});`)).toBe(0);
    expect(faults(`describe.each([1])('x', () => {\n${lines}});`)).toBe(0);
    expect(faults(`function f() {\n${'\n'.repeat(70)}}`)).toBe(0);
  });
});
