// Set documents of one indicator, to be bent one place at a time, and what the check says to them.
import { parseSet, type SetParse, type SetProblem } from '@vungbuoc/criteria';
import { cell, criterion, type Doc, dictionary, indicator, setDocument } from './small-set.ts';

/** The indicator about water with these standards; `more` replaces or adds keys. */
export const water = (standards: Doc, more: Doc = {}): Doc =>
  indicator('1.1', 'nuoc', 'percent', standards, more);

/** An indicator that men and women must each reach. */
export const menAndWomen = (): Doc =>
  indicator(
    '1.1',
    'viec/nam',
    'percent',
    { default: cell('>=', 90) },
    {
      measure: { type: 'percent', bySex: true },
      figures: {
        male: { code: 'viec/nam', confidence: 'source' },
        female: { code: 'viec/nu', confidence: 'source' },
      },
    },
  );

/** A document of one criterion with this one indicator, not yet read. */
export const one = (item: Doc, more: Doc = {}): Doc => setDocument([criterion('1', [item])], more);

/** A document without a fault. */
export const good = one(water({ default: cell('>=', 90) }));

export const parse = (document: unknown): SetParse => parseSet(document, 'thu.json', dictionary());

export const faultsOf = (document: unknown): readonly SetProblem[] => parse(document).refused;

/** What is refused and where, as `code @ path`. */
export const codesOf = ({ refused }: SetParse): string[] =>
  refused.map(({ code, path }) => `${code} @ ${path}`);

/** Faults as `code @ path @ key`, without what a fault does not have. */
export const placesOf = (faults: readonly SetProblem[]): string[] =>
  faults.map(({ code, path, values }) => [code, path, values.key].filter(Boolean).join(' @ '));
