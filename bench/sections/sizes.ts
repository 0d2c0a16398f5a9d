import { gzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Rollup } from 'vite'
import type { Results } from '../figures.ts'

const ui = join(import.meta.dirname, '../../packages/ui/src')

/** What a page that imports this name alone loads, React left out. */
const entries = {
  hooks: 'useConnection',
  ConnectionCard: 'ConnectionCard',
  SetupChecklist: 'SetupChecklist',
  MappingEditor: 'MappingEditor',
  PipelinePicker: 'PipelinePicker',
  PullPanel: 'PullPanel',
  PushButton: 'PushButton',
  JobHistoryTable: 'JobHistoryTable',
  JobDetail: 'JobDetail',
  SalesforceSettings: 'SalesforceSettings',
}

/** Bundles each entry by itself and weighs it: everything, and what is loaded before anything is opened. */
export async function measureSizes(): Promise<Results> {
  const results: Results = {}
  for (const [name, exported] of Object.entries(entries)) {
    const { total, first } = await weigh(exported)
    results[`ui.${name}Kb`] = total
    results[`ui.${name}FirstKb`] = first
  }
  results['ui.stylesKb'] = await weighStyles()
  return results
}

async function weigh(exported: string): Promise<{ total: number; first: number }> {
  const chunks = await bundle('entry.js', `export { ${exported} } from '${ui}/index.ts'`)
  const first = chunks.filter(
    ({ isEntry, fileName }) => isEntry || chunks.some((chunk) => chunk.isEntry && chunk.imports.includes(fileName)),
  )
  return { total: kilobytes(chunks), first: kilobytes(first) }
}

async function bundle(name: string, source: string): Promise<Rollup.OutputChunk[]> {
  const id = `virtual:${name}`
  const output = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (asked) => (asked === id ? id : undefined),
        load: (asked) => (asked === id ? source : undefined),
      },
    ],
    build: { write: false, rollupOptions: { input: id, external: [/^react(-dom)?($|\/)/], preserveEntrySignatures: 'strict' } },
  })) as Rollup.RollupOutput
  return output.output.filter((file) => file.type === 'chunk')
}

async function weighStyles(): Promise<number> {
  const output = (await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, rollupOptions: { input: join(ui, 'styles.css') } },
  })) as Rollup.RollupOutput
  const css = output.output.find((file) => file.type === 'asset' && file.fileName.endsWith('.css'))
  const source = css?.type === 'asset' ? css.source : readFileSync(join(ui, 'styles.css'))
  return gzipSync(source, { level: 9 }).length / 1024
}

function kilobytes(chunks: readonly Rollup.OutputChunk[]): number {
  return chunks.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0) / 1024
}
