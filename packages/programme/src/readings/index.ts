// Readings: figures as reported, revised and confirmed.
export * from './save.ts';
export * from './schema.ts';
