// What stands above and below a table: its year, the document it belongs to, whether it is a plan, of which level.
import { foldText } from '../names/index.ts';
import { isCalendarDay } from '../units/calendar-day.ts';
import type { View } from './view.ts';

/** What a sheet says about itself. `documentDate` is YYYY-MM-DD. */
export interface Title {
  readonly text: string;
  /** Years named outside the reference to a document, in order of appearance. */
  readonly years: readonly number[];
  readonly documentNumber: string | null;
  readonly documentDate: string | null;
  /** The words by which the table calls itself a plan, or null. */
  readonly planWords: string | null;
  /** The words by which it calls itself of another level, or null. */
  readonly levelWords: string | null;
  /** It lists what is not met. */
  readonly aboutNotMet: boolean;
}

const documentReference =
  /\(?\s*(?:ban hành\s+)?(?:kèm theo|theo|căn cứ)\s+(?:báo cáo|quyết định|công văn|kế hoạch|tờ trình|thông báo|biểu|văn bản)[^()\n]*\)?/giu;
/** "Nậm Nhùn, ngày 16 tháng 3 năm 2021" is when it was signed; "đến ngày 31 tháng 12 năm 2020" is what it is about. */
const signatureDate = /(?<!đến\s)ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}/giu;
const numberPattern = /số\s*:?\s*(\d+[\p{L}]?\s*\/\s*[\p{L}\d][\p{L}\d\-–]*)/iu;
const datePattern = /ngày\s*(\d{1,2})\s*(?:tháng|\/|-|\.)\s*(\d{1,2})\s*(?:năm|\/|-|\.)\s*(\d{4})/iu;

/** Reads the lines above the table; `lines` are texts in reading order. */
export function readTitle(lines: readonly string[]): Title {
  const text = lines.join('\n');
  const own = text.replace(documentReference, ' ').replace(signatureDate, ' ');
  const folded = foldText(own);
  const number = numberPattern.exec(text)?.[1]?.replace(/\s/g, '') ?? null;
  return {
    text: text.slice(0, 600),
    years: yearsIn(own),
    documentNumber: number,
    documentDate: dateIn(text),
    planWords: planWordsIn(folded),
    levelWords: /\bnang cao\b/.test(folded)
      ? 'nông thôn mới nâng cao'
      : /\bkieu mau\b/.test(folded)
        ? 'nông thôn mới kiểu mẫu'
        : null,
    aboutNotMet: /\b(chua|khong) (dat|hoan thanh)\b|\bcon thieu\b/.test(folded),
  };
}

/** Texts of the view's rows before the table, or beside it; a merged text is taken once. */
export function linesOf(view: View, fromRow: number, toRow: number): string[] {
  const lines: string[] = [];
  for (let row = Math.max(0, fromRow); row < Math.min(toRow, view.height); row++) {
    for (let column = 0; column < view.width; column++) {
      const text = view.cell(row, column).text;
      if (text !== '') lines.push(text);
    }
  }
  return lines;
}

/** Years from 2009 (the first criteria) to 2049. A period such as "2016-2020" names a set, not the sheet's year. */
export function yearsIn(text: string): number[] {
  const own = text.replace(/20\d\d\s*[-–]\s*20\d\d/g, ' ');
  const found = Array.from(own.matchAll(/(?<!\d)(20[0-4]\d)(?!\d)/g), ([year]) => Number(year));
  return [...new Set(found.filter((year) => year >= 2009))];
}

function dateIn(text: string): string | null {
  const [, day, month, year] = datePattern.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDay(written) ? written : null;
}

const planPattern = /\b(ke hoach|dang ky|phan dau|muc tieu|du kien|chi tieu giao)\b/;
const resultPattern = /\b(ket qua|hien trang|thuc trang|ra soat|danh gia|da dat|tong hop muc do)\b/;

/** A table "Kế hoạch ..." is a plan; "Kết quả thực hiện kế hoạch ..." is not. */
function planWordsIn(folded: string): string | null {
  if (resultPattern.test(folded)) return null;
  return planPattern.exec(folded)?.[1] ?? null;
}
