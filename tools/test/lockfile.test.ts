// The lockfile lets `npm ci` work on machines unlike the one that wrote it, and names no place of ours.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { missingOptional, otherLicences, platformEntry } from '../lockfile/lockfile.mjs';
import { ROOT } from '../suite/capture.ts';

const text = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
const { packages } = JSON.parse(text);

/** Shipped without a licence in its package; each with what is known and what is to be done. */
const LICENCE_UNSTATED = [
  // By exceljs, through unzipper 0.10: the author's later versions are MIT. Goes when exceljs takes unzipper 0.12.
  'node_modules/buffers: none given',
  // By tus-js-client, for Node alone and never sent to a browser: its Readme says MIT, its package.json nothing.
  'node_modules/combine-errors: none given',
];

/**
 * libvips, by which sharp reads photos: a shared library of its own, loaded and not linked in, that anybody may replace.
 * That is what the LGPL asks; our own work stays Apache-2.0 (docs/adr/0180).
 */
const REPLACEABLE = /^node_modules\/@img\/sharp-libvips-[a-z0-9-]+: LGPL-3\.0-or-later$/;

describe('the lockfile', () => {
  test('holds the optional packages of every platform (else run: node tools/complete-lockfile.mjs)', () => {
    expect(missingOptional(packages)).toEqual([]);
  });

  test('names no registry', () => {
    expect(text).not.toMatch(/"resolved": "https?:/);
  });

  test('ships only what may be given on freely', () => {
    const others = otherLicences(packages).filter((one) => !REPLACEABLE.test(one));
    expect(others).toEqual(LICENCE_UNSTATED);
  });
});

describe('a lockfile with a gap', () => {
  const parent = {
    version: '1.0.0',
    optionalDependencies: { '@a/b-linux-arm64-musl': '1.0.0', here: '2.0.0' },
  };

  test('is found, wherever npm would have put the package', () => {
    const gap = { 'node_modules/a': parent, 'node_modules/a/node_modules/here': { version: '2.0.0' } };
    expect(missingOptional(gap)).toEqual([{ name: '@a/b-linux-arm64-musl', version: '1.0.0', dev: false }]);
  });

  test('is filled by what the name tells, and by nothing when it tells nothing', () => {
    expect(platformEntry({ name: '@a/b-linux-arm64-musl', version: '1.0.0', dev: true })).toEqual({
      version: '1.0.0',
      cpu: ['arm64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    });
    expect(platformEntry({ name: 'fsevents', version: '2.3.3', dev: false })).toBeUndefined();
    expect(platformEntry({ name: 'a-win32-x64', version: '^1.0.0', dev: false })).toBeUndefined();
  });

  test('a licence that binds those who take our work is told', () => {
    const bound = {
      'packages/server': { dependencies: { a: '1.0.0', b: '1.0.0' } },
      'node_modules/a': { license: 'GPL-3.0' },
      'node_modules/b': { license: '(MIT OR GPL-3.0-or-later)' },
    };
    expect(otherLicences(bound)).toEqual(['node_modules/a: GPL-3.0']);
  });

  test('a peer that is only there for developing is not shipped, what a dependency brings is', () => {
    const tree = {
      'packages/server': { dependencies: { a: '1.0.0' } },
      'node_modules/a': { license: 'MIT', dependencies: { b: '1.0.0' }, peerDependencies: { tester: '*' } },
      'node_modules/a/node_modules/b': { license: 'MPL-2.0' },
      'node_modules/b': { license: 'MIT' },
      'node_modules/tester': { license: 'MPL-2.0' },
    };
    expect(otherLicences(tree)).toEqual(['node_modules/a/node_modules/b: MPL-2.0']);
  });
});
