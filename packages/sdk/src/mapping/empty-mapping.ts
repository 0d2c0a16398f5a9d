import type { Mapping } from '../contract/mapping.ts'

/** Version 0 of every workspace: three enabled bidirectional pairs without fields. */
export function emptyMapping(): Mapping {
  const pair = { enabled: true, direction: 'bidirectional' as const, pipelineId: null }
  return {
    pairs: [
      { ...pair, object: 'Account', fields: [] },
      { ...pair, object: 'Contact', fields: [] },
      { ...pair, object: 'Opportunity', fields: [] },
    ],
  }
}
