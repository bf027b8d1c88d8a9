// `vb units import|at|changes`: the official lists come in, and a person asks who a unit was and what became of it.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { planOfficialLists, settlePlan } from '@vungbuoc/programme/units';
import { runCommand } from '../commands/run.ts';
import { importUnitsBinding } from '../commands/units.ts';
import { ROOT } from '../config.ts';
import { loadUnitAt, loadUnitChanges } from '../reads/units.ts';
import { type CliCommand, type CliRun, optional, UsageProblem } from './command.ts';
import { readOfficialLists } from './official-lists.ts';
import { checkUnit, dayOption } from './places.ts';
import { importJson, importText, unitAtText, unitChangesText } from './units-text.ts';

const importLists: CliCommand = {
  name: 'units import',
  mayBeFirst: true,
  summary: {
    vi: 'Nạp danh mục đơn vị hành chính và bảng sáp nhập của cả nước',
    en: 'Import the official lists of units and their mergers',
  },
  options: {
    dir: {
      type: 'string',
      value: 'DIR',
      vi: 'Thư mục có ba danh mục (mặc định: VB_UNITS_DIR)',
      en: 'Folder of the three lists (default: VB_UNITS_DIR)',
    },
    'dry-run': { type: 'boolean', vi: 'Chỉ xem, không ghi', en: 'Report only, write nothing' },
  },
  async run(run) {
    const lists = await readOfficialLists(folderOf(run));
    run.note('Đã đọc danh mục, đang đối chiếu...', 'The lists are read; comparing...');
    const planned = planOfficialLists(lists);
    const { workshop, principal } = await run.house();
    const { places } = await workshop.reference.current();
    const settled = settlePlan(planned.plan, places);
    const dryRun = run.options['dry-run'] === true;
    const given = { principal, commandId: randomUUID(), input: planned.plan };
    const written = dryRun ? null : await runCommand(workshop, importUnitsBinding, given);
    const report = { planned, settled, written };
    run.print(run.json ? importJson(report) : importText(report, run.lang));
    return 0;
  },
};

/** @throws UsageProblem when no folder was named and there is none beside the project */
function folderOf(run: CliRun): string {
  const beside = join(ROOT, '..', 'shared', 'domain', 'units');
  const folder = optional(run, 'dir') ?? run.env.VB_UNITS_DIR ?? (existsSync(beside) ? beside : undefined);
  if (folder !== undefined) return folder;
  throw new UsageProblem(
    'Chưa biết danh mục ở đâu: thêm --dir THƯ_MỤC hoặc đặt VB_UNITS_DIR.',
    'Where the lists are is not known: add --dir FOLDER or set VB_UNITS_DIR.',
  );
}

const at: CliCommand = {
  name: 'units at',
  takes: 'CODE[@DATE]',
  summary: {
    vi: 'Một đơn vị vào một ngày: tên, thuộc đâu, gồm những gì',
    en: 'A unit on a day: its name, what it belongs to, what it holds',
  },
  options: {
    on: {
      type: 'string',
      value: 'DATE',
      vi: 'Xem vào ngày này (mặc định: hôm nay)',
      en: 'Look on this day (default: today)',
    },
  },
  async run(run) {
    const { workshop, principal } = await run.house();
    const on = dayOption(run, 'on');
    const reply = await loadUnitAt(workshop, principal, { unit: unitWord(run), ...(on ? { on } : {}) });
    run.print(run.json ? JSON.stringify(reply) : unitAtText(reply, run.lang));
    return 0;
  },
};

const changes: CliCommand = {
  name: 'units changes',
  takes: 'CODE[@DATE]',
  summary: {
    vi: 'Một đơn vị từ đâu ra, nay ở đâu',
    en: 'What a unit was made of, and what became of it',
  },
  options: {},
  async run(run) {
    const { workshop, principal } = await run.house();
    const reply = await loadUnitChanges(workshop, principal, { unit: unitWord(run) });
    run.print(run.json ? JSON.stringify(reply) : unitChangesText(reply, run.lang));
    return 0;
  },
};

/** The unit on the command line. @throws UsageProblem */
function unitWord(run: CliRun): string {
  const [word = ''] = run.words;
  checkUnit(word);
  return word;
}

export const unitsCommands: readonly CliCommand[] = [importLists, at, changes];
