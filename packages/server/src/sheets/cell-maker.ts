// Makes the cells of text files. Equal cells are one object, so a long file of marks and codes stays small in memory.
import { emptyCell, type GridCell } from './grid.ts';

/** Distinct texts remembered before the store starts anew; figures of a national file are mostly distinct. */
const remembered = 50_000;

/** `="03460"` is how people keep a leading zero in CSV; Excel shows the text inside. */
const quotedByFormula = /^="([^"]*)"$/;

/** Our own writer puts `'` before text that Excel would run as a formula; reading takes it off again. */
const madeInert = /^'(?=[=+\-@\t\r])/;

/** Makes cells out of texts. Nothing is computed: `=cmd|...` stays the text it is. */
export function createCellMaker(): (text: string) => GridCell {
  let known = new Map<string, GridCell>();
  return (raw) => {
    const found = known.get(raw);
    if (found !== undefined) return found;
    const text = tidyText(raw).replace(quotedByFormula, '$1').replace(madeInert, '');
    const cell: GridCell = text === '' ? emptyCell : { text, value: text, kind: 'text' };
    if (known.size >= remembered) known = new Map();
    known.set(raw, cell);
    return cell;
  };
}

/** NFC, without the invisible marks that copying from web pages and Zalo leaves, and without blanks at the ends. */
export function tidyText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\u00a0/g, ' ')
    .trim();
}
