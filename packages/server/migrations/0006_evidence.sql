-- Evidence: files and cited documents of one unit, what each is shown for, and signals that a reviewer set aside.
-- The bytes lie outside, named by their SHA-256; a row is written only after its bytes are safe.

create table evidence (
  unit_id int not null,
  evidence_id uuid not null,
  kind text not null,
  -- of a file: what it is, told from its bytes; the name is as its sender gave it and is never used as a path
  sha256 bytea,
  bytes bigint,
  mime text,
  name text,
  -- of a photo: 64 bits that stay nearly the same when it is scaled or saved anew
  looks bytea,
  issuer text,
  document_number text,
  document_on date,
  link text,
  taken_on date,
  -- only when the person agreed to it
  lat numeric(9, 5),
  lon numeric(9, 5),
  expires_on date,
  scan text not null,
  uploaded_by int not null,
  uploaded_at timestamptz not null,
  -- the row stays and says that it is removed; the bytes stay as long as any row names them
  removed_reason text,
  removed_by int,
  removed_at timestamptz,
  seq bigint not null,
  primary key (unit_id, evidence_id),
  constraint evidence_kind_known check (kind in ('file', 'document')),
  constraint evidence_file_is_whole check ((kind = 'file') = (sha256 is not null and bytes is not null and mime is not null
    and name is not null)),
  constraint evidence_file_has_bytes check (bytes > 0),
  constraint evidence_hash_is_sha256 check (octet_length(sha256) = 32),
  constraint evidence_looks_are_64_bits check (octet_length(looks) = 8),
  constraint evidence_document_is_cited check (kind = 'file' or (issuer is not null and document_number is not null)),
  constraint evidence_place_is_whole check ((lat is null) = (lon is null)),
  constraint evidence_place_on_earth check (lat between -90 and 90 and lon between -180 and 180),
  constraint evidence_scan_known check (scan in ('none', 'clean', 'waiting')),
  constraint evidence_removal_is_whole check ((removed_reason is null) = (removed_by is null)
    and (removed_reason is null) = (removed_at is null)),
  constraint evidence_seq_positive check (seq > 0)
);
-- "the same photo elsewhere" is asked over all units that a reviewer may read
create index evidence_same_bytes on evidence (sha256, unit_id);

create table evidence_links (
  unit_id int not null,
  evidence_id uuid not null,
  round_id int not null,
  -- of an indicator (`17.1`) or of a figure of the dictionary (`xa2021.17.1`)
  code text not null,
  linked_by int not null,
  seq bigint not null,
  primary key (unit_id, evidence_id, round_id, code),
  constraint evidence_links_seq_positive check (seq > 0)
);
comment on table evidence_links is 'What a piece of evidence is shown for: one serves many indicators and rounds.';

create table signal_dismissals (
  unit_id int not null,
  round_id int not null,
  -- a digest of what the signal is about: it says nothing of other units to whoever reads it
  signal text not null,
  code text not null,
  reason text not null,
  dismissed_by int not null,
  dismissed_at timestamptz not null,
  seq bigint not null,
  primary key (unit_id, round_id, signal, code),
  constraint signal_dismissals_reason_given check (length(reason) >= 3),
  constraint signal_dismissals_seq_positive check (seq > 0)
);
comment on table signal_dismissals is 'Signals that a reviewer looked at and set aside, with the reason. A signal is never a verdict.';

alter table evidence enable row level security;
create policy of_touched_units on evidence
  using (unit_id = any (string_to_array(current_setting('app.units', true), ',')::int[]));
alter table evidence_links enable row level security;
create policy of_touched_units on evidence_links
  using (unit_id = any (string_to_array(current_setting('app.units', true), ',')::int[]));
alter table signal_dismissals enable row level security;
create policy of_touched_units on signal_dismissals
  using (unit_id = any (string_to_array(current_setting('app.units', true), ',')::int[]));

grant select, insert, update on evidence to :app_role;
grant select, insert on evidence_links, signal_dismissals to :app_role;

comment on constraint evidence_kind_known on evidence is 'A piece is a file or a cited document; lists and rights know these two.';
comment on constraint evidence_file_is_whole on evidence is
  'A file without its hash, size or type cannot be found or served; a cited document has none of them.';
comment on constraint evidence_file_has_bytes on evidence is 'An empty file shows nothing.';
comment on constraint evidence_hash_is_sha256 on evidence is 'The bytes are found by this hash; half of one finds nothing.';
comment on constraint evidence_looks_are_64_bits on evidence is
  'Photos are compared bit by bit; two lengths cannot be compared.';
comment on constraint evidence_document_is_cited on evidence is
  'A document is cited by who issued it and its number; without them nobody can look it up.';
comment on constraint evidence_place_is_whole on evidence is 'Half of a place is nowhere.';
comment on constraint evidence_place_on_earth on evidence is 'There is no such latitude or longitude.';
comment on constraint evidence_scan_known on evidence is 'What is served goes by this word; there are three of them.';
comment on constraint evidence_removal_is_whole on evidence is 'A removal says why, who and when, or it is none.';
comment on constraint evidence_seq_positive on evidence is
  'Each state carries the number of the write that made it; writes count from one.';
comment on constraint evidence_links_seq_positive on evidence_links is
  'Each link carries the number of the write that made it; writes count from one.';
comment on constraint signal_dismissals_reason_given on signal_dismissals is
  'Setting a signal aside without a reason would make it look as if nobody had raised it.';
comment on constraint signal_dismissals_seq_positive on signal_dismissals is
  'Each carries the number of the write that made it; writes count from one.';
