/** Where the keys of an object belong to one org or recording, such as `$.limits` or `$.records[]`: only common keys are compared. */
export interface ShapeRules {
  readonly open?: readonly string[]
}

/**
 * Tells in sentences how `ours` differs in shape from what was recorded: keys, their order, and kinds of values.
 * Null stands for any kind. Each item of a list is held against the recorded item that it is most like.
 */
export function shapeDifferences(ours: unknown, recorded: unknown, rules: ShapeRules = {}): string[] {
  return [...new Set(compare(ours, recorded, '$', new Set(rules.open)))]
}

function compare(ours: unknown, recorded: unknown, path: string, open: ReadonlySet<string>): string[] {
  if (ours === null || recorded === null) return []
  const [kind, recordedKind] = [kindOf(ours), kindOf(recorded)]
  if (kind !== recordedKind) return [`${path} is ${kind}, recorded as ${recordedKind}`]
  if (Array.isArray(ours) && Array.isArray(recorded)) return ours.flatMap((item) => closest(item, recorded, `${path}[]`, open))
  if (isObject(ours) && isObject(recorded)) return compareObjects(ours, recorded, path, open)
  return []
}

function closest(item: unknown, recorded: readonly unknown[], path: string, open: ReadonlySet<string>): string[] {
  const attempts = recorded.map((other) => compare(item, other, path, open))
  return attempts.toSorted((a, b) => a.length - b.length)[0] ?? []
}

function compareObjects(
  ours: Record<string, unknown>,
  recorded: Record<string, unknown>,
  path: string,
  open: ReadonlySet<string>,
): string[] {
  const keys = Object.keys(ours)
  const recordedKeys = Object.keys(recorded)
  const common = keys.filter((key) => key in recorded)
  const commonAsRecorded = recordedKeys.filter((key) => key in ours)
  const found = common.flatMap((key) => compare(ours[key], recorded[key], `${path}.${key}`, open))
  if (!open.has(path)) {
    for (const key of recordedKeys) if (!(key in ours)) found.push(`${path}.${key} is missing`)
    for (const key of keys) if (!(key in recorded)) found.push(`${path}.${key} was not recorded`)
  }
  const at = common.findIndex((key, index) => key !== commonAsRecorded[index])
  if (at >= 0) found.push(`${path}.${common[at]} comes where ${commonAsRecorded[at]} was recorded`)
  return found
}

const texts: readonly (readonly [RegExp, string])[] = [
  [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, 'a moment ending in Z'],
  [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000$/, 'a moment ending in .000+0000'],
  [/^\d{4}-\d\d-\d\d$/, 'a date'],
]

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'string') return texts.find(([pattern]) => pattern.test(value))?.[1] ?? 'a text'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
