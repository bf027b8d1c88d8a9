// The published JSON Schemas say what the files are: every shipped file keeps to them, and the parser agrees.
import { parseOverlay, parseSet } from '@vungbuoc/criteria';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { listFolder, overlayFolders, readText, setFolders } from './shipped-law.ts';
import { baseWith, overlayDocument } from './small-overlays.ts';
import { cell, criterion, dictionary, indicator, setDocument } from './small-set.ts';

const BASE = 'https://vungbuoc.example/schema/';
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false });
for (const name of listFolder('schema')) ajv.addSchema(JSON.parse(readText(`schema/${name}`)));

function faults(schema: string, document: unknown): unknown[] {
  const validate = ajv.getSchema(`${BASE}${schema}.schema.json`);
  if (validate === undefined) throw new Error(`no schema ${schema}`);
  return validate(document) === true ? [] : (validate.errors ?? []);
}

const files: [string, string][] = [
  ['figures', 'figures.json'],
  ...setFolders.map((folder): [string, string] => ['criteria-set', `${folder}/set.json`]),
  ...setFolders.flatMap((folder) =>
    listFolder(`${folder}/criteria`).map((name): [string, string] => [
      'criterion',
      `${folder}/criteria/${name}`,
    ]),
  ),
  ...setFolders.flatMap((folder) =>
    listFolder(`${folder}/examples`).map((name): [string, string] => [
      'examples',
      `${folder}/examples/${name}`,
    ]),
  ),
  ...overlayFolders.map((folder): [string, string] => ['overlay', `${folder}/overlay.json`]),
];

describe('every shipped file', () => {
  it('is looked at', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  it.each(files)('%s: %s', (schema, path) => {
    expect(faults(schema, JSON.parse(readText(path)))).toEqual([]);
  });

  it.each(files)('%s: %s names its schema, so that an editor helps', (schema, path) => {
    const { $schema } = JSON.parse(readText(path)) as { $schema?: string };
    expect(new URL($schema ?? '', `file:///${path}`).pathname).toBe(`/schema/${schema}.schema.json`);
  });
});

describe('the schema and the parser', () => {
  const good = setDocument([
    criterion('1', [indicator('1.1', 'nuoc', 'percent', { default: cell('>=', 90) })]),
  ]);

  const column = { code: 'NUI', nameVi: 'a', nameEn: 'a' };
  const region = { code: 'region', nameVi: 'a', nameEn: 'a', values: [column] };
  const cells = { default: cell('>=', 95), by: { NUI: cell('>=', 95) } };

  it.each([
    ['a general standard beside columns', cells],
    ['the same in one year', { byYear: { 2020: { default: cell('>=', 95) }, 2021: cells } }],
  ])('both refuse in a province %s', (_name, standards) => {
    const base = baseWith({ default: cell('>=', 90) });
    const whole = (table: Record<string, unknown>) => JSON.parse(JSON.stringify(overlayDocument(table)));
    expect(faults('overlay', whole(standards))).not.toEqual([]);
    expect(parseOverlay(whole(standards), 'a', base).overlay).toBeNull();
    for (const good of [{ default: cell('>=', 95) }, { byYear: { 2020: { default: cell('>=', 95) } } }]) {
      expect(faults('overlay', whole(good))).toEqual([]);
    }
  });

  it('both take a good document', () => {
    expect(faults('criteria-set', good)).toEqual([]);
    expect(parseSet(good, 'a', dictionary()).refused).toEqual([]);
  });

  it.each([
    ['an absent key', { ...good, titleVi: undefined }],
    ['a key too many', { ...good, more: 1 }],
    ['a wrong type', { ...good, version: '1' }],
    [
      'a strange cell',
      setDocument([
        criterion('1', [
          indicator('1.1', 'nuoc', 'percent', { default: { op: '>', value: 1, confidence: 'source' } }),
        ]),
      ]),
    ],
    [
      'an unknown confidence',
      setDocument([
        criterion('1', [
          indicator('1.1', 'nuoc', 'percent', { default: cell('>=', 1, { confidence: 'sure' }) }),
        ]),
      ]),
    ],
    ['a code with a space', setDocument([criterion('1 ', [])])],
    ['a column with a slash', { ...good, dimension: { ...region, values: [{ ...column, code: 'A/b' }] } }],
  ])('both refuse %s', (_name, document) => {
    const plain: unknown = JSON.parse(JSON.stringify(document));
    expect(faults('criteria-set', plain)).not.toEqual([]);
    expect(parseSet(plain, 'a', dictionary()).set).toBeNull();
  });
});
