// Evidence: files and cited documents that stand behind figures; one piece serves many indicators and rounds.
export * from './allowed.ts';
export * from './attach.ts';
export * from './codes.ts';
export * from './expiry.ts';
export * from './link.ts';
export * from './propose-from-names.ts';
export * from './read.ts';
export * from './schema.ts';
