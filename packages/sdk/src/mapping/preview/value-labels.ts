import type { AttributeValue } from '../../contract/shared.ts'

/** The labels of those options that the values name, where they differ from what the value says itself. */
export function labelsOf(
  options: readonly { id: string; label: string }[],
  values: readonly AttributeValue[],
): Record<string, string> {
  if (options.length === 0) return {}
  const named = new Set(values.flatMap((value) => (typeof value === 'string' || Array.isArray(value) ? value : [])))
  return Object.fromEntries(options.filter(({ id, label }) => named.has(id) && label !== id).map(({ id, label }) => [id, label]))
}
