// Numbers and dates as each language writes them. Decimal text in, text out: no float touches a figure.

export type Language = 'vi' | 'en' | 'pseudo';

const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "1871" or "13.3" as 1.871 and 13,3 in Vietnamese, 1,871 and 13.3 in English; the minus is U+2212. */
export function figure(value: number | string, language: Language): string {
  const text = String(value);
  const negative = text.startsWith('-');
  const [whole = '', fraction] = (negative ? text.slice(1) : text).split('.');
  const [thousands, comma] = language === 'en' ? [',', '.'] : ['.', ','];
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, thousands);
  return (negative ? '−' : '') + grouped + (fraction === undefined ? '' : comma + fraction);
}

/** A fraction as decimal text ("0.943") as a whole per cent: 94%. */
export function wholePercent(fraction: string): string {
  return `${Math.round(Number(fraction) * 100)}%`;
}

/**
 * `YYYY-MM-DD` as 31/12/2020 or 16/3/2021: a zero before days under 10 and before months 1 and 2 only (NĐ 30/2020,
 * annex I); in English 16 Mar 2021.
 */
export function day(date: string, language: Language): string {
  const [year = '', month = '', dayOfMonth = ''] = date.slice(0, 10).split('-');
  if (language === 'en') return `${Number(dayOfMonth)} ${MONTHS_EN[Number(month) - 1] ?? month} ${year}`;
  return `${dayOfMonth}/${Number(month) > 2 ? Number(month) : month}/${year}`;
}

/** Reads a date as typed (31/12/2020, 31-12-2020, 1.3.2021, 2020-12-31) into `YYYY-MM-DD`, or null. */
export function readDay(typed: string): string | null {
  const text = typed.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const local = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text);
  const [year, month, dayOfMonth] = iso
    ? [iso[1], iso[2], iso[3]]
    : local
      ? [local[3], local[2], local[1]]
      : [];
  if (year === undefined || month === undefined || dayOfMonth === undefined) return null;
  const date = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  const real = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== date ? null : date;
}
