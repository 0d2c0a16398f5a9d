import { InputError, shape, type ReadOf, type Shape } from './shape.ts'

export const text = shape('a text', { type: 'string' }, (input) => (typeof input === 'string' ? input : undefined))

export const flag = shape('true or false', { type: 'boolean' }, (input) => (typeof input === 'boolean' ? input : undefined))

export const shapeOfNull: Shape<null> = {
  ...shape('null', { type: 'null' }, () => null),
  read(input, key) {
    if (input === null) return null
    throw new InputError(`"${key}" must be null.`)
  },
}

/** Any JSON value that is not left out; whoever takes it checks it. */
export const anything: Shape<unknown> = { ...shape<unknown>('any JSON value', {}, (input) => input), read: (input) => input }

export const value = shape<string | number | boolean | null>(
  'a text, a number, true, false or null',
  { type: ['string', 'number', 'boolean', 'null'] },
  (input) => (input === null || ['string', 'number', 'boolean'].includes(typeof input) ? (input as string) : undefined),
)

/** A number of at least `minimum`, whole unless told otherwise. */
export function atLeast(minimum: number, { whole = true } = {}): Shape<number> {
  return shape(
    `a ${whole ? 'whole ' : ''}number of at least ${minimum}`,
    { type: whole ? 'integer' : 'number', minimum },
    (input) => (typeof input === 'number' && input >= minimum && (!whole || Number.isInteger(input)) ? input : undefined),
  )
}

export function oneOf<const N extends string>(names: readonly N[]): Shape<N> {
  return shape(`one of: ${names.join(', ')}`, { type: 'string', enum: names }, (input) => names.find((name) => name === input))
}

export function either<A, B>(one: Shape<A>, other: Shape<B>): Shape<A | B> {
  return shape<A | B>(`${one.allowed}, or ${other.allowed}`, { anyOf: [one.schema, other.schema] }, (input, key) => {
    for (const candidate of [one, other]) {
      try {
        return candidate.read(input, key)
      } catch (error) {
        if (!(error instanceof InputError)) throw error
      }
    }
    return undefined
  })
}

export function listOf<T>(item: Shape<T>): Shape<T[]> {
  return shape(`a list, its items ${item.allowed}`, { type: 'array', items: item.schema }, (input, key) =>
    Array.isArray(input) ? input.map((one, at) => item.read(one, `${key}[${at}]`)) : undefined,
  )
}

/** An object with any names, or with those of a list. */
export function mapOf<T, N extends string = string>(item: Shape<T>, names?: readonly N[]): Shape<Record<N, T>> {
  const words = names ? `an object with any of ${names.join(', ')}` : 'an object'
  return shape(
    `${words}, its values ${item.allowed}`,
    { type: 'object', additionalProperties: item.schema, ...(names ? { propertyNames: { enum: names } } : {}) },
    (input, key) => {
      if (!isObject(input)) return undefined
      if (names) refuseOthers(input, names, key)
      const read = Object.entries(input).map(([name, one]) => [name, item.read(one, `${key}.${name}`)] as const)
      return Object.fromEntries(read) as Record<N, T>
    },
  )
}

export function optional<T>(inner: Shape<T>): Shape<T | undefined> {
  return { ...inner, isOptional: true, read: (input, key) => (input === undefined ? undefined : inner.read(input, key)) }
}

export type Fields = Readonly<Record<string, Shape<unknown>>>

type OptionalKeys<F extends Fields> = { [K in keyof F]: undefined extends ReadOf<F[K]> ? K : never }[keyof F]

/** What an object of these fields reads as: optional ones may be absent, and are never undefined. */
export type ReadFields<F extends Fields> = { [K in Exclude<keyof F, OptionalKeys<F>>]: ReadOf<F[K]> } & {
  [K in OptionalKeys<F>]?: Exclude<ReadOf<F[K]>, undefined>
}

/** An object with these fields and no others. */
export function object<F extends Fields>(fields: F): Shape<ReadFields<F>> {
  const names = Object.keys(fields)
  const required = names.filter((name) => !fields[name]?.isOptional)
  const properties = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.schema]))
  const words = names.map((name) => (fields[name]?.isOptional ? `${name}?` : name))
  return shape(
    names.length === 0 ? 'an empty object' : `an object { ${words.join(', ')} }`,
    { type: 'object', properties, ...(required.length > 0 ? { required } : {}), additionalProperties: false },
    (input, key) => {
      if (!isObject(input)) return undefined
      refuseOthers(input, names, key)
      const within = key === '' ? '' : `${key}.`
      const read = Object.entries(fields).map(([name, field]) => [name, field.read(input[name], within + name)] as const)
      return Object.fromEntries(read.filter(([, one]) => one !== undefined)) as ReadFields<F>
    },
  )
}

function refuseOthers(input: Record<string, unknown>, names: readonly string[], key: string): void {
  const other = Object.keys(input).find((name) => !names.includes(name))
  if (other === undefined) return
  const where = key === '' ? '' : ` in "${key}"`
  throw new InputError(
    `There is no "${other}"${where}. ${names.length === 0 ? 'Give nothing.' : `Known are: ${names.join(', ')}.`}`,
  )
}

function isObject(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
}
