/**
 * Reads a Bulk query result, alone and whole: download, cut, decode, parse, check. The pages are made beforehand and served by
 * a process of their own, so that nothing but the reader is measured.
 *
 *   node packages/server/bench/read-result.ts [rows]
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { Secret } from '../src/engine/ports/index.ts'
import { createOrgs } from '../src/salesforce/create-orgs.ts'

const rowsPerPage = 50_000
const columns = Array.from({ length: 25 }, (_, index) => `Field${index}__c`)

if (process.send === undefined) {
  const rows = Number(process.argv[2] ?? 1_000_000)
  const server = fork(fileURLToPath(import.meta.url), [String(rows)])
  const url = String((await once(server, 'message'))[0])
  for (let round = 1; round <= 3; round += 1) console.log(await readOnce(url, rows))
  server.kill()
} else {
  await serve(Number(process.argv[2]))
}

async function readOnce(instanceUrl: string, expected: number): Promise<string> {
  const orgs = createOrgs({ clientId: 'bench', redirectUri: 'http://app.test' })
  const accessToken = new Secret('token')
  const org = orgs.open({ instanceUrl, accessToken, renew: async () => ({ accessToken, instanceUrl }) })
  const cpuBefore = process.cpuUsage()
  const start = performance.now()
  let rows = 0
  const signal = new AbortController().signal
  for await (const page of org.resultPages('750', { columns, from: null, signal })) {
    for await (const block of page.blocks) rows += block.length
  }
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpuBefore)
  if (rows !== expected) throw new Error(`Read ${rows} rows of ${expected}.`)
  const speed = Math.round(rows / seconds / 1000)
  const cpu = ((user + system) / rows).toFixed(1)
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  return `read ${rows} rows of ${columns.length} columns: ${speed} krows/s, ${cpu} µs CPU a row, peak ${peak} MB`
}

async function serve(rows: number): Promise<void> {
  const body = Buffer.from([columns, ...Array.from({ length: rowsPerPage }, (_, index) => row(index))].map(csvLine).join(''))
  const pages = Math.ceil(rows / rowsPerPage)
  const server = createServer((request, response) => {
    const page = Number(new URL(request.url ?? '', 'http://org').searchParams.get('locator') ?? 0)
    response.writeHead(200, {
      'content-type': 'text/csv',
      'content-length': String(body.length),
      'sforce-numberofrecords': String(rowsPerPage),
      'sforce-locator': page + 1 < pages ? String(page + 1) : 'null',
    })
    response.end(body)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  process.send?.(`http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`)
}

function row(index: number): string[] {
  return columns.map((_, column) => {
    if (column === 0) return `001Ax00000${String(index).padStart(8, '0')}`
    if (column === 9) return '2026-05-06T09:49:20.000Z'
    if (column === 20) return `A "quoted" text, with a comma\nand a second line, Ödegård ${index}`
    return column % 5 === 0 ? '' : `value ${column} of ${index % 9973}`
  })
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`
}
