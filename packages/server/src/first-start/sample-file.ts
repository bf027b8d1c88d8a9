// The sample programme's description, as its file has it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RoundKind } from '@vungbuoc/programme/rounds';
import { CalendarDay } from '@vungbuoc/programme/units';
import * as z from 'zod/mini';

const SampleFile = z.object({
  programme: z.object({
    code: z.string(),
    nameVi: z.string(),
    nameEn: z.string(),
    home: z.string(),
    members: z.array(z.string()),
    membersOn: CalendarDay,
    membersFrom: CalendarDay,
  }),
  overlay: z.object({ id: z.string(), place: z.string() }),
  rounds: z.array(
    z.object({
      code: z.string(),
      kind: RoundKind,
      year: z.int(),
      period: z.int(),
      asOf: CalendarDay,
      geographyOn: CalendarDay,
      sets: z.array(z.string()),
      criterionCodes: z.nullable(z.array(z.string())),
      deadlines: z.record(z.string(), CalendarDay),
    }),
  ),
  column: z.object({
    round: z.string(),
    dimension: z.string(),
    column: z.string(),
    document: z.nullable(z.string()),
    signedBy: z.string(),
    signedOn: CalendarDay,
  }),
  readings: z.object({
    file: z.string(),
    round: z.string(),
    knownOn: CalendarDay,
    source: z.string(),
    confirmedBy: z.string(),
    confirmedOn: CalendarDay,
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
