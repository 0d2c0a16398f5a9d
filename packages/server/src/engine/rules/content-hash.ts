import { hash } from 'node:crypto'

/** Hashes what a row brings under one plan: the same hash means that applying it again would change nothing. */
export function contentHash(planHash: string, cells: readonly string[], leftovers = ''): string {
  return hash('sha1', planHash + cells.join('\u001f') + leftovers)
}

/** Fingerprint of everything that decides how rows are read and converted. */
export function fingerprint(parts: unknown): string {
  return hash('sha256', JSON.stringify(parts))
}
