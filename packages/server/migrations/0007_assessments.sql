-- The path of an assessment: what the commune hands in, who approves it, what each office says of each indicator.

create table assessments (
  unit_id int not null,
  round_id int not null,
  stage text not null,
  submitted_by int,
  submitted_at timestamptz,
  approved_by int,
  approved_at timestamptz,
  -- the signed scan or letter, where the leader signed on paper
  approval_document text,
  -- why the leader gave it back, until it is handed in again
  words text,
  seq bigint not null,
  primary key (unit_id, round_id),
  constraint assessments_stage_known check (stage in ('entering', 'submitted', 'approved')),
  constraint assessments_submitted_by_somebody check (stage = 'entering' or (submitted_by is not null and submitted_at is not null)),
  constraint assessments_approved_by_somebody check (stage <> 'approved' or (approved_by is not null and approved_at is not null)),
  constraint assessments_seq_positive check (seq > 0)
);
comment on constraint assessments_stage_known on assessments is 'Who may act goes by the stage; nobody could act in another one.';
comment on constraint assessments_submitted_by_somebody on assessments is 'What was handed in has a person and an instant, or nobody stands behind it.';
comment on constraint assessments_approved_by_somebody on assessments is 'An approval has a person and an instant, or nobody stands behind it.';
comment on constraint assessments_seq_positive on assessments is 'Each state carries the number of the write that made it; writes count from one.';
create index assessments_round on assessments (round_id, unit_id);

create table reviews (
  unit_id int not null,
  round_id int not null,
  indicator_code text not null,
  state text not null,
  -- the office's own judgement, beside what the figures give
  verdict text,
  reason text,
  words text,
  answer_until date,
  -- what the commune said when it sent a returned indicator again
  answer text,
  person_id int not null,
  at timestamptz not null,
  -- the unit's number up to which the office had seen the figures
  inputs_seq bigint not null,
  seq bigint not null,
  primary key (unit_id, round_id, indicator_code),
  constraint reviews_state_known check (state in ('confirmed', 'returned', 'answered', 'judged')),
  constraint reviews_verdict_known check (verdict in ('met', 'notMet', 'coBanDat')),
  constraint reviews_judged_with_words check ((state = 'judged') = (verdict is not null) and (state <> 'judged' or words is not null)),
  constraint reviews_returned_with_reason check (state <> 'returned' or reason is not null),
  constraint reviews_seq_positive check (seq > 0)
);
comment on constraint reviews_state_known on reviews is 'Queues and locks go by the state; in another one a figure would wait for nobody.';
comment on constraint reviews_verdict_known on reviews is 'An office says met, not met or nearly met; what is unknown it does not judge.';
comment on constraint reviews_judged_with_words on reviews is 'A judgement beside the computed one stands with its reason, and only it has a verdict of its own.';
comment on constraint reviews_returned_with_reason on reviews is 'Whoever gets a figure back must know why.';
comment on constraint reviews_seq_positive on reviews is 'Each state carries the number of the write that made it; writes count from one.';
create index reviews_round on reviews (round_id, unit_id);

create table review_revisions (like reviews);
alter table review_revisions add primary key (unit_id, round_id, indicator_code, seq);
comment on table review_revisions is 'Every state that the reviews had; it only grows.';

create table messages (
  unit_id int not null,
  seq bigint not null,
  round_id int not null,
  indicator_code text not null,
  person_id int not null,
  at timestamptz not null,
  words text not null,
  primary key (unit_id, seq),
  constraint messages_say_something check (words <> '' and length(words) <= 2000)
);
comment on table messages is 'The conversation about an indicator of a unit: both sides see it.';
comment on constraint messages_say_something on messages is 'A message without words tells nobody anything; a longer one belongs into a document.';

-- which office supplies and which confirms an indicator: of a programme, so that rights outlive a set
create table offices (
  code text primary key,
  name_vi text not null,
  name_en text not null,
  constraint offices_code_speaks check (code ~ '^[a-z0-9-]{2,40}$')
);
comment on constraint offices_code_speaks on offices is 'Grants and files name an office by its code.';

create table office_duties (
  programme_id int not null references programmes (id),
  indicator_code text not null,
  duty text not null,
  office text not null references offices (code),
  seq bigint not null,
  primary key (programme_id, indicator_code, duty),
  constraint office_duties_duty_known check (duty in ('supply', 'confirm'))
);
comment on constraint office_duties_duty_known on office_duties is 'An office gives the figure or confirms it; there is nothing third.';

alter table assessments enable row level security;
create policy of_touched_units on assessments
  using (unit_id = any (string_to_array(current_setting('app.units', true), ',')::int[]));
alter table reviews enable row level security;
create policy of_touched_units on reviews
  using (unit_id = any (string_to_array(current_setting('app.units', true), ',')::int[]));
alter table review_revisions enable row level security;
create policy of_touched_units on review_revisions
  using (unit_id = any (string_to_array(current_setting('app.units', true), ',')::int[]));
alter table messages enable row level security;
create policy of_touched_units on messages
  using (unit_id = any (string_to_array(current_setting('app.units', true), ',')::int[]));

grant select, insert, update on assessments, reviews, offices, office_duties to :app_role;
grant select, insert on review_revisions, messages to :app_role;

