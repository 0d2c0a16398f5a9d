/** The tables of the first version; names without a schema go to the kit's own. */
export const firstTables = `
create table connections (
  workspace text primary key,
  status text not null,
  reason text,
  sentence text,
  status_since timestamptz,
  org json,
  user_id text,
  login_url text not null,
  scopes json not null,
  access_token text,
  refresh_token text,
  refresh_started_at timestamptz,
  connected_by json,
  connected_at timestamptz,
  api_usage json,
  next_try_at timestamptz,
  pending json
);

create table connect_attempts (
  state_hash text primary key,
  workspace text not null,
  started_by json not null,
  code_verifier text not null,
  return_to text not null,
  login_url text not null,
  started_at timestamptz not null
);
create index connect_attempts_newest on connect_attempts (workspace, started_at);

create table mapping_versions (
  workspace text not null,
  version integer not null,
  mapping json not null,
  saved_by json not null,
  saved_at timestamptz not null,
  primary key (workspace, version)
);

create table runs (
  no bigint generated always as identity primary key,
  id text not null unique,
  workspace text not null,
  mode text not null,
  started_by_id text not null,
  started_by_name text not null,
  queued_at timestamptz not null,
  canceling boolean not null default false,
  state text,
  finished_at timestamptz
);
create unique index runs_one_active on runs (workspace) where finished_at is null;
create index runs_newest on runs (workspace, no);

create table link_scopes (
  no integer generated always as identity primary key,
  workspace text not null,
  org_id text not null,
  object text not null,
  record_type text not null,
  archived boolean not null default false,
  attributes json not null default '[]'
);
create unique index link_scopes_current on link_scopes (workspace, org_id, object, record_type) where not archived;

create table links (
  scope_no integer not null,
  salesforce_id text collate "C" not null,
  record_id uuid not null,
  state smallint not null,
  hash text,
  stamp timestamptz,
  revision text,
  synced text not null,
  write_back smallint not null,
  due_job bigint,
  primary key (scope_no, salesforce_id)
);
create unique index links_one_live_per_record on links (scope_no, record_id) where state = 0;
create index links_released on links (scope_no, record_id) where state <> 0;

create table jobs (
  no bigint generated always as identity primary key,
  id text not null unique,
  workspace text not null,
  run_id text,
  kind text not null,
  mode text,
  object text not null,
  record_type text,
  label text not null,
  state text not null,
  reason json,
  mapping_version integer not null,
  started_by_id text not null,
  started_by_name text not null,
  queued_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  next_try_at timestamptz,
  total integer,
  processed integer not null default 0,
  created integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  skipped integer not null default 0,
  failed integer not null default 0,
  with_skipped_fields integer not null default 0,
  skipped_fields bigint not null default 0,
  skip_reasons json not null default '{}',
  rate real,
  counted_at timestamptz,
  phase text not null default 'query',
  query_id text,
  queried_at timestamptz,
  plan_hash text,
  locator text,
  pages_done integer not null default 0,
  rows_read integer not null default 0,
  queries_started integer not null default 0,
  ingest_id text,
  written_back_to integer not null default -1,
  written_back boolean not null default false,
  plan json,
  only_ids json,
  scope_no integer,
  record_id text,
  idempotency_key text,
  deleting boolean not null default false
) with (fillfactor = 70);
create index jobs_newest on jobs (workspace, no);
create index jobs_of_run on jobs (run_id, no) where run_id is not null;
create index jobs_of_record on jobs (workspace, record_id, no) where record_id is not null;
create index jobs_by_key on jobs (workspace, idempotency_key) where idempotency_key is not null;
create index jobs_ended on jobs (finished_at);
create index jobs_writing_back on jobs (scope_no) where not written_back;
create index jobs_deleting on jobs (no) where deleting;

create table results (
  job_no bigint not null,
  seq integer not null,
  outcome smallint not null,
  synced_fields smallint not null,
  skipped_for integer not null,
  write_back boolean not null,
  record_id uuid,
  salesforce_id text,
  name text,
  reason json,
  skips json,
  primary key (job_no, seq)
);

create table result_blocks (
  job_no bigint not null,
  first_seq integer not null,
  last_seq integer not null,
  outcomes smallint not null,
  skipped_for integer not null,
  outcome_lines text not null,
  skip_lines text not null,
  name_lines text not null,
  id_lines text not null,
  primary key (job_no, first_seq)
);
alter table result_blocks
  alter column outcome_lines set storage external, alter column skip_lines set storage external,
  alter column name_lines set storage external, alter column id_lines set storage external;

create table pending_relations (
  scope_no integer not null,
  record_id uuid not null,
  attribute text not null,
  target_object text not null,
  target_salesforce_id text not null,
  job_no bigint not null,
  seq integer not null,
  primary key (scope_no, record_id, attribute)
);

create table watermarks (
  scope_no integer primary key,
  at timestamptz not null,
  user_id text not null,
  plan_hash text not null,
  failed_ids json not null
);
`
