// One commune's page: every criterion with its mark and gaps, and what became of the place.

import { countMarks, type MarkLetter } from '@vungbuoc/programme/board';
import type { Principal } from '@vungbuoc/programme/principals';
import type { UnitLink, UnitVersion } from '@vungbuoc/programme/units';
import { type CommunePage, shapeIndicator } from '@vungbuoc/programme/verdicts';
import type { Workshop } from '../reference/workshop.ts';
import { findScope, type Scope, type ScopeQuery } from './scope.ts';
import { explainTwice, type JudgedUnitRead, readJudgedUnit, unitOfPath } from './unit-judged.ts';

type Bilingual = { vi: string; en: string };

export async function loadCommune(
  workshop: Workshop,
  principal: Principal,
  unitName: string,
  query: ScopeQuery,
): Promise<CommunePage> {
  const scope = await findScope(workshop, principal, { ...query, under: query.under ?? unitName });
  const unit = unitOfPath(scope, unitName);
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
    sample: scope.programme.isSample,
    asOf: scope.round.asOf,
    changes: changesOf(scope, unit),
    sentence: sentenceOf(read),
    criteria: criteriaOf(read),
  };
}

function criteriaOf(read: JudgedUnitRead): CommunePage['criteria'] {
  const explained = explainTwice(read);
  const facts = {
    figures: read.law?.compiled.set.figures ?? {},
    current: read.readings,
    history: read.history,
  };
  return read.codes.map((code, index) => {
    const vi = explained?.vi.criteria[index];
    const en = explained?.en.criteria[index];
    const gaps = (vi?.indicators ?? []).flatMap((indicator, at) => {
      const other = en?.indicators[at];
      const shaped = other ? shapeIndicator({ vi: indicator, en: other }, facts) : null;
      return shaped?.gap ? [prefixed(shaped.code, shaped.gap)] : [];
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

function prefixed(code: string, text: Bilingual): Bilingual {
  return { vi: `${code}: ${text.vi}`, en: `${code}: ${text.en}` };
}

function sentenceOf(read: JudgedUnitRead): Bilingual {
  const { name } = read.unit;
  if (!read.marks && read.declared.size === 0) {
    return { vi: `${name} chưa có số liệu kỳ này.`, en: `${name} has no figures in this round yet.` };
  }
  const total = read.declared.get('');
  const counts = countMarks(read.letters as readonly MarkLetter[]); // made by marksOf…, letters only
  const met = !read.marks && total?.metCount != null ? total.metCount : counts.met;
  const of = !read.marks && total?.ofCount != null ? total.ofCount : counts.applicable;
  const waiting = counts.waiting > 0;
  return {
    vi: `${name} đạt ${met} trên ${of} tiêu chí${waiting ? `, ${counts.waiting} tiêu chí chờ thẩm tra chưa tính vào` : ''}.`,
    en: `${name} meets ${met} of ${of} criteria${waiting ? `; ${counts.waiting} wait to be verified and are not counted` : ''}.`,
  };
}

/** What it was made of and what became of it, each with date and document. */
function changesOf(scope: Scope, unit: UnitVersion): Bilingual[] {
  const { places } = scope.reference;
  const nameAt = (unitId: number, day: string): string => places.nameOf(unitId, day)?.name ?? '';
  const into = new Map<number, UnitLink[]>();
  for (const link of places.changesInto(unit.unitId)) {
    into.set(link.changeId, [...(into.get(link.changeId) ?? []), link]);
  }
  const made = [...into.values()].map((links) => {
    const { effectiveOn } = links[0] ?? { effectiveOn: '' };
    const names = links.map((link) => nameAt(link.predecessorId, dayBefore(effectiveOn))).join(', ');
    const document = documentText(links[0]);
    return {
      vi: `Lập từ ngày ${spoken(effectiveOn)} từ: ${names}${document.vi}.`,
      en: `Made on ${effectiveOn} of: ${names}${document.en}.`,
    };
  });
  const became = places.changesFrom(unit.unitId).map((link) => {
    const document = documentText(link);
    const name = nameAt(link.successorId, link.effectiveOn);
    return {
      vi: `Từ ngày ${spoken(link.effectiveOn)} nhập vào ${name}${document.vi}.`,
      en: `Since ${link.effectiveOn} part of ${name}${document.en}.`,
    };
  });
  return [...made, ...became];
}

function documentText(link: UnitLink | undefined): Bilingual {
  if (!link?.document) return { vi: '', en: '' };
  const day = link.documentOn ? ` ${spoken(link.documentOn)}` : '';
  return { vi: ` (${link.document}${day})`, en: ` (${link.document}${day})` };
}

function spoken(day: string): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
