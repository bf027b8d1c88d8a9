// `vb programmes found|list`: an office founds its programme, beside the sample or in an empty house.
import { randomUUID } from 'node:crypto';
import { foundProgrammeBinding } from '../commands/reference-data.ts';
import { runCommand } from '../commands/run.ts';
import { type CliCommand, optional, required } from './command.ts';
import { dayOption } from './places.ts';

const found: CliCommand = {
  name: 'programmes found',
  summary: {
    vi: 'Lập chương trình của một địa bàn với các xã của nơi đó',
    en: 'Found the programme of a place, with the communes there',
  },
  options: {
    code: {
      type: 'string',
      must: true,
      value: 'CODE',
      vi: 'Mã, như ntm-lai-chau',
      en: 'Its code, e.g. ntm-lai-chau',
    },
    name: { type: 'string', must: true, value: 'NAME', vi: 'Tên chương trình', en: 'Its name in Vietnamese' },
    'name-en': { type: 'string', value: 'NAME', vi: 'Tên tiếng Anh', en: 'Its name in English' },
    home: {
      type: 'string',
      must: true,
      value: 'CODE[@DATE]',
      vi: 'Nơi đặt chương trình: tỉnh, huyện, hoặc 00 là cả nước',
      en: 'Its home: a province, a district, or 00 for the nation',
    },
    from: {
      type: 'string',
      must: true,
      value: 'DATE',
      vi: 'Các xã có vào ngày này; xã lập sau đó từ các xã này cũng vào',
      en: 'The communes of this day; those made of them later follow',
    },
    'with-towns': { type: 'boolean', vi: 'Kể cả phường, thị trấn', en: 'Wards and townships too' },
  },
  async run(run) {
    const name = required(run, 'name');
    const input = {
      code: required(run, 'code'),
      nameVi: name,
      nameEn: optional(run, 'name-en') ?? name,
      home: required(run, 'home'),
      members: {
        communesOn: dayOption(run, 'from') ?? required(run, 'from'),
        withTowns: run.options['with-towns'] === true,
      },
    };
    const { workshop, principal } = await run.house();
    const given = { principal, commandId: randomUUID(), input };
    const reply = await runCommand(workshop, foundProgrammeBinding, given);
    if (run.json) run.print(JSON.stringify(reply));
    else
      run.print(
        run.lang === 'vi'
          ? `Đã lập ${reply.code} với ${reply.members} xã. Mở kỳ đầu: vb rounds open --programme ${reply.code} --host ${input.home} --year …`
          : `Founded ${reply.code} with ${reply.members} communes. Open its first round: vb rounds open --programme ${reply.code} --host ${input.home} --year …`,
      );
    return 0;
  },
};

const list: CliCommand = {
  name: 'programmes list',
  summary: { vi: 'Các chương trình đã lập', en: 'The programmes that were founded' },
  options: {},
  async run(run) {
    const { workshop } = await run.house();
    const { programmes, places, rounds, memberships } = await workshop.reference.current();
    const shown = programmes.map(({ id, code, nameVi, nameEn, homeUnitId }) => ({
      code,
      name: run.lang === 'vi' ? nameVi : nameEn,
      home: places.versionsOf(homeUnitId).at(-1)?.code ?? '',
      members: memberships.filter((row) => row.programmeId === id).length,
      rounds: rounds.filter((round) => round.programmeId === id).map((round) => round.code),
    }));
    if (run.json) run.print(JSON.stringify({ programmes: shown }));
    else for (const one of shown) run.print([one.code, one.name, one.home, one.rounds.join(', ')].join('  '));
    return 0;
  },
};

export const programmesCommands: readonly CliCommand[] = [found, list];
