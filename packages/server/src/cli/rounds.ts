// `vb rounds list`: the rounds of the installation with their sets and days.
import { spokenDay } from '@vungbuoc/criteria';
import { nameOfRound } from '@vungbuoc/programme/rounds';
import type { CliCommand } from './command.ts';

export const roundsCommand: CliCommand = {
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
