import type { SyncError } from '@pryzm/salesforce-sdk'
import { type QueryKey, useQueries, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query'
import { useComponentName } from './component-name.ts'
import { useData } from './data.ts'

/** Reads as many of `useQueries()` as there are now; the answers come in the same order. */
export function useReadMany<Answer, Key extends QueryKey = QueryKey>(
  queries: readonly UseQueryOptions<Answer, SyncError, Answer, Key>[],
): UseQueryResult<Answer>[] {
  const { cache } = useData()
  const component = useComponentName()
  return useQueries({ queries: queries.map((query) => ({ ...query, meta: { component } })) }, cache)
}
