// What a figure may be, by what it is made of: one check for what people type, what files hold and what programs send.
import { microOf } from '../decimal.ts';
import type { FigureDef } from '../law/figures.ts';
import type { TextKey } from '../text/catalogue.ts';
import type { Reading } from './reading.ts';

export type ReadingFaultCode = Extract<
  TextKey,
  | 'reading.not-number'
  | 'reading.negative'
  | 'reading.not-whole'
  | 'reading.too-large'
  | 'reading.over-hundred'
  | 'reading.over-total'
  | 'reading.zero-total'
  | 'reading.numerator-absent'
  | 'reading.denominator-absent'
  | 'reading.counts-not-used'
  | 'reading.not-yes-no'
>;

/** Why a reading cannot be kept; `values` are those of the code's sentence. */
export interface ReadingFault {
  readonly code: ReadingFaultCode;
  readonly field: 'value' | 'numerator' | 'denominator';
  readonly values: Readonly<Record<string, string>>;
}

/** The first thing that is wrong with a reading of one figure, or null. An empty reading is none. */
export type ReadingCheck = (
  reading: Pick<Reading, 'numerator' | 'denominator' | 'bare'>,
) => ReadingFault | null;

type Rules = Pick<FigureDef, 'kind' | 'decimals' | 'most'>;

/** The check of one figure: made once, asked of hundreds of thousands of readings. */
export function checkOf(figure: Rules): ReadingCheck {
  const known = made.get(figure);
  if (known !== undefined) return known;
  const fresh = makeCheck(figure);
  made.set(figure, fresh);
  return fresh;
}

const made = new WeakMap<Rules, ReadingCheck>();

function makeCheck(figure: Rules): ReadingCheck {
  if (figure.kind === 'share' || figure.kind === 'ratio') return checkCounts(figure, figure.kind === 'share');
  return figure.kind === 'number' ? checkNumber(figure) : checkFact;
}

/** Counts as most people give them: compared as the numbers they are. */
const COUNT = /^\d{1,14}$/;

function checkCounts(figure: Rules, share: boolean): ReadingCheck {
  return ({ numerator, denominator, bare }) => {
    if (bare === true && denominator !== null) return fault('reading.counts-not-used', 'denominator');
    if (bare === true)
      return share ? checkPercent(numerator) : fault('reading.denominator-absent', 'denominator');
    if (numerator === null)
      return denominator === null ? null : fault('reading.numerator-absent', 'numerator');
    if (denominator === null) return fault('reading.denominator-absent', 'denominator');
    if (COUNT.test(numerator) && COUNT.test(denominator)) {
      const total = Number(denominator);
      if (share && Number(numerator) > total) return overTotal(numerator, denominator);
      return total === 0 ? fault('reading.zero-total', 'denominator') : null;
    }
    const wrong = checkOne(numerator, 'numerator', figure) ?? checkOne(denominator, 'denominator', figure);
    if (wrong !== null) return wrong;
    const [top, bottom] = [microOf(numerator) ?? 0n, microOf(denominator) ?? 0n];
    if (share && top > bottom) return overTotal(numerator, denominator);
    return bottom === 0n ? fault('reading.zero-total', 'denominator') : null;
  };
}

function checkPercent(percent: string | null): ReadingFault | null {
  if (percent === null) return null;
  const wrong = checkOne(percent, 'value', { decimals: null });
  if (wrong !== null) return wrong;
  return (microOf(percent) ?? 0n) > 100_000_000n ? fault('reading.over-hundred', 'value', percent) : null;
}

function checkNumber(figure: Rules): ReadingCheck {
  const most = figure.most === null ? null : BigInt(figure.most) * 1_000_000n;
  return ({ numerator, denominator, bare }) => {
    if (bare === true || denominator !== null) return fault('reading.counts-not-used', 'numerator');
    if (numerator === null) return null;
    const wrong = checkOne(numerator, 'value', figure);
    if (wrong !== null || most === null) return wrong;
    return (microOf(numerator) ?? 0n) > most ? fault('reading.too-large', 'value', numerator) : null;
  };
}

/** Yes is 1 and no is 0; there is nothing between or beside them. */
const checkFact: ReadingCheck = ({ numerator, denominator, bare }) => {
  if (bare === true || denominator !== null) return fault('reading.counts-not-used', 'numerator');
  if (numerator === null || numerator === '1' || numerator === '0') return null;
  const micro = numerator.startsWith('-') ? null : microOf(numerator);
  return micro === 0n || micro === 1_000_000n ? null : fault('reading.not-yes-no', 'value', numerator);
};

/** Nothing that a set measures lies under zero, and what is counted one by one has no decimals. */
function checkOne(
  text: string,
  field: ReadingFault['field'],
  { decimals }: { readonly decimals: number | null },
): ReadingFault | null {
  if (COUNT.test(text)) return null;
  const micro = microOf(text);
  if (micro === null) return fault('reading.not-number', field, text);
  if (micro < 0n) return fault('reading.negative', field, text);
  return decimals === 0 && micro % 1_000_000n !== 0n ? fault('reading.not-whole', field, text) : null;
}

function overTotal(numerator: string, denominator: string): ReadingFault {
  return { code: 'reading.over-total', field: 'numerator', values: { numerator, denominator } };
}

function fault(code: ReadingFaultCode, field: ReadingFault['field'], text?: string): ReadingFault {
  return { code, field, values: text === undefined ? {} : { text } };
}
