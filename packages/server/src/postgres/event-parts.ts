import { randomUUID } from 'node:crypto'

// Postgres takes payloads below 8,000 bytes.
const PART_CHARACTERS = 7_000

/** Cuts a message into payloads that a notification can carry: `<id> <index> <count> <base64>`. */
export function partsOf(message: unknown): string[] {
  const text = Buffer.from(JSON.stringify(message)).toString('base64')
  const count = Math.ceil(text.length / PART_CHARACTERS)
  const id = randomUUID()
  return Array.from({ length: count }, (_, index) => {
    const start = index * PART_CHARACTERS
    return `${id} ${index} ${count} ${text.slice(start, start + PART_CHARACTERS)}`
  })
}

/** Puts messages together again; `add` returns one with its last part. The parts of a message arrive in order, none left out. */
export class PartCollector {
  readonly #texts = new Map<string, string>()

  add(payload: string): unknown {
    const [id = '', index = '', count = '', part = ''] = payload.split(' ')
    const text = (this.#texts.get(id) ?? '') + part
    if (Number(index) + 1 < Number(count)) {
      this.#texts.set(id, text)
      return undefined
    }
    this.#texts.delete(id)
    return JSON.parse(Buffer.from(text, 'base64').toString('utf8'))
  }
}
