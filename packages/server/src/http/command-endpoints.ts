// The door of each command: `POST /api/commands/{name}/{id}`. The id is the sender's own; sent again, it does nothing twice.
import { importDeclared } from '@vungbuoc/programme/declared';
import { attachEvidence } from '@vungbuoc/programme/evidence';
import { importReadings } from '@vungbuoc/programme/readings';
import { reevaluate } from '@vungbuoc/programme/verdicts';
import * as z from 'zod/mini';
import {
  approveBinding,
  giveBackBinding,
  reviewBinding,
  sayBinding,
  submitBinding,
} from '../commands/assessments.ts';
import { signColumnBinding } from '../commands/columns.ts';
import {
  beginDraftBinding,
  publishDraftBinding,
  putDraftBinding,
  signDraftBinding,
  unsignDraftBinding,
} from '../commands/drafts.ts';
import { assignDutiesBinding } from '../commands/duties.ts';
import {
  citeEvidenceBinding,
  linkEvidenceBinding,
  removeEvidenceBinding,
  runAttachEvidence,
} from '../commands/evidence.ts';
import { runImportDeclared } from '../commands/import-declared.ts';
import { runImportReadings } from '../commands/import-readings.ts';
import { openRoundBinding } from '../commands/open-round.ts';
import {
  endGrantBinding,
  giveGrantBinding,
  invitePersonBinding,
  linkPersonBinding,
  shutOutBinding,
} from '../commands/people.ts';
import { saveReadingsBinding } from '../commands/readings.ts';
import { runReevaluate } from '../commands/reevaluate.ts';
import { foundProgrammeBinding, publishSetsBinding } from '../commands/reference-data.ts';
import { type CommandBinding, type Given, runCommand } from '../commands/run.ts';
import { dismissSignalBinding } from '../commands/signals.ts';
import { recordRecognitionBinding, setTargetBinding } from '../commands/targets.ts';
import { importUnitsBinding } from '../commands/units.ts';
import type { Workshop } from '../reference/workshop.ts';
import { type Endpoint, endpoint } from './endpoint.ts';

export const commandEndpoints: readonly Endpoint[] = [
  ofOneUnit(foundProgrammeBinding, 'Found a programme: its home, and the communes that are in it'),
  ofOneUnit(openRoundBinding, 'Open a round; its units keep the column they signed last'),
  ofOneUnit(
    signColumnBinding,
    'Sign the column of the law that a unit is judged by in a round, or change it',
  ),
  ofOneUnit(saveReadingsBinding, 'Save figures of one unit'),
  ofOneUnit(setTargetBinding, 'Set the targets of a year: average, floor, units that keep the standard'),
  ofOneUnit(recordRecognitionBinding, 'Record a decision that recognises a unit at a level'),
  ofOneUnit(publishSetsBinding, 'Publish criteria sets and overlays with the dictionary of figures'),
  ofOneUnit(beginDraftBinding, 'Begin a draft of a set or overlay, empty or as a copy'),
  ofOneUnit(putDraftBinding, 'Type one part of a draft: its head, a criterion, an indicator, a standard'),
  ofOneUnit(signDraftBinding, 'Sign that standards agree with the official text, as a second person'),
  ofOneUnit(unsignDraftBinding, 'Take signatures on standards back'),
  ofOneUnit(publishDraftBinding, 'Publish a draft; from then on it stays as it is'),
  ofOneUnit(importUnitsBinding, 'Bring in places: units, their versions in time, the changes between them'),
  ofWork(
    attachEvidence,
    runAttachEvidence,
    'Make a whole upload evidence of a unit, for indicators of a round',
  ),
  ofOneUnit(citeEvidenceBinding, 'Cite a document as evidence'),
  ofOneUnit(linkEvidenceBinding, 'Show a piece of evidence for more indicators, or in another round'),
  ofOneUnit(
    removeEvidenceBinding,
    'Take a piece of evidence back, with the reason; its row stays and says so',
  ),
  ofOneUnit(dismissSignalBinding, 'Set a signal aside, with the reason'),
  ofOneUnit(invitePersonBinding, 'Invite a person with a first grant; the link stays with whoever made it'),
  ofOneUnit(giveGrantBinding, 'Give a person one more grant'),
  ofOneUnit(endGrantBinding, 'End a grant on a day'),
  ofOneUnit(linkPersonBinding, 'A link with which a person chooses a new password'),
  ofOneUnit(shutOutBinding, 'Shut a person out with every session, or let them in again'),
  ofOneUnit(assignDutiesBinding, 'Say which office supplies or confirms indicators of a programme'),
  ofOneUnit(submitBinding, 'Hand in the figures of a round, or send again what was returned'),
  ofOneUnit(approveBinding, "Approve what was handed in, as the commune's leader"),
  ofOneUnit(giveBackBinding, 'Give what was handed in back to the official, with words'),
  ofOneUnit(reviewBinding, 'Confirm, return or judge indicators of a unit, as the responsible office'),
  ofOneUnit(sayBinding, 'Say something about an indicator of a unit; both sides see it'),
  ofWork(importReadings, runImportReadings, 'Save figures of many units, all of them or none'),
  ofWork(importDeclared, runImportDeclared, 'Keep results as a document declares them, all or none'),
  ofWork(reevaluate, runReevaluate, 'Judge the units of a round anew from their figures'),
];

function ofOneUnit<Input, State, Change, Reply>(
  binding: CommandBinding<Input, State, Change, Reply>,
  summary: string,
): Endpoint {
  return door(binding.declaration, (workshop, given) => runCommand(workshop, binding, given), summary);
}

/** A command that is more than load, decide and save for one unit. */
function ofWork<Input, Reply>(
  declared: Declared<Input, Reply>,
  run: (workshop: Workshop, given: Given) => Promise<Reply>,
  summary: string,
): Endpoint {
  return door(declared, run, summary);
}

interface Declared<Input, Reply> {
  readonly name: string;
  readonly input: z.ZodMiniType<Input>;
  readonly reply: z.ZodMiniType<Reply>;
}

function door<Input, Reply>(
  { name, input, reply }: Declared<Input, Reply>,
  run: (workshop: Workshop, given: Given) => Promise<Reply>,
  summary: string,
): Endpoint {
  return endpoint({
    method: 'post',
    route: `/api/commands/${name}/:id`,
    summary: `${summary}; the id makes a repeat harmless`,
    path: z.object({ id: z.uuid() }),
    query: z.object({}),
    body: input,
    reply,
    answer: ({ workshop, principal, path, body }) =>
      run(workshop, { principal, commandId: path.id, input: body }),
  });
}
