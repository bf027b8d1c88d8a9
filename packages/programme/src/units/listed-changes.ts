// The changes between official lists: mergers, splits, new names, foundings, and the districts that ended.
import { type KindName, sameSpelling } from './full-name.ts';
import type { Lineage } from './lineage.ts';
import { type ChangeDocument, keyBefore, keyFrom, type ListsWork } from './lists-work.ts';
import type { PlannedChange } from './plan.ts';

/** One change per new unit, one per old province for its districts; who went on unchanged has none. */
export function planListedChanges(work: ListsWork): PlannedChange[] {
  return [...changesOfProvinces(work), ...changesOfDistricts(work), ...changesOfCommunes(work)];
}

type ChangeKind = PlannedChange['kind'];
type Link = PlannedChange['links'][number];

function change(
  work: ListsWork,
  kind: ChangeKind,
  links: readonly Link[],
  document: ChangeDocument | undefined,
): PlannedChange {
  const unknown = {
    document: null,
    documentOn: null,
    confidence: 'source' as const,
    source: work.lists.source,
  };
  return { kind, effectiveOn: work.lists.effectiveOn, ...(document ?? unknown), links: [...links] };
}

/** A change that concerns one unit alone (rename, found, abolish) links it to itself, so that it is found there. */
function selfLink(key: string): Link {
  return { from: key, to: key, divided: false };
}

/** What a new unit was made of, unless it is the old one itself. */
function mergeInto(
  work: ListsWork,
  lineage: Lineage,
  code: string,
): { kind: ChangeKind; links: Link[] } | null {
  const predecessors = lineage.predecessorsOf(code);
  if (predecessors.length === 0 || lineage.keptBy(code) !== undefined) return null;
  const to = keyFrom(work, lineage, code);
  const links = predecessors.map((from) => ({
    from: keyBefore(work, from),
    to,
    divided: lineage.isDivided(from),
  }));
  return { kind: predecessors.length === 1 ? 'split' : 'merge', links };
}

function changesOfProvinces(work: ListsWork): PlannedChange[] {
  const codes = new Set([...work.from.values()].map(({ row }) => row.provinceCode));
  return [...codes].flatMap((code) => {
    const made = mergeInto(work, work.provinces, code);
    return made ? [change(work, made.kind, made.links, work.lists.provinceDocument)] : [];
  });
}

/** One change per old province, with every district of it. */
function changesOfDistricts(work: ListsWork): PlannedChange[] {
  const districts = new Map<string, Set<string>>();
  for (const { row } of work.before.values()) {
    const codes = districts.get(row.provinceCode) ?? new Set();
    districts.set(row.provinceCode, codes.add(row.districtCode));
  }
  return [...districts.values()].map((codes) => {
    const links = [...codes].map((code) => selfLink(keyBefore(work, code)));
    return change(work, 'abolish', links, work.lists.districtDocument);
  });
}

function changesOfCommunes(work: ListsWork): PlannedChange[] {
  const changes: PlannedChange[] = [];
  for (const [code, { row, named }] of work.from) {
    const document = work.lists.communeDocuments.get(row.provinceCode);
    const made = mergeInto(work, work.communes, code);
    const kept = work.communes.keptBy(code);
    if (made) changes.push(change(work, made.kind, made.links, document));
    else if (kept !== undefined) changes.push(...renaming(work, kept, { code, ...named }, document));
    else {
      const facts = { code, unit: row.name, date: work.lists.effectiveOn };
      work.notes.push({ code: 'no-predecessor', facts });
      changes.push(change(work, 'found', [selfLink(keyFrom(work, work.communes, code))], document));
    }
  }
  for (const [code, { row }] of work.before) {
    if (work.communes.successorsOf(code).length > 0) continue;
    work.notes.push({ code: 'no-successor', facts: { code, unit: row.name, date: work.lists.effectiveOn } });
    changes.push(change(work, 'abolish', [selfLink(keyBefore(work, code))], undefined));
  }
  return changes;
}

/** A unit that went on under another name or kind. Another way to spell the same name is no change. */
function renaming(
  work: ListsWork,
  kept: string,
  now: KindName & { readonly code: string },
  document: ChangeDocument | undefined,
): PlannedChange[] {
  const old = work.before.get(kept);
  if (!old || (old.named.kind === now.kind && sameSpelling(old.named.name, now.name))) return [];
  const unit = work.from.get(now.code)?.row.name ?? now.name;
  // where the conversion already writes the new name, the list of old names had only misspelt it
  const written = work.lists.conversions.find((row) => row.oldCode === kept)?.oldName ?? '';
  if (sameSpelling(written, unit)) return [];
  work.notes.push({ code: 'kept-through-new-name', facts: { code: now.code, before: old.row.name, unit } });
  return [change(work, 'rename', [selfLink(keyBefore(work, kept))], document)];
}
