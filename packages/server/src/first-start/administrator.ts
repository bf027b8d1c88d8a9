// The first administrator: made once, with a password by chance that is shown once and kept nowhere.
import { randomPassword } from '../accounts/index.ts';
import { giveGrantBinding, invitePersonBinding } from '../commands/people.ts';
import type { House } from '../container.ts';
import { commandRunner } from './first-command.ts';

export const FIRST_USERNAME = 'quan-tri';

/** Of the whole installation, from the beginning: the same at each start that is cut off before the password stands. */
const GRANT = {
  programme: null,
  unit: '00@2025-07-01',
  office: null,
  from: '2025-07-01',
  to: null,
  document: null,
} as const;

/** @returns the password to be shown, or null where somebody can sign in already */
export async function makeFirstAdministrator(house: House): Promise<string | null> {
  if (!(await house.accounts.isEmpty())) return null;
  const run = commandRunner(house);
  const { person } = await run(invitePersonBinding, {
    person: {
      name: 'Quản trị viên đầu tiên',
      username: FIRST_USERNAME,
      email: null,
      phone: null,
      office: 'Văn phòng Điều phối',
    },
    grant: { ...GRANT, role: 'administrator' as const },
    link: null,
  });
  await run(giveGrantBinding, { person, grant: { ...GRANT, role: 'coordination' as const } });
  const password = randomPassword();
  await house.accounts.setFirstPassword(person, password);
  return password;
}
