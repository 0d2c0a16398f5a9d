import { startPostgres } from '../../test-support/postgres.ts'
import { startBenchServer } from '../bench-server.ts'
import { startBenchOrg } from '../emulated-org.ts'
import { median, type Results } from '../figures.ts'
import type { BenchOptions } from '../main.ts'
import { pullAccounts } from '../pull-accounts.ts'

const QUESTIONS = 30

/** Pulls as many records as asked, then pages through their results, filtered and searched; the slowest kind counts. */
export async function measureHistory({ rows }: BenchOptions): Promise<Results> {
  const postgres = await startPostgres({ durable: true })
  const org = await startBenchOrg({ rows, pageRows: 50_000 })
  try {
    const [pull] = await pullAccounts({ orgUrl: org.url, database: postgres.url, pulls: 1 })
    if (!pull) throw new Error('The pull told nothing.')
    const bench = await startBenchServer(postgres.url, org.url)
    const { jobs } = bench.client()
    const id = pull.job.id
    const kinds = {
      plain: () => jobs.records({ id }),
      filtered: () => jobs.records({ id, fields: 'skipped' }),
      // A name that one record has, near the end of the job.
      searched: () => jobs.records({ id, search: ` ${rows - 7}` }),
      nothingFound: () => jobs.records({ id, search: 'no such name anywhere', outcome: 'created' }),
    }
    const slowest: number[] = []
    for (const [kind, ask] of Object.entries(kinds)) {
      const milliseconds = await medianOf(ask)
      console.log(`  ${kind}: ${milliseconds.toFixed(1)} ms`)
      slowest.push(milliseconds)
    }
    await bench.close()
    return { 'history.results': rows, 'history.pageMs': Math.max(...slowest) }
  } finally {
    await org.stop()
    await postgres.stop()
  }
}

async function medianOf(ask: () => PromiseLike<unknown>): Promise<number> {
  const times: number[] = []
  for (let question = 0; question < QUESTIONS; question++) {
    const started = performance.now()
    await ask()
    times.push(performance.now() - started)
  }
  return median(times)
}
