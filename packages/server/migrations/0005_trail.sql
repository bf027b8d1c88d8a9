-- The heads of all chains are signed daily with a key outside the database: a cut tail, or a chain that somebody with every
-- right computed anew, no longer agrees with what was signed.

create table head_signatures (
  day date primary key,
  heads int not null,
  digest bytea not null,
  signature bytea not null,
  -- which key signed: the beginning of its public half's SHA-256
  key_id text not null,
  signed_at timestamptz not null,
  constraint head_signatures_digest_is_sha256 check (octet_length(digest) = 32)
);
comment on table head_signatures is 'What was signed on a day; the list itself is the file that the office keeps elsewhere.';
comment on constraint head_signatures_digest_is_sha256 on head_signatures is
  'The file is recognised by its digest; another length can never match.';

grant select, insert on head_signatures to :app_role;
