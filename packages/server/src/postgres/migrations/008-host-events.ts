/** Keeps events until the host has taken them. */
export const hostEvents = `
create table host_events (
  id uuid primary key,
  workspace text not null,
  event json not null,
  due_at timestamptz not null
);
create index host_events_due on host_events (due_at);
`
