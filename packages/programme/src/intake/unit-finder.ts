// Which unit a name or code in a sheet means. Only a name that can mean one unit and no other is sure.
import { editDistance, foldText, hasMarks, splitUnitName, toneKey } from '../names/index.ts';
import type { IntakeUnit } from './context.ts';

/** What was found; `candidates` begin with the likeliest. */
export interface UnitFound {
  readonly sure: boolean;
  readonly candidates: readonly IntakeUnit[];
}

/** How the sheet as a whole is written, and where the row stands. */
export interface NameSetting {
  /** No name of the sheet has tone marks, so their absence says nothing. */
  readonly toneless: boolean;
  /** The district above the row, when it is the parent of units of the round. */
  readonly under: string | null;
}

/** Finds units of the round. */
export interface UnitFinder {
  byName(text: string, setting: NameSetting): UnitFound;
  /** Codes may have lost their leading zeros in Excel. */
  byCode(text: string): IntakeUnit | null;
  /** Whether the text is, letter for letter or without marks, a unit's name or code. */
  seems(text: string): boolean;
  /** Whether the text names a parent of units, such as a district. */
  isParent(text: string): boolean;
  /** Whether a folded text begins with the name of a parent: "nam nhun den 31 12 2020". */
  beginsWithParent(folded: string): boolean;
  /** Parents of the round's units are districts, so another district's line is about other communes. */
  readonly underDistricts: boolean;
  get(code: string): IntakeUnit | undefined;
}

/** Names offered when none fits. */
const nearest = 5;

/** Remarks in brackets that do not change who is meant. */
const plainRemark =
  /^(?:dbkk|xa dbkk|bien gioi|xa bien gioi|xa diem|diem|vung (?:i|ii|iii|cao|thap)|khu vuc (?:i|ii|iii)|kv ?(?:i|ii|iii))$/;

/** Prepares the units of a round for finding. */
export function makeUnitFinder(units: readonly IntakeUnit[]): UnitFinder {
  const byTone = new Map<string, Set<IntakeUnit>>();
  const byFold = new Map<string, Set<IntakeUnit>>();
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const parents = new Set<string>();
  let underDistricts = false;
  for (const unit of units) {
    for (const name of [unit.name, ...unit.otherNames]) {
      const { bare } = splitUnitName(name);
      add(byTone, toneKey(bare), unit);
      add(byFold, foldText(bare), unit);
    }
    if (unit.parentName === null) continue;
    parents.add(parentKey(unit.parentName));
    underDistricts ||= splitUnitName(unit.parentName).kind === 'district';
  }
  const findCode = (text: string): IntakeUnit | null => {
    const digits = text.trim();
    if (!/^\d{4,5}$/.test(digits)) return null;
    return byCode.get(digits) ?? byCode.get(digits.padStart(5, '0')) ?? null;
  };
  return {
    byCode: findCode,
    underDistricts,
    get: (code) => byCode.get(code),
    isParent: (text) => parents.has(parentKey(text)),
    beginsWithParent: (folded) => [...parents].some((name) => `${folded} `.startsWith(`${name} `)),
    seems: (text) => byFold.has(foldText(splitUnitName(text).bare)) || findCode(text) !== null,
    byName: (text, setting) => findByName(text, setting, byTone, byFold, units),
  };
}

function add(map: Map<string, Set<IntakeUnit>>, key: string, unit: IntakeUnit): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([unit]));
  else known.add(unit);
}

/** A parent's name without its kind and marks. */
export function parentKey(name: string): string {
  return foldText(splitUnitName(name).bare);
}

function findByName(
  text: string,
  setting: NameSetting,
  byTone: ReadonlyMap<string, ReadonlySet<IntakeUnit>>,
  byFold: ReadonlyMap<string, ReadonlySet<IntakeUnit>>,
  units: readonly IntakeUnit[],
): UnitFound {
  const { kind, bare, remark } = splitUnitName(text);
  const same = [...(byTone.get(toneKey(bare)) ?? [])];
  const alike = [...(byFold.get(foldText(bare)) ?? [])];
  const found = same.length > 0 ? same : alike;
  if (found.length === 0) return { sure: false, candidates: findNear(bare, units) };
  const exact = same.length > 0 || (setting.toneless && !hasMarks(bare));
  // In a sheet without marks, "Nam Ban" may be each of two names that differ only in marks.
  const rivals = setting.toneless ? alike : found;
  const fitting = rivals.filter((unit) => fits(unit, kind, setting.under));
  const remarkFits = remark === null || plainRemark.test(foldText(remark)) || isParentOf(remark, fitting[0]);
  if (exact && fitting.length === 1 && remarkFits) return { sure: true, candidates: fitting };
  const others = rivals.filter((unit) => !fitting.includes(unit));
  return { sure: false, candidates: [...fitting, ...others].slice(0, nearest) };
}

function fits(unit: IntakeUnit, kind: string | null, under: string | null): boolean {
  if (kind !== null && unit.kind !== kind) return false;
  return under === null || unit.parentName === null || parentKey(unit.parentName) === parentKey(under);
}

function isParentOf(remark: string, unit: IntakeUnit | undefined): boolean {
  return unit?.parentName !== null && unit !== undefined && parentKey(unit.parentName) === parentKey(remark);
}

/** The nearest names by letters; `k` and `c`, `i` and `y` sound alike. */
function findNear(bare: string, units: readonly IntakeUnit[]): IntakeUnit[] {
  const wanted = soundOf(bare);
  if (wanted === '') return [];
  const short = units.filter(({ name }) => isShortFor(wanted, soundOf(splitUnitName(name).bare)));
  if (short.length > 0) return short.slice(0, nearest);
  const most = Math.max(1, Math.floor(wanted.length / 3));
  const scored = units.map((unit) => ({
    unit,
    far: Math.min(
      ...[unit.name, ...unit.otherNames].map((name) =>
        editDistance(wanted, soundOf(splitUnitName(name).bare)),
      ),
    ),
  }));
  return scored
    .filter(({ far }) => far <= most)
    .sort((one, other) => one.far - other.far)
    .slice(0, nearest)
    .map(({ unit }) => unit);
}

/** "N. Chà" for "Nậm Chà": a letter alone stands for the word that it begins. */
function isShortFor(short: string, name: string): boolean {
  const [given, full] = [short.split(' '), name.split(' ')];
  if (given.length !== full.length || given.every((word) => word.length > 1)) return false;
  if (given.every((word) => word.length === 1)) return false;
  return given.every((word, at) => (word.length === 1 ? full[at]?.startsWith(word) : full[at] === word));
}

function soundOf(name: string): string {
  return foldText(name)
    .replace(/y/g, 'i')
    .replace(/k(?=[aou])/g, 'c');
}
