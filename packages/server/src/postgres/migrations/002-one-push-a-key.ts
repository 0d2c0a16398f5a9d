/** Makes the idempotency key of a push unique, so that adding one takes a single statement. */
export const onePushAKey = `
update jobs set idempotency_key = null where exists (
  select from jobs later
  where later.workspace = jobs.workspace and later.idempotency_key = jobs.idempotency_key and later.no > jobs.no
);
drop index jobs_by_key;
create unique index jobs_one_per_key on jobs (workspace, idempotency_key);
`
