import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { Secret } from '../engine/ports/index.ts'

/** A key for tokens at rest. The first of a list encrypts, all decrypt; `id` is stored beside what it encrypted. */
export interface EncryptionKey {
  id: string
  /** At least 32 characters that nobody can guess. */
  secret: string
}

/** Encrypts tokens for the database: AES-256-GCM, bound to the place they belong to. */
export interface TokenBox {
  /** `place` names workspace and column: a sealed token opens nowhere else. */
  seal(secret: Secret, place: string): string
  /** Null where no key opens it, because its key is not in the list any more or the text was tampered with. */
  open(sealed: string, place: string): Secret | null
}

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

export function createTokenBox(keys: readonly EncryptionKey[]): TokenBox {
  checkKeys(keys)
  const byId = new Map(keys.map(({ id, secret }) => [id, deriveKey(secret)]))

  return {
    seal(secret, place) {
      const [{ id }] = keys as [EncryptionKey]
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, byId.get(id) as Buffer, nonce).setAAD(Buffer.from(place))
      const sealed = Buffer.concat([nonce, cipher.update(secret.reveal(), 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `${id}:${sealed.toString('base64')}`
    },
    open(text, place) {
      const separator = text.lastIndexOf(':')
      const key = byId.get(text.slice(0, separator))
      if (!key) return null
      const sealed = Buffer.from(text.slice(separator + 1), 'base64')
      try {
        const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
        decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(-TAG_BYTES))
        return new Secret(decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8'))
      } catch {
        return null
      }
    },
  }
}

function checkKeys(keys: readonly EncryptionKey[]): void {
  if (keys.length === 0) throw new Error('No encryption key. Give `keys` at least one { id, secret }; the first one encrypts.')
  for (const { id, secret } of keys) {
    if (secret.length < 32)
      throw new Error(`The secret of encryption key "${id}" is shorter than 32 characters. Use a longer one.`)
  }
  if (new Set(keys.map(({ id }) => id)).size < keys.length)
    throw new Error('Two encryption keys have the same id. Give each its own.')
}

function deriveKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'pryzm-salesforce tokens', 32))
}
