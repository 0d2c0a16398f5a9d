import type { Context } from 'hono'
import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import { refusal } from '../wire/salesforce-error.ts'
import type { App, AppEnv } from './app.ts'
import { requireView } from './describe.ts'
import { readOnly } from './method-not-allowed.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const UPDATED_DAYS = 30
const DELETED_DAYS = 15
const MOST_IDS = 600_000

interface Span {
  start: string
  end: string
}

/** Which records were changed or deleted in a span of time. Seconds are cut off, as Salesforce does. */
export function registerReplication(app: App, org: Org): void {
  app.get('/services/data/:version/sobjects/:object/updated', (c) => {
    const { start, end } = readSpan(c, org, UPDATED_DAYS)
    const rows = rowsChanged(c, org, { start, end }).filter((row) => row.IsDeleted !== true)
    if (rows.length > MOST_IDS) throw refusal('EXCEEDED_ID_LIMIT', 'limit on the number of ids exceeded')
    return c.json({ ids: rows.map((row) => row.Id), latestDateCovered: wire(end) })
  })

  app.get('/services/data/:version/sobjects/:object/deleted', (c) => {
    const { start, end } = readSpan(c, org, DELETED_DAYS)
    const rows = rowsChanged(c, org, { start, end }).filter((row) => row.IsDeleted === true)
    return c.json({
      deletedRecords: rows.map((row) => ({ id: row.Id, deletedDate: wire(String(row.SystemModstamp)) })),
      earliestDateAvailable: wire(new Date(org.clock().getTime() - DELETED_DAYS * DAY_MS).toISOString()),
      latestDateCovered: wire(end),
    })
  })

  for (const name of ['updated', 'deleted']) readOnly(app, `/services/data/:version/sobjects/:object/${name}`)
}

function rowsChanged(c: Context<AppEnv, '/services/data/:version/sobjects/:object/*'>, org: Org, { start, end }: Span): Row[] {
  const { type } = requireView(org, c.var.caller.user, c.req.param('object'))
  const hidden = org.access.hiddenRecords(c.var.caller.user)
  const found: Row[] = []
  for (const row of org.table(type.name).rows()) {
    const changed = String(row.SystemModstamp)
    if (changed >= start && changed < end && !hidden.has(String(row.Id))) found.push(row)
  }
  return found
}

function readSpan(c: Context, org: Org, mostDays: number): Span {
  const start = minuteOf(c.req.query('start'), 'start')
  const end = minuteOf(c.req.query('end'), 'end')
  if (end <= start) throw refusal('INVALID_REPLICATION_DATE', 'startDate must be at least one minute before endDate')
  if (org.clock().getTime() - Date.parse(start) > mostDays * DAY_MS) {
    throw refusal('INVALID_REPLICATION_DATE', `startDate before org replication enabled date or more than ${mostDays} days ago`)
  }
  return { start, end }
}

function minuteOf(text: string | undefined, name: string): string {
  const moment = new Date((text ?? '').replace(' ', '+').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
  if (Number.isNaN(moment.getTime()))
    throw refusal('INVALID_REPLICATION_DATE', `The ${name} date is missing or malformed: ${text ?? ''}`)
  return `${moment.toISOString().slice(0, 16)}:00.000Z`
}

function wire(instant: string): string {
  return instant.replace(/(?:\.\d+)?Z$/, '.000+0000')
}
