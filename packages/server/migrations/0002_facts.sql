-- Facts: what is said of one unit. Every key begins with unit_id, no foreign keys to reference data, no triggers,
-- row-level security by the list of units that the statement touches: the same schema distributes by unit_id.

create table unit_heads (
  unit_id int primary key references units (id),
  seq bigint not null,
  hash bytea not null,
  constraint unit_heads_seq_not_negative check (seq >= 0),
  constraint unit_heads_hash_is_sha256 check (octet_length(hash) = 32)
);
comment on table unit_heads is 'The one order: every write to a unit locks its row here and takes the next gapless seq.';

create table events (
  unit_id int not null,
  seq bigint not null,
  command_id uuid not null,
  command text not null,
  command_version smallint not null,
  person_id int not null,
  at timestamptz not null,
  -- canonical text as hashed; null only after a recorded redaction, the digest stays and the chain still verifies
  payload text,
  payload_digest bytea not null,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (unit_id, seq),
  constraint events_seq_positive check (seq > 0),
  constraint events_digest_is_sha256 check (octet_length(payload_digest) = 32 and octet_length(hash) = 32)
);

create table receipts (
  unit_id int not null,
  command_id uuid not null,
  command text not null,
  seq bigint not null,
  input_digest bytea not null,
  reply jsonb not null,
  primary key (unit_id, command_id)
);
comment on table receipts is 'The stored reply to a repeated command.';

create table readings (
  unit_id int not null,
  round_id int not null,
  figure_id int not null,
  thon_id int not null default 0,
  numerator numeric(20, 6),
  denominator numeric(20, 6),
  applicable boolean not null,
  bare boolean not null,
  official boolean not null,
  note text,
  source text,
  known_on date not null,
  confirmed_by text,
  confirmed_on date,
  confirmed_document text,
  seq bigint not null,
  primary key (unit_id, round_id, figure_id, thon_id),
  constraint readings_numerator_not_negative check (numerator >= 0),
  constraint readings_denominator_positive check (denominator > 0),
  constraint readings_not_applicable_has_reason check (applicable or note is not null),
  constraint readings_not_applicable_has_no_figure check (applicable or (numerator is null and denominator is null)),
  constraint readings_denominator_needs_numerator check (denominator is null or numerator is not null),
  constraint readings_bare_is_a_percent check (not bare or (numerator <= 100 and denominator is null)),
  constraint readings_confirmed_by_and_on check ((confirmed_by is null) = (confirmed_on is null)),
  constraint readings_seq_positive check (seq > 0)
);
comment on table readings is 'The current row; thon_id 0 is the commune''s own accepted figure.';

create table reading_revisions (
  unit_id int not null,
  round_id int not null,
  figure_id int not null,
  thon_id int not null default 0,
  seq bigint not null,
  numerator numeric(20, 6),
  denominator numeric(20, 6),
  applicable boolean not null,
  bare boolean not null,
  official boolean not null,
  note text,
  source text,
  known_on date not null,
  confirmed_by text,
  confirmed_on date,
  confirmed_document text,
  primary key (unit_id, round_id, figure_id, thon_id, seq),
  constraint reading_revisions_numerator_not_negative check (numerator >= 0),
  constraint reading_revisions_denominator_positive check (denominator > 0),
  constraint reading_revisions_not_applicable_has_reason check (applicable or note is not null),
  constraint reading_revisions_not_applicable_has_no_figure check (applicable or (numerator is null and denominator is null)),
  constraint reading_revisions_denominator_needs_numerator check (denominator is null or numerator is not null),
  constraint reading_revisions_bare_is_a_percent check (not bare or (numerator <= 100 and denominator is null)),
  constraint reading_revisions_confirmed_by_and_on check ((confirmed_by is null) = (confirmed_on is null)),
  constraint reading_revisions_seq_positive check (seq > 0)
);
comment on table reading_revisions is 'Append-only: every state a reading ever had, stamped with the seq that made it.';

create table unit_columns (
  unit_id int not null,
  round_id int not null,
  dimension text not null,
  column_code text not null,
  document text,
  signed_by text not null,
  signed_on date not null,
  -- the round it was signed in, where opening this one took it over; null: signed here
  carried_from int,
  seq bigint not null,
  primary key (unit_id, round_id, dimension)
);
comment on table unit_columns is 'The column of the law a unit is judged by in a round (region, commune group): a signed fact.';

create table verdicts (
  unit_id int not null,
  round_id int not null,
  set_id int not null,
  overlay_id int,
  set_hash bytea not null,
  engine smallint not null,
  column_code text,
  year smallint not null,
  previous_round_id int,
  -- one status byte per indicator and per criterion, in the set's order
  indicators bytea not null,
  criteria bytea not null,
  -- one byte per criterion: 1 where confirmed readings alone give the same verdict
  confirmed bytea not null,
  -- one byte per criterion: 0 none, 1 next version of the law, 2 last change repeated, 3 both
  risk bytea not null,
  -- status byte of the set's level; further conditions (survey, debt, security) keep it unknown until given
  level_verdict smallint not null,
  met smallint not null,
  claimed smallint not null,
  applicable smallint not null,
  inputs_seq bigint not null,
  seq bigint not null,
  primary key (unit_id, round_id, set_id),
  constraint verdicts_counts_fit check (met >= 0 and claimed >= 0 and met + claimed <= applicable),
  constraint verdicts_bytes_fit check (octet_length(criteria) = octet_length(confirmed)
    and octet_length(criteria) = octet_length(risk))
);
create index verdicts_round on verdicts (round_id, set_id, unit_id);

create table declared_results (
  unit_id int not null,
  round_id int not null,
  -- '' is the unit's total ("13/19")
  criterion_code text not null,
  verdict text,
  met_count smallint,
  of_count smallint,
  document text,
  document_on date,
  sheet text not null,
  cell text not null,
  raw text not null,
  known_on date not null,
  seq bigint not null,
  primary key (unit_id, round_id, criterion_code),
  constraint declared_results_mark_or_count check ((criterion_code = '') = (verdict is null)),
  constraint declared_results_count_is_whole check (criterion_code <> '' or (met_count is not null and of_count is not null
    and met_count between 0 and of_count)),
  constraint declared_results_verdict_known check (verdict in ('met', 'notMet', 'coBanDat', 'unknown', 'notApplicable'))
);
create index declared_results_round on declared_results (round_id, unit_id);

create table declared_result_revisions (
  unit_id int not null,
  round_id int not null,
  criterion_code text not null,
  seq bigint not null,
  verdict text,
  met_count smallint,
  of_count smallint,
  document text,
  document_on date,
  sheet text not null,
  cell text not null,
  raw text not null,
  known_on date not null,
  primary key (unit_id, round_id, criterion_code, seq),
  constraint declared_result_revisions_mark_or_count check ((criterion_code = '') = (verdict is null)),
  constraint declared_result_revisions_count_is_whole check (criterion_code <> '' or (met_count is not null
    and of_count is not null and met_count between 0 and of_count)),
  constraint declared_result_revisions_verdict_known check (verdict in ('met', 'notMet', 'coBanDat', 'unknown', 'notApplicable')),
  constraint declared_result_revisions_seq_positive check (seq > 0)
);

create table programme_targets (
  unit_id int not null,
  programme_id int not null,
  year smallint not null,
  average numeric(5, 2),
  floor_criteria smallint,
  keep_units int[] not null,
  document text,
  is_illustrative boolean not null,
  note text,
  seq bigint not null,
  primary key (unit_id, programme_id, year),
  constraint programme_targets_average_sane check (average between 0 and 100),
  constraint programme_targets_floor_sane check (floor_criteria between 0 and 100)
);
comment on table programme_targets is 'A year''s targets of the programme, set by the host unit: average per unit, floor, units that keep the standard.';

create table recognitions (
  unit_id int not null,
  seq bigint not null,
  programme_id int not null,
  level text not null,
  for_year smallint,
  signed_on date,
  decision_number text,
  source text not null,
  primary key (unit_id, seq),
  constraint recognitions_level_known check (level in ('ntm', 'nangCao', 'kieuMau', 'hienDai'))
);

create table intake_mappings (
  unit_id int not null,
  shape text not null,
  mapping jsonb not null,
  seq bigint not null,
  primary key (unit_id, shape)
);
comment on table intake_mappings is 'How the last sheet of this shape was read, so that the next one needs no questions.';

-- Row-level security on every fact table. The expression is the same everywhere and never a subquery.
alter table unit_heads enable row level security;
create policy of_touched_units on unit_heads
  using (unit_id = any (string_to_array(current_setting('app.units', true), ',')::int[]));
alter table events enable row level security;
create policy of_touched_units on events
  using (unit_id = any (string_to_array(current_setting('app.units', true), ',')::int[]));
alter table receipts enable row level security;
create policy of_touched_units on receipts
  using (unit_id = any (string_to_array(current_setting('app.units', true), ',')::int[]));
alter table readings enable row level security;
create policy of_touched_units on readings
  using (unit_id = any (string_to_array(current_setting('app.units', true), ',')::int[]));
alter table reading_revisions enable row level security;
create policy of_touched_units on reading_revisions
  using (unit_id = any (string_to_array(current_setting('app.units', true), ',')::int[]));
alter table unit_columns enable row level security;
create policy of_touched_units on unit_columns
  using (unit_id = any (string_to_array(current_setting('app.units', true), ',')::int[]));
alter table verdicts enable row level security;
create policy of_touched_units on verdicts
  using (unit_id = any (string_to_array(current_setting('app.units', true), ',')::int[]));
alter table declared_results enable row level security;
create policy of_touched_units on declared_results
  using (unit_id = any (string_to_array(current_setting('app.units', true), ',')::int[]));
alter table declared_result_revisions enable row level security;
create policy of_touched_units on declared_result_revisions
  using (unit_id = any (string_to_array(current_setting('app.units', true), ',')::int[]));
alter table programme_targets enable row level security;
create policy of_touched_units on programme_targets
  using (unit_id = any (string_to_array(current_setting('app.units', true), ',')::int[]));
alter table recognitions enable row level security;
create policy of_touched_units on recognitions
  using (unit_id = any (string_to_array(current_setting('app.units', true), ',')::int[]));
alter table intake_mappings enable row level security;
create policy of_touched_units on intake_mappings
  using (unit_id = any (string_to_array(current_setting('app.units', true), ',')::int[]));

grant select, insert, update on unit_heads, readings, unit_columns, verdicts, declared_results, programme_targets,
  intake_mappings to :app_role;
-- the trail only grows
grant select, insert on events, receipts, reading_revisions, declared_result_revisions, recognitions to :app_role;
