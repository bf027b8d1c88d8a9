// `vb readings template|import`: the sheet of figures leaves as a workbook and comes back; lists in CSV are taken too.
import { createHash } from 'node:crypto';
import type { ImportReply } from '@vungbuoc/programme/readings';
import { templateWorkbook } from '@vungbuoc/programme/template';
import { importFile } from '../commands/import-file.ts';
import { loadImportScope, loadTemplate } from '../reads/import-scope.ts';
import { writeWorkbook } from '../sheets/index.ts';
import { type CliCommand, type CliRun, optional, required, UsageProblem } from './command.ts';
import { dayOption, fileWord, PLACE_OPTIONS, placeOf, writeGiven } from './places.ts';
import { DECIMAL_OPTION, readFigures, readGiven } from './readings-file.ts';

const template: CliCommand = {
  name: 'readings template',
  summary: {
    vi: 'Lập file Excel để các xã điền số liệu của một kỳ (kèm số đã có)',
    en: 'Make the Excel file in which figures of a round are filled in (with those known)',
  },
  options: {
    ...PLACE_OPTIONS,
    out: { type: 'string', must: true, value: 'FILE.xlsx', vi: 'Tên file ghi ra', en: 'The file to write' },
  },
  async run(run) {
    const out = required(run, 'out');
    const { workshop, principal } = await run.house();
    const input = await loadTemplate(workshop, principal, placeOf(run));
    await writeGiven(out, await writeWorkbook(templateWorkbook(input)));
    const answer = { file: out, round: input.round, set: input.set.id, units: input.units.length };
    run.print(run.json ? JSON.stringify(answer) : out);
    return 0;
  },
};

const importCommand: CliCommand = {
  name: 'readings import',
  takes: 'FILE',
  summary: {
    vi: 'Nhập số liệu từ CSV hoặc file mẫu. Luôn thử trước; chỉ ghi khi không có lỗi nào',
    en: 'Import figures from CSV or the sheet. Always tried first; written only without any fault',
  },
  options: {
    ...PLACE_OPTIONS,
    official: { type: 'boolean', vi: 'Số chính thức (mặc định)', en: 'Official figures (the default)' },
    estimate: { type: 'boolean', vi: 'Số ước', en: 'Estimates' },
    'known-on': {
      type: 'string',
      value: 'DATE',
      vi: 'Ngày biết số (mặc định: hôm nay)',
      en: 'Day the figures were known (default: today)',
    },
    'confirmed-by': { type: 'string', value: 'NAME', vi: 'Cơ quan xác nhận', en: 'Office that confirms' },
    'confirmed-on': { type: 'string', value: 'DATE', vi: 'Ngày xác nhận', en: 'Day of the confirmation' },
    document: {
      type: 'string',
      value: 'NO',
      vi: 'Số văn bản xác nhận',
      en: 'Number of the confirming document',
    },
    'dry-run': { type: 'boolean', vi: 'Chỉ thử, không ghi', en: 'Only try, write nothing' },
    decimal: DECIMAL_OPTION,
  },
  async run(run) {
    const said = saidOf(run);
    const file = await readGiven(fileWord(run));
    const { workshop, principal } = await run.house();
    const { unitFault, set, under, round, today } = await loadImportScope(workshop, principal, placeOf(run));
    const units = await readFigures(run, file, { set, round, unitFault });
    const reply = await importFile(workshop, principal, {
      ...said,
      knownOn: said.knownOn ?? today,
      under,
      round,
      source: file.name,
      file: file.name,
      fileDigest: createHash('sha256').update(file.bytes).digest('hex'),
      units,
    });
    run.print(run.json ? JSON.stringify(reply) : importText(reply, run));
    return 0;
  },
};

function saidOf(run: CliRun) {
  if (run.options.official && run.options.estimate) {
    throw new UsageProblem('Chọn một: --official hoặc --estimate.', 'Choose one: --official or --estimate.');
  }
  const by = optional(run, 'confirmed-by');
  const on = dayOption(run, 'confirmed-on');
  const document = optional(run, 'document') ?? null;
  if ((by === undefined) !== (on === undefined) || (by === undefined && document !== null)) {
    throw new UsageProblem(
      'Xác nhận cần cả --confirmed-by và --confirmed-on.',
      'A confirmation needs both --confirmed-by and --confirmed-on.',
    );
  }
  return {
    official: run.options.estimate !== true,
    knownOn: dayOption(run, 'known-on'),
    confirmed: by === undefined || on === undefined ? null : { by, on, document },
    dryRun: run.options['dry-run'] === true,
  };
}

function importText({ units, changedUnits, changed, unchanged, dryRun }: ImportReply, run: CliRun): string {
  if (run.lang === 'en') {
    return `${dryRun ? 'Would change' : 'Changed'} ${changed} figures of ${changedUnits} units (${unchanged} the same, ${units} units in the file).`;
  }
  return `${dryRun ? 'Sẽ đổi' : 'Đã ghi'} ${changed} số liệu của ${changedUnits} đơn vị (${unchanged} số không đổi, ${units} đơn vị trong file).`;
}

export const readingsCommands: readonly CliCommand[] = [template, importCommand];
