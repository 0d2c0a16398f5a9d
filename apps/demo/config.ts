import { join } from 'node:path'

/** What the demo was asked to do; every setting comes from the environment, see `.env.example`. */
export interface DemoConfig {
  port: number
  emulatorPort: number
  /** Where the demo keeps its database, its encryption key and the emulated org. */
  dataFolder: string
  /** Postgres to run on; null for the embedded PGlite in the data folder. */
  databaseUrl: string | null
  /** A real org's app; null for the emulator. */
  salesforce: { clientId: string; clientSecret: string; loginUrl: string } | null
}

/** A setting that cannot be used; the message is one sentence that says what to do. */
export class ConfigError extends Error {}

/** Reads and checks the settings. Throws a `ConfigError` for the first one that is wrong. */
export function readConfig(env: Record<string, string | undefined>): DemoConfig {
  return {
    port: port(env, 'PORT', 4280),
    emulatorPort: port(env, 'EMULATOR_PORT', 4281),
    dataFolder: env.DATA_FOLDER || join(import.meta.dirname, '.data'),
    databaseUrl: databaseUrl(env),
    salesforce: salesforce(env),
  }
}

function port(env: Record<string, string | undefined>, name: string, fallback: number): number {
  const text = env[name]
  if (!text) return fallback
  const value = Number(text)
  if (Number.isInteger(value) && value > 0 && value < 65_536) return value
  throw new ConfigError(`${name} is "${text}"; set it to a port number between 1 and 65535, or leave it out.`)
}

function databaseUrl(env: Record<string, string | undefined>): string | null {
  const text = env.DATABASE_URL
  if (!text) return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (url && /^postgres(ql)?:$/.test(url.protocol)) return text
  throw new ConfigError(
    'DATABASE_URL is not a Postgres URL; write it as postgres://user:password@host:5432/name, or leave it out.',
  )
}

function salesforce(env: Record<string, string | undefined>): DemoConfig['salesforce'] {
  const { SALESFORCE_CLIENT_ID: clientId, SALESFORCE_CLIENT_SECRET: clientSecret, SALESFORCE_LOGIN_URL } = env
  if (!clientId && !clientSecret) return null
  if (!clientId) throw new ConfigError('SALESFORCE_CLIENT_SECRET is set without SALESFORCE_CLIENT_ID; set both, or neither.')
  if (!clientSecret) throw new ConfigError('SALESFORCE_CLIENT_ID is set without SALESFORCE_CLIENT_SECRET; set both, or neither.')
  const loginUrl = SALESFORCE_LOGIN_URL || 'https://login.salesforce.com'
  if (!URL.canParse(loginUrl))
    throw new ConfigError(`SALESFORCE_LOGIN_URL is "${loginUrl}"; write it as https://login.salesforce.com.`)
  return { clientId, clientSecret, loginUrl }
}
