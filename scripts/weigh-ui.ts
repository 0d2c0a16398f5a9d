import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Rollup } from 'vite'

const ui = join(import.meta.dirname, '../packages/ui')

/** Kilobytes of 1,024 bytes, minified and gzipped; React is the host's and not counted. */
export interface Weight {
  /** Everything that a page with this entry may ever load. */
  total: number
  /** What it loads before anything is opened. */
  first: number
}

/** An entry's weight, and the files that went into it. */
interface Weighed extends Weight {
  modules: readonly string[]
}

/** What the design wants, and what may not be passed on the way there. */
interface Budget {
  goal: Weight
  limit: Weight
}

/** Budgets by entry: `hooks` is a page with the provider and `useConnection`, a component is its name alone; both with the client. */
export const budgets = JSON.parse(readFileSync(join(ui, 'size-budgets.json'), 'utf8')) as Record<string, Budget>

/** Bundles each entry by itself, as a host's bundler would, and weighs it; `added` is code that goes in beside it. */
export async function weighUi(names: readonly string[] = Object.keys(budgets), added = ''): Promise<Record<string, Weighed>> {
  const weights: Record<string, Weighed> = {}
  for (const name of names) weights[name] = await weigh(name, added)
  return weights
}

// Every page makes a client, so it counts in each weight.
const client = `export { createSalesforceClient } from '${ui}/../sdk/src/index.ts'`

async function weigh(name: string, added: string): Promise<Weighed> {
  if (name === 'styles') return weighStyles()
  const chunks = await bundleUi(
    `${client}\nexport { ${name === 'hooks' ? 'SalesforceProvider, useConnection' : name} } from '${ui}/src/index.ts'\n${added}`,
  )
  const first = staticImports(chunks)
  return { total: kilobytes(chunks), first: kilobytes(first), modules: chunks.flatMap(({ moduleIds }) => moduleIds) }
}

async function bundleUi(source: string): Promise<Rollup.OutputChunk[]> {
  const id = 'virtual:entry.js'
  const output = (await build({
    configFile: false,
    logLevel: 'silent',
    // Whatever runs the weighing: a test would keep what libraries and JSX say to developers alone.
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { development: false } },
    plugins: [
      {
        name: 'entry',
        resolveId: (asked) => (asked === id ? id : undefined),
        load: (asked) => (asked === id ? source : undefined),
      },
    ],
    build: {
      write: false,
      modulePreload: false,
      rollupOptions: { input: id, external: [/^react(-dom)?($|\/)/], preserveEntrySignatures: 'strict' },
    },
  })) as Rollup.RollupOutput
  return output.output.filter((file) => file.type === 'chunk')
}

function staticImports(chunks: readonly Rollup.OutputChunk[]): Rollup.OutputChunk[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const loaded = new Set<Rollup.OutputChunk>()
  const load = (chunk: Rollup.OutputChunk | undefined) => {
    if (!chunk || loaded.has(chunk)) return
    loaded.add(chunk)
    for (const name of chunk.imports) load(byName.get(name))
  }
  for (const chunk of chunks) if (chunk.isEntry) load(chunk)
  return [...loaded]
}

async function weighStyles(): Promise<Weighed> {
  const output = (await build({
    configFile: false,
    logLevel: 'silent',
    // As it is published, with `light-dark()` left to the browser.
    build: { write: false, cssTarget: 'esnext', rollupOptions: { input: join(ui, 'src/styles.css') } },
  })) as Rollup.RollupOutput
  const css = output.output.find((file) => file.type === 'asset' && file.fileName.endsWith('.css'))
  if (css?.type !== 'asset') throw new Error('The build of styles.css gave no stylesheet.')
  const weight = gzipSync(css.source, { level: 9 }).length / 1024
  return { total: weight, first: weight, modules: [css.fileName] }
}

function kilobytes(chunks: readonly Rollup.OutputChunk[]): number {
  return chunks.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0) / 1024
}
