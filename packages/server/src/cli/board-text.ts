// What `vb board` and `vb rounds list` print for people: days and numbers as they are spoken, and what each letter means.
import { engineText, spokenDay, spokenNumber } from '@vungbuoc/criteria';
import type { BoardReply, MarkLetter } from '@vungbuoc/programme/board';
import type { Lang } from './command.ts';

const LETTERS: Readonly<Record<MarkLetter, Readonly<Record<Lang, string>>>> = {
  M: { vi: 'đạt', en: 'met' },
  R: { vi: 'đạt, nguy cơ rớt', en: 'met, at risk' },
  C: { vi: 'xã nhận đạt, chờ thẩm tra', en: 'claimed met, not verified' },
  B: { vi: 'cơ bản đạt', en: 'basically met' },
  N: { vi: 'chưa đạt', en: 'not met' },
  P: { vi: 'xã nhận chưa đạt, chờ thẩm tra', en: 'claimed not met, not verified' },
  U: { vi: 'chưa xác định', en: 'not known' },
  A: { vi: 'không áp dụng', en: 'not applicable' },
};

const WORDS = {
  vi: {
    sample: 'SỐ LIỆU MINH HỌA',
    declared: '* kết quả theo văn bản, không tính từ số liệu',
    average: 'bình quân',
    met: 'tiêu chí đạt',
  },
  en: {
    sample: 'ILLUSTRATIVE FIGURES',
    declared: '* results as a document declares them, not computed',
    average: 'average',
    met: 'criteria met',
  },
} as const;

/** A table for a terminal: one letter a cell, with a legend of the letters that stand in it. */
export function boardText(board: BoardReply, lang: Lang): string {
  const words = WORDS[lang];
  const width = Math.max(...board.rows.map((row) => row.name.length), 2);
  const head = `${''.padEnd(width)}  ${board.criteria.map((criterion) => criterion.code.padStart(2)).join(' ')}`;
  const rows = board.rows.map((row) => {
    const marks = [...row.marks].map((mark) => mark.padStart(2)).join(' ');
    return `${row.name.padEnd(width)}  ${marks}  ${row.met ?? '?'}/${row.of}${row.basis === 'declared' ? ' *' : ''}`;
  });
  const { sums } = board;
  const average = sums.average === null ? '?' : spokenNumber(sums.average, engineText[lang]);
  const foot = `${board.round.name[lang]}, ${spokenDay(board.asOf)}: ${sums.met}/${sums.of} ${words.met}, ${words.average} ${average}`;
  return [...(board.sample ? [words.sample] : []), head, ...rows, foot, ...legendOf(board, lang)].join('\n');
}

function legendOf(board: BoardReply, lang: Lang): string[] {
  const present = new Set(board.rows.flatMap(({ marks }) => [...marks]));
  const letters = Object.entries(LETTERS)
    .filter(([letter]) => present.has(letter))
    .map(([letter, words]) => `${letter} ${words[lang]}`);
  const declared = board.rows.some(({ basis }) => basis === 'declared');
  return [letters.join('; '), ...(declared ? [WORDS[lang].declared] : [])].filter((line) => line !== '');
}
