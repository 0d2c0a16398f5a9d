import type { Value } from '../org/table.ts'

/** What later subrequests can refer to. */
export interface ReferenceSource {
  readonly body: unknown
  /** Whether its empty fields have a value, namely null; a reference to any other empty value fails. */
  readonly emptyFieldsCount: boolean
}

/** The answers of earlier subrequests by their reference id. */
export type ReferenceSources = Map<string, ReferenceSource>

const REFERENCE = /@\{([^}]+)\}/g
const ONLY_REFERENCE = /^@\{([^}]+)\}$/

interface Fillable {
  url: string
  body: unknown
}

/** Puts the values of earlier answers in the place of `@{reference.path}`; tells the first reference that has no value. */
export function fillReferences(request: Fillable, sources: ReferenceSources): { value: Fillable } | { missing: string } {
  let missing: string | undefined
  const valueOf = (path: string) => {
    const found = valueAt(path, sources)
    if (found === undefined) missing ??= path
    return found
  }
  const fill = (text: string) => text.replaceAll(REFERENCE, (_, path: string) => String(valueOf(path) ?? ''))
  const fillWhole = (text: string) => {
    const only = ONLY_REFERENCE.exec(text)?.[1]
    return only !== undefined && valueOf(only) === null ? null : fill(text)
  }
  const filled = { url: fill(request.url), body: mapTexts(request.body, fillWhole) }
  return missing === undefined ? { value: filled } : { missing }
}

/** The reference ids that a subrequest refers to. */
export function referencesIn({ url, body }: Fillable): string[] {
  const text = `${url} ${JSON.stringify(body ?? null)}`
  return [...text.matchAll(REFERENCE)].map(([, path = '']) => path.split(/[.[]/)[0] ?? '')
}

/** Follows a path such as `query.records[0].Id`; undefined where it leads nowhere, or to more than one value. */
function valueAt(path: string, sources: ReferenceSources): Value | undefined {
  const [reference = '', ...steps] = path.split(/[.[\]]+/).filter(Boolean)
  const source = sources.get(reference)
  const found = steps.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null) return undefined
    return Object.entries(value).find(([key]) => key === step)?.[1]
  }, source?.body)
  if (found === null) return source?.emptyFieldsCount ? null : undefined
  return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean' ? found : undefined
}

function mapTexts(value: unknown, change: (text: string) => unknown): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]))
}
