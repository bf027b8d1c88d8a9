// All commands of the command line, in the order of the help.
import { boardCommand } from './board.ts';
import type { CliCommand } from './command.ts';

export const commands: readonly CliCommand[] = [boardCommand];
