import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { faultPresetNames, presetFault } from './faults/fault-presets.ts'
import type { Fault } from './faults/fault.ts'
import { editions, type Edition } from './org/edition.ts'
import { isOrgKind, orgKinds, type ConnectedApp, type OrgKind } from './org/settings.ts'
import { isSeedName, seedNames, type SeedName } from './seeds/seed-names.ts'

export interface CliOptions {
  port: number
  /** The address to listen on. */
  hostname?: string
  /** Left out where a file holds the seed. */
  seed?: SeedName
  /** A JSON file that holds the seed. */
  seedFile?: string
  kind?: OrgKind
  edition?: Edition
  /** The file that keeps the org between starts. */
  keepIn?: string
  app?: Partial<ConnectedApp>
  faults?: readonly Fault[]
  help: boolean
}

/** Without the word that ends them all: `professional` for `Professional Edition`. */
const shortEditions = editions.map((edition) => edition.replace(' Edition', '').toLowerCase())

export const helpText = `Serves an emulated Salesforce org for development and tests.

Usage: salesforce-emulator [options]

Where it listens
  --port <number>         port to listen on, 0 for any free one (default 4400)
  --host <address>        address to listen on (default 127.0.0.1, this machine only)

What the org is
  --seed <name or file>   what it holds: ${seedNames.join(', ')}, or a JSON file such as ./my-org.json (default small)
  --kind <name>           ${orgKinds.join(', ')} (default production)
  --edition <name>        ${shortEditions.join(', ')}
                          (default that of the kind)
  --keep <file>           keep the org in this file, and go on from it at the next start

The app that may connect
  --client-id <text>      (default pryzm-emulator-client)
  --client-secret <text>  (default pryzm-emulator-secret)
  --redirect-uri <url>    where users are sent back to; can be given several times

What goes wrong
  --fault <name[:times]>  can be given several times; times is a number or always. Names:
${namesInLines()}

  --help                  this text
`

const options = {
  port: { type: 'string', default: '4400' },
  host: { type: 'string' },
  seed: { type: 'string', default: 'small' },
  kind: { type: 'string' },
  edition: { type: 'string' },
  keep: { type: 'string' },
  'client-id': { type: 'string' },
  'client-secret': { type: 'string' },
  'redirect-uri': { type: 'string', multiple: true },
  fault: { type: 'string', multiple: true },
  help: { type: 'boolean', default: false },
} as const satisfies ParseArgsOptionsConfig

/** Reads the command line; throws an error whose sentence says what to change. */
export function readCliOptions(args: readonly string[]): CliOptions {
  const { port, host, seed, kind, edition, keep, fault, help, ...given } = parse(args)
  const seeded = readSeed(seed)
  const app = readApp(given)
  return {
    port: readPort(port),
    ...(host === undefined ? {} : { hostname: notEmpty('host', host) }),
    ...seeded,
    // A seed of one's own says itself what kind of org it is.
    ...(kind === undefined && 'seedFile' in seeded ? {} : { kind: readKind(kind ?? 'production') }),
    ...(edition === undefined ? {} : { edition: readEdition(edition) }),
    ...(keep === undefined ? {} : { keepIn: notEmpty('keep', keep) }),
    ...(Object.keys(app).length === 0 ? {} : { app }),
    ...(fault === undefined ? {} : { faults: fault.map(readFault) }),
    help,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new Error(parseSentence(error), { cause: error })
  }
}

/** Node's own sentences go on about positional arguments. */
function parseSentence(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  const [, named = ''] = /'([^']*)'/.exec(message) ?? []
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `There is no option "${named}".`
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return `"${named}" stands alone: every value follows its option.`
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return `${named.split(' ')[0]} ${/does not take/.test(message) ? 'takes no value' : 'needs a value'}.`
  return message
}

function readPort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new Error(`"${text}" is no port. Give a number from 0 to 65535.`)
}

function readSeed(text: string): { seed: SeedName } | { seedFile: string } {
  if (isSeedName(text)) return { seed: text }
  if (text.endsWith('.json')) return { seedFile: text }
  throw new Error(`There is no seed "${text}". Choose one of: ${seedNames.join(', ')}. Or name a JSON file: ./my-org.json.`)
}

function readKind(text: string): OrgKind {
  if (isOrgKind(text)) return text
  throw new Error(`There is no kind of org "${text}". Choose one of: ${orgKinds.join(', ')}.`)
}

function readEdition(text: string): Edition {
  const edition = editions[shortEditions.indexOf(text.replace(/ edition$/i, '').toLowerCase())]
  if (edition) return edition
  throw new Error(`There is no edition "${text}". Choose one of: ${shortEditions.join(', ')}.`)
}

interface AppOptions {
  'client-id'?: string
  'client-secret'?: string
  'redirect-uri'?: string[]
}

function readApp({ 'client-id': id, 'client-secret': secret, 'redirect-uri': uris }: AppOptions): Partial<ConnectedApp> {
  const bad = uris?.find((uri) => !URL.canParse(uri))
  if (bad !== undefined) throw new Error(`"${bad}" is no address. Give a whole one: http://localhost:3000/callback.`)
  return {
    ...(id === undefined ? {} : { clientId: notEmpty('client-id', id) }),
    ...(secret === undefined ? {} : { clientSecret: notEmpty('client-secret', secret) }),
    ...(uris === undefined ? {} : { redirectUris: uris }),
  }
}

function readFault(text: string): Fault {
  const [name = '', times] = text.split(':')
  if (times === undefined) return presetFault(name)
  if (times === 'always') return presetFault(name, { times: Infinity })
  if (/^[1-9]\d*$/.test(times)) return presetFault(name, { times: Number(times) })
  throw new Error(`"${times}" is no number of times for the fault ${name}. Give a number from 1, or always.`)
}

function notEmpty(option: string, text: string): string {
  if (text.trim() === '') throw new Error(`--${option} needs a value.`)
  return text
}

/** The names of the faults, in lines that fit a terminal. */
function namesInLines(): string {
  const lines: string[] = ['']
  for (const name of faultPresetNames) {
    const last = lines.at(-1) ?? ''
    if (last.length + name.length > 68) lines.push(name)
    else lines[lines.length - 1] = last === '' ? name : `${last}, ${name}`
  }
  return lines.map((line) => `    ${line}`).join(',\n')
}
