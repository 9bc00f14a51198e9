-- What arrives, written before anyone is told it came. The same key twice is the same arrival.
create table inbox (
  seq bigint generated always as identity primary key,
  key text not null unique,
  lane text not null,
  arrived_at timestamptz not null,
  body jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'parked')),
  attempts integer not null default 0,
  error text
);
create index inbox_waiting on inbox (lane, seq) where state = 'waiting';

-- One row per talk or desk thread: its lock keeps the order, due_at closes the burst.
create table lanes (
  lane text primary key,
  since timestamptz,
  due_at timestamptz
);
create index lanes_due on lanes (due_at) where due_at is not null;

create table complainants (
  id text primary key,
  name text,
  phone text,
  email text,
  kind text not null default 'consumer' check (kind in ('consumer', 'business', 'partner')),
  created_at timestamptz not null
);

-- One talk with one complainant on one transport; the dialog's state is a versioned row.
create table talks (
  id text primary key,
  channel text not null,
  place text not null,
  route text,
  locale text,
  complainant_id text not null references complainants (id),
  complaint text,
  dialog jsonb not null,
  version integer not null default 0,
  updated_at timestamptz not null
);
create index talks_complainant on talks (complainant_id);

create sequence complaint_number;

-- The register: what the events say now, for look-ups. Never written but together with events.
create table complaints (
  number text primary key,
  version integer not null,
  stage text not null,
  severity smallint not null,
  urgency text not null,
  type text not null,
  department text not null,
  handler text,
  complainant_id text not null,
  talk text,
  received_at timestamptz not null,
  next_due_at timestamptz,
  summary text not null,
  state jsonb not null,
  synthetic boolean not null default false
);
create index complaints_handler on complaints (handler, next_due_at) where stage not in ('archived', 'declined', 'withdrawn', 'merged');
create index complaints_open on complaints (next_due_at) where stage not in ('archived', 'declined', 'withdrawn', 'merged');
create index complaints_complainant on complaints (complainant_id, received_at);

-- The complaint itself. Appended with the expected version; a hash chains each event to the one before.
create table events (
  position bigint generated always as identity unique,
  complaint text not null,
  version integer not null,
  type text not null,
  at timestamptz not null,
  data jsonb not null,
  hash text not null,
  primary key (complaint, version)
);

-- What leaves, in the transaction of the events that caused it.
create table outbox (
  id text primary key,
  seq bigint generated always as identity unique,
  lane text not null,
  channel text not null,
  place text not null,
  key text,
  complaint text,
  severity smallint not null default 4,
  body jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'uncertain', 'superseded', 'parked')),
  attempts integer not null default 0,
  run_at timestamptz not null,
  leased_until timestamptz,
  queued_at timestamptz not null,
  sent_at timestamptz,
  error text
);
create index outbox_waiting on outbox (lane, seq) where state = 'waiting';
create index outbox_due on outbox (run_at) where state = 'waiting';

-- Logical name of a message → what the transport called it; and of a thread → its complaint.
create table sent_messages (
  key text primary key,
  message_id text not null,
  thread_id text
);
create table threads (
  key text primary key,
  channel text not null,
  place text not null,
  thread_id text not null,
  complaint text not null
);
create unique index threads_transport on threads (channel, place, thread_id);

-- A dated command, decided again when due.
create table follow_ups (
  key text primary key,
  complaint text,
  talk text,
  command jsonb not null,
  due_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'cancelled', 'parked')),
  attempts integer not null default 0,
  error text
);
create index follow_ups_due on follow_ups (due_at) where state = 'waiting';

-- What a press means; the transport only ever sees the id.
create table buttons (
  id text primary key,
  complaint text,
  talk text,
  action jsonb not null,
  created_at timestamptz not null
);

create table files (
  id text primary key,
  sha256 text not null,
  name text not null,
  media_type text not null,
  bytes integer not null,
  content bytea not null,
  stored_at timestamptz not null
);

-- The web channel's talks.
create table web_sessions (
  id text primary key,
  token_hash text not null unique,
  locale text,
  opened_at timestamptz not null
);
create sequence web_cursor;
create table web_messages (
  id text primary key,
  place text not null,
  cursor bigint not null default nextval('web_cursor'),
  sender text not null check (sender in ('complainant', 'bot', 'staff')),
  author text,
  body jsonb not null,
  thread text,
  complaint text,
  only_for text,
  at timestamptz not null
);
create index web_messages_place on web_messages (place, cursor);

-- Every pack version a complaint was ever received under: a new pack, new complaints.
create table packs (
  id text primary key,
  sources jsonb not null,
  stored_at timestamptz not null
);

-- Which process ran a scheduled sweep; one row is one firing.
create table sweeps (
  key text primary key,
  ran_at timestamptz not null default now()
);
