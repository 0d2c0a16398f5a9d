import type { MappingRowAddress } from '@pryzm/salesforce-ui'

const objects = ['Account', 'Contact', 'Opportunity'] as const

/** The row of the mapping that an address names, as a skipped field's reason links to it. */
export function addressedRow(query: URLSearchParams): MappingRowAddress | undefined {
  const object = objects.find((known) => known === query.get('object'))
  return object && { object, pairId: query.get('pair') ?? undefined }
}

/** The version of the mapping that an address names, as a job links to the one that it ran with. */
export function addressedVersion(query: URLSearchParams): number | undefined {
  const version = Number(query.get('version'))
  return Number.isInteger(version) && version > 0 ? version : undefined
}
