-- Workspaces that installed the Slack app. Tokens are sealed by a key of ENCRYPTION_KEYS, named by key_id.
create table installations (
  workspace text primary key,
  sealed text not null,
  key_id text not null,
  installed_at timestamptz not null
);

-- A code by which one person links two of their talks; never by guess.
create table link_codes (
  code text primary key,
  talk text not null,
  expires_at timestamptz not null
);
