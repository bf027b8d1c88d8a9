// The calendar day before another, by hand: the pure rooms have no clock and no Date.

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `2025-07-01` gives `2025-06-30`. Takes and gives `YYYY-MM-DD`. */
export function dayBefore(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  if (day > 1) return written(year, month, day - 1);
  if (month === 1) return written(year - 1, 12, 31);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 3 && leap ? 29 : (MONTH_LENGTHS[month - 2] ?? 30);
  return written(year, month - 1, length);
}

function written(year: number, month: number, day: number): string {
  return [String(year).padStart(4, '0'), twoDigits(month), twoDigits(day)].join('-');
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
