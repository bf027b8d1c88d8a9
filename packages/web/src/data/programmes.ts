// Founding a programme and opening its first round: two commands, each harmless when sent again.
import type {
  FoundProgrammeInput,
  FoundProgrammeReply,
  PrepareProgrammeReply,
} from '@vungbuoc/programme/programmes';
import { withQuery } from './addresses.ts';
import { getJson, postJson } from './http.ts';
import { openRound } from './rounds.ts';

export function fetchPreparation(
  year: string | undefined,
  signal: AbortSignal,
): Promise<PrepareProgrammeReply> {
  return getJson<PrepareProgrammeReply>(withQuery('/api/programmes/prepare', { year }), signal);
}

/** What a person chose. `set` is empty where the year has none. */
export type Beginning = {
  /** `code@date` of the home. */
  home: string;
  /** Said the same in both languages: a name is data. */
  name: string;
  withTowns: boolean;
  set: string;
};

/**
 * Founds the programme, unless one waits for its first round, and opens that round.
 * @param ids the ids of both commands, kept by the form: pressed again, nothing is done twice
 * @returns the code of the place and of the round
 * @throws Refused
 */
export async function begin(
  chosen: Beginning,
  prepared: PrepareProgrammeReply,
  ids: { readonly found: string; readonly open: string },
): Promise<{ under: string; round: string }> {
  const { waiting, round } = prepared;
  const programme = waiting?.code ?? (await found(chosen, prepared, ids.found));
  const host = waiting?.home ?? chosen.home;
  const law =
    chosen.set === ''
      ? { sets: [], criterionCodes: round.criterionCodes }
      : { sets: [chosen.set], criterionCodes: null };
  const opened = await openRound({ ...round, ...law, programme, host }, ids.open);
  return { under: host, round: opened.code };
}

async function found(chosen: Beginning, { on, year }: PrepareProgrammeReply, id: string): Promise<string> {
  const { home, name, withTowns } = chosen;
  const input: FoundProgrammeInput = {
    code: `ntm-${home.split('@')[0]}-${id.slice(0, 4)}`,
    nameVi: name,
    nameEn: name,
    home,
    members: { communesOn: on, from: `${year}-01-01`, withTowns },
  };
  const reply = await postJson<FoundProgrammeReply>(`/api/commands/programmes.found/${id}`, input);
  return reply.code;
}
