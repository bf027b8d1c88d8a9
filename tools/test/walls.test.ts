// Each wall is shown to hold: a forbidden import planted behind it is found, and what is allowed passes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../suite/capture.ts';
import { cruise, listCode, tellBreaches, unread } from '../suite/walls.ts';
import { plantProject } from './tree.ts';

const SERVER = 'packages/server/src';
const WEB = 'packages/web/src';

/** A house in small: one file in each room, so that every planted import leads somewhere. */
const HOUSE = [
  'packages/criteria/src/index.ts',
  'packages/criteria/src/judge.ts',
  'packages/programme/src/readings/index.ts',
  'packages/programme/src/readings/decide.ts',
  ...'container main'.split(' ').map((name) => `${SERVER}/${name}.ts`),
  ...'storage law postgres sheets ops commands reads http portal cli jobs papers external config first-start reference accounts files uploads'
    .split(' ')
    .map((room) => `${SERVER}/${room}/index.ts`),
  'packages/server/test/board.test.ts',
  ...'data parts text field desk'.split(' ').map((room) => `${WEB}/${room}/index.ts`),
  'bench/index.ts',
  'e2e/index.ts',
  'tools/browser.mjs',
  'tools/index.ts',
];

/** For each wall at least one import that it must refuse: the room it stands in, and what is imported. */
const PLANTED: Record<string, [from: string, to: string, onlyType?: 'type'][]> = {
  'criteria-alone': [['packages/criteria/src', 'packages/programme/src/readings/index.ts']],
  'criteria-no-library': [['packages/criteria/src', 'zod/mini']],
  'criteria-no-node': [['packages/criteria/src', 'node:crypto']],
  'programme-domain': [['packages/programme/src/readings', `${SERVER}/storage/index.ts`]],
  'programme-only-zod': [
    ['packages/programme/src/readings', 'zod'],
    ['packages/programme/src/readings', 'hono'],
  ],
  'programme-no-node': [['packages/programme/src/readings', 'node:fs']],
  storage: [
    [`${SERVER}/storage`, `${SERVER}/law/index.ts`],
    [`${SERVER}/storage`, 'packages/criteria/src/index.ts', 'type'],
  ],
  'storage-types-of-programme': [[`${SERVER}/storage`, 'packages/programme/src/readings/index.ts']],
  'storage-libraries': [[`${SERVER}/storage`, 'hono']],
  law: [[`${SERVER}/law`, `${SERVER}/commands/index.ts`]],
  postgres: [[`${SERVER}/postgres`, `${SERVER}/storage/index.ts`]],
  sheets: [[`${SERVER}/sheets`, 'packages/programme/src/readings/index.ts']],
  files: [[`${SERVER}/files`, `${SERVER}/storage/index.ts`]],
  uploads: [[`${SERVER}/uploads`, `${SERVER}/storage/index.ts`]],
  ops: [
    [`${SERVER}/ops`, `${SERVER}/http/index.ts`],
    [`${SERVER}/ops`, `${SERVER}/commands/index.ts`],
  ],
  accounts: [
    [`${SERVER}/accounts`, `${SERVER}/http/index.ts`],
    [`${SERVER}/accounts`, `${SERVER}/reference/index.ts`],
  ],
  reference: [[`${SERVER}/reference`, `${SERVER}/commands/index.ts`]],
  commands: [
    [`${SERVER}/commands`, `${SERVER}/http/index.ts`],
    [`${SERVER}/commands`, `${SERVER}/jobs/index.ts`],
  ],
  reads: [[`${SERVER}/reads`, `${SERVER}/commands/index.ts`]],
  http: [
    [`${SERVER}/http`, `${SERVER}/storage/index.ts`],
    [`${SERVER}/http`, `${SERVER}/cli/index.ts`],
  ],
  jobs: [[`${SERVER}/jobs`, `${SERVER}/http/index.ts`]],
  portal: [[`${SERVER}/portal`, `${SERVER}/sheets/index.ts`]],
  papers: [[`${SERVER}/papers`, `${SERVER}/storage/index.ts`]],
  cli: [[`${SERVER}/cli`, `${SERVER}/storage/index.ts`]],
  'first-start': [[`${SERVER}/first-start`, `${SERVER}/storage/index.ts`]],
  'delivery-no-sql': [
    [`${SERVER}/http`, 'kysely'],
    [`${SERVER}/cli`, 'pg', 'type'],
    [`${SERVER}/commands`, 'pg'],
  ],
  external: [[`${SERVER}/external`, `${SERVER}/reads/index.ts`]],
  'external-by-ports': [[`${SERVER}/jobs`, `${SERVER}/external/index.ts`]],
  'container-at-the-top': [[`${SERVER}/reads`, `${SERVER}/container.ts`]],
  'server-no-web': [[SERVER, `${WEB}/desk/index.ts`]],
  'web-data': [[`${WEB}/data`, `${WEB}/parts/index.ts`]],
  'web-data-no-react': [
    [`${WEB}/data`, 'react'],
    [`${WEB}/data`, '@tanstack/react-query'],
  ],
  'web-parts': [[`${WEB}/parts`, `${WEB}/data/index.ts`]],
  'web-parts-types-only': [[`${WEB}/parts`, 'packages/programme/src/readings/index.ts']],
  'web-field': [[`${WEB}/field`, `${WEB}/desk/index.ts`]],
  'web-desk': [[`${WEB}/desk`, `${WEB}/field/index.ts`]],
  'web-text': [[`${WEB}/text`, `${WEB}/data/index.ts`]],
  'web-no-server': [[WEB, `${SERVER}/reads/index.ts`, 'type']],
  'through-the-door': [
    [`${SERVER}/reads`, 'packages/programme/src/readings/decide.ts'],
    ['packages/server/test', 'packages/criteria/src/judge.ts'],
  ],
  'outside-through-the-door': [
    ['bench', `${SERVER}/storage/index.ts`],
    ['tools', 'packages/criteria/src/judge.ts'],
  ],
  'e2e-from-outside': [['e2e', 'packages/programme/src/readings/index.ts']],
  'product-not-its-tests': [[`${SERVER}/http`, 'packages/server/test/board.test.ts']],
  resolved: [[`${SERVER}/law`, './nowhere.ts']],
};

/** What the table of rooms allows, so that a wall is not only a wall because everything is forbidden. */
const ALLOWED: [from: string, to: string, onlyType?: 'type'][] = [
  ['packages/programme/src/readings', 'zod/mini'],
  ['packages/programme/src/readings', 'packages/criteria/src/index.ts'],
  [`${SERVER}/storage`, 'kysely'],
  [`${SERVER}/storage`, 'pg'],
  [`${SERVER}/storage`, 'packages/programme/src/readings/index.ts', 'type'],
  [`${SERVER}/law`, `${SERVER}/storage/index.ts`],
  [`${SERVER}/ops`, `${SERVER}/postgres/index.ts`],
  [`${SERVER}/commands`, `${SERVER}/law/index.ts`],
  [`${SERVER}/reads`, `${SERVER}/storage/index.ts`],
  [`${SERVER}/http`, `${SERVER}/papers/index.ts`],
  [`${SERVER}/http`, 'hono'],
  [`${SERVER}/cli`, `${SERVER}/ops/index.ts`],
  [`${SERVER}/first-start`, `${SERVER}/container.ts`],
  [`${SERVER}/jobs`, `${SERVER}/sheets/index.ts`],
  [`${SERVER}/external`, `${SERVER}/config/index.ts`],
  [SERVER, `${SERVER}/external/index.ts`],
  [`${WEB}/data`, 'packages/criteria/src/index.ts'],
  [`${WEB}/parts`, 'react'],
  [`${WEB}/parts`, 'packages/programme/src/readings/index.ts', 'type'],
  [`${WEB}/desk`, `${WEB}/text/index.ts`],
  ['bench', 'packages/criteria/src/index.ts'],
  ['e2e', 'tools/browser.mjs'],
];

const isPath = (to: string) => /^(packages|tools|e2e|bench)\//.test(to);

/** The source of a file that imports one thing; a planted file in the server's root stands for the container. */
function importing(from: string, to: string, onlyType?: 'type'): string {
  const up = '../'.repeat(from.split('/').length);
  const target = isPath(to) ? `${up}${to}` : to;
  return onlyType
    ? `import type * as it from '${target}';\nexport type It = typeof it;\n`
    : `import '${target}';\n`;
}

function plantHouse(): string {
  const config = (path: string) => [path, readFileSync(join(ROOT, path), 'utf8')] as const;
  const files = Object.fromEntries([
    ...['.dependency-cruiser.cjs', 'tsconfig.json', 'tsconfig.base.json'].map(config),
    ...['criteria', 'programme', 'server', 'web'].map((name) => config(`packages/${name}/package.json`)),
    ...HOUSE.map((path) => [path, 'export const here = 1;\n'] as const),
    ...Object.entries(PLANTED).flatMap(([wall, imports]) =>
      imports.map(
        ([from, ...rest], n) => [`${from}/planted-${wall}-${n}.ts`, importing(from, ...rest)] as const,
      ),
    ),
    ...ALLOWED.map(([from, ...rest], n) => [
      from === SERVER ? `${SERVER}/container.ts` : `${from}/allowed-${n}.ts`,
      importing(from, ...rest),
    ]),
    ['packages/criteria/src/circle-one.ts', `import './circle-two.ts';\n`],
    ['packages/criteria/src/circle-two.ts', `import './circle-one.ts';\n`],
  ]);
  return plantProject(files);
}

describe('the walls of the house', async () => {
  const config: { default: { forbidden: { name: string; comment: string }[] } } = await import(
    join(ROOT, '.dependency-cruiser.cjs')
  );
  const walls = config.default.forbidden;

  test('every wall gives its reason, and refuses what is planted behind it', async () => {
    const { breaches } = await cruise(plantHouse());
    const broken = new Set(breaches.map(({ wall, from }) => `${wall} at ${from}`));
    const planted = Object.entries(PLANTED).flatMap(([wall, imports]) =>
      imports.map(([from], n) => `${wall} at ${from}/planted-${wall}-${n}.ts`),
    );
    expect(planted.filter((breach) => !broken.has(breach))).toEqual([]);
    expect(breaches.filter(({ wall }) => wall === 'no-circle').length).toBeGreaterThan(0);
    expect(walls.map(({ name }) => name).sort()).toEqual([...Object.keys(PLANTED), 'no-circle'].sort());
    expect(walls.filter(({ comment }) => comment.length < 20)).toEqual([]);

    const allowed = breaches.filter(({ from }) => /allowed-\d|container\.ts$/.test(from));
    expect(tellBreaches(allowed, walls)).toEqual([]);
  });

  test('a file that git lists and the cruise did not read is told by name', () => {
    const cruised = { files: new Set(['packages/criteria/src/index.ts']) };
    expect(unread(['packages/criteria/src/index.ts', 'packages/web/src/main.tsx'], cruised)).toEqual([
      'packages/web/src/main.tsx',
    ]);
  });

  test('what git lists holds every kind of code', () => {
    expect(listCode(ROOT)).toEqual(expect.arrayContaining(['tools/start.mjs', 'tools/test/walls.test.ts']));
  });

  test('a breach is told with the reason of its wall', () => {
    const breach = { wall: 'law', from: 'a.ts', to: 'b.ts', through: ['c.ts', 'a.ts'] };
    expect(tellBreaches([breach], [{ name: 'law', comment: 'One place.' }])).toEqual([
      'a.ts must not import b.ts -> c.ts -> a.ts\n  law: One place.',
    ]);
  });
});
