// `npm run demo`: the emulated org, the host with the mounted kit, and the pages, in one process that Ctrl-C stops.
import { KeptFileError } from '@pryzm/salesforce-emulator'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError, readConfig } from './config.ts'
import { buildPages } from './server/build-pages.ts'
import { startDemo } from './server/start-demo.ts'
import { startOrg } from './server/start-org.ts'

const envFile = join(import.meta.dirname, '../../.env')
if (existsSync(envFile)) process.loadEnvFile(envFile)

try {
  await run()
} catch (error) {
  console.error(`\n${sentenceOf(error)}`)
  process.exit(1)
}

async function run(): Promise<void> {
  const config = readConfig(process.env)
  mkdirSync(config.dataFolder, { recursive: true })
  console.log(`Building the pages and opening the ${config.databaseUrl ? '' : 'embedded '}database, which takes some seconds`)
  const pages = buildPages(config.dataFolder)
  // That they could not be built is met where they are needed, not before.
  pages.catch(() => undefined)
  const org = config.salesforce ? null : await startOrg(config)
  const demo = await startDemo({ config, pages, org })
  stopOnSignal(async () => {
    await demo.close()
    await org?.close()
  })
  console.log(`\n  Pryzm is ready:  ${demo.url}/integrations/salesforce`)
  if (org) console.log(`  Emulated org:    ${org.url}`)
  console.log('  Ctrl-C stops everything.\n')
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  const onSignal = () => {
    if (stopping) return
    stopping = true
    console.log('\nStopping')
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(sentenceOf(error))
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}

function sentenceOf(error: unknown): string {
  if (error instanceof ConfigError || error instanceof KeptFileError) return error.message
  const { code, port } = rootOf(error) as { code?: string; port?: number }
  if (code === 'EADDRINUSE') return `Port ${port} is in use; stop what runs there, or set PORT or EMULATOR_PORT to another one.`
  if (code === 'EACCES') return `${(error as Error).message}; choose another port or DATA_FOLDER.`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function rootOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? rootOf(error.cause) : error
}
