// An office's own sheet before anything is kept: what the round expects of it, and what the program understood.
import {
  type Applied,
  applyMapping,
  type IntakeContext,
  type IntakeGrid,
  type IntakeUnit,
  Mapping,
  otherNamesWithoutSet,
  type Proposal,
  proposeMapping,
} from '@vungbuoc/programme/intake';
import type { Principal } from '@vungbuoc/programme/principals';
import { fullName, type UnitVersion } from '@vungbuoc/programme/units';
import type { RightQuestion } from '../reference/rights.ts';
import { listSpellings, spellingsByUnit } from '../reference/spellings.ts';
import type { Workshop } from '../reference/workshop.ts';
import { readUnits } from '../storage/context.ts';
import { findIntakeMapping } from '../storage/intake-mappings.ts';
import { namedOnDay } from './import-scope.ts';
import { criterionCodesOf } from './law-heads.ts';
import { findScope, type Scope, type ScopeQuery } from './scope.ts';

export interface IntakeScope {
  /** The place as commands take it: `code@date`. */
  readonly under: string;
  readonly round: string;
  readonly today: string;
  readonly context: IntakeContext;
  /** The mapping of the last sheet of a shape; null where there was none, or a later program cannot read it. */
  remembered(shape: string): Promise<Mapping | null>;
}

/**
 * @param right `importDeclared.may()` for whoever is about to keep what the sheet says; by default to look
 * @throws unit.not-found, round.not-found, set.not-found, right.missing
 */
export async function loadIntakeScope(
  workshop: Workshop,
  principal: Principal,
  query: ScopeQuery,
  right?: Pick<RightQuestion, 'act' | 'noun'>,
): Promise<IntakeScope> {
  const scope = await findScope(workshop, principal, query, right);
  const { hostUnitId } = scope.round;
  return {
    under: namedOnDay(scope, scope.under),
    round: scope.round.code,
    today: scope.today,
    context: contextOf(scope, spellingsByUnit(await listSpellings(), scope.reference.places)),
    async remembered(shape) {
      const kept = await readUnits(workshop.database, [hostUnitId], (transaction) =>
        findIntakeMapping(transaction, hostUnitId, shape),
      );
      const parsed = Mapping.safeParse(kept);
      return parsed.success ? parsed.data : null;
    },
  };
}

/** What a sheet gives under a mapping, or under the one remembered for its shape: results so far, and what is asked. */
export async function proposeIntake(
  scope: Pick<IntakeScope, 'context' | 'remembered'>,
  grids: readonly IntakeGrid[],
  mapping: Mapping | null,
): Promise<Proposal & Pick<Applied, 'results' | 'open'>> {
  const { context } = scope;
  const first = proposeMapping(grids, context, mapping);
  const kept = mapping === null && first.mapping ? await scope.remembered(first.mapping.shape) : null;
  const proposal = kept === null ? first : proposeMapping(grids, context, kept);
  const applied = proposal.mapping === null ? null : applyMapping(grids, proposal.mapping, context);
  return { ...proposal, results: applied?.results ?? [], open: applied?.open ?? [] };
}

const LEVELS = ['ntm', 'nangCao', 'kieuMau', 'hienDai'] as const;

function contextOf(scope: Scope, spellings: ReadonlyMap<number, readonly string[]>): IntakeContext {
  const { reference, round, setId } = scope;
  const set = setId === null ? null : reference.shelf.find(setId, null);
  const names = new Map(set?.criteria.map((criterion) => [criterion.code, criterion.nameVi]));
  const codes = criterionCodesOf(set, round);
  const others = set === null ? otherNamesWithoutSet(codes, round.year) : new Map<string, string[]>();
  return {
    units: scope.unitsThen.map((unit) => intakeUnit(scope, unit, spellings.get(unit.unitId) ?? [])),
    criteria: codes.map((code) => ({
      code,
      nameVi: names.get(code) ?? '',
      otherNames: [...(others.get(code) ?? [])],
    })),
    year: round.year,
    level: LEVELS.find((level) => level === set?.level) ?? 'ntm',
  };
}

function intakeUnit(
  { reference, round }: Scope,
  unit: UnitVersion,
  spellings: readonly string[],
): IntakeUnit {
  const { places } = reference;
  const parent = places.at(round.geographyOn).ancestorsOf(unit.unitId)[0];
  const names = [...places.versionsOf(unit.unitId).map(fullName), ...spellings];
  return {
    id: unit.unitId,
    code: unit.code,
    name: fullName(unit),
    kind: unit.kind,
    otherNames: [...new Set(names)].filter((name) => name !== fullName(unit)),
    parentName: parent ? fullName(parent) : null,
    codeReused: places.holdersOf(unit.code).some((holder) => holder.unitId !== unit.unitId),
  };
}
