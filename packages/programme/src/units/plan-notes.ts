// What a plan of places could not take as it stood, or took with a doubt: stable codes, sentences in both languages.

import { spokenDay } from '@vungbuoc/criteria';

interface Sentences {
  readonly vi: string;
  readonly en: string;
}

/** {names} are filled from the note's facts. */
const sentences = {
  'row-left-out': {
    vi: 'Dòng {row} của {list} bị bỏ lại: {why}.',
    en: 'Row {row} of {list} was left out: {why}.',
  },
  'conversion-left-out': {
    vi: 'Dòng chuyển đổi {row} bị bỏ lại: không có mã {code} trong {list}.',
    en: 'Conversion row {row} was left out: there is no code {code} in {list}.',
  },
  'flag-differs': {
    vi: 'Dòng chuyển đổi {row}: cột “bị chia” của {code} không khớp với các dòng; lấy theo các dòng.',
    en: 'Conversion row {row}: the "divided" column of {code} does not agree with the rows; the rows were taken.',
  },
  'dropped-in-source': {
    vi: 'Nguồn đã bỏ {count} dòng chuyển đổi không có mã trước khi đến đây.',
    en: 'The source had dropped {count} conversion rows without a code before they came here.',
  },
  'no-predecessor': {
    vi: '{unit} ({code}) không có đơn vị tiền thân trong danh mục; coi là lập mới từ {date}.',
    en: '{unit} ({code}) has no predecessor in the lists; it is taken as founded on {date}.',
  },
  'no-successor': {
    vi: '{unit} ({code}) không thấy đi về đâu trong danh mục; coi là giải thể từ {date}.',
    en: '{unit} ({code}) goes nowhere in the lists; it is taken as abolished on {date}.',
  },
  'spelled-otherwise': {
    vi: 'Mã {code}: bảng chuyển đổi ghi “{there}”, danh mục ghi “{here}”. Ghép theo mã, giữ tên của danh mục.',
    en: 'Code {code}: the conversions write "{there}", the list writes "{here}". Matched by code; the list\'s name is kept.',
  },
  'kind-against-name': {
    vi: 'Mã {code}: cột loại ghi “{kind}” nhưng tên là “{unit}”; lấy theo tên.',
    en: 'Code {code}: the column of kinds says "{kind}", the name is "{unit}"; the name was taken.',
  },
  'kept-through-new-name': {
    vi: '{before} ({code}) vẫn là một đơn vị, nay là {unit}.',
    en: '{before} ({code}) is still the same unit, now {unit}.',
  },
  'population-unknown': {
    vi: '{unit} ({code}): danh mục không ghi dân số.',
    en: '{unit} ({code}): the list gives no population.',
  },
  'population-doubtful': {
    vi: '{unit} ({code}): dân số {population} trên {area} km² là quá ít, không lấy số này.',
    en: '{unit} ({code}): a population of {population} on {area} km² is too small; the number was not taken.',
  },
  'population-rewritten': {
    vi: '{unit} ({code}): dân số ghi “{written}”, đọc là {population}.',
    en: '{unit} ({code}): the population is written "{written}" and was read as {population}.',
  },
  'figures-of-a-namesake': {
    vi: '{unit} ({code}): dân số {population} và diện tích {area} km² trùng với đơn vị khác ({other}); không biết là của ai nên không lấy.',
    en: '{unit} ({code}): population {population} and area {area} km² are also those of {other}; whose they are is not known, so they were not taken.',
  },
  'area-unknown': {
    vi: '{unit} ({code}): danh mục không ghi diện tích.',
    en: '{unit} ({code}): the list gives no area.',
  },
  'founding-unknown': {
    vi: 'Ngày thành lập của {count} đơn vị không có trong danh mục: để trống, ghi “chưa chắc”.',
    en: 'The founding days of {count} units are not in the lists: left empty and marked unsure.',
  },
  'code-still-held': {
    vi: 'Mã {code} ngày {date} đang là của {holder}, chưa kết thúc trong hệ thống; {unit} bị bỏ lại.',
    en: 'On {date} code {code} still belongs to {holder}, which has not ended here; {unit} was left out.',
  },
  'not-ended-here': {
    vi: '{unit} ({code}) kết thúc từ {date} theo danh mục nhưng trong hệ thống chưa kết thúc; không sửa gì.',
    en: '{unit} ({code}) ends on {date} in the lists but has not ended here; nothing was changed.',
  },
  'two-here': {
    vi: '{unit} ({code}) trong hệ thống đang là hai đơn vị khác nhau, danh mục coi là một; không sửa gì.',
    en: '{unit} ({code}) is two different units here and one in the lists; nothing was changed.',
  },
  'named-otherwise-here': {
    vi: 'Mã {code} đã có với tên “{here}”, danh mục ghi “{there}”; giữ tên đã có.',
    en: 'Code {code} is already here as "{here}", the lists write "{there}"; the name that is here was kept.',
  },
} as const satisfies Record<string, Sentences>;

export type PlanNoteCode = keyof typeof sentences;

/** One thing to know about a plan; `facts` fill its sentences and are what a program reads. */
export interface PlanNote {
  readonly code: PlanNoteCode;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Something of the lists is missing from the plan, and not only doubted. */
export const LEFT_OUT: ReadonlySet<PlanNoteCode> = new Set([
  'row-left-out',
  'conversion-left-out',
  'code-still-held',
  'not-ended-here',
  'two-here',
]);

/** The note in both languages; days are written as people write them, figures as the lists have them. */
export function speakNote({ code, facts }: PlanNote): Sentences {
  const spoken = (name: string): string | undefined => {
    const fact = facts[name];
    return name === 'date' ? spokenDay(String(fact)) : fact?.toString();
  };
  const fill = (template: string): string =>
    template.replace(/\{(\w+)\}/g, (whole, name: string) => spoken(name) ?? whole);
  return { vi: fill(sentences[code].vi), en: fill(sentences[code].en) };
}
