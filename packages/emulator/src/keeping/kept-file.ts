import { createHash } from 'node:crypto'
import { open, writeFile } from 'node:fs/promises'
import type { Row } from '../org/table.ts'
import type { Seed } from '../seeds/seed.ts'
import { KeptFileError } from './kept-file-error.ts'
import type { KeptState, OrgChanges } from './org-changes.ts'

// The file is JSON Lines, so that neither a million changed rows nor their text are ever held at once:
// a heading, a line `["Account", row]` for every changed record, and at the end the state.
const KEEPER = 'salesforce-emulator'
const VERSION = 2
const CHUNK_LENGTH = 65_536

interface Heading {
  keptBy: string
  version: number
  seed: string
  /** A hash of what the seed plants; other ids would mean other records. */
  seedMark: string
}

/** Writes all that changed in an org to a file that only its owner can read, since tokens are in it. */
export async function writeKeptFile(file: string, seed: Seed, changes: OrgChanges): Promise<void> {
  await writeFile(file, inChunks(linesOf(seed, changes)), { mode: 0o600, flush: true })
}

function* linesOf(seed: Seed, changes: OrgChanges): Iterable<string> {
  yield JSON.stringify(headingOf(seed))
  for (const row of changes.rows()) yield JSON.stringify(row)
  // Rows can change while they are written. The state stands last, so that it knows the ids of all that come before it.
  yield JSON.stringify({ state: changes.state })
}

function* inChunks(lines: Iterable<string>): Iterable<string> {
  let chunk = ''
  for (const line of lines) {
    chunk += `${line}\n`
    if (chunk.length < CHUNK_LENGTH) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}

/** Lays what a file keeps over an org that was just made; false when there is no such file. Throws a `KeptFileError` when it can't be read. */
export async function readKeptFile(file: string, seed: Seed, changes: OrgChanges): Promise<boolean> {
  const handle = await openIfThere(file)
  if (!handle) return false
  let number = 0
  let whole = false
  try {
    for await (const line of handle.readLines()) {
      number++
      const parsed: unknown = JSON.parse(line)
      if (number === 1) checkHeading(file, headingOf(seed), parsed)
      else whole = restoreLine(changes, parsed)
    }
  } catch (error) {
    if (error instanceof KeptFileError) throw error
    throw number > 1 ? brokenFile(file, `is broken at line ${number}`, error) : noKeptOrg(file, error)
  } finally {
    await handle.close()
  }
  if (number === 0) throw noKeptOrg(file)
  if (!whole) throw brokenFile(file, 'breaks off before its end')
  return true
}

async function openIfThere(file: string) {
  try {
    return await open(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new KeptFileError(`The file ${file} can't be read: ${(error as Error).message}. Choose another file.`, { cause: error })
  }
}

/** Whether it was the last line. */
function restoreLine(changes: OrgChanges, line: unknown): boolean {
  if (Array.isArray(line)) {
    const [object, row] = line as [string, Row]
    changes.restoreRow(object, row)
    return false
  }
  changes.restoreState((line as { state: KeptState }).state)
  return true
}

function headingOf(seed: Seed): Heading {
  const { name, organization, users, stages, objects, recordTypes, salesProcesses, personAccounts, currencies } = seed
  const planted = Object.entries(objects).map(([object, { prefix, count, customFields, picklists }]) => [
    object,
    prefix,
    count,
    customFields,
    ...(picklists ? [picklists] : []),
  ])
  // Left out where a seed has none, so that what older versions kept of it can still be read.
  const kinds = [recordTypes, salesProcesses, personAccounts, currencies].filter((part) => part !== undefined)
  const seedMark = createHash('sha256')
    .update(JSON.stringify([organization, users, stages, planted, ...kinds]))
    .digest('base64url')
  return { keptBy: KEEPER, version: VERSION, seed: name, seedMark }
}

function checkHeading(file: string, wanted: Heading, line: unknown): void {
  const found: Partial<Heading> = Object(line)
  if (found.keptBy !== KEEPER) throw noKeptOrg(file)
  if (found.version !== VERSION) {
    throw new KeptFileError(`The org in ${file} was kept by another version of the emulator. Delete the file to start afresh.`)
  }
  if (found.seed !== wanted.seed) {
    throw new KeptFileError(
      `The file ${file} keeps an org of the seed "${found.seed}", not "${wanted.seed}". Choose that seed, or another file.`,
    )
  }
  if (found.seedMark !== wanted.seedMark) {
    throw new KeptFileError(
      `The seed "${wanted.seed}" is another one than when the org in ${file} was kept. Delete the file to start afresh.`,
    )
  }
}

function noKeptOrg(file: string, cause?: unknown): KeptFileError {
  return new KeptFileError(`The file ${file} holds no emulated org. Choose another one, or delete it to start afresh.`, { cause })
}

function brokenFile(file: string, how: string, cause?: unknown): KeptFileError {
  return new KeptFileError(`The file ${file} ${how}. Delete it to start afresh, or put a whole copy in its place.`, { cause })
}
