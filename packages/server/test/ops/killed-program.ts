// Backs up, or restores, and stands still when it comes to a table: the thing that is killed in killed.test.ts.
import { writeSync } from 'node:fs';
import { backUp } from '../../src/ops/backup.ts';
import { examineArchive, restore } from '../../src/ops/restore.ts';

const [what = '', stopAt = '', file = '', ownerUrl = '', varFolder = ''] = process.argv.slice(2);

async function onTable(name: string): Promise<void> {
  if (name !== stopAt) return;
  writeSync(1, 'here\n');
  await new Promise((resolve) => setTimeout(resolve, 600_000));
}

if (what === 'backup')
  await backUp({ file, ownerUrl, varFolder, withKeys: false, now: new Date(0), onTable });
else await restore({ file, ownerUrl, appRole: 'vb_app', varFolder, onTable }, await examineArchive(file));
