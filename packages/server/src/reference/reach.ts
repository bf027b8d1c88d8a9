// The units that a person's grants could ever concern: the ceiling that row-level security gets, whatever `may` says.
import { isInForce, type Principal } from '@vungbuoc/programme/principals';
import { dayOf } from '@vungbuoc/programme/units';
import type { Reach } from '../storage/reach.ts';
import type { Reference } from './snapshot.ts';

/**
 * Writing: the granted units with all that ever stood below them. Reading: also what those were made of, and the units
 * above them, which host their rounds and targets. null: whoever runs the program itself reaches all.
 */
export function reachOf(reference: Reference, principal: Principal, today: string): Reach | null {
  if (principal.kind === 'local' || principal.kind === 'job') return null;
  const granted = principal.grants.filter((grant) => isInForce(grant, today)).map((grant) => grant.unitId);
  const key = [...new Set(granted)].sort((a, b) => a - b).join(',');
  const known = kept.get(reference) ?? new Map<string, Reach>();
  kept.set(reference, known);
  const found = known.get(key) ?? measure(reference, granted, today);
  if (known.size >= MOST_KEPT) known.clear();
  known.set(key, found);
  return found;
}

const MOST_KEPT = 1000;
const kept = new WeakMap<Reference, Map<string, Reach>>();

function measure(reference: Reference, granted: readonly number[], today: string): Reach {
  const { places } = reference;
  const below = childrenEver(reference);
  const writes = closure(granted, (id) => below.get(id) ?? []);
  const made = closure(writes, (id) => [
    ...(below.get(id) ?? []),
    ...places.changesInto(id).map((link) => link.predecessorId),
  ]);
  const above = granted.flatMap((id) => {
    const last = places.versionsOf(id).at(-1);
    const days = last ? [today, dayOf(last, today)] : [today];
    return days.flatMap((day) =>
      places
        .at(day)
        .ancestorsOf(id)
        .map((one) => one.unitId),
    );
  });
  return { reads: new Set([...made, ...above]), writes };
}

function closure(start: Iterable<number>, next: (id: number) => readonly number[]): Set<number> {
  const found = new Set(start);
  for (const id of found) for (const other of next(id)) found.add(other);
  return found;
}

/** A unit and whoever stood below it on any day. */
export function placesBelowEver(reference: Reference, unitId: number): number[] {
  const below = childrenEver(reference);
  return [...closure([unitId], (id) => below.get(id) ?? [])];
}

const keptChildren = new WeakMap<Reference, ReadonlyMap<number, readonly number[]>>();

/** Whoever stood below a unit on any day. */
function childrenEver(reference: Reference): ReadonlyMap<number, readonly number[]> {
  const known = keptChildren.get(reference);
  if (known) return known;
  const children = new Map<number, number[]>();
  for (const { unitId, parentId } of reference.places.versions()) {
    if (parentId === null) continue;
    const siblings = children.get(parentId);
    if (siblings) siblings.push(unitId);
    else children.set(parentId, [unitId]);
  }
  keptChildren.set(reference, children);
  return children;
}
