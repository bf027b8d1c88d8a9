// Places and time: units, their versions, their changes.
export * from './places.ts';
export * from './plan.ts';
export * from './schema.ts';
