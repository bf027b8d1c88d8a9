// One commune's readings as they might be: counts with their totals, yes/no facts, amounts. Plausible, never real.
import type { CriteriaSet, FigureDef, Indicator, Reading } from '@vungbuoc/criteria';
import { around, between, type Random } from '../measure/random.ts';

/** A commune's readings by figure code. */
export type CommuneReadings = ReadonlyMap<string, Reading>;

/** How far a commune has come, 0..1: it moves all its figures together, as poverty does. */
export function progressOf(random: Random): number {
  return Math.min(0.98, Math.max(0.35, around(random, 0.8, 0.3)));
}

/** About one figure in fifty is missing, as in every round. */
const MISSING = 0.02;

export function communeReadings(set: CriteriaSet, random: Random): CommuneReadings {
  const households = between(random, 900, 9_000);
  const progress = progressOf(random);
  const readings = new Map<string, Reading>();
  for (const criterion of set.criteria) {
    for (const indicator of criterion.indicators) {
      for (const [part, use] of Object.entries(indicator.figures)) {
        const figure = set.figures[use.code];
        if (!figure || readings.has(figure.code)) continue;
        if (random() < MISSING) continue;
        readings.set(figure.code, readingOf({ figure, indicator, part, households, progress, random }));
      }
    }
  }
  return readings;
}

interface Wanted {
  readonly figure: FigureDef;
  readonly indicator: Indicator;
  readonly part: string;
  readonly households: number;
  readonly progress: number;
  readonly random: Random;
}

function readingOf(wanted: Wanted): Reading {
  const { figure, indicator, progress, random } = wanted;
  const plain = (numerator: string, denominator: string | null): Reading => ({
    numerator,
    denominator,
    applicable: true,
  });
  if (indicator.rule.kind === 'ifPresent' && random() < 0.2) {
    return { numerator: null, denominator: null, applicable: false, note: 'trên địa bàn không có' };
  }
  switch (figure.kind) {
    case 'share': {
      const total = Math.max(20, Math.round(wanted.households * around(random, 1, 0.3)));
      const share = isLow(indicator) ? around(random, 0.08, 0.08) : around(random, progress + 0.12, 0.15);
      const part = Math.round(total * Math.min(1, Math.max(0, share)));
      return plain(String(part), String(total));
    }
    case 'ratio':
      return plain(String(between(random, 10, 200)), String(between(random, 5, 20)));
    case 'number':
      return plain(amount(figure, progress, random), null);
    default: {
      const good = random() < 0.6 + progress * 0.4;
      return plain(good === indicator.measure.expected ? '1' : '0', null);
    }
  }
}

/** Poverty and stunting must be low; all other shares high. */
function isLow(indicator: Indicator): boolean {
  return JSON.stringify(indicator.rule).includes('"atMost"');
}

function amount(figure: FigureDef, progress: number, random: Random): string {
  const middle = /thu-nhap|10\.1/.test(figure.code) ? 48 * progress : 4 * progress;
  const most = figure.most ?? Number.POSITIVE_INFINITY;
  const value = Math.min(most, Math.max(0, around(random, middle, middle * 0.4)));
  return value
    .toFixed(Math.min(figure.decimals, 2))
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}
