import pg from 'pg'

/** Everything that a database holds, table by table, to compare with later; without the describes that are kept of an org. */
export async function tableContents(databaseUrl: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema') and schemaname not like '%\\_queue' and tablename <> 'describes' order by 1`,
    )
    const contents: Record<string, string> = {}
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ content: string }>(
        `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') || ' ' || count(*) as content from ${name} t`,
      )
      contents[name] = rows[0]?.content ?? ''
    }
    return contents
  } finally {
    await client.end()
  }
}
