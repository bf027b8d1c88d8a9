// What an empty database needs: the shipped law and places, and the sample programme. Every step is an ordinary command.
import { join } from 'node:path';
import { openRoundBinding } from '../commands/open-round.ts';
import { foundProgrammeBinding, publishSetsBinding } from '../commands/reference-data.ts';
import { importUnitsBinding } from '../commands/units.ts';
import type { House } from '../container.ts';
import { readLaw, readPlaces } from './files.ts';
import { commandRunner, type FirstCommand } from './first-command.ts';
import { loadSampleFacts } from './sample.ts';
import { readSampleFile, type SampleFile } from './sample-file.ts';

export interface FillOptions {
  /** The checkout. */
  readonly root: string;
  readonly sample: boolean;
  readonly say: (vi: string, en: string) => void;
}

/** Safe to run at every start: a step that was done before gets its first reply again. */
export async function fillEmptyHouse(house: House, options: FillOptions): Promise<void> {
  const reference = await house.workshop.reference.current();
  if (reference.programmes.length > 0) return;
  const { root, say } = options;
  const run = commandRunner(house);
  say('Nạp danh mục xã, tỉnh', 'Loading the list of places');
  for (const plan of await readPlaces(join(root, 'places'))) await run(importUnitsBinding, plan);
  const folder = join(root, 'sample', 'nam-nhun-2020');
  const sample = await readSampleFile(folder);
  say('Nạp các bộ tiêu chí', 'Loading the criteria sets');
  const overlays = new Map(options.sample ? [[sample.overlay.id, sample.overlay.place]] : []);
  await run(publishSetsBinding, await readLaw(join(root, 'criteria-sets'), overlays));
  if (!options.sample) return;
  say(
    'Nạp huyện mẫu Nậm Nhùn (số liệu minh họa)',
    'Loading the sample district Nậm Nhùn (illustrative figures)',
  );
  await foundSample(run, sample);
  await loadSampleFacts(house, run, folder, sample);
}

async function foundSample(run: FirstCommand, sample: SampleFile): Promise<void> {
  const { members, membersOn, membersFrom, ...programme } = sample.programme;
  await run(foundProgrammeBinding, {
    ...programme,
    members: members.map((code) => ({ unit: `${code}@${membersOn}`, from: membersFrom, to: null })),
  });
  for (const round of sample.rounds) {
    await run(openRoundBinding, {
      programme: programme.code,
      host: programme.home,
      ...round,
      illustrative: true,
    });
  }
}
