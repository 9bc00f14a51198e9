-- What a complaint is about, for finding the same matter from others: a handful of keys each, and the whole print to compare.
create table prints (
  complaint text primary key,
  complainant_id text not null,
  type text not null,
  print jsonb not null,
  received_at timestamptz not null
);
create table print_keys (
  key text not null,
  received_at timestamptz not null,
  complaint text not null,
  primary key (key, received_at, complaint)
);
