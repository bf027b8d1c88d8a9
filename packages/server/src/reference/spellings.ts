// Other spellings of places' names in official lists, as they ship in places/spellings: for recognising rows of sheets only.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CalendarDay, type Places } from '@vungbuoc/programme/units';
import * as z from 'zod/mini';

/** `code` names the unit that held it on the day `on`, for codes are reused. */
const Spelling = z.object({
  code: z.string(),
  on: CalendarDay,
  spelling: z.string(),
  source: z.string(),
});

export type Spelling = z.infer<typeof Spelling>;

const SHIPPED = join(import.meta.dirname, '..', '..', '..', '..', 'places', 'spellings');

let shipped: Promise<readonly Spelling[]> | null = null;

/** The shipped spellings; read once. None where the folder is not there. */
export function listSpellings(): Promise<readonly Spelling[]> {
  shipped ??= readFolder(SHIPPED);
  return shipped;
}

async function readFolder(folder: string): Promise<readonly Spelling[]> {
  const files = await readdir(folder).catch(() => []);
  const read = files
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map(async (file) => z.array(Spelling).parse(JSON.parse(await readFile(join(folder, file), 'utf8'))));
  return (await Promise.all(read)).flat();
}

/** Spellings by the unit they are of; those of units that are not here are left out. */
export function spellingsByUnit(
  spellings: readonly Spelling[],
  places: Places,
): ReadonlyMap<number, readonly string[]> {
  const byUnit = new Map<number, string[]>();
  for (const { code, on, spelling } of spellings) {
    const unit = places.at(on).findByCode(code);
    if (unit) byUnit.set(unit.unitId, [...(byUnit.get(unit.unitId) ?? []), spelling]);
  }
  return byUnit;
}
