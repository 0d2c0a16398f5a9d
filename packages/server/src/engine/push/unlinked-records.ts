import { type FieldResult, type RecordType, SyncError, type UnlinkedRecord } from '@pryzm/salesforce-sdk/contract'
import { recordAccess } from '../authorize.ts'
import type { Caller } from '../ports/index.ts'
import { pushingPair, type PushSetup } from './prepare-push.ts'

/** The related records for whose lack of a link a value was left out, as far as the caller may push them first. */
export async function unlinkedRecords(
  setup: PushSetup,
  caller: Caller,
  fields: readonly FieldResult[],
): Promise<UnlinkedRecord[]> {
  const { ports, workspace, schema } = setup
  const found = await Promise.all(
    fields.map(async ({ attribute, reason, dropped }): Promise<UnlinkedRecord[]> => {
      const recordType = schema.attributes.find(({ name }) => name === attribute)?.relatedRecordType
      if (reason !== 'related_not_linked' || recordType === undefined || typeof dropped !== 'string') return []
      if (!pushes(setup, recordType) || !(await recordAccess(caller, recordType, dropped)).edit) return []
      const [record] = await ports.records.read(workspace, recordType, [dropped])
      return record ? [{ attribute, recordType, recordId: record.id, name: record.name }] : []
    }),
  )
  return found.flat()
}

function pushes({ inForce }: PushSetup, recordType: RecordType): boolean {
  try {
    pushingPair(inForce, recordType)
    return true
  } catch (error) {
    if (error instanceof SyncError) return false
    throw error
  }
}
