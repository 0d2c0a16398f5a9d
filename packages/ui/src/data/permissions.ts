import type { RecordType } from '@pryzm/salesforce-sdk'
import { useQueries } from './data.ts'
import { useRead } from './read.ts'

/** What the viewer may do; undefined until the server told. */
export interface Permissions {
  canManage: boolean | undefined
  canPush: boolean | undefined
  missingEntityAccess: readonly RecordType[]
  moduleEnabled: boolean | undefined
}

export function usePermissions(): Permissions {
  const { data, error } = useRead(useQueries().connection())
  return {
    canManage: data?.viewer.canManage,
    canPush: data?.viewer.canPush,
    missingEntityAccess: data?.viewer.missingEntityAccess ?? [],
    moduleEnabled: error?.code === 'module_disabled' ? false : data ? true : undefined,
  }
}
