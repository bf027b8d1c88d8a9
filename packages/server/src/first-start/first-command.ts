// The steps of a first start as ordinary commands, with ids made from their content: a second start repeats nothing.
import { commandIdOf } from '../commands/command-id.ts';
import { type CommandBinding, runCommand } from '../commands/run.ts';
import type { House } from '../container.ts';

/** Runs a command of the first start: its id is made from its name and input, so a second start repeats nothing. */
export type FirstCommand = <Input, State, Change, Reply>(
  binding: CommandBinding<Input, State, Change, Reply>,
  input: Input,
) => Promise<Reply>;

export function commandRunner(house: House): FirstCommand {
  return (binding, input) =>
    runCommand(house.workshop, binding, {
      principal: house.principal,
      commandId: commandIdOf(`${binding.declaration.name} ${JSON.stringify(input)}`),
      input,
    });
}
