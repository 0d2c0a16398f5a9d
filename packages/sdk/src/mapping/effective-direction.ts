import type { Direction } from '../contract/shared.ts'

/** The two ways a value can travel: `pull` into Pryzm, `push` into Salesforce. */
export type Way = 'pull' | 'push'

/** The direction of a field pair within its object pair; null where nothing flows. Nothing else decides whether a value flows. */
export function effectiveDirection(field: Direction, object: Direction): Direction | null {
  if (field === object || object === 'bidirectional') return field
  return field === 'bidirectional' ? object : null
}

/** Whether a direction lets values travel this way. */
export function flows(direction: Direction | null, way: Way): boolean {
  return direction === 'bidirectional' || direction === way
}
