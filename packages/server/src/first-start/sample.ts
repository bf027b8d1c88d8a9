// The sample's facts: signed columns, illustrative figures, targets, recognitions.
import { join } from 'node:path';
import { signColumnBinding } from '../commands/columns.ts';
import { commandIdOf } from '../commands/command-id.ts';
import { runImportReadings } from '../commands/import-readings.ts';
import { recordRecognitionBinding, setTargetBinding } from '../commands/targets.ts';
import type { House } from '../container.ts';
import type { FirstCommand } from './first-command.ts';
import type { SampleFile } from './sample-file.ts';
import { readSampleReadings } from './sample-readings.ts';

export async function loadSampleFacts(
  house: House,
  run: FirstCommand,
  folder: string,
  sample: SampleFile,
): Promise<void> {
  const { programme, column, targets, recognitions } = sample;
  const named = (code: string): string => `${code}@${programme.membersOn}`;
  for (const code of programme.members) await run(signColumnBinding, { unit: named(code), ...column });
  await importFigures(house, folder, sample);
  for (const { keep, ...target } of targets) {
    await run(setTargetBinding, {
      host: programme.home,
      programme: programme.code,
      ...target,
      keep: keep.map(named),
      document: null,
    });
  }
  for (const recognition of recognitions) {
    await run(recordRecognitionBinding, {
      unit: named(recognition.unit),
      programme: programme.code,
      level: recognition.level,
      forYear: null,
      signedOn: null,
      decisionNumber: null,
      source: sample.recognitionSource,
    });
  }
}

async function importFigures(house: House, folder: string, sample: SampleFile): Promise<void> {
  const { file, round, knownOn, source, confirmedBy, confirmedOn } = sample.readings;
  const reference = await house.workshop.reference.current();
  const setId = reference.rounds.find((one) => one.code === round)?.setIds[0];
  const set = setId === undefined ? null : reference.shelf.find(setId, null);
  if (!set) throw new Error(`the sample's round ${round} has no set`);
  const { digest, units } = await readSampleReadings(join(folder, file), set);
  await runImportReadings(house.workshop, {
    principal: house.principal,
    commandId: commandIdOf(`sample readings ${digest}`),
    input: {
      under: sample.programme.home,
      round,
      official: true,
      knownOn,
      source,
      confirmed: { by: confirmedBy, on: confirmedOn, document: null },
      fileDigest: digest,
      units,
      dryRun: false,
    },
  });
}
