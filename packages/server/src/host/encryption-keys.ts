import type { Logger } from '../engine/ports/index.ts'
import type { EncryptionKey } from '../postgres/token-box.ts'

const developmentKey: EncryptionKey = { id: 'development', secret: 'tokens of a development machine, not a secret' }

/** The keys that the host gave. Without any the server starts in development alone, where what it keeps is nobody's secret. */
export function encryptionKeys(
  keys: readonly EncryptionKey[] | undefined,
  log: Logger,
  environment = process.env.NODE_ENV,
): readonly EncryptionKey[] {
  if (keys !== undefined) return keys
  if (environment !== 'development' && environment !== 'test')
    throw new Error(
      'createSalesforceServer: give `keys`, at least one { id, secret } with 32 characters or more, to encrypt tokens at rest.',
    )
  log.warn('Tokens are encrypted with a key that everybody knows. Give `keys` before real tokens are kept.')
  return [developmentKey]
}
