/** An input is not what it must be; the message is a sentence that names the key and what is allowed there. */
export class InputError extends Error {
  override readonly name = 'InputError'
}

/** What an input must look like. */
export interface Shape<T> {
  /** Gives the input with its type; throws an `InputError` that calls it `key`. */
  read(input: unknown, key: string): T
  /** In words: "a text". */
  readonly allowed: string
  /** As JSON Schema. */
  readonly schema: Readonly<Record<string, unknown>>
  /** Whether it can be left out. */
  readonly isOptional: boolean
}

export type ReadOf<S> = S extends Shape<infer T> ? T : never

/** Makes a shape from a test that gives undefined for what it does not allow. */
export function shape<T>(
  allowed: string,
  schema: Readonly<Record<string, unknown>>,
  readInput: (input: unknown, key: string) => T | undefined,
): Shape<T> {
  return {
    allowed,
    schema,
    isOptional: false,
    read(input, key) {
      const found = input === undefined ? undefined : readInput(input, key)
      if (found !== undefined) return found
      if (input === undefined) throw new InputError(`"${key}" is missing. Give ${allowed}.`)
      throw new InputError(`"${key}" is ${shown(input)}. Give ${allowed}.`)
    },
  }
}

function shown(input: unknown): string {
  const json = JSON.stringify(input)
  return json.length > 60 ? `${json.slice(0, 59)}…` : json
}
