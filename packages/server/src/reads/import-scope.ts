// What a file must fit before it is imported: the round, its set, and the units that may stand in it.
import type { CriteriaSet, Reading } from '@vungbuoc/criteria';
import { foldText, splitUnitName as namePartsOf } from '@vungbuoc/programme/names';
import type { Principal } from '@vungbuoc/programme/principals';
import { refuse } from '@vungbuoc/programme/problems';
import { importReadings } from '@vungbuoc/programme/readings';
import type { TemplateInput, UnitFault } from '@vungbuoc/programme/template';
import { fullName, splitUnitName, type UnitVersion } from '@vungbuoc/programme/units';
import { byUnit } from '../reference/unit-readings.ts';
import type { Workshop } from '../reference/workshop.ts';
import { readUnits } from '../storage/context.ts';
import { listReadings } from '../storage/readings.ts';
import { findScope, type Scope, type ScopeQuery } from './scope.ts';

export interface ImportScope {
  /** The place as commands take it: its code with the day of the round's geography. */
  readonly under: string;
  readonly round: string;
  readonly set: CriteriaSet;
  readonly today: string;
  /** Why a text of the file names no unit of the round, or not the one that the line says; null where it does. */
  unitFault(text: string, said?: string): UnitFault | null;
}

/** @throws unit.not-found, round.not-found, set.not-found (also where the round has no set), right.missing */
export async function loadImportScope(
  workshop: Workshop,
  principal: Principal,
  query: ScopeQuery,
): Promise<ImportScope> {
  const scope = await findScope(workshop, principal, query, importReadings.may());
  return {
    under: namedOnDay(scope, scope.under),
    round: scope.round.code,
    set: setOf(scope, query.set),
    today: scope.today,
    unitFault: findUnitFaults(scope),
  };
}

/** Each text is looked up once: a file of figures names a unit on every line. */
function findUnitFaults(scope: Scope): ImportScope['unitFault'] {
  const units = new Set(scope.unitsThen.map((unit) => unit.unitId));
  const known = new Map<string, UnitFault | null>();
  return (text, said = '') => {
    const asked = `${text} ${said}`;
    const before = known.get(asked);
    if (before !== undefined) return before;
    const { code, date } = splitUnitName(text);
    const unit = scope.reference.places.at(date ?? scope.round.geographyOn).findByCode(code);
    const inside = unit !== undefined && units.has(unit.unitId);
    const fault = inside ? otherName(unit, said) : unitFaultOf(text, unit, scope);
    known.set(asked, fault);
    return fault;
  };
}

/** Lines that slipped by one still have codes that exist: the name beside the code tells. */
function otherName(unit: UnitVersion, said: string): UnitFault | null {
  const called = foldText(namePartsOf(said).bare);
  if (called === '' || called === foldText(namePartsOf(unit.name).bare)) return null;
  return { code: 'row.unit-other-name', facts: { name: fullName(unit), said } };
}

/** A code that was nobody's then, a unit that is none of this import, or a name where a code belongs. */
function unitFaultOf(text: string, unit: UnitVersion | undefined, scope: Scope): UnitFault {
  if (unit !== undefined)
    return { code: 'row.unit-outside', facts: { name: fullName(unit), under: fullName(scope.under) } };
  if (/^\d/.test(text)) return { code: 'row.unit-unknown', facts: {} };
  const called = foldText(namePartsOf(text).bare);
  const [meant, ...others] = scope.unitsThen.filter(
    (candidate) => foldText(namePartsOf(candidate.name).bare) === called,
  );
  if (meant !== undefined && others.length === 0)
    return { code: 'row.unit-by-name', facts: { code: meant.code } };
  return { code: 'row.unit-no-code', facts: { example: scope.unitsThen[0]?.code ?? '03472' } };
}

/** The sheet of figures of a round with everything that is known already. */
export async function loadTemplate(
  workshop: Workshop,
  principal: Principal,
  query: ScopeQuery,
): Promise<TemplateInput> {
  const scope = await findScope(workshop, principal, query);
  const { reference, round, unitsThen } = scope;
  const ids = unitsThen.map((unit) => unit.unitId);
  const known = await readUnits(workshop.database, ids, async (transaction) =>
    byUnit(reference, await listReadings(transaction, ids, round.id)),
  );
  const readings = new Map<string, ReadonlyMap<string, Reading>>();
  for (const unit of unitsThen) readings.set(unit.code, known.get(unit.unitId) ?? new Map());
  const units = unitsThen.map(({ code, name }) => ({ code, name }));
  return { set: setOf(scope, query.set), round: round.code, units, readings };
}

/** `code@date`: codes are reused, and the place may be gone today. */
export function namedOnDay({ reference, round }: Scope, unit: UnitVersion): string {
  const then = reference.places.at(round.geographyOn).find(unit.unitId);
  return then ? `${then.code}@${round.geographyOn}` : `${unit.code}@${unit.validFrom ?? round.geographyOn}`;
}

function setOf({ reference, setId }: Scope, wanted: string | undefined): CriteriaSet {
  const set = setId === null ? null : reference.shelf.find(setId, null);
  return set ?? refuse('set.not-found', { set: wanted ?? '' });
}
