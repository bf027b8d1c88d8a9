// What `vb units` says: the report of an import, a unit on a day, its changes; for people and as JSON.

import { engineText, spokenDay, spokenNumber } from '@vungbuoc/criteria';
import {
  type ChangeStep,
  type ImportUnitsReply,
  LEFT_OUT,
  type NamedUnit,
  type PlanNote,
  type PlannedLists,
  type SettledPlan,
  speakNote,
  type UnitAtReply,
  type UnitChangesReply,
} from '@vungbuoc/programme/units';
import type { Lang } from './command.ts';

export interface ImportReport {
  readonly planned: PlannedLists;
  readonly settled: SettledPlan;
  /** null after a dry run. */
  readonly written: ImportUnitsReply | null;
}

/** Sentences of one kind that are printed before the rest is only counted. */
const SHOWN = 5;

export function importJson({ planned, settled, written }: ImportReport): string {
  const notes = [...planned.notes, ...settled.notes].map((note) => ({ ...note, ...speakNote(note) }));
  return JSON.stringify({ counts: planned.counts, toWrite: toWrite(settled), written, notes });
}

function toWrite({ plan, known }: SettledPlan): ImportUnitsReply {
  return {
    units: plan.units.filter((unit) => unit.existing === null).length,
    versions: plan.units.reduce((sum, unit) => sum + unit.versions.length, 0),
    changes: plan.changes.length,
    known,
  };
}

export function importText(report: ImportReport, lang: Lang): string {
  const { planned, settled } = report;
  const notes = [...planned.notes, ...settled.notes];
  return [...countLines(planned, lang), writtenLine(report, lang), ...noteLines(notes, lang)].join('\n');
}

function countLines({ counts, effectiveOn }: PlannedLists, lang: Lang): string[] {
  const n = numbersOf(counts, lang);
  const day = spokenDay(effectiveOn);
  return lang === 'vi'
    ? [
        `Danh mục: ${n.before} đơn vị cấp xã trước ngày ${day}, ${n.from} từ ngày đó, ${n.conversions} dòng chuyển đổi.`,
        `Vẫn là một đơn vị: ${n.kept}. Bị chia: ${n.divided} (${n.dividedConversions} dòng chuyển đổi). Mã dùng lại: ${n.codesReused}, trong đó ${n.codesReusedUnderAnotherName} mang tên khác.`,
      ]
    : [
        `Lists: ${n.before} communes before ${day}, ${n.from} from then on, ${n.conversions} conversions.`,
        `Still the same unit: ${n.kept}. Divided: ${n.divided} (${n.dividedConversions} conversions). Codes used again: ${n.codesReused}, ${n.codesReusedUnderAnotherName} of them under another name.`,
      ];
}

function writtenLine({ settled, written }: ImportReport, lang: Lang): string {
  const n = numbersOf(written ?? toWrite(settled), lang);
  const vi = `${n.units} đơn vị mới, ${n.versions} giai đoạn, ${n.changes} thay đổi; ${n.known} đơn vị đã có sẵn.`;
  const en = `${n.units} new units, ${n.versions} versions, ${n.changes} changes; ${n.known} units were here already.`;
  if (lang === 'vi') return written ? `Đã ghi ${vi}` : `Chưa ghi gì. Nếu nạp: ${vi}`;
  return written ? `Written: ${en}` : `Nothing was written. An import would write ${en}`;
}

/** Counts as people write them: 10.035 in Vietnamese, 10,035 in English. */
function numbersOf<Counts extends object>(counts: Counts, lang: Lang): Record<keyof Counts, string> {
  const spoken = Object.entries(counts).map(([key, count]) => [
    key,
    spokenNumber(String(count), engineText[lang]),
  ]);
  return Object.fromEntries(spoken) as Record<keyof Counts, string>; // the same keys as were given
}

/** Notes by kind, what was left out first; the first few in words, the others counted. */
function noteLines(notes: readonly PlanNote[], lang: Lang): string[] {
  const groups = new Map<string, PlanNote[]>();
  for (const note of notes) groups.set(note.code, [...(groups.get(note.code) ?? []), note]);
  const sorted = [...groups].sort(([, [a]], [, [b]]) => gravity(b) - gravity(a));
  return sorted.flatMap(([, group]) => {
    const more = group.length - SHOWN;
    const rest =
      lang === 'vi' ? `  ... và ${more} dòng nữa (--json có đủ)` : `  ... and ${more} more (--json has all)`;
    const lines = group.slice(0, SHOWN).map((note) => `- ${speakNote(note)[lang]}`);
    return more > 0 ? [...lines, rest] : lines;
  });
}

function gravity(note: PlanNote | undefined): number {
  return note !== undefined && LEFT_OUT.has(note.code) ? 1 : 0;
}

export function unitAtText(reply: UnitAtReply, lang: Lang): string {
  const vi = lang === 'vi';
  const unknown = vi ? 'chưa rõ' : 'unknown';
  const open = vi ? 'nay' : 'now';
  const versions = reply.versions.map(
    ({ validFrom, validTo, ...unit }) =>
      `  ${validFrom ? spokenDay(validFrom) : unknown} - ${validTo ? spokenDay(validTo) : open}: ${nameAndCode(unit)}`,
  );
  const absent = vi
    ? `Ngày ${spokenDay(reply.on)} không có đơn vị này.`
    : `There was no such unit on ${spokenDay(reply.on)}.`;
  if (!reply.unit) return [absent, ...versions].join('\n');
  const inside = reply.children.map(nameAndCode).join(', ');
  return [
    `${spokenDay(reply.on)}: ${nameAndCode(reply.unit)}`,
    `${vi ? 'Thuộc' : 'In'}: ${reply.parents.map(nameAndCode).join(', ')}`,
    ...(inside === '' ? [] : [`${vi ? 'Gồm' : 'Holds'} (${reply.children.length}): ${inside}`]),
    vi ? 'Các giai đoạn:' : 'Over time:',
    ...versions,
  ].join('\n');
}

const KINDS: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  merge: { vi: 'sáp nhập', en: 'merger' },
  split: { vi: 'chia, tách', en: 'split' },
  transfer: { vi: 'chuyển', en: 'transfer' },
  rename: { vi: 'đổi tên hoặc loại', en: 'new name or kind' },
  abolish: { vi: 'kết thúc', en: 'abolished' },
  found: { vi: 'thành lập', en: 'founded' },
};

export function unitChangesText(reply: UnitChangesReply, lang: Lang): string {
  const vi = lang === 'vi';
  const none = vi ? 'Chưa ghi nhận thay đổi nào.' : 'No change is recorded.';
  const nobody = vi ? 'không có đơn vị kế thừa' : 'no successor';
  const now = reply.now.map(nameAndCode).join(', ') || nobody;
  return [
    nameAndCode(reply.unit),
    ...(reply.changes.length === 0 ? [none] : reply.changes.map((step) => stepLine(step, lang))),
    `${vi ? 'Nay' : 'Now'} (${spokenDay(reply.today)}): ${now}`,
  ].join('\n');
}

function stepLine(step: ChangeStep, lang: Lang): string {
  const kind = KINDS[step.kind]?.[lang] ?? step.kind;
  const unknown = lang === 'vi' ? 'chưa rõ văn bản' : 'document unknown';
  const document = step.document ?? unknown;
  const part = lang === 'vi' ? 'một phần ' : 'a part of ';
  const from = step.from.map((unit) => `${unit.divided ? part : ''}${nameAndCode(unit)}`).join(' + ');
  const alone = step.kind === 'abolish' || step.kind === 'found';
  const to = alone ? '' : ` -> ${step.to.map(nameAndCode).join(', ')}`;
  return `${spokenDay(step.effectiveOn)}, ${kind} (${document}): ${from}${to}`;
}

function nameAndCode({ name, code }: NamedUnit): string {
  return `${name} (${code})`;
}
