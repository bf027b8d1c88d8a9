// Readings: figures as reported, revised and confirmed.
export * from './decimal.ts';
export * from './import.ts';
export * from './save.ts';
export * from './schema.ts';
