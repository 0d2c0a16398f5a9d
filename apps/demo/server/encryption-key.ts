import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The key that encrypts the demo's tokens: made once and kept beside its data, so that a restart can read them. */
export function encryptionKey(dataFolder: string): { id: string; secret: string } {
  const file = join(dataFolder, 'encryption-key')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 })
  return { id: 'demo', secret: readFileSync(file, 'utf8').trim() }
}
