-- The law desk: sets and overlays while an office types them, who typed each standard, and who compared it with the text.

create table set_drafts (
  unit_id int not null,
  code text not null,
  version smallint not null,
  is_overlay boolean not null,
  content jsonb not null,
  -- figures that the dictionary does not have yet; published with the set
  figures jsonb not null,
  state text not null,
  begun_by int not null,
  changed_by int not null,
  changed_at timestamptz not null,
  seq bigint not null,
  primary key (unit_id, code, version),
  constraint set_drafts_state_known check (state in ('draft', 'published')),
  constraint set_drafts_version_positive check (version > 0),
  constraint set_drafts_seq_positive check (seq > 0)
);
comment on table set_drafts is 'Sets and overlays as an office enters them, for the unit they are for; what is published stands in criteria_sets.';
comment on constraint set_drafts_state_known on set_drafts is 'A draft is open or published; what is published stays as it is.';
comment on constraint set_drafts_version_positive on set_drafts is 'Versions of a set count from one.';
comment on constraint set_drafts_seq_positive on set_drafts is 'Each state carries the number of the write that made it; writes count from one.';

create table set_draft_changes (
  unit_id int not null,
  code text not null,
  version smallint not null,
  part text not null,
  seq bigint not null,
  content jsonb not null,
  person_id int not null,
  office text not null,
  at timestamptz not null,
  primary key (unit_id, code, version, part, seq)
);
comment on table set_draft_changes is 'Every state that a part of a draft had, and who typed it; it only grows.';

create table set_draft_signatures (
  unit_id int not null,
  code text not null,
  version smallint not null,
  part text not null,
  person_id int not null,
  seq bigint not null,
  -- of the cell as it was compared; empty where the signature was taken back
  digest text not null,
  office text not null,
  at timestamptz not null,
  primary key (unit_id, code, version, part, person_id, seq)
);
comment on table set_draft_signatures is 'Who compared a standard with the official text, and who took that back; it only grows.';

alter table set_drafts enable row level security;
create policy of_touched_units on set_drafts
  using (unit_id = any (string_to_array(current_setting('app.units', true), ',')::int[]));
alter table set_draft_changes enable row level security;
create policy of_touched_units on set_draft_changes
  using (unit_id = any (string_to_array(current_setting('app.units', true), ',')::int[]));
alter table set_draft_signatures enable row level security;
create policy of_touched_units on set_draft_signatures
  using (unit_id = any (string_to_array(current_setting('app.units', true), ',')::int[]));

grant select, insert, update on set_drafts to :app_role;
grant select, insert on set_draft_changes, set_draft_signatures to :app_role;
