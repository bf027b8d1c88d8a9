// The counting on a real Vitest run of planted faults, and the steps on planted faults of their own.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { capture, ROOT } from '../suite/capture.ts';
import type { RunOutcome } from '../suite/reporter.ts';
import { parseSkips } from '../suite/skips.ts';
import { runSteps } from '../suite/steps.ts';
import { closingLine, tallyUp } from '../suite/tally.ts';
import { plantProject } from './tree.ts';

const OPEN = `import { beforeAll, describe, expect, test } from 'vitest';\n`;

const FILES = {
  'vitest.config.ts': `export default { test: { include: ['*.test.ts'] } };\n`,
  'passing.test.ts': `${OPEN}test('holds', () => expect(1).toBe(1));\n`,
  'failing.test.ts': `${OPEN}test('does not hold', () => expect(1).toBe(2));\n`,
  'not-loading.test.ts': `${OPEN}import './missing.ts';\ntest('never runs', () => {});\n`,
  'not-parsing.test.ts': 'test(((\n',
  'hook.test.ts': `${OPEN}describe('a group', () => { beforeAll(() => { throw new Error('no database'); });
    test('never ran', () => {}); });\n`,
  'skipping.test.ts': `${OPEN}test.skip('in silence', () => {});\ntest.todo('some day');
    test('for a reason', ({ skip }) => skip('no lists here'));\n`,
  'stray.test.ts': `${OPEN}test('leaves an error behind', () => { setTimeout(() => { throw new Error('late'); }, 0);
    return new Promise((resolve) => setTimeout(resolve, 50)); });\n`,
  'only.test.ts': `${OPEN}test.only('alone', () => {});\ntest('left out', () => {});\n`,
};

async function runPlanted(files: Record<string, string>) {
  const root = plantProject(files);
  const outcome = join(root, 'outcome.json');
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const reporter = `--reporter=${join(ROOT, 'tools', 'suite', 'reporter.ts')}`;
  const { code } = await capture([vitest, 'run', '--root', root, '--allowOnly=false', reporter], {
    cwd: root,
    env: { VB_TEST_RESULTS: outcome },
  });
  // Written by our own reporter a moment ago.
  return { vitestCode: code, run: JSON.parse(readFileSync(outcome, 'utf8')) as RunOutcome };
}

describe('a run with planted faults', () => {
  test('is counted to the last one', async () => {
    const skips = parseSkips('skipping.test.ts > for a reason | the official lists are not on this machine');
    const tally = tallyUp({ steps: [], ...(await runPlanted(FILES)), listed: [], skips });
    expect(tally.failures.map((line) => line.split(':')[0]).sort()).toEqual([
      'failing.test.ts > does not hold',
      'hook.test.ts',
      'hook.test.ts > a group > never ran',
      'not-loading.test.ts',
      'not-parsing.test.ts',
      'only.test.ts > alone',
      'only.test.ts > left out',
      'outside any file',
      'skipping.test.ts > in silence',
      'skipping.test.ts > some day',
    ]);
    expect(closingLine(tally)).toBe('2 passed, 10 failed, 1 skipped');
  });

  test('that holds no file at all is a failure', async () => {
    const { 'vitest.config.ts': config } = FILES;
    const tally = tallyUp({
      steps: [],
      ...(await runPlanted({ 'vitest.config.ts': config })),
      listed: [],
      skips: parseSkips(''),
    });
    expect(closingLine(tally)).toBe('0 passed, 1 failed');
  });
});

describe('the steps', () => {
  test('a step that throws has failed, and the others still run', async () => {
    const told: string[] = [];
    const steps = [
      { name: 'falls', run: () => Promise.reject(new Error('over')) },
      { name: 'stands', run: () => Promise.resolve({ ok: true, said: '' }) },
    ];
    const results = await runSteps(steps, ({ name }) => told.push(name));
    expect(results.map(({ name, ok }) => [name, ok])).toEqual([
      ['falls', false],
      ['stands', true],
    ]);
    expect(results[0]?.said).toContain('over');
    expect(told.sort()).toEqual(['falls', 'stands']);
  });

  test('a program that takes too long is stopped and has failed', async () => {
    const { code, said } = await capture(['-e', 'setInterval(() => {}, 1000)'], { timeoutMs: 200 });
    expect(code).not.toBe(0);
    expect(said).toContain('Stopped by SIGTERM');
  });

  test('lint refuses a clock, chance and a locale in the pure rooms, and any, ! and a fault of form anywhere', async () => {
    const biomeJson = readFileSync(join(ROOT, 'biome.json'), 'utf8');
    const pure = readFileSync(join(ROOT, 'tools', 'lint', 'pure-rooms.grit'), 'utf8');
    const planted: Record<string, [text: string, reason: string]> = {
      'clock.ts': ['export const now = () => new Date();\n', 'The pure rooms have no clock'],
      'chance.ts': ['export const draw = () => Math.random();\n', 'No randomness in the pure rooms'],
      'locale.ts': ['export const show = (value: number) => value.toLocaleString();\n', 'No locale defaults'],
      'any.ts': ['export const open = (value: any) => value;\n', 'noExplicitAny'],
      'bang.ts': ['export const first = (values: number[]) => values[0]!;\n', 'noNonNullAssertion'],
      'form.ts': ['export const   wide = 1\n', 'Formatter would have printed'],
    };
    const root = plantProject({
      'biome.json': biomeJson,
      '.gitignore': 'node_modules\n',
      'tools/lint/pure-rooms.grit': pure,
      'packages/criteria/src/clean.ts': 'export const fine = 1;\n',
      ...Object.fromEntries(
        Object.entries(planted).map(([name, [text]]) => [`packages/criteria/src/${name}`, text]),
      ),
    });
    execFileSync('git', ['init', '-q'], { cwd: root });
    const biome = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
    const lint = (name: string) =>
      capture([biome, 'check', '--error-on-warnings', `packages/criteria/src/${name}`], { cwd: root });
    for (const [name, [, reason]] of Object.entries(planted)) {
      const { code, said } = await lint(name);
      expect(code, name).not.toBe(0);
      expect(said).toContain(reason);
    }
    expect((await lint('clean.ts')).code).toBe(0);
  });

  test('types refuse an enum, and an index that may be absent', async () => {
    const root = plantProject({
      'tsconfig.json': JSON.stringify({
        extends: join(ROOT, 'tsconfig.base.json'),
        include: ['planted.ts', 'absent.ts'],
      }),
      'planted.ts': 'export enum Mark { met }\n',
      'absent.ts': 'export const first = (values: number[]): number => values[0];\n',
    });
    const tsc = join(ROOT, 'node_modules', 'typescript7', 'bin', 'tsc');
    const { code, said } = await capture([tsc, '-p', '.'], { cwd: root });
    expect(code).not.toBe(0);
    expect(said).toContain('planted.ts');
    expect(said).toContain('absent.ts');
  });
});
