// Which yearly rounds an office may open to bring in its old sheets, each with the set of its time.
import type { CriteriaSet } from '@vungbuoc/criteria';
import * as z from 'zod/mini';
import { read } from '../declarations/index.ts';
import { dayBefore } from '../units/day-before.ts';
import { UnitName } from '../units/schema.ts';
import { OpenRoundInput } from './open.ts';

/** The programme began in 2010; sheets of marks exist from 2011 on. */
const FIRST_YEAR = 2011;
/** The criteria of the first period (QĐ 491/QĐ-TTg 2009) are known here only as numbers: years without a set. */
const CODES_WITHOUT_SET = 19;

export const RoundsQuery = z.object({ under: z.optional(UnitName) });
export type RoundsQuery = z.infer<typeof RoundsQuery>;

export const RoundsReply = z.object({
  /** The unit that hosts the rounds, `code@date`. */
  host: z.string(),
  hostName: z.string(),
  programme: z.string(),
  open: z.array(
    z.object({ code: z.string(), name: z.object({ vi: z.string(), en: z.string() }), year: z.int() }),
  ),
  /** Ready to be sent as they are to `rounds.open`, newest first. */
  proposals: z.array(OpenRoundInput),
});
export type RoundsReply = z.infer<typeof RoundsReply>;

export const readRounds = read<RoundsQuery, RoundsReply>({
  name: 'rounds.read',
  query: RoundsQuery,
  reply: RoundsReply,
  may: { act: 'read', noun: 'rounds' },
});

export interface ProposeInput {
  readonly programme: string;
  /** `code@date` of the host. */
  readonly host: string;
  /** The day on which the host ended, null while it lives. */
  readonly hostEnded: string | null;
  /** Today, YYYY-MM-DD. */
  readonly today: string;
  readonly sets: readonly CriteriaSet[];
  /** Years that have a yearly round already. */
  readonly taken: ReadonlySet<number>;
}

/** One proposal for each year without a round, up to this year or the host's end. */
export function proposeRounds(input: ProposeInput): OpenRoundInput[] {
  return yearsToPropose(input.hostEnded ?? input.today)
    .filter((year) => !input.taken.has(year))
    .map((year) => proposeYear(input, year));
}

/** The years of the programme up to a day, newest first. */
export function yearsToPropose(day: string): number[] {
  const last = Number(day.slice(0, 4));
  return Array.from({ length: Math.max(0, last - FIRST_YEAR + 1) }, (_, index) => last - index);
}

/** The round of one year: at its end, or today, or on the last day of a host that is gone. */
export function proposeYear(input: Omit<ProposeInput, 'taken'>, year: number): OpenRoundInput {
  const { programme, host, hostEnded, today, sets } = input;
  const yearEnd = `${year}-12-31`;
  const lastDay = hostEnded === null ? today : dayBefore(hostEnded);
  const day = yearEnd < lastDay ? yearEnd : lastDay;
  const set = setOfYear(sets, year);
  return {
    programme,
    host,
    code: `${year}-nam`,
    kind: 'year',
    year,
    period: 1,
    asOf: day,
    geographyOn: day,
    sets: set ? [`${set.id}/${set.version}`] : [],
    criterionCodes: set ? null : Array.from({ length: CODES_WITHOUT_SET }, (_, index) => String(index + 1)),
    deadlines: {},
  };
}

/**
 * The newest set of the first level that was in force at the year's end. 2021 lies between two periods: it gets the
 * older set, under which it is unknown unless an overlay extends it.
 */
function setOfYear(sets: readonly CriteriaSet[], year: number): CriteriaSet | undefined {
  return sets
    .filter((set) => set.level === 'ntm' && set.unitLevel === 'commune')
    .filter((set) => set.period.from <= year && set.effectiveFrom <= `${year}-12-31`)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0];
}
