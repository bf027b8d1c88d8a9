// The shelf of the law: published sets parsed once, overlays applied, compiled per column and year, all kept.
import { createHash } from 'node:crypto';
import {
  applyOverlay,
  type CompiledSet,
  type CriteriaSet,
  canonicalJson,
  compile,
  dimensionsOf,
  type FigureDictionary,
  identifyDocument,
  type OverlaySet,
  parseOverlay,
  parseSet,
} from '@vungbuoc/criteria';
import type { SetRow } from '../storage/sets.ts';

/** Sets as published, by the ids that rounds name. */
export interface LawShelf {
  /** The set with a province's overlay applied; null when the id is unknown. */
  find(setId: number, overlayId: number | null): CriteriaSet | null;
  /** Ready to judge one unit. `column` null: not signed yet, every verdict is unknown. */
  lawFor(request: LawRequest): CompiledLaw;
  listSets(): readonly PublishedSet[];
  /** The content of a version, of a set or an overlay, as it was published; undefined where it was not. */
  findPublished(code: string, version: number): unknown;
  /** The newest published version of a code, set or overlay. */
  findNewest(code: string): SetRow | undefined;
  /** All that is published, sets and overlays, oldest first. */
  listRows(): readonly SetRow[];
  /** Overlays that speak of this set. */
  overlays(setId: number): readonly number[];
}

export interface LawRequest {
  readonly setId: number;
  readonly overlayId: number | null;
  readonly column: string | null;
  readonly year: number;
}

/** A compiled set with the identity of what was compiled, and the version of the law that follows it. */
export interface CompiledLaw extends LawRequest {
  readonly setHash: Uint8Array;
  readonly compiled: CompiledSet;
  readonly next: CompiledSet | null;
}

export interface PublishedSet {
  readonly row: SetRow;
  readonly set: CriteriaSet;
}

/** A published row that the engine refuses: stored by another version, or damaged. */
export class SetUnreadable extends Error {
  readonly code: string;
  constructor(code: string, why: string) {
    super(`criteria set ${code} cannot be read: ${why}`);
    this.name = 'SetUnreadable';
    this.code = code;
  }
}

/** @throws SetUnreadable when a published row does not pass the engine's own check. */
export function makeShelf(rows: readonly SetRow[], figures: FigureDictionary): LawShelf {
  const sets = new Map<number, PublishedSet>();
  const overlays = new Map<number, { row: SetRow; overlay: OverlaySet }>();
  for (const row of rows) if (!row.isOverlay) sets.set(row.id, { row, set: readSet(row, figures) });
  const newest = new Map([...sets.values()].map(({ set }) => [set.id, set]));
  for (const row of rows) if (row.isOverlay) overlays.set(row.id, { row, overlay: readOverlay(row, newest) });
  const joined = new Map<string, CriteriaSet | null>();
  const compiled = new Map<string, CompiledSet>();
  const laws = new Map<string, CompiledLaw>();

  const find = (setId: number, overlayId: number | null): CriteriaSet | null => {
    const base = sets.get(setId)?.set ?? null;
    if (base === null || overlayId === null) return base;
    return remember(joined, `${setId}/${overlayId}`, () => join(base, overlays.get(overlayId)?.overlay));
  };
  const compiledFor = ({ setId, overlayId, column, year }: LawRequest): CompiledSet | null => {
    const set = find(setId, overlayId);
    return (
      set && remember(compiled, `${setId}/${overlayId}/${column}/${year}`, () => compile(set, column, year))
    );
  };
  const nextOf = (request: LawRequest): CompiledSet | null => {
    const next = followingSet(sets, request.setId);
    if (!next) return null;
    const year = Math.max(request.year, next.set.period.from);
    const column = columnUnder(next.set, sets.get(request.setId)?.set, request.column);
    return compiledFor({ setId: next.row.id, overlayId: null, column, year });
  };
  const lawFor = (request: LawRequest): CompiledLaw =>
    remember(laws, Object.values(request).join('/'), () => {
      const own = compiledFor(request);
      const base = sets.get(request.setId);
      if (!own || !base) throw new SetUnreadable(`#${request.setId}`, 'not published here');
      const overlay = request.overlayId === null ? undefined : overlays.get(request.overlayId)?.row;
      return { ...request, setHash: hashOf(base.row, overlay), compiled: own, next: nextOf(request) };
    });
  const overlaysOf = (setId: number): number[] => {
    const base = sets.get(setId)?.set.id;
    return [...overlays.values()].filter(({ overlay }) => overlay.of === base).map(({ row }) => row.id);
  };
  const findPublished = (code: string, version: number): unknown =>
    rows.find((row) => row.code === code && row.version === version)?.content;
  return {
    find,
    lawFor,
    listSets: () => [...sets.values()],
    findPublished,
    findNewest: (code) =>
      rows.filter((row) => row.code === code).reduce<SetRow | undefined>(newerOf, undefined),
    listRows: () => rows,
    overlays: overlaysOf,
  };
}

function newerOf(one: SetRow | undefined, other: SetRow): SetRow {
  return one !== undefined && one.version > other.version ? one : other;
}

function readSet(row: SetRow, figures: FigureDictionary): CriteriaSet {
  const parsed = parseSet(row.content, row.code, figures);
  if (!parsed.set) throw new SetUnreadable(row.code, parsed.refused[0]?.en ?? 'no reason given');
  return parsed.set;
}

function readOverlay(row: SetRow, sets: ReadonlyMap<string, CriteriaSet>): OverlaySet {
  const base = sets.get(identifyDocument(row.content)?.of ?? '');
  if (!base) throw new SetUnreadable(row.code, 'the set it is for is not published');
  const parsed = parseOverlay(row.content, row.code, base);
  if (!parsed.overlay) throw new SetUnreadable(row.code, parsed.refused[0]?.en ?? 'no reason given');
  return parsed.overlay;
}

/** An overlay that speaks of another set leaves this one as it is. */
function join(base: CriteriaSet, overlay: OverlaySet | undefined): CriteriaSet {
  if (!overlay || overlay.of !== base.id) return base;
  return applyOverlay(base, overlay).set ?? base;
}

/** The version of the law that comes next for the same level: a later version of the set, or the next period's. */
function followingSet(sets: ReadonlyMap<number, PublishedSet>, setId: number): PublishedSet | null {
  const mine = sets.get(setId)?.set;
  if (!mine) return null;
  const later = [...sets.values()].filter(
    ({ set }) =>
      set.level === mine.level && set.unitLevel === mine.unitLevel && set.effectiveFrom > mine.effectiveFrom,
  );
  later.sort((a, b) => (a.set.effectiveFrom < b.set.effectiveFrom ? -1 : 1));
  return later[0] ?? null;
}

/** The unit's column under another set. Where that one divides units otherwise (by groups, not regions) none is signed. */
function columnUnder(other: CriteriaSet, own: CriteriaSet | undefined, column: string | null): string | null {
  const alike = other.dimension !== null && other.dimension.code === own?.dimension?.code;
  return alike && column !== null && dimensionsOf(other).includes(column) ? column : null;
}

/** What was applied, as one digest: the set alone, or the set and the overlay on it. */
function hashOf(base: SetRow, overlay: SetRow | undefined): Uint8Array {
  if (!overlay) return base.contentHash;
  return createHash('sha256').update(base.contentHash).update(overlay.contentHash).digest();
}

function remember<T>(memory: Map<string, T>, key: string, make: () => T): T {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  memory.set(key, made);
  return made;
}

/** The key of a published version: sha-256 of its canonical JSON. */
export function hashOfContent(content: unknown): Buffer {
  return createHash('sha256').update(canonicalJson(content)).digest();
}
