/** What is known of each object's describe, and a note of when connected workspaces were last looked after. */
export const describes = `
create table describes (
  workspace text not null,
  org_id text not null,
  object text not null,
  user_id text not null,
  revision integer not null,
  hash text not null,
  describe json,
  mark text,
  read_at timestamptz not null,
  checked_at timestamptz not null,
  baseline_hash text not null,
  baseline json,
  baseline_at timestamptz not null,
  absent json not null default '{}',
  primary key (workspace, org_id, object)
);
alter table connections add column schema_looked_at timestamptz;
`
