import { parseArgs } from 'node:util'
import { isOrgKind, orgKinds, type OrgKind } from './org/settings.ts'
import { isSeedName, seedNames, type SeedName } from './seeds/seed-names.ts'

export interface CliOptions {
  port: number
  seed: SeedName
  kind: OrgKind
  /** The file that keeps the org between starts. */
  keepIn?: string
  help: boolean
}

export const helpText = `Serves an emulated Salesforce org for development and tests.

Usage: salesforce-emulator [options]

  --port <number>   port to listen on, 0 for any free one (default 4400)
  --seed <name>     what the org holds: ${seedNames.join(', ')} (default small)
  --kind <name>     ${orgKinds.join(', ')} (default production)
  --keep <file>     keep the org in this file, and go on from it at the next start
  --help            this text
`

/** Reads the command line; throws an error whose sentence says what to change. */
export function readCliOptions(args: readonly string[]): CliOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '4400' },
      seed: { type: 'string', default: 'small' },
      kind: { type: 'string', default: 'production' },
      keep: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  const { seed, kind, keep, help } = values
  if (!isSeedName(seed)) throw new Error(`There is no seed "${seed}". Choose one of: ${seedNames.join(', ')}.`)
  if (!isOrgKind(kind)) throw new Error(`There is no kind of org "${kind}". Choose one of: ${orgKinds.join(', ')}.`)
  return { port: readPort(values.port), seed, kind, ...(keep === undefined ? {} : { keepIn: keep }), help }
}

function readPort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new Error(`"${text}" is no port. Give a number from 0 to 65535.`)
}
