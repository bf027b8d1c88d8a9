// Numbers and days as people write them.
import type { EngineText } from './catalogue.ts';

/** A decimal text with the language's marks: 1204.5 is 1.204,5 in Vietnamese. The minus is U+2212. */
export function spokenNumber(decimal: string, text: EngineText): string {
  const negative = decimal.startsWith('-');
  const [whole = '0', fraction] = (negative ? decimal.slice(1) : decimal).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, text['number.group']);
  const tail = fraction === undefined ? '' : `${text['number.decimal']}${fraction}`;
  return `${negative ? '\u2212' : ''}${grouped}${tail}`;
}

/** A day as people write it, 17/10/2016; other texts (a month, a year) stay as they are. */
export function spokenDay(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return match === null ? day : `${match[3]}/${match[2]}/${match[1]}`;
}
