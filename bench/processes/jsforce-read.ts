// A peer: jsforce's own bulk2.query reads every account and keeps none of them. It gets the result as one page, because more
// than one breaks it.
import { once } from 'node:events'
import { Connection } from 'jsforce'
import { ownUsage, processInput, tell } from '../json-process.ts'
import type { PeerInput } from '../peer-input.ts'

const { orgUrl, accessToken, soql } = processInput<PeerInput>()
const connection = new Connection({ instanceUrl: orgUrl, accessToken, version: '66.0' })
const started = performance.now()
let rows = 0
const stream = await connection.bulk2.query(soql, { pollInterval: 250, pollTimeout: 600_000 })
stream.on('record', () => rows++)
await once(stream, 'end')
const seconds = (performance.now() - started) / 1000
tell({ rows, seconds: seconds - (await orgSeconds()), ...ownUsage() })

/**
 * What the org took to make the result, which jsforce waits for without telling when it was ready. Asked on a connection of its
 * own: jsforce's has been idle for as long as parsing took, and the org may have closed it.
 */
async function orgSeconds(): Promise<number> {
  const { records } = await ask<{ records: { id: string; createdDate: string }[] }>('')
  const [last] = records.toSorted((a, b) => b.createdDate.localeCompare(a.createdDate))
  return (await ask<{ totalProcessingTime: number }>(`/${last?.id}`)).totalProcessingTime / 1000
}

async function ask<Answer>(path: string): Promise<Answer> {
  const headers = { authorization: `Bearer ${accessToken}` }
  return (await (await fetch(`${orgUrl}/services/data/v66.0/jobs/query${path}`, { headers })).json()) as Answer
}
