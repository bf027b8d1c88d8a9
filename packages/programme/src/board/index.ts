// The board: what a district or province looks at first.
export * from './schema.ts';
