import { existsSync, readFileSync } from 'node:fs'
import { it } from 'vitest'

/** Recordings of real orgs. They lie beside the repository, not in it, and may be missing. */
const root = new URL('../../../../../shared/data/salesforce/', import.meta.url)

/** The recording as text. Throws when it is missing. */
export function recordedText(path: string): string {
  return readFileSync(new URL(path, root), 'utf8')
}

/** The recording as JSON. Throws when it is missing. */
export function recording<T = unknown>(path: string): T {
  return JSON.parse(recordedText(path))
}

/** A test that reads the recordings at `paths`: it is skipped, and says so, where one of them is missing. */
export function itRecorded(name: string, paths: string | readonly string[], test: () => Promise<void> | void): void {
  const missing = [paths].flat().find((path) => !isThere(path))
  it.skipIf(missing !== undefined)(missing === undefined ? name : `${name} (the recording ${missing} is not here)`, test)
}

/** Whether a recording can be read on this machine. */
function isThere(path: string): boolean {
  return existsSync(new URL(path, root))
}
