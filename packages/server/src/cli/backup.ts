// `vb backup FILE`: everything in one file, while the server runs or without it.
import { resolve } from 'node:path';
import { readConfig } from '../config.ts';
import { reachDatabase } from '../container.ts';
import type { Manifest } from '../ops/archive-manifest.ts';
import { type Backup, backUp } from '../ops/backup.ts';
import { type CliCommand, type CliRun, type Lang, UsageProblem } from './command.ts';

export const backupCommand: CliCommand = {
  name: 'backup',
  takes: 'FILE',
  summary: {
    vi: 'Sao lưu tất cả vào một file, cả khi máy chủ đang chạy',
    en: 'Back everything up into one file, also while the server runs',
  },
  options: {
    'with-keys': {
      type: 'boolean',
      vi: 'Kèm khóa ký nhật ký; ai có file này sẽ ký được thay',
      en: "With the trail's signing keys; whoever has the file can then sign in their place",
    },
  },
  async run(run) {
    const file = fileOf(run);
    const backup = await makeBackup(run, file);
    if (run.json) run.print(JSON.stringify({ file, bytes: backup.bytes, ...sumsOf(backup.manifest) }));
    else run.print(`${file}\n${spokenSums(backup.manifest, run.lang)}`);
    return 0;
  },
};

async function makeBackup(run: CliRun, file: string): Promise<Backup> {
  const config = readConfig(run.env);
  const reached = await reachDatabase({
    config,
    onNotice: (notice) => notice.level === 'error' && run.note(notice.vi, notice.en),
    besideServer: true,
    mayMake: false,
  });
  try {
    return await backUp({
      file,
      ownerUrl: reached.ownerUrl,
      varFolder: config.varFolder,
      withKeys: run.options['with-keys'] === true,
      now: new Date(),
    });
  } finally {
    await reached.release();
  }
}

/** The one word that both commands take. @throws UsageProblem */
export function fileOf(run: CliRun): string {
  const [file] = run.words;
  if (file === undefined || file === '')
    throw new UsageProblem('Thiếu tên file sao lưu.', 'The name of the backup file is missing.');
  return resolve(file);
}

/** What an archive holds, in the numbers that a person can check. */
export function sumsOf(manifest: Manifest) {
  const files = manifest.folders.reduce((sum, folder) => sum + folder.files, 0);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const { madeAt, application, postgres } = manifest;
  const withKeys = manifest.folders.some(({ name }) => name === 'keys');
  return { madeAt, application, postgres, tables: manifest.tables.length, rows, files, withKeys };
}

export function spokenSums(manifest: Manifest, lang: Lang): string {
  const { tables, rows, files } = sumsOf(manifest);
  const shown = (count: number) => count.toLocaleString(lang === 'vi' ? 'vi-VN' : 'en-GB');
  return lang === 'vi'
    ? `${shown(tables)} bảng, ${shown(rows)} dòng, ${shown(files)} file kèm theo`
    : `${shown(tables)} tables, ${shown(rows)} rows, ${shown(files)} files beside them`;
}
