/** The tables that a pull fills. */
export const filledTables = [
  'pryzm.records',
  'pryzm_salesforce.links',
  'pryzm_salesforce.results',
  'pryzm_salesforce.result_blocks',
] as const

interface Client {
  query(text: string): Promise<{ rows: unknown[] }>
}

/** The columns of a table that rows are written with, as a list for COPY. */
export async function columnsOf(client: Client, table: string): Promise<string> {
  const { rows } = await client.query(
    `select attname as name from pg_attribute
     where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
  )
  return (rows as { name: string }[]).map(({ name }) => `"${name}"`).join(', ')
}
