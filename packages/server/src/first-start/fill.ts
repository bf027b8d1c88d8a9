// What a database needs at a start: the shipped law at each, places and the sample programme at the first. Every step is
// an ordinary command, and they are repeated at each start until the last of them, the mark, is done.
import { join } from 'node:path';
import { filledParts, sayFilled } from '../commands/installation.ts';
import { openRoundBinding } from '../commands/open-round.ts';
import { foundProgrammeBinding } from '../commands/reference-data.ts';
import { importUnitsBinding } from '../commands/units.ts';
import type { House } from '../container.ts';
import { readLaw, readPlaces } from './files.ts';
import { commandRunner, type FirstCommand } from './first-command.ts';
import { publishLaw, type Say } from './publish-law.ts';
import { loadSampleFacts } from './sample.ts';
import { readSampleFile, type SampleFile } from './sample-file.ts';
import { inviteSamplePeople } from './sample-people.ts';

export interface FillOptions {
  /** The checkout. */
  readonly root: string;
  readonly sample: boolean;
  readonly say: Say;
}

/** Run at every start: a step that was done before gets its first reply again, a part that is marked is left alone. */
export async function fillHouse(house: House, options: FillOptions): Promise<void> {
  const { root, say } = options;
  const { workshop, principal } = house;
  const filled = await filledParts(workshop);
  const run = commandRunner(house);
  const folder = join(root, 'sample', 'nam-nhun-2020');
  const sample = await readSampleFile(folder);
  const isFree = await isFreeFor(house, sample);
  // founded by other means than a start: neither its places nor its law are ours to add to
  if (!filled.has('law') && !isFree) return;
  if (!filled.has('law')) {
    say('Nạp danh mục xã, tỉnh', 'Loading the list of places');
    for (const plan of await readPlaces(join(root, 'places'))) await run(importUnitsBinding, plan);
    say('Nạp các bộ tiêu chí', 'Loading the criteria sets');
  }
  const wanted = options.sample && !filled.has('sample') && isFree;
  const overlays = new Map(wanted || filled.has('sample') ? [[sample.overlay.id, sample.overlay.place]] : []);
  await publishLaw(run, await readLaw(join(root, 'criteria-sets'), overlays), say, filled.has('law'));
  if (!filled.has('law')) await sayFilled(workshop, principal, 'law');
  if (wanted) await fillSample(house, run, folder, sample, say);
  if ((wanted || filled.has('sample')) && !filled.has('people') && isFree) {
    await inviteSamplePeople(run, folder, sample);
    await sayFilled(workshop, principal, 'people');
  }
}

async function fillSample(
  house: House,
  run: FirstCommand,
  folder: string,
  sample: SampleFile,
  say: Say,
): Promise<void> {
  say(
    'Nạp huyện mẫu Nậm Nhùn (số liệu minh họa)',
    'Loading the sample district Nậm Nhùn (illustrative figures)',
  );
  await foundSample(run, sample);
  await loadSampleFacts(house, run, folder, sample);
  await sayFilled(house.workshop, house.principal, 'sample');
}

/** The sample is loaded where no other programme is: an office's own installation is not given a second one. */
async function isFreeFor(house: House, sample: SampleFile): Promise<boolean> {
  const { programmes } = await house.workshop.reference.current();
  return programmes.every(({ code }) => code === sample.programme.code);
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
