/** The answers of earlier subrequests by their reference id. */
export type ReferenceBodies = Map<string, unknown>

const REFERENCE = /@\{([^}]+)\}/g

interface Fillable {
  url: string
  body: unknown
}

/** Puts the values of earlier answers in the place of `@{reference.path}`; tells the first reference that has no value. */
export function fillReferences(request: Fillable, bodies: ReferenceBodies): { value: Fillable } | { missing: string } {
  let missing: string | undefined
  const fill = (text: string) =>
    text.replaceAll(REFERENCE, (_, path: string) => {
      const value = valueAt(path, bodies)
      if (value === undefined || value === null) missing ??= path
      return String(value)
    })
  const filled = { url: fill(request.url), body: mapTexts(request.body, fill) }
  return missing === undefined ? { value: filled } : { missing }
}

/** Follows a path such as `query.records[0].Id`. */
function valueAt(path: string, bodies: ReferenceBodies): unknown {
  const [reference = '', ...steps] = path.split(/[.[\]]+/).filter(Boolean)
  return steps.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null) return undefined
    return Object.entries(value).find(([key]) => key === step)?.[1]
  }, bodies.get(reference))
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]))
}
