// One figure in words: "1.187 trên 1.345 hộ (88,3%)".
import { decimalText, MICRO, microOf, microsOf } from '../decimal.ts';
import type { FigureKind, Reading } from '../reading/reading.ts';
import { type EngineText, fill, type TextKey } from '../text/catalogue.ts';
import { spokenNumber } from '../text/numbers.ts';
import { rateText } from './rate.ts';

export interface FigureWords {
  readonly text: EngineText;
  readonly label: string;
  /** As it follows a number, with the space before it; empty where there is none. */
  readonly unit: string;
  readonly kind: FigureKind;
  /** The thing must not exist: its fact is said as "still there" or "none left". */
  readonly unwanted: boolean;
}

/** Says a reading. `bounds` are the thresholds (decimal texts) that a rate may not be rounded across. */
export function spokenFigure(reading: Reading | null, words: FigureWords, bounds: readonly string[]): string {
  const { text, label } = words;
  if (reading === null) return fill(text['figure.absent'], { label });
  if (!reading.applicable) return fill(text['figure.not-applicable'], { label });
  if (reading.numerator === null) return fill(text['figure.absent'], { label });
  const top = microOf(reading.numerator);
  if (top === null) return fill(text['figure.impossible'], { label });
  if (reading.bare === true) return fill(text['figure.bare'], { label, percent: spoken(top, text) });
  if (words.kind === 'share' || words.kind === 'ratio')
    return spokenRate(top, reading, words, microsOf(bounds));
  if (words.kind === 'number')
    return fill(text['figure.number'], { label, value: spoken(top, text), unit: words.unit });
  return fill(text[factKey(words, top)], { label });
}

function factKey({ kind, unwanted }: FigureWords, top: bigint): TextKey {
  const yes = top === MICRO;
  if (unwanted) return yes ? 'figure.still' : 'figure.none-left';
  if (kind === 'judged') return yes ? 'figure.judged-yes' : 'figure.judged-no';
  return yes ? 'figure.yes' : 'figure.no';
}

function spokenRate(top: bigint, reading: Reading, words: FigureWords, bounds: readonly bigint[]): string {
  const { text, label, unit } = words;
  const numerator = spoken(top, text);
  const bottom = reading.denominator === null ? null : microOf(reading.denominator);
  if (bottom === null) return fill(text['figure.no-total'], { label, numerator, unit });
  if (bottom === 0n) return fill(text['figure.zero-total'], { label });
  const share = words.kind === 'share';
  if (bottom < 0n || top < 0n || (share && top > bottom)) return fill(text['figure.impossible'], { label });
  const rate = spokenNumber(rateText(share ? top * 100n : top, bottom, bounds, share ? 1 : 2), text);
  const values = { label, numerator, denominator: spoken(bottom, text), unit, percent: rate, value: rate };
  return fill(text[share ? 'figure.share' : 'figure.ratio'], values);
}

function spoken(micro: bigint, text: EngineText): string {
  return spokenNumber(decimalText(micro), text);
}
