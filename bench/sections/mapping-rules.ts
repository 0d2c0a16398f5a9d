import type { Results } from '../figures.ts'
import { measureMapping } from '../mapping.ts'

/** Times the pure rules: one validation of a large mapping, and the conversion of one row each way, on one core. */
export async function measureMappingRules(): Promise<Results> {
  const { validateMs, usPerRow, pushUsPerRow } = measureMapping()
  return {
    'mapping.validateMs': validateMs,
    'coerce.usPerRow': usPerRow,
    'coerce.pushUsPerRow': pushUsPerRow,
    'coerce.rowsPerSecond': 1_000_000 / usPerRow,
  }
}
