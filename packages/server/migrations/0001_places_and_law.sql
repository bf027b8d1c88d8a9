-- Reference data: places through time, the dictionary of figures, sets of criteria, programmes and rounds.
-- Small, read by everybody, without row-level security. `:app_role` is the application's role, which owns nothing.

create extension if not exists btree_gist;

create table units (
  id int generated always as identity primary key
);
comment on table units is 'One identity from founding to merger; never reused. Everything dated is in unit_versions.';

create table unit_versions (
  unit_id int not null references units (id),
  version smallint not null,
  code text not null,
  name text not null,
  kind text not null,
  parent_id int references units (id),
  valid_from date,
  valid_from_confidence text not null,
  valid_to date,
  population int,
  area_km2 numeric(10, 2),
  lat numeric(9, 5),
  lon numeric(9, 5),
  source text not null,
  primary key (unit_id, version),
  constraint unit_versions_code_is_digits check (code ~ '^[0-9]{2,5}$'),
  constraint unit_versions_kind_known check (kind in
    ('nation', 'province', 'city', 'district', 'commune', 'township', 'ward', 'special-zone')),
  constraint unit_versions_confidence_known check (valid_from_confidence in ('source', 'memory', 'unsure')),
  constraint unit_versions_ends_after_it_begins check (valid_to is null or valid_from is null or valid_from < valid_to),
  constraint unit_versions_not_its_own_parent check (parent_id is distinct from unit_id),
  -- a code names one unit on any day; codes are reused over time, lengths tell the level
  constraint unit_versions_one_unit_per_code_and_day exclude using gist
    (code with =, daterange(valid_from, valid_to, '[)') with &&),
  constraint unit_versions_one_version_per_day exclude using gist
    (unit_id with =, daterange(valid_from, valid_to, '[)') with &&)
);
create index unit_versions_parent on unit_versions (parent_id);

-- the nation is the first unit of every installation: changes of reference data chain on it
insert into units (id) overriding system value values (1);
select setval(pg_get_serial_sequence('units', 'id'), 1);
insert into unit_versions (unit_id, version, code, name, kind, valid_from_confidence, source)
values (1, 1, '00', 'Việt Nam', 'nation', 'unsure', 'root of every installation; no founding day is claimed');

create table unit_changes (
  id int generated always as identity primary key,
  kind text not null,
  effective_on date not null,
  document text,
  document_on date,
  -- what the successor inherits, figure by figure where it differs from the rule of its kind
  inheritance jsonb not null,
  confidence text not null,
  source text not null,
  constraint unit_changes_kind_known check (kind in ('merge', 'split', 'transfer', 'rename', 'abolish', 'found')),
  constraint unit_changes_confidence_known check (confidence in ('source', 'memory', 'unsure'))
);

create table unit_change_links (
  change_id int not null references unit_changes (id),
  predecessor_id int not null references units (id),
  successor_id int not null references units (id),
  -- the predecessor went to more than one successor: nothing can be inherited without a signed apportionment
  divided boolean not null,
  primary key (change_id, predecessor_id, successor_id)
);
create index unit_change_links_successor on unit_change_links (successor_id);
create index unit_change_links_predecessor on unit_change_links (predecessor_id);

create table programmes (
  id int generated always as identity primary key,
  code text not null unique,
  name_vi text not null,
  name_en text not null,
  home_unit_id int not null references units (id)
);

create table programme_units (
  programme_id int not null references programmes (id),
  unit_id int not null references units (id),
  valid_from date not null,
  valid_to date,
  primary key (programme_id, unit_id, valid_from),
  constraint programme_units_ends_after_it_begins check (valid_to is null or valid_from < valid_to)
);
create index programme_units_unit on programme_units (unit_id);

create table figures (
  id int generated always as identity primary key,
  code text not null unique,
  kind text not null,
  -- names, unit, total and merge rule as the dictionary file has them
  definition jsonb not null,
  constraint figures_code_speaks check (code ~ '^[a-z0-9][a-z0-9._/-]{1,79}$')
);
comment on table figures is 'The dictionary: one thing counted. Ids are used in readings; codes in files and rules.';

create table criteria_sets (
  id int generated always as identity primary key,
  code text not null,
  version smallint not null,
  -- sha-256 of the canonical JSON: a published version never changes
  content_hash bytea not null unique,
  content jsonb not null,
  is_overlay boolean not null,
  is_illustrative boolean not null,
  published_at timestamptz not null,
  unique (code, version),
  constraint criteria_sets_hash_is_sha256 check (octet_length(content_hash) = 32)
);

create table overlay_units (
  overlay_id int not null references criteria_sets (id),
  unit_id int not null references units (id),
  primary key (overlay_id, unit_id)
);
comment on table overlay_units is 'Where a provincial overlay holds: the unit and everything below it.';

create table rounds (
  id int generated always as identity primary key,
  programme_id int not null references programmes (id),
  host_unit_id int not null references units (id),
  code text not null,
  kind text not null,
  year smallint not null,
  period smallint not null,
  as_of date not null,
  geography_on date not null,
  criterion_codes text[],
  deadlines jsonb not null,
  -- figures made up to show the program: said on every screen and paper
  is_illustrative boolean not null,
  constraint rounds_one_per_period unique (programme_id, host_unit_id, kind, year, period),
  constraint rounds_code_unique unique (programme_id, host_unit_id, code),
  constraint rounds_kind_known check (kind in ('month', 'quarter', 'six-months', 'nine-months', 'year')),
  constraint rounds_code_speaks check (code ~ '^[a-z0-9][a-z0-9-]{2,39}$'),
  constraint rounds_period_fits_kind check (
    case kind when 'month' then period between 1 and 12 when 'quarter' then period between 1 and 4 else period = 1 end)
);

create table round_sets (
  round_id int not null references rounds (id),
  set_id int not null references criteria_sets (id),
  position smallint not null,
  primary key (round_id, set_id)
);
comment on table round_sets is 'The set versions a round judges by; the first is the board''s own.';

create table persons (
  id int generated always as identity primary key,
  name text not null,
  office text not null
);

insert into persons (name, office) values ('Người dùng trên máy này', 'Văn phòng Điều phối');

grant select, insert on units, unit_changes, unit_change_links, criteria_sets, overlay_units to :app_role;
grant select, insert, update on figures, unit_versions, programmes, programme_units, rounds, round_sets, persons to :app_role;
grant usage on all sequences in schema public to :app_role;
