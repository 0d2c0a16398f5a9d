import type { Queryable } from '../postgres/sql/sql.ts'
import type { RecordsDatabase } from './records-database.ts'

export interface WorkspaceUser {
  id: string
  name: string
  email: string
}

/** Emails by user id, or user ids by lower-cased email. An email that two users share names neither. */
export async function findUsers(
  { name }: RecordsDatabase,
  on: Queryable,
  workspace: string,
  by: { ids: readonly string[] } | { emails: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  if ('ids' in by) {
    const rows = await on.query<WorkspaceUser>(
      `select id, email from ${name('users')} where workspace = $1 and id in (select jsonb_array_elements_text($2::jsonb))`,
      [workspace, JSON.stringify(by.ids)],
    )
    return new Map(rows.map(({ id, email }) => [id, email]))
  }
  const rows = await on.query<WorkspaceUser>(
    `select min(id) as id, lower(email) as email from ${name('users')}
     where workspace = $1 and lower(email) in (select lower(jsonb_array_elements_text($2::jsonb)))
     group by lower(email) having count(*) = 1`,
    [workspace, JSON.stringify(by.emails)],
  )
  return new Map(rows.map(({ id, email }) => [email, id]))
}

/** Adds users, or changes the name and email of those that are there. */
export async function putUsers(
  { name, sql }: RecordsDatabase,
  workspace: string,
  users: readonly WorkspaceUser[],
): Promise<void> {
  await sql.query(
    `insert into ${name('users')} (workspace, id, name, email)
     select $1, u.id, u.name, u.email from jsonb_to_recordset($2::jsonb) as u(id text, name text, email text)
     on conflict (workspace, id) do update set name = excluded.name, email = excluded.email`,
    [workspace, JSON.stringify(users)],
  )
}

/** Every user of the workspace, in order of name. */
export function listUsers({ name, sql }: RecordsDatabase, workspace: string): Promise<WorkspaceUser[]> {
  return sql.query<WorkspaceUser>(`select id, name, email from ${name('users')} where workspace = $1 order by name, id`, [
    workspace,
  ])
}
