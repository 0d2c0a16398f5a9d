/** Groups what kept records from syncing whole by its cause, and lists jobs by how long they took. */
export const causesAndDurations = `
alter table jobs add column causes json not null default '[]';
alter table result_blocks add column causes text not null default '', add column cause_lines text not null default '';
alter table result_blocks alter column cause_lines set storage external;
create index jobs_by_duration on jobs (workspace, (finished_at - started_at), no) where (finished_at - started_at) is not null;
`
