// What `vb intake` prints for people: what was understood, what is asked, what was written.
import type { Proposal, Question, UnitShown } from '@vungbuoc/programme/intake';
import type { ImportReply } from '@vungbuoc/programme/readings';
import type { Lang } from './command.ts';

export function proposalText({ questions, faults, preview }: Proposal, lang: Lang): string {
  // with nothing to take, how to import it is no next step
  const ready = preview !== null && preview.taken > 0;
  const ending = questions.length > 0 ? HOW_TO_ANSWER[lang] : ready ? HOW_TO_IMPORT[lang] : [];
  return [
    ...(preview === null ? [] : previewLines(preview, lang)),
    ...faults.map((fault) => fault[lang]),
    ...questions.flatMap((question) => questionLines(question, lang)),
    ...ending,
  ].join('\n');
}

function previewLines(preview: NonNullable<Proposal['preview']>, lang: Lang): string[] {
  const { sheet, units, unitsInRound, criteria, criteriaInRound, taken, waiting } = preview;
  const { totalsAgree, totalsDiffer } = preview;
  const sums =
    lang === 'vi'
      ? `Sheet ${sheet}: ${units}/${unitsInRound} xã, ${criteria.length}/${criteriaInRound} tiêu chí, lấy được ${taken} ô, chờ trả lời ${waiting} ô. Cộng khớp ${totalsAgree} dòng, lệch ${totalsDiffer.length}.`
      : `Sheet ${sheet}: ${units}/${unitsInRound} communes, ${criteria.length}/${criteriaInRound} criteria, ${taken} cells taken, ${waiting} waiting. Totals agree on ${totalsAgree} lines, differ on ${totalsDiffer.length}.`;
  const differ = totalsDiffer.map(({ cell, counted, written }) =>
    lang === 'vi'
      ? `  Ô ${cell} ghi ${written}, đếm được ${counted}.`
      : `  ${cell} says ${written}, counted ${counted}.`,
  );
  return [sums, ...differ];
}

function questionLines(question: Question, lang: Lang): string[] {
  const answers = question.candidates.map((one) => {
    const offered = one.value === question.proposed ? (lang === 'vi' ? ' (đề xuất)' : ' (proposed)') : '';
    return `      ${JSON.stringify(one.value)}  ${one[lang]}${offered}`;
  });
  return [`? ${question.id}  ${question[lang]}`, ...answers];
}

const HOW_TO_ANSWER = {
  vi: [
    '',
    'Ghi ánh xạ ra file bằng --out ANH-XA.json, điền "value" cho từng câu hỏi trong "decisions", rồi chạy lại với --mapping ANH-XA.json.',
  ],
  en: [
    '',
    'Write the mapping with --out MAPPING.json, fill in "value" for each question in "decisions", then run again with --mapping MAPPING.json.',
  ],
} as const;

const HOW_TO_IMPORT = {
  vi: ['', 'Không còn câu hỏi. Ghi ánh xạ bằng --out ANH-XA.json rồi nhập bằng --mapping ANH-XA.json.'],
  en: [
    '',
    'No questions are left. Write the mapping with --out MAPPING.json, then import with --mapping MAPPING.json.',
  ],
} as const;

export function importedText({ units, changed, unchanged, dryRun }: ImportReply, lang: Lang): string {
  if (lang === 'en') {
    return `${dryRun ? 'Would write' : 'Wrote'} ${changed} results of ${units} communes (${unchanged} the same).`;
  }
  return `${dryRun ? 'Sẽ ghi' : 'Đã ghi'} ${changed} kết quả của ${units} xã (${unchanged} không đổi).`;
}

/** For each unit, what the board shows from now on and why. */
export function shownText(units: readonly UnitShown[], lang: Lang): string {
  const byFigures = units.filter(({ by }) => by === 'figures');
  const bySheet = units.filter(({ by }) => by === 'sheet');
  return [
    ...(byFigures.length > 0 ? [FIGURES_STAND[lang]] : []),
    ...byFigures.map(({ name, met, said, of }) =>
      lang === 'vi'
        ? `  ${name}: theo số liệu ${met ?? '?'}/${of}; bảng ghi ${said}`
        : `  ${name}: by figures ${met ?? '?'}/${of}; the sheet says ${said}`,
    ),
    ...(bySheet.length > 0 ? [SHEET_STANDS[lang]] : []),
    ...bySheet.map(({ name, said, of }) => `  ${name}: ${said}/${of}`),
  ].join('\n');
}

const FIGURES_STAND = {
  vi: 'Đã có số liệu của kỳ này: bảng tiêu chí vẫn theo số liệu; kết quả theo văn bản được giữ riêng.',
  en: 'With figures in this round: the board stays with the figures; what the document says is kept apart.',
} as const;

const SHEET_STANDS = {
  vi: 'Chưa có số liệu: bảng tiêu chí theo bảng này.',
  en: 'Without figures: the board shows what this sheet says.',
} as const;
