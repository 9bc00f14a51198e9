-- Who is signed in to the workbench; the token is kept hashed, as a complainant's is.
create table desk_sessions (
  token_hash text primary key,
  person text not null,
  ends_at timestamptz not null
);
create index desk_sessions_ends on desk_sessions (ends_at);
