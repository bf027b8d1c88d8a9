// Assessments: what a commune hands in for a round, and what offices say of it.
export * from './hand-in.ts';
export * from './locks.ts';
export * from './reads.ts';
export * from './review.ts';
export * from './schema.ts';
