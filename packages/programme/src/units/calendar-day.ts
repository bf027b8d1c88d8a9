// A day that stands in the calendar: 2021-02-30 has the right form and is none.
import * as z from 'zod/mini';

const FORM = /^\d{4}-\d{2}-\d{2}$/;

/** `YYYY-MM-DD`, a real day. The one schema of every legal date that comes from outside. */
export const CalendarDay = z
  .string()
  .check(z.regex(FORM, { abort: true }), z.refine(isCalendarDay), z.meta({ format: 'date' }));

/** A year of the programme; outside it somebody mistyped. */
export const ProgrammeYear = z.int().check(z.gte(2000), z.lte(2100));

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is `YYYY-MM-DD` and that day was or will be. Before 1800 nothing here was founded or signed. */
export function isCalendarDay(text: string): boolean {
  if (!FORM.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return year >= 1800 && day >= 1 && day <= (DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
}
