// All commands of the command line, in the order of the help.
import { backupCommand } from './backup.ts';
import { boardCommand } from './board.ts';
import { columnsCommands } from './columns.ts';
import type { CliCommand } from './command.ts';
import { doctorCommand } from './doctor.ts';
import { evaluateCommand } from './evaluate.ts';
import { intakeCommand } from './intake.ts';
import { planCommands } from './plan.ts';
import { programmesCommands } from './programmes.ts';
import { readingsCommands } from './readings.ts';
import { restoreCommand } from './restore.ts';
import { roundsCommands } from './rounds.ts';
import { setsCommands } from './sets.ts';
import { unitsCommands } from './units.ts';
import { signTrailCommand, verifyCommand } from './verify.ts';

export const commands: readonly CliCommand[] = [
  boardCommand,
  evaluateCommand,
  ...programmesCommands,
  ...roundsCommands,
  ...columnsCommands,
  ...readingsCommands,
  intakeCommand,
  ...planCommands,
  ...setsCommands,
  ...unitsCommands,
  doctorCommand,
  verifyCommand,
  signTrailCommand,
  backupCommand,
  restoreCommand,
];
