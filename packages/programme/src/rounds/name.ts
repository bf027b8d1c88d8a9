// How people call a round.
import { type Bilingual, sayBoth, type Texts } from '../text/index.ts';
import { RoundKind } from './open.ts';

/** "Năm 2020", "6 tháng 2026", "Quý I/2021", "Tháng 3/2021". */
export function nameOfRound(
  round: { readonly kind: string; readonly year: number; readonly period: number },
  texts: Texts,
): Bilingual {
  const { kind, year, period } = round;
  const roman = ['I', 'II', 'III', 'IV'][period - 1] ?? String(period);
  const known = RoundKind.safeParse(kind);
  return sayBoth(texts, `round.${known.success ? known.data : 'year'}`, () => ({ year, period, roman }));
}
