// Rounds: opening a period of reporting, and signing the column of the law that each unit is judged by in it.
export * from './carry.ts';
export * from './column.ts';
export * from './columns-read.ts';
export * from './name.ts';
export * from './open.ts';
export * from './propose.ts';
