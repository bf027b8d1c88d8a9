// From the letters of the board to marks, and to the sentence a screen reader says for a cell.
import type { BoardReply, BoardRow } from '@vungbuoc/programme/board';
import type { MarkKind } from '../../parts/mark.tsx';
import type { Text } from '../../text/language.tsx';

/** The letters of MARKS (programme/board), written again so that the schemas stay out of the first load. */
const KINDS: Readonly<Record<string, MarkKind>> = {
  M: 'met',
  R: 'atRisk',
  C: 'claimedMet',
  B: 'coBanDat',
  N: 'notMet',
  P: 'claimedNotMet',
  U: 'unknown',
  A: 'notApplicable',
};

export function markOf(letter: string | undefined): MarkKind {
  return KINDS[letter ?? 'U'] ?? 'unknown';
}

export function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

type Criterion = BoardReply['criteria'][number];

/** "Nậm Manh, tiêu chí 15 Y tế: chưa đạt, vướng 1 chỉ tiêu". */
export function cellName(row: BoardRow, at: number, criterion: Criterion, text: Text): string {
  const kind = markOf(row.marks[at]);
  const mark = lowerFirst(markWords(row, kind, text)) + unknownWhy(row, criterion, kind, text);
  const place = { unit: row.name, code: criterion.code, criterion: text.of(criterion.name), mark };
  const lacking = row.lacking[at] ?? 0;
  const counts = lacking > 0 && (kind === 'notMet' || kind === 'claimedNotMet');
  return counts ? text.t('cell.nameLacking', { ...place, n: lacking }) : text.t('cell.name', place);
}

/** A mark that a document gives was verified by nobody here, so its words do not say so. */
function markWords(row: BoardRow, kind: MarkKind, text: Text): string {
  if (row.basis !== 'declared' || kind === 'unknown') return text.t(`mark.${kind}`);
  return `${text.t(`legend.${kind}`)}, ${text.t('table.declared')}`;
}

function unknownWhy(row: BoardRow, criterion: Criterion, kind: MarkKind, text: Text): string {
  if (kind !== 'unknown') return '';
  if (criterion.noStandard) return `, ${text.t('table.noStandard')}`;
  const note = row.notes[0];
  return note === undefined ? '' : `, ${noteText(note, text)}`;
}

const NOTES = {
  'no-readings': 'table.noReadings',
  'no-column': 'table.noColumn',
  'divided-predecessor': 'table.divided',
  'missing-predecessor': 'table.missingPredecessor',
} as const;

/** What stands in the way of a unit's full result, in words. */
export function noteText(note: string, text: Text): string {
  return note in NOTES ? text.t(NOTES[note as keyof typeof NOTES]) : note;
}

/** One thing worth saying about a row under its name, the gravest first; null where there is none. */
export function rowNote(row: BoardRow, text: Text): string | null {
  const [note] = row.notes;
  if (note !== undefined) return noteText(note, text);
  if (row.basis === 'declared') return text.t('table.declared');
  return row.recognised === null ? null : text.t('table.recognised');
}
