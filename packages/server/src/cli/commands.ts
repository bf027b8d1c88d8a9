// All commands of the command line, in the order of the help.
import { boardCommand } from './board.ts';
import type { CliCommand } from './command.ts';
import { doctorCommand } from './doctor.ts';
import { evaluateCommand } from './evaluate.ts';
import { intakeCommand } from './intake.ts';
import { readingsCommands } from './readings.ts';
import { roundsCommand } from './rounds.ts';
import { setsCommands } from './sets.ts';
import { unitsCommands } from './units.ts';

export const commands: readonly CliCommand[] = [
  boardCommand,
  evaluateCommand,
  roundsCommand,
  ...readingsCommands,
  intakeCommand,
  ...setsCommands,
  ...unitsCommands,
  doctorCommand,
];
