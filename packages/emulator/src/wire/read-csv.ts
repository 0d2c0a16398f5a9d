import type { CsvDialect } from './csv-dialect.ts'

/** What makes a whole upload unreadable, in the words a failed job shows. */
export class CsvError extends Error {
  override readonly name = 'CsvError'
}

const UNESCAPED_QUOTE = 'Failed to parse CSV. Found unescaped quote. A value with quote should be within a quote'

const NEW_LINE = 10
const CARRIAGE_RETURN = 13
const QUOTE = 34

/** Reads CSV one record at a time, the header being the first. Spaces count; throws `CsvError` where the text breaks the dialect. */
export function* readCsv(text: string, dialect: CsvDialect): Generator<string[], void, void> {
  const scanner = new CellScanner(text, dialect)
  while (!scanner.done) yield scanner.record()
}

class CellScanner {
  readonly #text: string
  readonly #delimiter: string
  readonly #delimiterCode: number
  readonly #lineEnding: string
  #at = 0

  constructor(text: string, { delimiter, lineEnding }: CsvDialect) {
    this.#text = text
    this.#delimiter = delimiter
    this.#delimiterCode = delimiter.charCodeAt(0)
    this.#lineEnding = lineEnding
  }

  get done(): boolean {
    return this.#at >= this.#text.length
  }

  record(): string[] {
    const cells = [this.#cell()]
    while (!this.#recordEnds()) cells.push(this.#cell())
    return cells
  }

  #cell(): string {
    return this.#text[this.#at] === '"' ? this.#quoted() : this.#bare()
  }

  #quoted(): string {
    const start = this.#at + 1
    let quotes = false
    let end = this.#text.indexOf('"', start)
    while (end >= 0 && this.#text[end + 1] === '"') {
      quotes = true
      end = this.#text.indexOf('"', end + 2)
    }
    if (end < 0) throw new CsvError(UNESCAPED_QUOTE)
    this.#at = end + 1
    const cell = this.#text.slice(start, end)
    return quotes ? cell.replaceAll('""', '"') : cell
  }

  #bare(): string {
    const text = this.#text
    let end = this.#at
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end)
      if (code === this.#delimiterCode || code === NEW_LINE || code === CARRIAGE_RETURN) break
      if (code === QUOTE) throw new CsvError(UNESCAPED_QUOTE)
    }
    const cell = text.slice(this.#at, end)
    this.#at = end
    return cell
  }

  /** Steps over what follows a cell, and says whether it ended the record. */
  #recordEnds(): boolean {
    if (this.done) return true
    if (this.#text[this.#at] === this.#delimiter) {
      this.#at++
      return false
    }
    if (this.#text.startsWith(this.#lineEnding, this.#at)) {
      this.#at += this.#lineEnding.length
      return true
    }
    const otherEnding = this.#text[this.#at] === '\n' || this.#text[this.#at] === '\r'
    if (!otherEnding) throw new CsvError(UNESCAPED_QUOTE)
    const setting = this.#lineEnding === '\n' ? 'LF' : 'CRLF'
    throw new CsvError(`LineEnding is invalid on user data. Current LineEnding setting is ${setting}`)
  }
}
