import { createHash } from 'node:crypto'

/** Hashes what a row brings under one plan: the same hash means that applying it again would change nothing. */
export function contentHash(planHash: string, cells: readonly string[], leftovers = ''): string {
  return createHash('sha1').update(planHash).update(cells.join('\u001f')).update(leftovers).digest('hex')
}

/** Fingerprint of everything that decides how rows are read and converted. */
export function fingerprint(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
