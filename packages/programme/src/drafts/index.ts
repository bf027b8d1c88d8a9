// The law desk: drafts of sets and overlays, typed by one person and compared with the official text by another.
export * from './commands.ts';
export { type DraftPart, type Fields, isFields } from './content.ts';
export * from './draft.ts';
export * from './schema.ts';
