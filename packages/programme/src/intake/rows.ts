// What each line of a table is: a commune, a district above communes, a sum, a note. Nothing else is skipped without asking.
import { foldText, hasMarks, splitUnitName } from '../names/index.ts';
import type { IntakeUnit } from './context.ts';
import type { Layout } from './layout.ts';
import { readLegend } from './legend.ts';
import { usualMeaning } from './marks.ts';
import { parentKey, type UnitFinder } from './unit-finder.ts';

/** What a line is used for. `puzzle` lines hold marks, but not clear whose. */
export type RowUse = 'unit' | 'district' | 'sum' | 'note' | 'blank' | 'heading' | 'puzzle';

/** One line. Rows are those of the view. */
export interface RowPlan {
  readonly row: number;
  readonly line: string;
  readonly text: string;
  readonly use: RowUse;
  /** Of a unit's line, the likeliest first; several or none when not sure. */
  readonly candidates: readonly IntakeUnit[];
  readonly sure: boolean;
  /** The code in the line, where name and code are of two units. */
  readonly clashCode: string | null;
  /** It may be a district's line as well. */
  readonly maybeDistrict: boolean;
  readonly under: string | null;
  /** It stands under a district that is not of the round. */
  readonly elsewhere: boolean;
  readonly hidden: boolean;
}

/** Columns that hold results, to tell lines with marks from notes. */
export interface RowSetting {
  readonly resultColumns: readonly number[];
  readonly serialColumn: number | null;
  readonly districtColumn: number | null;
}

const sumWords = new Set([
  'tong',
  'cong',
  'tong cong',
  'tong so',
  'toan huyen',
  'toan tinh',
  'toan xa',
  'toan thanh pho',
  'toan thi xa',
  'ca nuoc',
  'binh quan',
  'binh quan chung',
  'trung binh',
  'binh quan tieu chi xa',
  'luy ke',
  'ty le',
  'huyen',
]);
const sumPattern =
  /^(?:tong so|tong cong|cong toan|cong huyen|cong xa|tong hop|so xa|so xa dat|ty le|ti le|binh quan (?:chung|tieu chi|toan|moi|so|\d)|tong \d+|cong \d+|trung binh (?:chung|toan)|so tieu chi)\b/;
const notePattern =
  /^(?:ghi chu|chu thich|chuan|muc (?:dat|chuan|quy dinh|yeu cau)|quy dinh|yeu cau|dvt|don vi tinh|nguon|ky hieu|ki hieu|luu y|nguoi lap|nguoi tong hop|noi nhan|tm |t m |kt |q |lanh dao|thu truong|chu tich|xac nhan|ngay|[a-z ]+ ngay \d)/;
const districtKind = /^\s*(?:huyện|huyen|thành phố|thanh pho|thị xã|thi xa|tp\.?|tx\.?|quận|h\.)\s+\p{L}/iu;

/** Reads every line from the first below the headings to the end of the sheet. */
export function readRows(layout: Layout, finder: UnitFinder, setting: RowSetting): RowPlan[] {
  const { view, bodyTop } = layout;
  const nameColumn = layout.nameColumns[0] ?? layout.codeColumn ?? 0;
  const toneless = isToneless(layout, nameColumn, finder);
  const plans: RowPlan[] = [];
  let under: string | null = null;
  for (let row = bodyTop; row < view.height; row++) {
    if (setting.districtColumn !== null) under = view.shown(row, setting.districtColumn).text || under;
    const plan = readRow(layout, row, nameColumn, finder, setting, { toneless, under });
    if (plan.use === 'district') under = plan.text;
    plans.push(plan);
  }
  return plans;
}

/** No recognised name of the sheet carries a mark, although names of the round do. */
function isToneless(layout: Layout, column: number, finder: UnitFinder): boolean {
  const { view, bodyTop } = layout;
  for (let row = bodyTop; row < view.height; row++) {
    const text = view.cell(row, column).text;
    if (finder.seems(text) && hasMarks(text)) return false;
  }
  return true;
}

interface RowTexts {
  readonly row: number;
  readonly text: string;
  readonly line: string;
  readonly hidden: boolean;
}

function readRow(
  layout: Layout,
  row: number,
  nameColumn: number,
  finder: UnitFinder,
  setting: RowSetting,
  names: { toneless: boolean; under: string | null },
): RowPlan {
  const { view } = layout;
  const own = view.shown(row, nameColumn).text.replace(/\s+/g, ' ').trim();
  const text = own === '' ? firstText(layout, row) : own;
  const texts: RowTexts = { row, text, line: view.rowName(row), hidden: view.rowHidden(row) };
  const marked = setting.resultColumns.some((column) => isMarkLike(view, row, column));
  const lettered = setting.resultColumns.some((column) => isLetterMark(view.cell(row, column).text));
  if (text === '' && !marked) return plain(texts, 'blank', names.under);
  if (isHeadingAgain(layout, row, nameColumn)) return plain(texts, 'heading', names.under);
  const district = districtOf(texts, own, finder);
  const foreign = names.under !== null && isForeign(names.under, finder);
  const known = names.under !== null && (finder.isParent(names.under) || foreign) ? names.under : null;
  const found = finder.byName(own, { toneless: names.toneless, under: known });
  const coded = codeIn(layout, row, finder);
  const unit = joinNameAndCode(own, found, coded, layout.nameColumns.length === 0);
  if (unit !== null && (unit.sure || finder.seems(own))) {
    // Below the line "Huyện Mường Tè", a line "Mường Tè" is the commune; districts have sums, never letters.
    const below = names.under !== null && parentKey(names.under) === parentKey(own);
    const maybeDistrict = district === 'maybe' && !below && !lettered;
    if (district === 'sure') return plain(texts, 'district', names.under);
    return {
      ...plain(texts, 'unit', names.under),
      ...unit,
      sure: unit.sure && !maybeDistrict,
      maybeDistrict,
      elsewhere: foreign && !unit.sure,
    };
  }
  if (district === 'sure' || (district === 'maybe' && !lettered))
    return plain(texts, 'district', names.under);
  if (isSum(text)) return plain(texts, 'sum', names.under);
  const numbered =
    setting.serialColumn !== null && /^\d+\.?$/.test(view.cell(row, setting.serialColumn).text);
  const isNote = notePattern.test(foldText(text)) || text.length > 80;
  if (isNote && !numbered) return plain(texts, 'note', names.under);
  if (!marked && !numbered && (own === '' || found.candidates.length === 0))
    return plain(texts, 'note', names.under);
  if (own === '') return { ...plain(texts, 'puzzle', names.under), sure: false };
  return {
    ...plain(texts, 'unit', names.under),
    sure: false,
    // A name that is only near is not offered to another district's line.
    candidates: foreign ? [] : (unit?.candidates ?? found.candidates),
    elsewhere: foreign,
  };
}

/** A mark that is no number, so no sum either. */
function isLetterMark(text: string): boolean {
  return text !== '' && !/^\d/.test(text) && usualMeaning(text) !== null;
}

/** A short text of the column's own: a note or a heading merged over the whole line is none. */
function isMarkLike(view: Layout['view'], row: number, column: number): boolean {
  const merge = view.merge(row, column);
  if (merge !== null && merge.left !== column && merge.right - merge.left > 3) return false;
  const text = view.shown(row, column).text;
  if (text === '') return false;
  return text.length <= 6 || (usualMeaning(text) !== null && readLegend([text]).size === 0);
}

function plain(texts: RowTexts, use: RowUse, under: string | null): RowPlan {
  const none = { candidates: [], clashCode: null, maybeDistrict: false, elsewhere: false };
  return { ...texts, ...none, use, sure: true, under };
}

function firstText(layout: Layout, row: number): string {
  for (let column = 0; column < layout.view.width; column++) {
    const text = layout.view.cell(row, column).text;
    if (text !== '') return text.replace(/\s+/g, ' ').trim();
  }
  return '';
}

/** Long lists repeat their heading on each page. */
function isHeadingAgain(layout: Layout, row: number, column: number): boolean {
  const { view, headerTop, bodyTop } = layout;
  const text = view.cell(row, column).text;
  if (text === '') return false;
  for (let header = headerTop; header < bodyTop; header++) {
    if (foldText(view.shown(header, column).text) === foldText(text)) return true;
  }
  return false;
}

/** "Huyện Sìn Hồ" above communes of a round that is about other districts. */
function isForeign(under: string, finder: UnitFinder): boolean {
  // "Huyện Nậm Nhùn: 10 xã" is the round's own.
  return finder.underDistricts && districtKind.test(under) && !finder.beginsWithParent(parentKey(under));
}

/** Whether a line names a district: by its kind for sure, by a parent's name alone perhaps. */
function districtOf(texts: RowTexts, own: string, finder: UnitFinder): 'sure' | 'maybe' | 'no' {
  const text = own === '' ? texts.text : own;
  if (districtKind.test(text) && !/^\s*(?:huyện|huyen)\s*$/iu.test(text)) return 'sure';
  const { kind } = splitUnitName(text);
  return finder.isParent(text) && (kind === null || kind === 'district' || kind === 'city') ? 'maybe' : 'no';
}

function isSum(text: string): boolean {
  const folded = foldText(text);
  return sumWords.has(folded) || sumPattern.test(folded);
}

function codeIn(
  layout: Layout,
  row: number,
  finder: UnitFinder,
): { text: string; unit: IntakeUnit | null } | null {
  if (layout.codeColumn === null) return null;
  const text = layout.view.cell(row, layout.codeColumn).text;
  return /^\d{4,5}$/.test(text) ? { text, unit: finder.byCode(text) } : null;
}

function joinNameAndCode(
  own: string,
  found: { sure: boolean; candidates: readonly IntakeUnit[] },
  coded: { text: string; unit: IntakeUnit | null } | null,
  codesOnly: boolean,
): Pick<RowPlan, 'candidates' | 'sure' | 'clashCode'> | null {
  if (codesOnly) {
    return coded?.unit ? { candidates: [coded.unit], sure: true, clashCode: null } : null;
  }
  if (coded === null || own === '') {
    return found.candidates.length === 0 ? null : { ...found, clashCode: null };
  }
  const { unit } = coded;
  if (unit === null) return { candidates: found.candidates, sure: false, clashCode: coded.text };
  const named = found.candidates.includes(unit);
  if (named && (!found.sure || found.candidates.length === 1))
    return { candidates: [unit], sure: true, clashCode: null };
  return { candidates: [...found.candidates, unit], sure: false, clashCode: coded.text };
}
