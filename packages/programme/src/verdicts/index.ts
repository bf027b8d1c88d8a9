// Verdicts: how figures under the law become marks, and how each mark explains itself.
export * from './schema.ts';
