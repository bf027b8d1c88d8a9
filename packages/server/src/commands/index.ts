// The commands as other programs of ours run them: benches today, jobs and the offline outbox later.
export { signColumnBinding } from './columns.ts';
export { importFile } from './import-file.ts';
export { runImportReadings } from './import-readings.ts';
export { openRoundBinding } from './open-round.ts';
export { runReevaluate } from './reevaluate.ts';
export { foundProgrammeBinding, publishSetsBinding } from './reference-data.ts';
export { type CommandBinding, type Given, runCommand } from './run.ts';
export { importUnitsBinding } from './units.ts';
