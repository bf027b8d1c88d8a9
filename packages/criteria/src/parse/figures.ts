// Reads the dictionary of figures.
import { deepFreeze } from '../json.ts';
import { visibleCode } from '../law/code.ts';
import type { FigureDef, FigureDictionary } from '../law/figures.ts';
import type { SetProblem } from '../problem.ts';
import type { FigureKind } from '../reading/reading.ts';
import { openPart } from './document.ts';
import { refuseRepeats } from './head.ts';
import { DocumentNode } from './node.ts';
import { blankNotes } from './notes.ts';

const KINDS: readonly FigureKind[] = ['share', 'ratio', 'number', 'boolean', 'document', 'judged'];

/** What came of reading the dictionary; empty when something was refused. */
export interface FiguresParse {
  readonly figures: FigureDictionary;
  readonly refused: readonly SetProblem[];
}

/** Reads `criteria-sets/figures.json`. Never throws on bad input. */
export function parseFigures(text: unknown, file: string): FiguresParse {
  const notes = blankNotes();
  const value = openPart({ file, text }, notes);
  if (value === undefined) return { figures: new Map(), refused: notes.refused };
  const head = DocumentNode.ofFile(value, file, notes);
  head.allowOnly('$schema', 'format', 'figures');
  head.integer('format', 1, 1);
  const figures = head.list('figures').map(parseFigure);
  refuseRepeats(head, figures);
  const dictionary = new Map(figures.map((figure) => [figure.code, deepFreeze(figure)]));
  checkTotals(head, dictionary);
  return { figures: notes.refused.length > 0 ? new Map() : dictionary, refused: notes.refused };
}

function parseFigure(node: DocumentNode): FigureDef {
  node.allowOnly(
    'code',
    'nameVi',
    'nameEn',
    'kind',
    'unitVi',
    'unitEn',
    'total',
    'decimals',
    'most',
    'merge',
    'resultOnly',
  );
  const code = node.text('code');
  if (code !== '' && !/^[a-z0-9][a-z0-9./-]{0,79}$/.test(code))
    node.refuse('set.id-letters', { id: visibleCode(code) });
  return {
    code,
    nameVi: node.text('nameVi'),
    nameEn: node.text('nameEn'),
    kind: node.choice('kind', KINDS),
    unitVi: node.textOrNull('unitVi'),
    unitEn: node.textOrNull('unitEn'),
    total: node.textOrNull('total'),
    decimals: node.integer('decimals', 0, 6),
    most: node.integerOrNull('most', 1, 1_000_000_000),
    merge: node.choice('merge', ['sum', 'anew'] as const),
    resultOnly: node.flag('resultOnly'),
  };
}

/** A total is itself a figure: a plain number. */
function checkTotals(head: DocumentNode, dictionary: FigureDictionary): void {
  for (const figure of dictionary.values()) {
    if (figure.total === null) continue;
    const total = dictionary.get(figure.total);
    if (total === undefined) head.refuse('set.figure-unknown', { figure: figure.total }, figure.code);
    else if (total.kind !== 'number') head.refuse('figures.total-kind', { figure: total.code }, figure.code);
  }
}
