/** The tables of the reference records; names without a schema go to their own. */
export const recordsTables = `
create table records (
  workspace text collate "C" not null,
  record_type text collate "C" not null,
  id uuid not null,
  name text not null,
  attributes json not null,
  revision integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (workspace, record_type, id)
);

create table pipelines (
  id uuid primary key,
  workspace text not null,
  name text not null,
  stages json not null,
  created_at timestamptz not null default now()
);
create unique index pipelines_by_name on pipelines (workspace, lower(name));

create table users (
  workspace text not null,
  id text not null,
  name text not null,
  email text not null,
  primary key (workspace, id)
);
create index users_by_email on users (workspace, lower(email));
`
