// Places and time: units, their versions, their changes.
export * from './calendar-day.ts';
export { dayBefore } from './day-before.ts';
export { daysBetween } from './days.ts';
export * from './full-name.ts';
export * from './inherit.ts';
export * from './inheritance.ts';
export * from './list-rows.ts';
export * from './lists-of-2025.ts';
export type { ChangeDocument, OfficialLists } from './lists-work.ts';
export * from './official-lists.ts';
export * from './places.ts';
export * from './plan.ts';
export * from './plan-notes.ts';
export * from './schema.ts';
export * from './settle.ts';
export * from './unit-at.ts';
export * from './unit-changes.ts';
