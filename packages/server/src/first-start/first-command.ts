// The steps of a first start as ordinary commands, with ids made from their content: a second start repeats nothing.
import { createHash } from 'node:crypto';
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
      commandId: idOf(`${binding.declaration.name} ${JSON.stringify(input)}`),
      input,
    });
}

/** A UUID from text: the first start is repeatable. */
export function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
