// `npm run bench`: measures the kit beside its limits and its peers, in one run on one machine.
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { buildPackages } from './build-packages.ts'
import { type Results, table } from './figures.ts'
import { measureHistory } from './sections/history.ts'
import { measureMappingRules } from './sections/mapping-rules.ts'
import { measurePGlite } from './sections/pglite.ts'
import { measurePull } from './sections/pull.ts'
import { measurePush } from './sections/push.ts'
import { measureSizes } from './sections/sizes.ts'
import { measureStart } from './sections/start.ts'

export interface BenchOptions {
  /** Accounts to pull. */
  rows: number
  /** How often each peer is run, in turn with ours. */
  rounds: number
}

const sections: Record<string, (options: BenchOptions) => Promise<Results>> = {
  pull: measurePull,
  pglite: measurePGlite,
  push: measurePush,
  mapping: measureMappingRules,
  history: measureHistory,
  sizes: measureSizes,
  start: measureStart,
}

/** Sections that start processes, which run the packages as they are published. */
const measuringBuilt = new Set(['pull', 'pglite', 'push', 'history'])

const help = `Measures the kit. Ratios hold from machine to machine; absolute figures do not.

  npm run bench -- [options]

  --only NAMES   sections to run, such as pull,push (${Object.keys(sections).join(', ')}); all unless told
  --rows N       accounts to pull, such as 100k or 1m; 100k unless told
  --rounds N     how often each peer runs, in turn with ours; 3 unless told
  --json FILE    writes the figures to a file as well
  --help         says this`

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rows: { type: 'string', default: '100k' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) console.log(help)
else await run()

async function run(): Promise<void> {
  const options = { rows: count('rows', values.rows), rounds: count('rounds', values.rounds) }
  const names = values.only?.split(',') ?? Object.keys(sections)
  const unknown = names.find((name) => !(name in sections))
  if (unknown !== undefined) fail(`There is no section "${unknown}"; there are ${Object.keys(sections).join(', ')}.`)
  console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`)
  const results: Results = {}
  if (names.some((name) => measuringBuilt.has(name))) {
    console.log('— building the packages')
    buildPackages()
  }
  for (const name of names) {
    console.log(`— ${name}`)
    Object.assign(results, await sections[name]?.(options))
  }
  console.log(`\n${table(results)}`)
  if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`)
}

function count(name: string, text: string): number {
  const [, digits = '', unit = ''] = /^(\d+)([km]?)$/i.exec(text) ?? []
  const value = Number(digits) * ({ k: 1000, m: 1_000_000 }[unit.toLowerCase()] ?? 1)
  if (digits === '' || value === 0) fail(`--${name} is "${text}"; write a number such as 3, 100k or 1m.`)
  return value
}

function fail(message: string): never {
  console.error(message)
  process.exit(2)
}
