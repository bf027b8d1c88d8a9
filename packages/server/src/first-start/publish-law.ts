// The shipped law reaches the database at every start: new versions are published, a published one is never replaced.
import { type Problem, ProblemError, speak } from '@vungbuoc/programme/problems';
import type { PublishSetsInput } from '@vungbuoc/programme/sets';
import { publishSetsBinding } from '../commands/reference-data.ts';
import type { FirstCommand } from './first-command.ts';

export type Say = (vi: string, en: string) => void;

/**
 * Publishes what is new. A shipped set that was published otherwise under the same version is said and left out. Where
 * the house has law already, any other fault of the shipped files is said too, and the house opens with what it has.
 * @throws ProblemError at a first start, when the shipped law cannot be published
 */
export async function publishLaw(
  run: FirstCommand,
  law: PublishSetsInput,
  say: Say,
  hasLaw: boolean,
): Promise<void> {
  try {
    await publishUnchanged(run, law, say);
  } catch (error) {
    if (!hasLaw || !(error instanceof ProblemError)) throw error;
    sayAll(error.problems, say);
  }
}

async function publishUnchanged(run: FirstCommand, law: PublishSetsInput, say: Say): Promise<void> {
  try {
    await run(publishSetsBinding, law);
  } catch (error) {
    const changed = changedIn(error);
    if (changed.length === 0) throw error;
    sayAll(changed, say);
    const files = new Set(changed.map(({ path }) => path));
    await run(publishSetsBinding, { ...law, sets: law.sets.filter(({ file }) => !files.has(file)) });
  }
}

function changedIn(error: unknown): readonly Problem[] {
  if (!(error instanceof ProblemError)) return [];
  return error.problems.filter(({ code }) => code === 'set.published-otherwise');
}

function sayAll(problems: readonly Problem[], say: Say): void {
  for (const { path, vi, en } of problems.map(speak)) say(`${path}: ${vi}`, `${path}: ${en}`);
}
