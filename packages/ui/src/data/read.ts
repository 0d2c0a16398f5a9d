import type { SyncError } from '@pryzm/salesforce-sdk'
import {
  type InfiniteData,
  type QueryKey,
  type UseInfiniteQueryOptions,
  type UseInfiniteQueryResult,
  type UseMutationOptions,
  type UseMutationResult,
  type UseQueryOptions,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from '@tanstack/react-query'
import { useRef } from 'react'
import { useComponentName } from './component-name.ts'
import { useData } from './data.ts'

// The cache is handed over by hand, never by QueryClientProvider: inside the kit's provider the host's own queries keep the host's client.

/** Reads one of `useQueries()` through the provider's cache. */
export function useRead<Answer, Shown = Answer, Key extends QueryKey = QueryKey>(
  query: UseQueryOptions<Answer, SyncError, Shown, Key>,
): UseQueryResult<Shown> {
  const { cache } = useData()
  const component = useComponentName()
  return useQuery({ ...query, meta: { component } }, cache)
}

/** Reads a list page by page. */
export function useReadPages<Page, Shown = InfiniteData<Page, string | null>, Key extends QueryKey = QueryKey>(
  query: UseInfiniteQueryOptions<Page, SyncError, Shown, Key, string | null>,
): UseInfiniteQueryResult<Shown> {
  const { cache } = useData()
  const component = useComponentName()
  return useInfiniteQuery({ ...query, meta: { component } }, cache)
}

/** Does something at a person's wish, once at a time: `mutate` does nothing while the last call is under way. */
export function useAction<Answer, Given = void>(
  action: UseMutationOptions<Answer, SyncError, Given>,
): UseMutationResult<Answer, SyncError, Given> {
  const { cache } = useData()
  const component = useComponentName()
  const underWay = useRef(false)
  const mutation = useMutation(
    {
      ...action,
      meta: { component },
      onSettled: (...given) => {
        underWay.current = false
        return action.onSettled?.(...given)
      },
    },
    cache,
  )
  // Told by a ref, not by state: two presses within one frame must not both get through.
  const mutate: typeof mutation.mutate = (...given) => {
    if (underWay.current) return
    underWay.current = true
    mutation.mutate(...given)
  }
  return { ...mutation, mutate }
}
