// An installation in memory: plans of places are brought in as the command does, and the places can be asked.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  importUnits,
  makePlaces,
  type Places,
  splitUnitName,
  type UnitLink,
  UnitPlan,
  type UnitVersion,
} from '@vungbuoc/programme/units';

const ROOT = join(import.meta.dirname, '..', '..', '..', '..');
const NATION: UnitVersion = {
  unitId: 1,
  version: 1,
  code: '00',
  name: 'Việt Nam',
  kind: 'nation',
  parentId: null,
  validFrom: null,
  validTo: null,
};

/** A plan as it ships in `places/`. */
export function shippedPlan(file: string): UnitPlan {
  return UnitPlan.parse(JSON.parse(readFileSync(join(ROOT, 'places', file), 'utf8')));
}

export class Installation {
  versions: UnitVersion[] = [NATION];
  links: UnitLink[] = [];
  #units = 1;
  #changes = 0;

  get places(): Places {
    return makePlaces(this.versions, this.links);
  }

  /** Runs the decision and does what storage does with it. Throws with the problems of a refused plan. */
  bring(sent: UnitPlan) {
    const { places } = this;
    const resolve = (name: string): number | undefined => {
      const { code, date } = splitUnitName(name);
      return places.at(date ?? '2026-01-01').findByCode(code)?.unitId;
    };
    const today = '2026-01-01';
    const principal = { kind: 'local', personId: 1, name: 'Văn phòng', office: 'VPĐP', grants: [] } as const;
    const context = { principal, now: `${today}T00:00:00Z`, today };
    const decision = importUnits.decide({ places, resolve }, sent, context);
    if (!decision.ok) throw new Error(JSON.stringify(decision.problems));
    if ('event' in decision) this.#write(decision.change.plan, new Map(decision.change.known));
    return decision.reply;
  }

  #write(plan: UnitPlan, ids: Map<string, number>): void {
    for (const unit of plan.units) if (!ids.has(unit.key)) ids.set(unit.key, ++this.#units);
    const idOf = (key: string): number => ids.get(key) ?? Number.NaN;
    for (const unit of plan.units) {
      const unitId = idOf(unit.key);
      const begins = unit.existing === null ? null : (unit.versions[0]?.validFrom ?? null);
      if (begins !== null) this.#end(unitId, begins);
      for (const version of unit.versions) {
        const { code, name, kind, validFrom, validTo } = version;
        const parentId = version.parent === null ? null : idOf(version.parent);
        const before = this.versions.filter((one) => one.unitId === unitId).length;
        this.versions.push({ unitId, version: before + 1, code, name, kind, parentId, validFrom, validTo });
      }
    }
    for (const change of plan.changes) {
      const { kind, effectiveOn, document, documentOn, inheritance = {} } = change;
      const changeId = ++this.#changes;
      for (const { from, to, divided } of change.links) {
        const ends = { predecessorId: idOf(from), successorId: idOf(to), divided };
        this.links.push({ changeId, kind, effectiveOn, document, documentOn, inheritance, ...ends });
      }
    }
  }

  #end(unitId: number, on: string): void {
    this.versions = this.versions.map((version) =>
      version.unitId === unitId && version.validTo === null ? { ...version, validTo: on } : version,
    );
  }
}

/** What a fresh clone starts with: the 34 provinces, and Lai Châu before and after. */
export function shippedInstallation(): Installation {
  const installation = new Installation();
  installation.bring(shippedPlan('00-provinces.json'));
  installation.bring(shippedPlan('12-lai-chau.json'));
  return installation;
}
