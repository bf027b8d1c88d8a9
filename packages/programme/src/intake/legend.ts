// A sheet's own legend: "Ghi chú: Đ: đạt; CĐ: chưa đạt; ô trống: chưa đánh giá".
import { foldText } from '../names/index.ts';
import type { Verdict } from './marks.ts';

/** What the legend says of one mark; `verdict` is null when it says something else, such as "đang thực hiện". */
export interface LegendEntry {
  readonly mark: string;
  readonly verdict: Verdict | null;
  readonly words: string;
}

/** Marks of the legend by their exact text; the empty text is the empty cell. */
export type Legend = ReadonlyMap<string, LegendEntry>;

const quote = '["\'“”‘’«»]';
const entryPattern = new RegExp(
  `^(?:ghi chú|chú thích|ký hiệu|kí hiệu|chú giải)?\\s*[:.]?\\s*[-•*+]?\\s*(?:(?:dấu|ký hiệu|kí hiệu|chữ|đánh dấu|ghi|ô)\\s+)*` +
    `[(\\[]?${quote}?(ô trống|để trống|bỏ trống|không đánh dấu|trống|[^\\s:=]{1,5}?)${quote}?[)\\]]?\\s*(?::|=|–|—|\\s-|->|→|là|nghĩa là)\\s*(.+)$`,
  'iu',
);
const bracketPattern = /^[([]\s*([^\s:=()]{1,3})\s*[)\]]\s*(\p{L}.+)$/u;
/** A mark alone, before the comma. */
const bareMark = /^[^\s:=;,.]{1,4}$/u;
const emptyWords = new Set(['o trong', 'de trong', 'bo trong', 'khong danh dau', 'trong']);

/** Finds legend entries in the texts around a table. A legend needs at least one entry that speaks of a result. */
export function readLegend(lines: readonly string[]): Legend {
  const found = new Map<string, LegendEntry>();
  for (const line of lines.flatMap(withBrackets)) {
    let before: string[] = [];
    for (const part of line.split(
      /[;\n]|,(?=\s*(?:dấu|chữ|ký hiệu|ô|để trống|bỏ trống|không đánh|["'“(]|[^\s,]{1,4}\s*(?:[:=]|là\s)))|\.\s+(?=\S{1,4}\s*[:=])/iu,
    )) {
      const own = part.trim().replace(/^(?:ghi chú|chú thích|ký hiệu|kí hiệu)\s*:\s*/iu, '');
      const entry = readEntry(own);
      // "CĐ, KĐ: chưa đạt": marks named before another share its meaning.
      for (const mark of entry === null ? [] : [...before, entry.mark])
        if (entry !== null && isWeak(found.get(mark))) found.set(mark, { ...entry, mark });
      before = entry === null && bareMark.test(own) ? [...before, own] : [];
    }
  }
  const speaks = [...found.values()].some((entry) => entry.verdict !== null);
  return speaks ? found : new Map();
}

/** "x - 2018" is a mark with a note in some cell rather than a legend: what a legend says of the mark goes before it. */
function isWeak(known: LegendEntry | undefined): boolean {
  return known === undefined || (known.verdict === null && /\d/.test(known.words));
}

/** A legend may stand in the brackets of a title: "Kết quả (x: đạt, o: chưa đạt)". */
function withBrackets(line: string): string[] {
  const inside = Array.from(line.matchAll(/\(([^()]{4,})\)/g), ([, text = '']) => text);
  return [...inside, line.replace(/\([^()]*:[^()]*\)/g, ' ')];
}

function readEntry(part: string): LegendEntry | null {
  const [, raw, words] = entryPattern.exec(part) ?? bracketPattern.exec(part) ?? [];
  if (raw === undefined || words === undefined) return null;
  const mark = emptyWords.has(foldText(raw)) ? '' : raw;
  return { mark, words: words.trim(), verdict: verdictOfWords(words) };
}

const meanings: readonly (readonly [RegExp, Verdict])[] = [
  [
    /^(?:la )?(?:tieu chi |xa |da )?(?:chua|khong|ko) (?:dat|hoan thanh)( chuan| tieu chi| yeu cau)?$/,
    'notMet',
  ],
  [/^(?:la )?(?:tieu chi )?(?:co ban|gan) (?:dat|hoan thanh)( chuan| tieu chi)?$/, 'coBanDat'],
  [
    /^(?:la )?(?:tieu chi )?khong (?:ap dung|xet|danh gia|thuoc dien|thuoc dien xet|phai xet)$/,
    'notApplicable',
  ],
  [
    /^(?:la )?(?:chua (?:danh gia|xet|xac dinh|co so lieu|bao cao|tham dinh|ra soat)|khong (?:co so lieu|ro))$/,
    'unknown',
  ],
  [/^(?:la )?(?:tieu chi |xa |da )*(?:dat|hoan thanh)( chuan| tieu chi| yeu cau| chuan tieu chi)?$/, 'met'],
];

/** The verdict that words name, or null when they name none, or more than one. */
export function verdictOfWords(words: string): Verdict | null {
  const folded = foldText(words);
  for (const [pattern, verdict] of meanings) if (pattern.test(folded)) return verdict;
  return null;
}
