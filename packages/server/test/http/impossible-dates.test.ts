// Every legal date that the interface takes, found in its own document, refuses a day that no calendar has.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/config.ts';
import { makeTestApp, type TestApp } from '../app.ts';
import { vb } from '../cli/vb.ts';
import { openTestHouse, type TestHouse } from '../database.ts';

const IMPOSSIBLE = [
  '2021-02-31',
  '2020-13-45',
  '2021-00-10',
  '1900-02-29',
  '99999-01-01',
  '0000-01-01',
  '2021-2-3',
];

interface Schema {
  readonly type?: string;
  readonly pattern?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
}
interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly schema: Schema;
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
/** One date field: where it is sent, and the path that the refusal must name. */
interface DateField {
  readonly method: string;
  readonly route: string;
  readonly place: string;
  readonly request: (day: string) => { readonly path: string; readonly body?: unknown };
}

const text = await readFile(join(ROOT, 'docs', 'openapi.json'), 'utf8');
const { paths } = JSON.parse(text) as { paths: Record<string, Record<string, Operation>> };

const takesDay = (schema: Schema): boolean => schema.format === 'date';
const takesUnit = (schema: Schema): boolean => schema.pattern?.includes('@') ?? false;
/** What is sent: the day itself, or a unit named on that day. */
const wrong = (schema: Schema, day: string): string => (takesDay(schema) ? day : `112@${day}`);

function inParameters(method: string, route: string, parameters: readonly Parameter[]): DateField[] {
  const dated = parameters.filter(({ schema }) => takesDay(schema) || takesUnit(schema));
  return dated.map((one) => ({
    method,
    route,
    place: `${one.in}/${one.name}`,
    request: (day) => {
      const value = encodeURIComponent(wrong(one.schema, day));
      const path = route.replace(/\{(\w+)\}/g, (_all, name) => (name === one.name ? value : '1'));
      return { path: one.in === 'query' ? `${path}?${one.name}=${value}` : path };
    },
  }));
}

/** A body with nothing but this one field, as deep as it lies, and the path to it. */
function inSchema(schema: Schema): { path: string[]; make: (day: string) => unknown }[] {
  if (takesDay(schema) || takesUnit(schema)) return [{ path: [], make: (day) => wrong(schema, day) }];
  const under = (key: string, inner: Schema, wrap: (value: unknown) => unknown) =>
    inSchema(inner).map(({ path, make }) => ({
      path: [key, ...path],
      make: (day: string) => wrap(make(day)),
    }));
  return [
    ...(schema.anyOf ?? []).flatMap(inSchema),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, inner]) =>
      under(key, inner, (value) => ({ [key]: value })),
    ),
    ...(schema.items ? under('0', schema.items, (value) => [value]) : []),
    ...(typeof schema.additionalProperties === 'object'
      ? under('x', schema.additionalProperties, (value) => ({ x: value }))
      : []),
  ];
}

function inBody(method: string, route: string, operation: Operation): DateField[] {
  return Object.entries(operation.requestBody?.content ?? {}).flatMap(([type, { schema }]) => {
    const isPlainForm = type === 'application/x-www-form-urlencoded';
    return inSchema(schema).map(({ path, make }): DateField => {
      const field = path.join('/');
      return {
        method,
        route,
        place: `${isPlainForm ? 'query' : 'body'}/${field}`,
        request: (day) => {
          const filled = route.replace(/\{\w+\}/g, '00000000-0000-4000-8000-000000000001');
          const body = make(day) as object;
          // a form is sent as a form; a file's fields travel beside a pasted block
          return {
            path: filled,
            body: isPlainForm ? new URLSearchParams(body as Record<string, string>) : { text: 'x', ...body },
          };
        },
      };
    });
  });
}

const fields = Object.entries(paths).flatMap(([route, operations]) =>
  Object.entries(operations).flatMap(([method, operation]) => [
    ...inParameters(method, route, operation.parameters ?? []),
    ...inBody(method, route, operation),
  ]),
);

let house: TestHouse;
let app: TestApp;
const faults: unknown[] = [];
beforeAll(async () => {
  house = await openTestHouse('sample');
  app = makeTestApp(house, { onFault: (fault) => faults.push(fault) });
});
afterAll(() => house.close());

test('the document names the dates that the interface is known to take', () => {
  const named = fields.map(({ route, place }) => `${route} ${place}`);
  expect(named).toEqual(
    expect.arrayContaining([
      '/api/board query/asOf',
      '/api/board query/under',
      '/api/board.xlsx query/asOf',
      '/api/units/{unit} path/unit',
      '/api/criteria/{criterion} query/asOf',
      '/api/commands/readings.save/{id} body/knownOn',
      '/api/commands/readings.save/{id} body/confirmed/on',
      '/api/commands/rounds.open/{id} body/asOf',
      '/api/commands/rounds.open/{id} body/geographyOn',
      '/api/commands/rounds.open/{id} body/deadlines/x',
      '/api/commands/units.import/{id} body/units/0/versions/0/validFrom',
      '/api/readings/import body/knownOn',
      '/api/intake/import body/documentOn',
    ]),
  );
  // none is typed as a bare text with the form of a date: such a one would pass by this table
  expect(text).not.toMatch(/"pattern": "\^\\\\d\{4\}-\\\\d\{2\}-\\\\d\{2\}\$"(?!,\s*"format": "date")/);
});

describe.each(fields)('$method $route $place', ({ method, place, request }) => {
  test.each(IMPOSSIBLE)('refuses %s in words', async (day) => {
    const { path, body } = request(day);
    const isForm = body instanceof URLSearchParams;
    const reply = await app.request(`http://localhost${path}`, {
      method: method.toUpperCase(),
      headers: {
        host: 'localhost',
        ...(isForm ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(body === undefined ? {} : { body: isForm ? body.toString() : JSON.stringify(body) }),
    });
    expect(reply.status).toBe(400);
    const { errors } = (await reply.json()) as { errors: { code: string; path: string }[] };
    // of two forms that a value may have, the refusal names the value as a whole
    const named = errors.filter((error) => `${place}/`.startsWith(`${error.path}/`));
    expect(named.map((error) => error.code)).toEqual(['input.wrong']);
  });
});

test.each([
  ['board', '--under', '112@2020-02-31'],
  ['board', '--under', '112', '--as-of', '2020-13-01'],
  ['sets', 'fall', '--to', 'vn-ntm-xa-2021-2025', '--under', '112@2020-02-31'],
  ['readings', 'template', '--under', '112@2020-02-31', '--out', 'x.xlsx'],
  ['units', 'at', '112@2020-02-31'],
  ['units', 'at', '112', '--on', '2020-02-31'],
])('vb %s %s %s %s refuses a day that is none', async (...words) => {
  const run = await vb([...words, '--json'], house);
  expect([run.code, run.out]).toEqual([2, '']);
  expect(run.err).toContain('không phải ngày');
});

test('nothing of this was a fault of ours', () => {
  expect(faults).toEqual([]);
});
