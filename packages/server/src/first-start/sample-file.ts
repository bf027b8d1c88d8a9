// The sample programme's description, as its file has it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RoundKind } from '@vungbuoc/programme/rounds';
import * as z from 'zod/mini';

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

const SampleFile = z.object({
  programme: z.object({
    code: z.string(),
    nameVi: z.string(),
    nameEn: z.string(),
    home: z.string(),
    members: z.array(z.string()),
    membersOn: day,
    membersFrom: day,
  }),
  overlay: z.object({ id: z.string(), place: z.string() }),
  rounds: z.array(
    z.object({
      code: z.string(),
      kind: RoundKind,
      year: z.int(),
      period: z.int(),
      asOf: day,
      geographyOn: day,
      sets: z.array(z.string()),
      criterionCodes: z.nullable(z.array(z.string())),
      deadlines: z.record(z.string(), day),
    }),
  ),
  column: z.object({
    round: z.string(),
    dimension: z.string(),
    column: z.string(),
    document: z.nullable(z.string()),
    signedBy: z.string(),
    signedOn: day,
  }),
  readings: z.object({
    file: z.string(),
    round: z.string(),
    knownOn: day,
    source: z.string(),
    confirmedBy: z.string(),
    confirmedOn: day,
  }),
  targets: z.array(
    z.object({
      year: z.int(),
      average: z.nullable(z.string()),
      floor: z.nullable(z.int()),
      keep: z.array(z.string()),
      illustrative: z.boolean(),
      note: z.nullable(z.string()),
    }),
  ),
  recognitions: z.array(z.object({ unit: z.string(), level: z.literal('ntm') })),
  recognitionSource: z.string(),
});
export type SampleFile = z.infer<typeof SampleFile>;

/** @throws when the file does not have the shape above */
export async function readSampleFile(folder: string): Promise<SampleFile> {
  return SampleFile.parse(JSON.parse(await readFile(join(folder, 'sample.json'), 'utf8')));
}
