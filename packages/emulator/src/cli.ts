#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { helpText, readCliOptions, type CliOptions } from './cli-options.ts'
import { createOrg, type EmulatedOrg } from './create-org.ts'
import { seedFromJson } from './seeds/seed-from-json.ts'
import type { Seed } from './seeds/seed.ts'
import { welcomeText } from './welcome-text.ts'

try {
  const { help, ...options } = readCliOptions(process.argv.slice(2))
  if (help) console.log(helpText)
  else await start(options)
} catch (error) {
  fail(error)
  console.error('Try --help.')
}

function fail(error: unknown): void {
  console.error(`salesforce-emulator: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}

async function start({ seedFile, faults = [], ...options }: Omit<CliOptions, 'help'>): Promise<void> {
  const org = await createOrg({ ...options, ...(seedFile === undefined ? {} : { seed: readSeedFile(seedFile) }) })
  for (const fault of faults) org.faults.add(fault)
  stopOnSignals(org)
  console.log(welcomeText(org))
}

function stopOnSignals(org: EmulatedOrg): void {
  const stop = () => void org.close().catch(fail)
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

function readSeedFile(file: string): Seed {
  try {
    return seedFromJson(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new Error(`The seed ${file} can't be used: ${code === 'ENOENT' ? 'there is no such file.' : message}`, { cause: error })
  }
}
