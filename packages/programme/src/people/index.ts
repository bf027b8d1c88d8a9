// People: who is invited, what they are given, and when it ends.
export * from './commands.ts';
export * from './list.ts';
export * from './schema.ts';
