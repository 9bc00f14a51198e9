-- The chain runs over salted hashes of what is personal, so that a person's words can go and the chain still proves the rest.
-- salt: null where the event was written before, or its words are gone; erased: path → the hash that stands for the words.
alter table events add column salt text, add column erased jsonb;

-- Whoever is named here is not erased, by request or by age, until the hold is lifted.
create table legal_holds (
  complainant_id text primary key,
  reason text not null,
  placed_at timestamptz not null
);

-- What was erased and when, without saying whose it was but by our own id.
create table erasures (
  seq bigint generated always as identity primary key,
  complainant_id text,
  complaint text,
  record text not null,
  cause text not null check (cause in ('request', 'retention')),
  rows integer not null,
  at timestamptz not null
);
create unique index erasures_once on erasures (complaint, record) where complaint is not null;
