// Assessments, reviews and messages of units, as the path of a round leaves them.
import type { Assessment, Review } from '@vungbuoc/programme/assessments';
import { type Kysely, sql } from 'kysely';
import type { DB } from './db-types.generated.ts';
import { idList } from './id-list.ts';

export interface AssessmentRow extends Assessment {
  readonly unitId: number;
  readonly submittedAt: Date | null;
  readonly approvedAt: Date | null;
  readonly approvalDocument: string | null;
}

export async function listAssessments(
  transaction: Kysely<DB>,
  unitIds: readonly number[],
  roundId: number,
): Promise<AssessmentRow[]> {
  const { rows } =
    await sql<AssessmentRow>`select unit_id as "unitId", stage, words, submitted_at as "submittedAt",
      approved_at as "approvedAt", approval_document as "approvalDocument"
    from assessments where unit_id = any(${idList(unitIds)}::int[]) and round_id = ${roundId}`.execute(
      transaction,
    );
  return rows;
}

export interface StageToSave {
  readonly unitId: number;
  readonly roundId: number;
  readonly stage: string;
  readonly words: string | null;
  readonly seq: number;
  readonly personId: number;
  readonly at: string;
  readonly submitted: boolean;
  readonly approved: boolean;
  readonly document: string | null;
}

/** Who handed in and who approved stay as they were where this is neither. */
export async function saveStage(transaction: Kysely<DB>, row: StageToSave): Promise<void> {
  const submitted = row.submitted ? row : null;
  const approved = row.approved ? row : null;
  const changed =
    await sql`update assessments set stage = ${row.stage}, words = ${row.words}, seq = ${row.seq},
      submitted_by = coalesce(${submitted?.personId ?? null}, submitted_by),
      submitted_at = coalesce(${submitted?.at ?? null}, submitted_at),
      approved_by = coalesce(${approved?.personId ?? null}, approved_by),
      approved_at = coalesce(${approved?.at ?? null}, approved_at),
      approval_document = coalesce(${row.document}, approval_document)
    where unit_id = ${row.unitId} and round_id = ${row.roundId}`.execute(transaction);
  if (changed.numAffectedRows !== 0n) return;
  await sql`insert into assessments (unit_id, round_id, stage, words, submitted_by, submitted_at, seq)
    values (${row.unitId}, ${row.roundId}, ${row.stage}, ${row.words}, ${row.personId}, ${row.at}, ${row.seq})`.execute(
    transaction,
  );
}

export interface ReviewRow extends Review {
  readonly unitId: number;
  readonly indicatorCode: string;
  readonly personId: number;
  readonly at: Date;
  readonly seq: number;
}

const REVIEW = sql.raw(`unit_id as "unitId", indicator_code as "indicatorCode", state, verdict, reason, words,
  answer_until as "answerUntil", answer, inputs_seq as "inputsSeq", person_id as "personId", at, seq`);

export async function listReviews(
  transaction: Kysely<DB>,
  unitIds: readonly number[],
  roundId: number,
): Promise<ReviewRow[]> {
  const { rows } = await sql<ReviewRow>`select ${REVIEW} from reviews
    where unit_id = any(${idList(unitIds)}::int[]) and round_id = ${roundId}`.execute(transaction);
  return rows;
}

/** Writes current rows and their revisions in one statement. */
export async function saveReviews(
  transaction: Kysely<DB>,
  given: {
    readonly unitId: number;
    readonly roundId: number;
    readonly personId: number;
    readonly at: string;
    readonly seq: number;
    readonly reviews: ReadonlyMap<string, Review>;
  },
): Promise<void> {
  const rows = [...given.reviews].map(([indicator, review]) => ({ indicator, ...review }));
  if (rows.length === 0) return;
  const column = <K extends keyof (typeof rows)[number]>(key: K) => rows.map((row) => row[key]);
  const { unitId, roundId, personId, at, seq } = given;
  await sql`with given as (
      select ${unitId}::int as unit_id, ${roundId}::int as round_id, g.*, ${personId}::int as person_id,
        ${at}::timestamptz as at, ${seq}::bigint as seq
      from unnest(${column('indicator')}::text[], ${column('state')}::text[], ${column('verdict')}::text[],
        ${column('reason')}::text[], ${column('words')}::text[], ${column('answerUntil')}::date[],
        ${column('answer')}::text[], ${column('inputsSeq')}::bigint[])
        as g (indicator_code, state, verdict, reason, words, answer_until, answer, inputs_seq)),
    revised as (insert into review_revisions (unit_id, round_id, indicator_code, state, verdict, reason, words,
        answer_until, answer, inputs_seq, person_id, at, seq) select * from given)
    insert into reviews (unit_id, round_id, indicator_code, state, verdict, reason, words, answer_until, answer,
      inputs_seq, person_id, at, seq) select * from given
    on conflict (unit_id, round_id, indicator_code) do update set state = excluded.state, verdict = excluded.verdict,
      reason = excluded.reason, words = excluded.words, answer_until = excluded.answer_until, answer = excluded.answer,
      inputs_seq = excluded.inputs_seq, person_id = excluded.person_id, at = excluded.at, seq = excluded.seq`.execute(
    transaction,
  );
}

export interface MessageRow {
  readonly seq: number;
  readonly indicatorCode: string;
  readonly personId: number;
  readonly name: string;
  readonly office: string;
  readonly at: Date;
  readonly words: string;
}

/** The conversation about the indicators of a unit in a round, oldest first. */
export async function listMessages(
  transaction: Kysely<DB>,
  unitId: number,
  roundId: number,
): Promise<MessageRow[]> {
  const { rows } =
    await sql<MessageRow>`select m.seq, m.indicator_code as "indicatorCode", m.person_id as "personId",
      p.name, p.office, m.at, m.words
    from messages m join accounts.people p on p.id = m.person_id
    where m.unit_id = ${unitId} and m.round_id = ${roundId} order by m.seq limit 1000`.execute(transaction);
  return rows;
}

export async function saveMessage(
  transaction: Kysely<DB>,
  row: Omit<MessageRow, 'at' | 'name' | 'office'> & {
    readonly unitId: number;
    readonly roundId: number;
    readonly at: string;
  },
): Promise<void> {
  await sql`insert into messages (unit_id, seq, round_id, indicator_code, person_id, at, words) values (${row.unitId},
    ${row.seq}, ${row.roundId}, ${row.indicatorCode}, ${row.personId}, ${row.at}, ${row.words})`.execute(
    transaction,
  );
}
