// The walls: which room may import which (DESIGN section 3), each with its reason. `tools/suite/walls.ts` runs them.
// A room is closed by default: `room()` forbids everything of ours and every library that its line does not name.
const { readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

const SERVER = '^packages/server/src';
const WEB = '^packages/web/src';
const CRITERIA = '^packages/criteria/src/';
const PROGRAMME = '^packages/programme/src/';

/** Anything that is ours; what is left are libraries and Node. */
const OURS = '^(packages|bench|e2e|tools|tests)/';
const NODE = { dependencyTypes: ['core'] };

/** A library wherever npm put it (`@types` counts as the library it describes). */
const library = (...names) => `(^|/)node_modules/(@types/)?(${names.join('|')})/`;
const ANY_LIBRARY = '(^|/)node_modules/';
const SQL = library('kysely', 'pg', 'pg-copy-streams');
const REACT = library('react', 'react-dom', '@tanstack/react-[^/]+', 'preact');

const server = (...rooms) => rooms.map((room) => `${SERVER}/${room}(/|\\.ts$)`);
const web = (...rooms) => rooms.map((room) => `${WEB}/${room}(/|\\.tsx?$)`);

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** The files by which a package is entered, from the `exports` of each package.json. */
const doors = readdirSync(join(__dirname, 'packages')).flatMap((name) => {
  const { exports: entries = {} } = JSON.parse(
    readFileSync(join(__dirname, 'packages', name, 'package.json'), 'utf8'),
  );
  return Object.values(entries).map((file) => {
    const path = file.replace(/^\.\//, '').replaceAll('.', '\\.').replaceAll('*', '[^/]+');
    return `^packages/${name}/${path}$`;
  });
});

/** A room may import itself and what is named; of ours nothing else. */
const room = (name, path, mayImport, comment) =>
  rule(name, comment, { path }, { path: OURS, pathNot: [path, ...mayImport].flat() });

/** Nobody but those named may import a room. */
const onlyFrom = (name, path, from, comment) =>
  rule(name, comment, { path: OURS, pathNot: [path, ...from].flat() }, { path });

const DELIVERY = ['http', 'portal', 'cli', 'jobs', 'papers'];
const delivered = (...more) => [...server('commands', 'reads', 'papers', ...more), PROGRAMME];

module.exports = {
  forbidden: [
    // The pure rooms
    room(
      'criteria-alone',
      CRITERIA,
      [],
      'The engine must run on a phone, a server and in ten years the same: it knows only itself.',
    ),
    rule(
      'criteria-no-library',
      'The engine has zero dependencies: a verdict may not change because a library did.',
      { path: CRITERIA },
      { path: ANY_LIBRARY },
    ),
    rule(
      'criteria-no-node',
      'The engine runs in browsers too, and has no clock, files or randomness.',
      { path: CRITERIA },
      NODE,
    ),
    room(
      'programme-domain',
      PROGRAMME,
      [CRITERIA],
      'The domain is the same code on the phone and the server: no storage, no screens.',
    ),
    rule(
      'programme-only-zod',
      'zod/mini is the one library of the domain: each other one would be paid for on a mountain network.',
      { path: PROGRAMME },
      { path: ANY_LIBRARY, pathNot: [`${library('zod')}(v4/)?mini/`] },
    ),
    rule(
      'programme-no-node',
      'The domain runs in browsers too; `now` is an argument.',
      { path: PROGRAMME },
      NODE,
    ),

    // The server's rooms
    room(
      'storage',
      `${SERVER}/storage/`,
      [PROGRAMME],
      'Storage knows tables, not who asks: every other room stands above it.',
    ),
    rule(
      'storage-types-of-programme',
      'Storage keeps what the domain decided; with the domain’s values it would begin to decide itself.',
      { path: `${SERVER}/storage/` },
      { path: PROGRAMME, dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'storage-libraries',
      'Kysely, pg and its COPY are the whole of our SQL: a second way to the database would pass by the policies.',
      { path: `${SERVER}/storage/` },
      { path: ANY_LIBRARY, pathNot: [SQL] },
    ),
    room(
      'law',
      `${SERVER}/law/`,
      [CRITERIA, ...server('storage')],
      'The one place with a database that parses, compiles and caches sets.',
    ),
    room(
      'postgres',
      `${SERVER}/postgres/`,
      [],
      'The supervisor starts a database; it knows nothing of what is in it.',
    ),
    room(
      'sheets',
      `${SERVER}/sheets/`,
      [],
      'Sheets turn files into cells and back; what a cell means is decided elsewhere.',
    ),
    room(
      'files',
      `${SERVER}/files/`,
      [],
      'What a file is, and how a photo looks, is told from its bytes: whose it is makes no difference.',
    ),
    room(
      'uploads',
      `${SERVER}/uploads/`,
      [PROGRAMME, ...server('files')],
      'A file on its way in is nobody\u2019s evidence yet: it knows its sender and no table.',
    ),
    room(
      'ops',
      `${SERVER}/ops/`,
      server('storage', 'postgres', 'law'),
      'Backup and verify work where the pages do not: without http and commands.',
    ),
    room(
      'reference',
      `${SERVER}/reference/`,
      [PROGRAMME, CRITERIA, ...server('law', 'storage')],
      'Places, rounds, sets and rights: what commands and reads both ask first, so that neither imports the other.',
    ),
    room(
      'commands',
      `${SERVER}/commands/`,
      [PROGRAMME, CRITERIA, ...server('law', 'storage', 'reference')],
      'A command is load, decide, save: the same from http, a job, the command line, so it knows none of them.',
    ),
    room(
      'reads',
      `${SERVER}/reads/`,
      [PROGRAMME, CRITERIA, ...server('law', 'storage', 'reference')],
      'A read is declared once for all who ask, so it knows none of them, and it writes nothing.',
    ),
    room(
      'accounts',
      `${SERVER}/accounts/`,
      [PROGRAMME, ...server('storage')],
      'Signing in is a ceremony of its own: it knows people and sessions, and nothing of the programme.',
    ),
    room(
      'http',
      `${SERVER}/http/`,
      delivered('sheets', 'reference', 'accounts'),
      'HTTP carries commands and reads: rights and rules live behind it.',
    ),
    room(
      'jobs',
      `${SERVER}/jobs/`,
      delivered('sheets'),
      'A job runs the commands that people run, as a named principal.',
    ),
    room('portal', `${SERVER}/portal/`, delivered(), 'The public reads only published views, through reads.'),
    room(
      'papers',
      `${SERVER}/papers/`,
      delivered('sheets'),
      'A paper is made from a read and frozen; it asks no table itself. A workbook is a paper, so it knows the sheets\u2019 model.',
    ),
    room(
      'cli',
      `${SERVER}/cli/`,
      [...delivered('sheets', 'ops', 'first-start'), CRITERIA, ...server('container', 'config')],
      'The command line runs the same commands and reads. It is an entry: it may ask the container, and read what ships.',
    ),
    room(
      'first-start',
      `${SERVER}/first-start/`,
      [PROGRAMME, CRITERIA, ...server('commands', 'sheets', 'container', 'accounts')],
      'An empty house is filled by the commands that people run, so that what ships is checked as what they type.',
    ),
    rule(
      'delivery-no-sql',
      'SQL outside storage would escape the one place where policies, order and the trail are kept.',
      {
        path: [
          ...server(...DELIVERY),
          ...server('commands', 'reads', 'reference', 'law', 'sheets', 'external'),
        ],
      },
      { path: SQL },
    ),
    room(
      'external',
      `${SERVER}/external/`,
      server('config'),
      'What talks to other systems knows its own library and its settings, so that it can be replaced.',
    ),
    onlyFrom(
      'external-by-ports',
      `${SERVER}/external/`,
      server('container'),
      'Other systems are reached through ports that the container hands out.',
    ),
    onlyFrom(
      'container-at-the-top',
      `${SERVER}/(container|main)\\.ts$`,
      [
        '^packages/server/test/',
        `${SERVER}/(cli|first-start)/`,
        `${SERVER}/(container|main)\\.ts$`,
        '^(tests|tools|bench)/',
      ],
      'The container puts the rooms together; a room that asked it would depend on all others.',
    ),
    rule(
      'server-no-web',
      'The server serves built files and knows nothing of the screens’ code.',
      { path: SERVER },
      { path: '^packages/web/' },
    ),

    // The screens
    room(
      'web-data',
      `${WEB}/data/`,
      [PROGRAMME, CRITERIA],
      'What the screens know must outlive the way they are drawn.',
    ),
    rule(
      'web-data-no-react',
      'The data layer may one day run in a worker or under another view library.',
      { path: `${WEB}/data/` },
      { path: REACT },
    ),
    room(
      'web-parts',
      `${WEB}/parts/`,
      [PROGRAMME],
      'A part draws what it is given: with data of its own it could not be used twice.',
    ),
    rule(
      'web-parts-types-only',
      'A part may name the domain’s types, but with its values it would begin to decide.',
      { path: `${WEB}/parts/` },
      { path: PROGRAMME, dependencyTypesNot: ['type-only'] },
    ),
    room(
      'web-field',
      `${WEB}/field/`,
      [...web('data', 'parts', 'text'), PROGRAMME, CRITERIA],
      'The communes’ app must stay under 90 kB: nothing of the offices’ desk may come along.',
    ),
    room(
      'web-desk',
      `${WEB}/desk/`,
      [...web('data', 'parts', 'text'), PROGRAMME, CRITERIA],
      'The offices’ desk and the communes’ app change apart.',
    ),
    room('web-text', `${WEB}/text/`, [PROGRAMME], 'A catalogue holds words and nothing that runs.'),
    room(
      'web-no-server',
      `${WEB}/`,
      [PROGRAMME, CRITERIA],
      'The browser meets the server over HTTP only; the declarations’ types are the client.',
    ),

    // Between the packages
    rule(
      'through-the-door',
      'A package is entered by the entries in its package.json: what is behind them may change freely.',
      { path: '^packages/([^/]+)/' },
      { path: '^packages/[^/]+/', pathNot: ['^packages/$1/', ...doors] },
    ),
    rule(
      'outside-through-the-door',
      'Benches, tools and the root’s tests use what we promise, so that they measure and check the promise.',
      { path: '^(bench|tools|tests)/' },
      { path: '^packages/', pathNot: [...doors, '^packages/[^/]+/test/'] },
    ),
    rule(
      'e2e-from-outside',
      'A journey knows what a person has: HTTP, a browser, the published API. Only the finding of the browser is ours.',
      { path: '^e2e/' },
      { path: OURS, pathNot: ['^e2e/', '^tools/browser\\.mjs$'] },
    ),
    rule(
      'product-not-its-tests',
      'What is shipped must not need what only checks it.',
      { path: '^packages/[^/]+/src/' },
      { path: '^(tests|tools|bench|e2e|packages/[^/]+/test)/' },
    ),
    rule(
      'no-circle',
      'Rooms and files that need each other can only be understood together. Types alone may point both ways.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule(
      'resolved',
      'An import that was not found was not checked: the walls would be green without having looked.',
      {},
      { couldNotResolve: true, pathNot: ['\\.(css|woff2|svg|png)', '^virtual:'] },
    ),
  ],
  options: {
    // Not followed, only named: what a library imports is its own affair.
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^packages/[^/]+/dist/', '(^|/)fixtures/'] },
    // Types count as imports too: a room that names another's types leans on it.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
