// A command of `vb` run on a test's house, with what it printed.
import type { CliRun } from '../../src/cli/command.ts';
import { unitsCommands } from '../../src/cli/units.ts';
import type { House } from '../../src/container.ts';

export interface Printed {
  readonly code: number;
  readonly text: string;
}

/** Runs `vb units ...`. @throws what the frame would turn into exit 2 */
export async function vbUnits(
  house: House,
  name: 'import' | 'at' | 'changes',
  words: readonly string[],
  options: CliRun['options'] = {},
  lang: 'vi' | 'en' = 'vi',
): Promise<Printed> {
  const command = unitsCommands.find((one) => one.name === `units ${name}`);
  if (!command) throw new Error(`there is no command units ${name}`);
  const printed: string[] = [];
  const code = await command.run({
    options,
    words,
    lang,
    json: options.json === true,
    print: (text) => printed.push(text),
    note: () => undefined,
    house: async () => house,
    env: {},
  });
  return { code, text: printed.join('\n') };
}
