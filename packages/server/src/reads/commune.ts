// One commune's page: every criterion with its mark and gaps, and what became of the place.

import { spokenDay } from '@vungbuoc/criteria';
import { countMarks } from '@vungbuoc/programme/board';
import type { Principal } from '@vungbuoc/programme/principals';
import { type Bilingual, type Lang, say, sayBoth, type Texts } from '@vungbuoc/programme/text';
import { dayBefore, type UnitLink, type UnitVersion } from '@vungbuoc/programme/units';
import { type CommunePage, shapeIndicator, wordsOfSet } from '@vungbuoc/programme/verdicts';
import type { Workshop } from '../reference/workshop.ts';
import { headingOf } from './law-heads.ts';
import { findScope, type Scope, type ScopeQuery } from './scope.ts';
import { explainTwice, type JudgedUnitRead, readJudgedUnit, unitOfPath } from './unit-judged.ts';

export async function loadCommune(
  workshop: Workshop,
  principal: Principal,
  unitName: string,
  query: ScopeQuery,
): Promise<CommunePage> {
  const scope = await findScope(workshop, principal, { ...query, under: query.under ?? unitName });
  const unit = unitOfPath(workshop, principal, scope, unitName);
  const read = await readJudgedUnit(workshop, scope, unit);
  const on = scope.look === 'now' ? scope.today : scope.round.geographyOn;
  const parents = scope.reference.places.at(on).ancestorsOf(unit.unitId);
  return {
    unit: {
      code: unit.code,
      name: unit.name,
      kind: unit.kind,
      parents: parents.map(({ code, name }) => ({ code, name })),
    },
    round: scope.round.code,
    ...headingOf(scope, workshop.texts),
    sample: scope.round.isIllustrative,
    asOf: scope.knownOn ?? scope.round.asOf,
    changes: changesOf(scope, unit, workshop.texts),
    sentence: sentenceOf(read, workshop.texts),
    criteria: criteriaOf(read, workshop.texts),
  };
}

function criteriaOf(read: JudgedUnitRead, texts: Texts): CommunePage['criteria'] {
  const explained = explainTwice(read, texts);
  const { readings: current, history } = read;
  const facts = { ...wordsOfSet(read.law?.compiled.set ?? null, texts), current, history };
  return read.codes.map((code, index) => {
    const vi = explained?.vi.criteria[index];
    const en = explained?.en.criteria[index];
    const gaps = (vi?.indicators ?? []).flatMap((indicator, at) => {
      const other = en?.indicators[at];
      const gap = other ? shapeIndicator({ vi: indicator, en: other }, facts).gap : null;
      return gap ? [sayBoth(texts, 'commune.gap', (lang) => ({ code: indicator.code, gap: gap[lang] }))] : [];
    });
    return {
      code,
      name: { vi: vi?.name ?? code, en: en?.name ?? code },
      mark: read.letters[index] ?? 'U',
      summary: { vi: vi?.sentence ?? '', en: en?.sentence ?? '' },
      gaps,
    };
  });
}

function sentenceOf(read: JudgedUnitRead, texts: Texts): Bilingual {
  const { name } = read.unit;
  if (!read.marks && read.declared.size === 0) return sayBoth(texts, 'commune.no-figures', () => ({ name }));
  const total = read.marks ? undefined : read.declared.get('');
  const counts = countMarks(read.letters);
  const unknown = read.letters.filter((letter) => letter === 'U').length;
  if (total === undefined && unknown === counts.applicable)
    return sayBoth(texts, 'commune.unknown', () => ({ name, unknown }));
  const { waiting } = counts;
  const met = total?.metCount ?? counts.met;
  const of = total?.ofCount ?? counts.applicable;
  const facts = () => ({ name, met, of, waiting });
  const sentence = sayBoth(texts, waiting > 0 ? 'commune.meets-waiting' : 'commune.meets', facts);
  if (total !== undefined || unknown === 0) return sentence;
  return sayBoth(texts, 'commune.and-unknown', (lang) => ({ sentence: sentence[lang], unknown }));
}

/** What it was made of and what became of it, each with date and document. */
function changesOf(scope: Scope, unit: UnitVersion, texts: Texts): Bilingual[] {
  const { places } = scope.reference;
  const nameAt = (unitId: number, day: string): string => places.nameOf(unitId, day)?.name ?? '';
  const into = new Map<number, UnitLink[]>();
  for (const link of places.changesInto(unit.unitId)) {
    if (link.predecessorId === unit.unitId) continue;
    into.set(link.changeId, [...(into.get(link.changeId) ?? []), link]);
  }
  const made = [...into.values()].flatMap((links) => {
    const [first] = links;
    if (!first) return [];
    const before = dayBefore(first.effectiveOn);
    const names = links.map((link) => nameAt(link.predecessorId, before)).join(', ');
    return [changeText(texts, 'change.made', first, { names })];
  });
  const became = places
    .changesFrom(unit.unitId)
    .filter((link) => link.successorId !== unit.unitId)
    .map((link) =>
      changeText(texts, 'change.became', link, { name: nameAt(link.successorId, link.effectiveOn) }),
    );
  return [...made, ...became];
}

function changeText(
  texts: Texts,
  key: 'change.made' | 'change.became',
  link: UnitLink,
  facts: Readonly<Record<string, string>>,
): Bilingual {
  return sayBoth(texts, key, (lang) => ({
    ...facts,
    day: spokenDay(link.effectiveOn),
    document: documentText(texts, lang, link),
  }));
}

function documentText(texts: Texts, lang: Lang, { document, documentOn }: UnitLink): string {
  if (document === null) return '';
  if (documentOn === null) return say(texts, lang, 'change.document', { number: document });
  return say(texts, lang, 'change.document-dated', { number: document, day: spokenDay(documentOn) });
}
