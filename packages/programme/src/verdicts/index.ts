// Verdicts: how figures under the law become marks, and how each mark explains itself.
export * from './explained.ts';
export * from './judge.ts';
export * from './reevaluate.ts';
export * from './schema.ts';
export * from './trend.ts';
