// What one heading cell says: a criterion by number or name, a total, a result, or something beside the table.
import { foldText } from '../names/index.ts';
import type { NameFinder } from './criterion-names.ts';
import type { Verdict } from './marks.ts';

/** What a column of totals counts; `bare` does not say. */
export type TotalKind = 'met' | 'notMet' | 'coBanDat' | 'bare';

/** The meaning of one heading cell. */
export type Heading =
  | { readonly is: 'criterion'; readonly code: string; readonly by: 'label' | 'name' | 'part' }
  /** Number and name are of two criteria. */
  | { readonly is: 'clash'; readonly codes: readonly string[] }
  /** A number that the set does not have. */
  | { readonly is: 'foreignNumber'; readonly number: number }
  | { readonly is: 'indicator'; readonly code: string }
  | { readonly is: 'group' }
  | { readonly is: 'total'; readonly counts: TotalKind; readonly of: number | null }
  | { readonly is: 'result'; readonly verdict: Verdict }
  | { readonly is: 'serial' | 'unit' | 'code' | 'district' | 'aside' | 'share' | 'change' }
  | { readonly is: 'words' };

const serialWords = new Set(['stt', 'tt', 'so tt', 'so thu tu', 'no', 'thu tu']);
const unitPattern =
  /^(?:ten )?(?:xa|cac xa|don vi|dia phuong|don vi hanh chinh|dvhc|dia ban|xa phuong|xa thi tran|xa phuong thi tran|xa phuong dac khu|don vi xa|don vi cap xa|unit|commune|ten don vi)(?: thi tran| phuong)?$/;
const codePattern = /^(?:ma|ma so|ma xa|ma don vi|ma dvhc|ma hanh chinh|ma so don vi|code|ma dv)$/;
const districtPattern =
  /^(?:ten )?(?:huyen|quan huyen|huyen thi|huyen thanh pho|huyen thi xa thanh pho|thuoc huyen|district)$/;
const asidePattern =
  /^(?:ghi chu|chu thich|note|ly do|nguyen nhan|dan so|so ho|so khau|so thon|so ban|dien tich|vung|khu vuc|nhom|xep loai|danh hieu|nam (?:dat chuan|cong nhan)|nam dat|quyet dinh cong nhan|so quyet dinh|can bo|nguoi phu trach|dvt|don vi tinh|co quan phu trach|nganh phu trach|phu trach)\b/;

const resultWords: Readonly<Record<string, Verdict>> = {
  dat: 'met',
  'da dat': 'met',
  'chua dat': 'notMet',
  'khong dat': 'notMet',
  'co ban dat': 'coBanDat',
  'gan dat': 'coBanDat',
  'khong ap dung': 'notApplicable',
};

/** Reads one heading cell. `codes` are the criterion codes of the round's set. */
export function readHeading(text: string, codes: ReadonlySet<string>, names: NameFinder): Heading {
  const folded = foldText(text);
  if (folded === '') return { is: 'words' };
  const aside = readAside(folded) ?? readTotal(text, folded);
  if (aside !== null) return aside;
  const indicator = /^\s*(?:chỉ tiêu|ct)?\s*(\d{1,2}\.\d{1,2})(?![\d/])/iu.exec(text);
  if (indicator?.[1] !== undefined) return { is: 'indicator', code: indicator[1] };
  if (/^\s*(?:nhóm\s+)?[IVX]+(?:\s*[.:)\-–]\s*\S|\s*$)/u.test(text)) return { is: 'group' };
  const numbered = readNumber(text, folded);
  if (numbered !== null) return numberedHeading(numbered, codes, names);
  const name = names.find(text);
  if (name !== null) return { is: 'criterion', code: name.code, by: name.exact ? 'name' : 'part' };
  return { is: restOf(text, folded) };
}

/** A heading with a number in it. */
interface Numbered {
  readonly number: number;
  /** "Tiêu chí 7" and "7. ..." name a criterion by themselves; "7 ..." and "... 7" only together with its name. */
  readonly plain: boolean;
  readonly rest: string;
}

function numberedHeading(numbered: Numbered, codes: ReadonlySet<string>, names: NameFinder): Heading {
  const code = String(numbered.number);
  const name = numbered.rest === '' ? null : names.find(numbered.rest);
  if (!numbered.plain && name?.code !== code) return { is: 'words' };
  if (!codes.has(code)) return { is: 'foreignNumber', number: numbered.number };
  if (name !== null && name.code !== code) return { is: 'clash', codes: [code, name.code] };
  return { is: 'criterion', code, by: 'label' };
}

/** "Tiêu chí 7", "TC07 Chợ", "7. Chợ", "Chợ (TC 7)", "7 Chợ", "Chợ (7)". A bare "7" is read by `bareNumber`. */
function readNumber(text: string, folded: string): Numbered | null {
  const label = /^(?:tieu chi so|tieu chi|tc so|tc)\s*0?(\d{1,2})(?: (.*))?$/.exec(folded);
  if (label?.[1] !== undefined) return { number: Number(label[1]), plain: true, rest: label[2] ?? '' };
  const behind = /^(.*\D) (?:tieu chi so|tieu chi|tc so|tc)\s*0?(\d{1,2})$/.exec(folded);
  if (behind?.[2] !== undefined) return { number: Number(behind[2]), plain: true, rest: behind[1] ?? '' };
  const front = /^0?(\d{1,2}) (\D.*)$/.exec(folded);
  if (front?.[1] !== undefined && !/^(?:tieu chi|chi tieu|tc|xa|thon)\b/.test(front[2] ?? '')) {
    return { number: Number(front[1]), plain: /^\s*\d{1,2}\s*[.):\-–]/.test(text), rest: front[2] ?? '' };
  }
  const back = /^(\D+) 0?(\d{1,2})$/.exec(folded);
  return back?.[2] === undefined ? null : { number: Number(back[2]), plain: false, rest: back[1] ?? '' };
}

/** The number of a heading that is nothing else: "7", "07", "(7)". Whether it numbers criteria or columns, the row tells. */
export function bareNumber(text: string): number | null {
  const found = /^\s*[([]?\s*0?(\d{1,2})\s*[)\]]?\s*$/.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}

function readAside(folded: string): Heading | null {
  if (serialWords.has(folded)) return { is: 'serial' };
  if (unitPattern.test(folded)) return { is: 'unit' };
  if (codePattern.test(folded)) return { is: 'code' };
  if (districtPattern.test(folded)) return { is: 'district' };
  if (asidePattern.test(folded)) return { is: 'aside' };
  const verdict = resultWords[folded];
  return verdict === undefined ? null : { is: 'result', verdict };
}

/** Shares and changes are asked for by their tone marks: "hạ tầng" is not "tăng". */
function restOf(text: string, folded: string): 'share' | 'change' | 'words' {
  if (text.includes('%') || /\b(?:ty le|ti le|phan tram)\b/.test(folded)) return 'share';
  if (/(?:^|\s)(?:tăng|giảm)(?:\s|$)/iu.test(text) || /\b(?:so voi|chenh lech)\b/.test(folded))
    return 'change';
  return 'words';
}

const totalPattern =
  /^(?:tong|cong|tong so|tong cong|cong chung)$|\b(?:tong|tong so|so|so luong)\b.*\b(?:tieu chi|tc)\b|\b(?:tieu chi|tc) (?:da |chua |khong |co ban )?(?:dat|hoan thanh)\b|^(?:dat|da dat) \d{1,2} \d{1,2}\b|^(?:tong|tong so|cong) (?:so )?(?:dat|chua dat)/;

/** A column that counts criteria. */
function readTotal(text: string, folded: string): Heading | null {
  if (!totalPattern.test(folded) || /^tieu chi (?:so )?\d/.test(folded)) return null;
  const of = /\/\s*(\d{1,2})\b/.exec(text)?.[1] ?? /\b(\d{1,2}) (?:tieu chi|tc)\b/.exec(folded)?.[1];
  return { is: 'total', counts: whatIsCounted(folded), of: of === undefined ? null : Number(of) };
}

/** What words say is counted: "số tiêu chí chưa đạt", "đạt", or nothing. */
export function whatIsCounted(folded: string): TotalKind {
  if (/\b(?:chua|khong) (?:dat|hoan thanh)\b|\bcon (?:thieu|lai)\b|\bphai (?:lam|hoan thanh)\b/.test(folded))
    return 'notMet';
  if (/\bco ban (?:dat|hoan thanh)\b|\bgan dat\b/.test(folded)) return 'coBanDat';
  return /\b(?:dat|hoan thanh)\b/.test(folded) ? 'met' : 'bare';
}
