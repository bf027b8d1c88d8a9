// The sample's figures: its CSV read by the reader of every import, as the entries of an ordinary import.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CriteriaSet } from '@vungbuoc/criteria';
import { ProblemError } from '@vungbuoc/programme/problems';
import type { ImportedUnit } from '@vungbuoc/programme/readings';
import { readFiguresFile } from '@vungbuoc/programme/template';
import { readSheets } from '../sheets/index.ts';

export interface FileOfReadings {
  readonly digest: string;
  readonly units: readonly ImportedUnit[];
}

/** @throws ProblemError when a line cannot be read: a shipped file must be whole */
export async function readSampleReadings(path: string, set: CriteriaSet): Promise<FileOfReadings> {
  const bytes = await readFile(path);
  const file = basename(path);
  const scope = { file, set, round: null, unitFault: null, decimal: '.' } as const;
  const read = readFiguresFile(await readSheets(bytes, file), scope);
  const [first, ...others] = read.problems;
  if (first) throw new ProblemError([first, ...others]);
  return { digest: createHash('sha256').update(bytes).digest('hex'), units: read.units };
}
