// What changed in the head of a set: period, decrees, scoring, level, columns, special rules.

import type { CriteriaSet, DimensionValue, LegalBasis, SpecialRule } from '../law/set.ts';
import { spokenDay } from '../text/numbers.ts';
import {
  plainWorth,
  type SetDifference,
  tell,
  type Worth,
  whereChanged,
  worthOf,
  worthOfKey,
  worthOrNone,
} from './difference.ts';

export function diffHead(a: CriteriaSet, b: CriteriaSet): SetDifference[] {
  const counts = ({ declaredCounts: { criteria, indicators } }: CriteriaSet): Worth =>
    worthOfKey('diff.counts', { criteria: String(criteria), indicators: String(indicators) });
  const effective = (set: CriteriaSet): Worth => ({
    ...plainWorth(spokenDay(set.effectiveFrom)),
    raw: set.effectiveFrom,
  });
  return [
    ...whereChanged('diff.period-changed', b.id, [periodOf(a), periodOf(b)]),
    ...whereChanged('diff.effective-changed', b.id, [effective(a), effective(b)]),
    ...diffDecrees(a.legalBasis, b.legalBasis),
    ...whereChanged('diff.level-changed', b.id, [plainWorth(a.recognitionVi), plainWorth(b.recognitionVi)]),
    ...whereChanged('diff.scoring-changed', b.id, [scoringOf(a), scoringOf(b)]),
    ...whereChanged('diff.counts-changed', b.id, [counts(a), counts(b)]),
    ...diffColumns(a.dimension?.values ?? [], b.dimension?.values ?? []),
    ...diffSpecialRules(a, b),
  ];
}

/** "2016-2020", and how far a province carries it on. */
function periodOf({ period: { from, to, extended } }: CriteriaSet): Worth {
  const years = { from: String(from), to: String(to) };
  if (extended === null) return plainWorth(`${from}-${to}`);
  const { to: until, standardsOf } = extended;
  return worthOfKey('diff.extended', { ...years, until: String(until), standardsOf: String(standardsOf) });
}

function scoringOf({ scoring }: CriteriaSet): Worth {
  if (scoring.type === 'all') return worthOfKey('diff.all-must-hold');
  return worthOfKey('diff.pass-mark', { mark: String(scoring.passMark) });
}

/** The first decree is the one that citations name; the others come and go by their number. */
function diffDecrees(a: readonly LegalBasis[], b: readonly LegalBasis[]): SetDifference[] {
  const [first, ...others] = b;
  const [oldFirst] = a;
  const replaced = first !== undefined && oldFirst !== undefined && first.number !== oldFirst.number;
  const changed = replaced
    ? [
        tell('diff.decree-changed', first.number, {
          before: plainWorth(oldFirst.number),
          after: plainWorth(first.number),
        }),
      ]
    : [];
  const named = new Map(a.map((decree) => [decree.number, decree]));
  const added = others.filter(({ number }) => !named.has(number));
  const gone = a.slice(1).filter(({ number }) => !b.some((decree) => decree.number === number));
  return [
    ...changed,
    ...added.map(({ number }) => tell('diff.decree-added', number)),
    ...gone.map(({ number }) => tell('diff.decree-removed', number)),
    ...b.flatMap((decree) => diffDates(named.get(decree.number), decree)),
  ];
}

function diffDates(before: LegalBasis | undefined, after: LegalBasis): SetDifference[] {
  if (before === undefined) return [];
  const day = (text: string | null): Worth =>
    text === null ? worthOrNone(null) : { ...plainWorth(spokenDay(text)), raw: text };
  return [
    ...whereChanged('diff.decree-dated', after.number, [day(before.date), day(after.date)]),
    ...whereChanged('diff.decree-effective', after.number, [
      day(before.effectiveFrom),
      day(after.effectiveFrom),
    ]),
  ];
}

function diffColumns(a: readonly DimensionValue[], b: readonly DimensionValue[]): SetDifference[] {
  const old = new Map(a.map((value) => [value.code, value]));
  const nameOf = ({ nameVi, nameEn }: DimensionValue): Worth => worthOf(nameVi, nameEn);
  const reach = ({ definitionVi, definitionEn }: DimensionValue): Worth =>
    definitionVi === null ? worthOrNone(null) : worthOf(definitionVi, definitionEn ?? definitionVi);
  const changed = b.flatMap((value) => {
    const before = old.get(value.code);
    if (before === undefined) return [tell('diff.column-added', value.code, { name: nameOf(value) })];
    const name = nameOf(value);
    return [
      ...whereChanged('diff.column-renamed', value.code, [nameOf(before), name]),
      ...whereChanged('diff.column-redefined', value.code, [reach(before), reach(value)], { name }),
    ];
  });
  const gone = a.filter(({ code }) => !b.some((value) => value.code === code));
  return [
    ...changed,
    ...gone.map((value) => tell('diff.column-removed', value.code, { name: nameOf(value) })),
  ];
}

function diffSpecialRules(a: CriteriaSet, b: CriteriaSet): SetDifference[] {
  const wordsOf = ({ textVi, textEn }: SpecialRule): Worth => worthOf(textVi, textEn);
  const changed = b.specialRules.flatMap((rule) => {
    const before = a.specialRules.find(({ code }) => code === rule.code);
    if (before === undefined) return [tell('diff.special-added', rule.code, { name: wordsOf(rule) })];
    return [
      ...whereChanged('diff.special-reworded', rule.code, [wordsOf(before), wordsOf(rule)]),
      ...whereChanged('diff.special-taken', rule.code, [
        columnNamed(a, before.takes),
        columnNamed(b, rule.takes),
      ]),
    ];
  });
  const gone = a.specialRules.filter(({ code }) => !b.specialRules.some((rule) => rule.code === code));
  return [
    ...changed,
    ...gone.map((rule) => tell('diff.special-removed', rule.code, { name: wordsOf(rule) })),
  ];
}

/** The column that a rule leads to; another name alone is told at the column. */
function columnNamed(set: CriteriaSet, code: string): Worth {
  const value = set.dimension?.values.find((candidate) => candidate.code === code);
  return { raw: code, vi: value?.nameVi ?? code, en: value?.nameEn ?? code };
}
