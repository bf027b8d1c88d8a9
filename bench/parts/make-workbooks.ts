// The provinces' workbooks as the program itself writes them and offices fill them in.
//   node make-workbooks.ts FOLDER OUT_FOLDER PROGRAMME_CODE ROUND
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { templateWorkbook } from '@vungbuoc/programme/template';
import { writeWorkbook } from '@vungbuoc/server/sheets';
import { communeReadings } from '../nation/figures.ts';
import { benchSet, provinces } from '../nation/fill.ts';
import { openBenchHouse } from '../nation/house.ts';
import { NATION, TENTH } from '../nation/members.ts';

const [folder = '', out = '', programmeCode = '', round = ''] = process.argv.slice(2);
const house = await openBenchHouse(folder);
const set = await benchSet(house);
const files: { province: string; file: string; communes: number }[] = [];
for (const { code, communes, random } of await provinces(
  house,
  programmeCode === TENTH.code ? TENTH : NATION,
)) {
  const units = communes.map((unit) => ({ code: unit.code, name: unit.name }));
  const readings = new Map(communes.map((unit) => [unit.code, communeReadings(set, random)]));
  const file = join(out, `${round}-${code}.xlsx`);
  await writeFile(file, await writeWorkbook(templateWorkbook({ set, round, units, readings })));
  files.push({ province: code, file, communes: units.length });
}
await house.close();
console.log(JSON.stringify(files));
