// The made-up people of the sample, one for each role: without a password, offered only while nothing but the sample is here.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Grant } from '@vungbuoc/programme/principals';
import * as z from 'zod/mini';
import { giveGrantBinding, invitePersonBinding } from '../commands/people.ts';
import type { FirstCommand } from './first-command.ts';
import type { SampleFile } from './sample-file.ts';

const SamplePeople = z.array(
  z.object({
    name: z.string(),
    username: z.string(),
    office: z.string(),
    /** Code of a unit of the sample. */
    unit: z.string(),
    roles: z.array(z.object({ role: Grant.shape.role, office: z.nullable(z.string()) })),
  }),
);

export async function inviteSamplePeople(
  run: FirstCommand,
  folder: string,
  { programme }: SampleFile,
): Promise<void> {
  const text = await readFile(join(folder, 'people.json'), 'utf8');
  for (const { unit, roles, ...person } of SamplePeople.parse(JSON.parse(text))) {
    const named = `${unit}@${programme.membersOn}`;
    const [first, ...others] = roles.map((one) => ({
      ...one,
      programme: programme.code,
      unit: named,
      from: programme.membersFrom,
      to: null,
      document: null,
    }));
    if (!first) throw new Error(`${person.username} of the sample has no role`);
    const contact = { email: null, phone: null };
    const invited = await run(invitePersonBinding, {
      person: { ...person, ...contact },
      grant: first,
      link: null,
      sample: true,
    });
    for (const grant of others) await run(giveGrantBinding, { person: invited.person, grant });
  }
}
