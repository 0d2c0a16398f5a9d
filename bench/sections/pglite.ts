import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBenchOrg } from '../emulated-org.ts'
import { median, type Results } from '../figures.ts'
import { type Measured, runProcess } from '../json-process.ts'
import type { BenchOptions } from '../main.ts'
import type { CopyEmbeddedInput } from '../processes/copy-ready-rows-pglite.ts'
import { pullAccounts } from '../pull-accounts.ts'

/** The embedded database is for trying out and for tests; more rows than this would only take longer. */
const mostRows = 100_000

/** Pulls into the embedded database, and lets it copy the same rows ready-made in turn. */
export async function measurePGlite(options: BenchOptions): Promise<Results> {
  const rows = Math.min(options.rows, mostRows)
  const org = await startBenchOrg({ rows, pageRows: 50_000 })
  const ratios: number[] = []
  const speeds: number[] = []
  try {
    for (let round = 0; round < options.rounds; round++) {
      const folder = mkdtempSync(join(tmpdir(), 'pryzm-bench-'))
      const filled = join(folder, 'filled')
      const [pull] = await pullAccounts({ orgUrl: org.url, database: filled, pulls: 1 })
      if (pull?.job.counts.created !== rows) throw new Error(`Our pull of ${rows} accounts created ${pull?.job.counts.created}.`)
      const input: CopyEmbeddedInput = { filled, empty: join(folder, 'empty'), orgUrl: org.url, rows }
      const limit = await runProcess<Measured>('copy-ready-rows-pglite.ts', input)
      console.log(`  ours: ${pull.pagesSeconds.toFixed(1)} s, COPY of ready rows: ${limit.seconds.toFixed(1)} s`)
      ratios.push(limit.seconds / pull.pagesSeconds)
      speeds.push(rows / pull.pagesSeconds)
      rmSync(folder, { recursive: true })
    }
    return { 'pull.pglite': median(ratios), 'pull.pgliteRecordsPerSecond': median(speeds) }
  } finally {
    await org.stop()
  }
}
