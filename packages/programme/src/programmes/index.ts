// Programmes: founding one, and what its founder chooses from.
export * from './found.ts';
export * from './prepare.ts';
