import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Org } from '../org/org.ts'
import type { Seed } from '../seeds/seed.ts'
import { readKeptFile, writeKeptFile } from './kept-file.ts'
import { KeptFileError } from './kept-file-error.ts'
import { OrgChanges } from './org-changes.ts'

const LOOK_EVERY_MS = 500

/** Keeps what changes in an org in a file. It looks for changes twice a second, so no way of changing an org has to know of it. */
export class OrgKeeper {
  readonly #file: string
  readonly #seed: Seed
  #changes: OrgChanges
  #written = ''
  #failing = false
  #writing: Promise<void> | undefined
  #timer: NodeJS.Timeout | undefined

  private constructor(file: string, seed: Seed, org: Org) {
    this.#file = file
    this.#seed = seed
    this.#changes = new OrgChanges(org)
  }

  /** Lays what the file keeps, if it is there, over an org that was just made. Throws a `KeptFileError` when it can't be read. */
  static async open(file: string, seed: Seed, org: Org): Promise<OrgKeeper> {
    const keeper = new OrgKeeper(file, seed, org)
    await readKeptFile(file, seed, keeper.#changes)
    return keeper
  }

  /** Writes the file at once and then whenever something has changed. Throws a `KeptFileError` when it can't be written. */
  async start(): Promise<void> {
    await this.#write()
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS).unref()
  }

  /** Forgets what was kept, and keeps this new org instead. */
  startAfresh(org: Org): void {
    this.#changes = new OrgChanges(org)
    this.#written = ''
    rmSync(this.#file, { force: true })
  }

  /** Writes what has changed last, and stops. */
  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.#writing
    await this.#write()
  }

  #look(): void {
    if (!this.#writing && this.#changes.mark !== this.#written) this.#writing = this.#tryToWrite()
  }

  /** A file that can't be written just now is tried again, and told of once. */
  async #tryToWrite(): Promise<void> {
    try {
      await this.#write()
      this.#failing = false
    } catch (error) {
      if (!this.#failing) console.error(error instanceof Error ? error.message : error)
      this.#failing = true
    } finally {
      this.#writing = undefined
    }
  }

  async #write(): Promise<void> {
    const changes = this.#changes
    const mark = changes.mark
    const unfinished = `${this.#file}.unfinished`
    try {
      mkdirSync(dirname(this.#file), { recursive: true })
      await writeKeptFile(unfinished, this.#seed, changes)
      // The org may have been reset in the meantime.
      if (changes !== this.#changes) return
      renameSync(unfinished, this.#file)
      this.#written = mark
    } catch (error) {
      throw new KeptFileError(
        `The org can't be kept in ${this.#file}: ${(error as Error).message}. Choose a file that can be written.`,
        {
          cause: error,
        },
      )
    }
  }
}
