// `npm run conformance:cli`: installs the pinned Salesforce CLI into its own folder, once, and drives an emulated org with it.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runSteps } from './steps.ts'

const folder = join(import.meta.dirname, '..', 'conformance-cli')
const cli = join(folder, 'node_modules', '@salesforce', 'cli', 'package.json')
const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>
}
const wanted = dependencies['@salesforce/cli']

const installed = existsSync(cli) && (JSON.parse(readFileSync(cli, 'utf8')) as { version: string }).version === wanted
if (!installed) {
  console.log(`Installing the Salesforce CLI ${wanted} into conformance-cli/ (300 MB, a minute or so).`)
  const { failed } = runSteps([{ name: 'install', command: 'npm', args: ['ci', '--prefix', folder, '--ignore-scripts'] }])
  if (failed > 0) process.exit(1)
}
const { failed } = runSteps([{ name: 'tests', command: 'vitest', args: ['run', '--project', 'cli', ...process.argv.slice(2)] }])
process.exit(failed > 0 ? 1 : 0)
