// The steps of `npm test` beside the tests themselves: each passes or fails as one, and counts as one.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildWeb, hasWebApp, isWebBuilt } from '../first-run/web-app.mjs';
import { findFaultyFiles } from '../house/files.ts';
import { findLongFunctions } from '../house/functions.ts';
import { findUnknownWords } from '../house/words.ts';
import { capture, type Ending, ROOT } from './capture.ts';
import { checkWalls } from './walls.ts';

/** What a step found: nothing more to say, or what is wrong, ready to print. */
export type StepResult = { name: string; ok: boolean; said: string; ms: number };

/** A step by the name that its failure is reported under. */
export type Step = { name: string; run: () => Promise<{ ok: boolean; said: string }> };

const tool = (...parts: string[]) => join(ROOT, 'node_modules', ...parts);
const judged = ({ code, said }: Ending) => ({ ok: code === 0, said });
const judgedFaults = (faults: string[]) => ({ ok: faults.length === 0, said: faults.join('\n') });

/** Type-checks each package on its own, so that none sees the library of another, and then the rest. */
async function checkTypes() {
  const packages = readdirSync(join(ROOT, 'packages')).map((name) => `packages/${name}`);
  const lines = new Set<string>();
  for (const project of [...packages, '.']) {
    const { code, said } = await capture([tool('typescript7', 'bin', 'tsc'), '-p', project]);
    if (code !== 0) lines.add(`tsc -p ${project} ended with ${code}`);
    for (const line of said.trim().split('\n')) lines.add(line);
  }
  lines.delete('');
  return judgedFaults([...lines]);
}

/** Builds the web app when its sources have changed: a screen that cannot be built is a failure of its own. */
async function buildScreens() {
  if (!hasWebApp() || isWebBuilt()) return { ok: true, said: '' };
  const { code, tail } = await buildWeb();
  return { ok: code === 0, said: tail };
}

/** Every step, the slow ones first so that two at a time end together. */
export const STEPS: readonly Step[] = [
  { name: 'walls', run: async () => judgedFaults(await checkWalls(ROOT)) },
  { name: 'web', run: buildScreens },
  { name: 'knip', run: async () => judged(await capture([tool('knip', 'bin', 'knip.js')])) },
  { name: 'generated', run: async () => judged(await capture([join('tools', 'generate.mjs'), '--check'])) },
  { name: 'types', run: checkTypes },
  {
    name: 'lint',
    run: async () =>
      judged(await capture([tool('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.'])),
  },
  { name: 'terms', run: async () => judgedFaults(findUnknownWords(ROOT)) },
  { name: 'files', run: async () => judgedFaults([...findFaultyFiles(ROOT), ...findLongFunctions(ROOT)]) },
];

/** Runs one step; a step that throws has failed, with the error as what it said. */
async function runStep({ name, run }: Step): Promise<StepResult> {
  const startedAt = performance.now();
  const result = await run().catch((error: unknown) => ({
    ok: false,
    said: String(error instanceof Error ? error.stack : error),
  }));
  return { name, ...result, ms: performance.now() - startedAt };
}

/**
 * Runs steps two at a time and tells each as it ends.
 * @returns the results in the order of the steps
 */
export async function runSteps(
  steps: readonly Step[],
  tell: (result: StepResult) => void,
): Promise<StepResult[]> {
  const results: StepResult[] = [];
  const waiting = [...steps.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, step] = next;
      const result = await runStep(step);
      results[index] = result;
      tell(result);
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}
