import type { Results } from '../figures.ts'
import { measureMapping } from '../mapping.ts'

/** Times the pure rules: one validation of a large mapping, and the conversion of one row. */
export async function measureMappingRules(): Promise<Results> {
  const { validateMs, usPerRow } = measureMapping()
  return { 'mapping.validateMs': validateMs, 'coerce.usPerRow': usPerRow }
}
