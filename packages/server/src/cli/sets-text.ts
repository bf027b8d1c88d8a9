// What `vb sets` prints for people: lists, a set's table of standards, faults, differences.
import {
  type CriteriaSet,
  cellsOf,
  engineText,
  type Indicator,
  type SetDifference,
  type SetProblem,
  spokenStandard,
} from '@vungbuoc/criteria';
import type { WouldFallReply } from '@vungbuoc/programme/sets';
import type { CheckedLaw, LawHead } from './check-law.ts';
import type { Lang } from './command.ts';

export function listText(heads: readonly LawHead[], lang: Lang): string {
  return heads
    .map(
      (head) =>
        `${head.id}/${head.version ?? '?'}  ${lang === 'vi' ? head.titleVi : head.titleEn}${countsText(head, lang)}`,
    )
    .join('\n');
}

function countsText(head: LawHead, lang: Lang): string {
  if (head.kind === 'overlay') return lang === 'vi' ? '  (quy định của tỉnh)' : '  (overlay)';
  const size = `${head.criteria ?? '?'}/${head.declaredIndicators ?? '?'}`;
  const open = lang === 'vi' ? `${head.unfinished} chỗ còn thiếu` : `${head.unfinished} unfinished`;
  return `  ${head.from ?? '?'}-${head.to ?? '?'}  ${size}  ${open}`;
}

export function setText(set: CriteriaSet, lang: Lang): string {
  const lines = set.criteria.flatMap((criterion) => [
    `${criterion.code}  ${lang === 'vi' ? criterion.nameVi : criterion.nameEn}`,
    ...criterion.indicators.flatMap((indicator) => indicatorLines(set, indicator, lang)),
  ]);
  return [`${set.id}/${set.version}  ${lang === 'vi' ? set.titleVi : set.titleEn}`, ...lines].join('\n');
}

function indicatorLines(set: CriteriaSet, indicator: Indicator, lang: Lang): string[] {
  const text = engineText[lang];
  const cells = cellsOf(indicator.rule).map(({ year, column, cell }) => {
    const place = [year, column].filter((part) => part !== null).join(' ');
    const standard =
      cell.kind === 'standard'
        ? `${spokenStandard(cell.of, { set, indicator, text, lang })} (${text[`confidence.${cell.confidence}`]})`
        : NO_STANDARD[cell.kind][lang];
    return place === '' ? standard : `${place}: ${standard}`;
  });
  return [
    `  ${indicator.code}  ${lang === 'vi' ? indicator.textVi : indicator.textEn}`,
    `      ${cells.join('  ')}`,
  ];
}

const NO_STANDARD = {
  delegated: { vi: 'tỉnh quy định', en: 'left to the province' },
  missing: { vi: 'chưa biết', en: 'not known' },
} as const;

export function checkText({ files, refused, unfinished }: CheckedLaw, lang: Lang): string {
  const words =
    lang === 'vi'
      ? {
          refused: 'Không nhận',
          unfinished: 'Còn thiếu',
          sum: `${files.length} file: ${refused.length} chỗ không nhận, ${unfinished.length} chỗ còn thiếu`,
        }
      : {
          refused: 'Refused',
          unfinished: 'Unfinished',
          sum: `${files.length} files: ${refused.length} refused, ${unfinished.length} unfinished`,
        };
  const line = (word: string) => (fault: SetProblem) =>
    `${word}: ${fault.file}${fault.path === '' ? '' : ` > ${fault.path}`}: ${fault[lang]}`;
  return [...refused.map(line(words.refused)), ...unfinished.map(line(words.unfinished)), words.sum].join(
    '\n',
  );
}

export function diffText(differences: readonly SetDifference[], lang: Lang): string {
  if (differences.length === 0) return lang === 'vi' ? 'Không khác nhau.' : 'No differences.';
  return differences.map((difference) => difference[lang]).join('\n');
}

const OUTLOOKS = {
  keeps: { vi: 'giữ được', en: 'keeps' },
  falls: { vi: 'sẽ không đạt', en: 'falls' },
  unknown: { vi: 'chưa xác định', en: 'cannot be told' },
  'not-holding': { vi: 'nay chưa đạt', en: 'does not hold now' },
} as const;

export function fallText(reply: WouldFallReply, lang: Lang): string {
  const words = lang === 'vi' ? { lost: 'không đạt', open: 'chưa rõ' } : { lost: 'not met', open: 'open' };
  return reply.units
    .map(({ unit, name, outlook, lost, open }) =>
      [
        `${unit}  ${name}: ${OUTLOOKS[outlook][lang]}`,
        ...(lost.length > 0 ? [`${words.lost} ${lost.join(', ')}`] : []),
        ...(open.length > 0 ? [`${words.open} ${open.join(', ')}`] : []),
      ].join('; '),
    )
    .join('\n');
}
