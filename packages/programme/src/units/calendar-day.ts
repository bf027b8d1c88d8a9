// A day that stands in the calendar: 2021-02-30 has the right form and is none.
import * as z from 'zod/mini';

/** `YYYY-MM-DD`, a real day. */
export const CalendarDay = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine(isDay));

/** A year of the programme; outside it somebody mistyped. */
export const ProgrammeYear = z.int().check(z.gte(2000), z.lte(2100));

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return year > 0 && day >= 1 && day <= (DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
}
