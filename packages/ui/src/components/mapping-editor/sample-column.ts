import type { PreviewField } from '@pryzm/salesforce-sdk'
import type { Way } from '@pryzm/salesforce-sdk/mapping'

/** What one way of a sync would make of a sample record, pair by pair. */
export interface SampleColumn {
  way: Way
  /** The record's name. */
  name: string
  /** Null while the record is read. */
  fields: ReadonlyMap<string, PreviewField> | null
}

/** What a row shows of the sample: a value, that it is being read, or that this way has nothing for it. */
export type SampleValue = PreviewField | 'loading' | 'none'

export function sampleOf({ fields }: SampleColumn, pairId: string): SampleValue {
  return fields ? (fields.get(pairId) ?? 'none') : 'loading'
}
