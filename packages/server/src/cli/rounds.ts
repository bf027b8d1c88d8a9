// `vb rounds list|open|reevaluate`: the rounds of the installation, opening one, judging one anew.
import { randomUUID } from 'node:crypto';
import { spokenDay } from '@vungbuoc/criteria';
import { nameOfRound, type OpenRoundInput, RoundKind } from '@vungbuoc/programme/rounds';
import { openRoundBinding } from '../commands/open-round.ts';
import { runReevaluate } from '../commands/reevaluate.ts';
import { runCommand } from '../commands/run.ts';
import type { House } from '../container.ts';
import { loadProposal } from '../reads/rounds.ts';
import { type CliCommand, type CliRun, optional, required, UsageProblem } from './command.ts';
import { dayOption, wholeNumber } from './places.ts';

const list: CliCommand = {
  name: 'rounds list',
  summary: { vi: 'Các kỳ báo cáo đã mở', en: 'The rounds that are open' },
  options: {},
  async run(run) {
    const { workshop } = await run.house();
    const reference = await workshop.reference.current();
    const rounds = reference.rounds.map((round) => ({
      code: round.code,
      name: nameOfRound(round, workshop.texts)[run.lang],
      kind: round.kind,
      year: round.year,
      asOf: round.asOf,
      geographyOn: round.geographyOn,
      host: reference.places.nameOf(round.hostUnitId, round.geographyOn)?.code ?? '',
      sets: round.setIds.flatMap((id) => reference.shelf.find(id, null)?.id ?? []),
    }));
    if (run.json) run.print(JSON.stringify({ rounds }));
    else
      for (const round of rounds)
        run.print(
          `${round.code}  ${round.name}  ${round.host}  ${spokenDay(round.asOf)}  ${round.sets.join(', ')}`,
        );
    return 0;
  },
};

const open: CliCommand = {
  name: 'rounds open',
  summary: {
    vi: 'Mở một kỳ báo cáo; điều không ghi thì lấy như một kỳ năm của năm đó',
    en: 'Open a round; what is not said is as in a yearly round of that year',
  },
  options: {
    programme: {
      type: 'string',
      must: true,
      value: 'CODE',
      vi: 'Mã chương trình',
      en: 'Code of the programme',
    },
    host: {
      type: 'string',
      must: true,
      value: 'CODE[@DATE]',
      vi: 'Nơi chủ trì',
      en: 'The place that hosts it',
    },
    year: { type: 'string', must: true, value: 'YYYY', vi: 'Năm', en: 'Year' },
    code: { type: 'string', value: 'CODE', vi: 'Mã kỳ, như 2026-nam', en: 'Its code, e.g. 2026-nam' },
    kind: {
      type: 'string',
      value: RoundKind.options.join('|'),
      vi: 'Loại kỳ (mặc định: year)',
      en: 'Its kind (default: year)',
    },
    period: { type: 'string', value: 'N', vi: 'Tháng hay quý thứ mấy', en: 'Which month or quarter' },
    'as-of': { type: 'string', value: 'DATE', vi: 'Số liệu đến ngày', en: 'Figures as of this day' },
    'geography-on': { type: 'string', value: 'DATE', vi: 'Địa giới ngày', en: 'Places as of this day' },
    set: { type: 'string', value: 'ID[/VERSION],…', vi: 'Bộ tiêu chí', en: 'Criteria sets' },
    criteria: {
      type: 'string',
      value: '1,2,…',
      vi: 'Chỉ danh sách tiêu chí, cho năm không có bộ',
      en: 'Only codes of criteria, for a year without a set',
    },
  },
  async run(run) {
    const house = await run.house();
    const given = {
      principal: house.principal,
      commandId: randomUUID(),
      input: await askedRound(run, house),
    };
    const reply = await runCommand(house.workshop, openRoundBinding, given);
    run.print(run.json ? JSON.stringify(reply) : reply.code);
    return 0;
  },
};

async function askedRound(run: CliRun, { workshop, principal }: House): Promise<OpenRoundInput> {
  const proposal = await loadProposal(workshop, principal, {
    programme: required(run, 'programme'),
    host: required(run, 'host'),
    year: wholeNumber(run, 'year') ?? Number(required(run, 'year')),
  });
  const codes = listOf(run, 'criteria');
  const named = listOf(run, 'set') ?? (codes === null ? proposal.sets : []);
  return {
    ...proposal,
    code: optional(run, 'code') ?? proposal.code,
    kind: kindOf(run),
    period: wholeNumber(run, 'period') ?? proposal.period,
    asOf: dayOption(run, 'as-of') ?? proposal.asOf,
    geographyOn: dayOption(run, 'geography-on') ?? proposal.geographyOn,
    sets: named,
    criterionCodes: codes ?? (named.length > 0 ? null : proposal.criterionCodes),
  };
}

function kindOf(run: CliRun): RoundKind {
  const kind = RoundKind.safeParse(optional(run, 'kind') ?? 'year');
  if (kind.success) return kind.data;
  const known = RoundKind.options.join(', ');
  throw new UsageProblem(`--kind là một trong: ${known}.`, `--kind is one of: ${known}.`);
}

function listOf(run: CliRun, name: string): string[] | null {
  const text = optional(run, name);
  return text === undefined ? null : text.split(',').map((one) => one.trim());
}

const reevaluate: CliCommand = {
  name: 'rounds reevaluate',
  summary: {
    vi: 'Xét lại cả kỳ từ số liệu đã ghi',
    en: 'Judge a whole round anew from the figures that are kept',
  },
  options: {
    under: { type: 'string', must: true, value: 'CODE[@DATE]', vi: 'Địa bàn', en: 'Place' },
    round: { type: 'string', must: true, value: 'CODE', vi: 'Kỳ báo cáo', en: 'Round' },
  },
  async run(run) {
    const input = { under: required(run, 'under'), round: required(run, 'round') };
    const { workshop, principal } = await run.house();
    const reply = await runReevaluate(workshop, { principal, commandId: randomUUID(), input });
    const { units, changed } = reply;
    if (run.json) run.print(JSON.stringify(reply));
    else
      run.print(
        run.lang === 'vi'
          ? `Đã xét lại ${units} đơn vị, ${changed} đơn vị đổi kết quả.`
          : `Judged ${units} units anew; ${changed} have another result.`,
      );
    return 0;
  },
};

export const roundsCommands: readonly CliCommand[] = [list, open, reevaluate];
