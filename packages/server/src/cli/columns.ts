// `vb columns list|sign`: by which column of the law (region, commune group) each unit is judged in a round.
import { randomUUID } from 'node:crypto';
import { spokenDay } from '@vungbuoc/criteria';
import type { ColumnsReply } from '@vungbuoc/programme/rounds';
import { signColumnBinding } from '../commands/columns.ts';
import { runCommand } from '../commands/run.ts';
import { loadColumns } from '../reads/columns.ts';
import { type CliCommand, type CliRun, type Lang, optional, required, UsageProblem } from './command.ts';
import { dayOption, PLACE_OPTIONS, placeOf } from './places.ts';

const list: CliCommand = {
  name: 'columns list',
  summary: {
    vi: 'Vùng, nhóm của từng xã trong một kỳ: ai ký, mang từ kỳ nào sang',
    en: 'Region or group of each unit in a round: who signed it, from which round it came',
  },
  options: PLACE_OPTIONS,
  async run(run) {
    const { workshop, principal } = await run.house();
    const reply = await loadColumns(workshop, principal, placeOf(run));
    run.print(run.json ? JSON.stringify(reply) : columnsText(reply, run.lang));
    return 0;
  },
};

function columnsText({ columns, units, dimension }: ColumnsReply, lang: Lang): string {
  const vi = lang === 'vi';
  if (dimension === null) return vi ? 'Bộ tiêu chí này không chia vùng, nhóm.' : 'This set has no columns.';
  const known = columns.map(({ code, name }) => `${code} ${name[lang]}`).join('; ');
  const lines = units.map(({ unit, name, signed }) => {
    if (signed === null) return `${unit}  ${name}  ${vi ? 'chưa ký' : 'not signed'}`;
    const from = vi ? `, mang từ kỳ ${signed.carriedFrom}` : `, carried from ${signed.carriedFrom}`;
    const by = `${signed.signedBy}, ${spokenDay(signed.signedOn)}${signed.carriedFrom === null ? '' : from}`;
    return `${unit}  ${name}  ${signed.column}  ${by}`;
  });
  return [`${dimension.name[lang]}: ${known}`, ...lines].join('\n');
}

const sign: CliCommand = {
  name: 'columns sign',
  takes: '[CODE[@DATE] …]',
  summary: {
    vi: 'Ký vùng, nhóm của các xã trong một kỳ; không ghi xã nào là mọi xã của địa bàn chưa ký',
    en: 'Sign the region or group of units in a round; without units: all of the place not signed yet',
  },
  options: {
    ...PLACE_OPTIONS,
    column: {
      type: 'string',
      must: true,
      value: 'CODE',
      vi: 'Cột (xem: vb columns list)',
      en: 'Column (see: vb columns list)',
    },
    by: {
      type: 'string',
      must: true,
      value: 'NAME',
      vi: 'Cơ quan, người ký',
      en: 'Office or person who signs',
    },
    on: {
      type: 'string',
      must: true,
      value: 'DATE',
      vi: 'Ngày ký',
      en: 'Day signed',
    },
    document: { type: 'string', value: 'NO', vi: 'Số văn bản', en: 'Number of the document' },
  },
  async run(run) {
    const [column, signedBy] = [required(run, 'column'), required(run, 'by')];
    const signedOn = dayOption(run, 'on') ?? required(run, 'on');
    const { workshop, principal } = await run.house();
    const shown = await loadColumns(workshop, principal, placeOf(run));
    const dimension = shown.dimension?.code ?? '';
    const units = unitsAsked(run, shown);
    const document = optional(run, 'document') ?? null;
    const said = { round: shown.round, dimension, column, document, signedBy, signedOn };
    for (const unit of units) {
      const given = { principal, commandId: randomUUID(), input: { unit, ...said } };
      await runCommand(workshop, signColumnBinding, given);
    }
    if (run.json) run.print(JSON.stringify({ column, units }));
    else
      run.print(
        run.lang === 'vi'
          ? `Đã ký ${column} cho ${units.length} xã.`
          : `Signed ${column} for ${units.length} units.`,
      );
    return 0;
  },
};

/** A plain code is the unit of the round's own day. @throws UsageProblem for one that is not in the round */
function unitsAsked(run: CliRun, { units, round }: ColumnsReply): string[] {
  if (run.words.length === 0) return units.flatMap(({ unit, signed }) => (signed === null ? [unit] : []));
  return run.words.map((word) => {
    const found = units.find(({ unit }) => unit === word || unit.split('@')[0] === word);
    if (found) return found.unit;
    throw new UsageProblem(
      `“${word}” không có trong kỳ ${round}. Xem các xã: vb columns list.`,
      `"${word}" is not in the round ${round}. See its units: vb columns list.`,
    );
  });
}

export const columnsCommands: readonly CliCommand[] = [list, sign];
