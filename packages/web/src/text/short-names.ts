// Agreed short names for narrow heads (accepted abbreviations of offices); a name without one is never cut.
import type { Language } from './figures.ts';

const SHORT_VI: Readonly<Record<string, string>> = {
  'Hạ tầng kinh tế - xã hội': 'Hạ tầng KT - XH',
  'Kinh tế và tổ chức sản xuất': 'Kinh tế, tổ chức SX',
  'Văn hóa - Xã hội - Môi trường': 'Văn hóa, XH, môi trường',
  'Hệ thống chính trị': 'HTCT',
};

/** Average width of a letter at 12 px, and the lines there are. */
const LETTER = 6.3;
const LINES = 2;

/** The name if it fits `width` px in two lines at 12 px, else its agreed short form if that fits, else null. */
export function fittingName(name: string, width: number, language: Language): string | null {
  const short = language === 'en' ? undefined : SHORT_VI[name.normalize('NFC').replaceAll('–', '-')];
  return [name, short].find((one) => one !== undefined && fits(one, width)) ?? null;
}

function fits(name: string, width: number): boolean {
  let lines = 1;
  let used = 0;
  for (const word of name.split(' ')) {
    const wide = word.length * LETTER;
    if (wide > width) return false;
    if (used > 0 && used + LETTER / 2 + wide > width) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? LETTER / 2 : 0) + wide;
  }
  return lines <= LINES;
}
