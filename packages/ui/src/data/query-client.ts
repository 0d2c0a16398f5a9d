import { SyncError } from '@pryzm/salesforce-sdk'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: SyncError
    queryMeta: ReportMeta
    mutationMeta: ReportMeta
  }
}

interface ReportMeta extends Record<string, unknown> {
  /** Which component asked, for `onError`. */
  component?: string
}

export type ReportError = (error: SyncError, component: string) => void

/** One cache for one provider; every failed read or action is reported once. */
export function createQueryClient(report: ReportError): QueryClient {
  const onError = (error: SyncError, meta: ReportMeta | undefined) => report(error, meta?.component ?? 'unknown')
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => onError(error, query.meta) }),
    mutationCache: new MutationCache({ onError: (error, _variables, _result, mutation) => onError(error, mutation.meta) }),
    defaultOptions: {
      queries: { staleTime: 30_000, retry: worthAnotherTry, retryDelay: 600, networkMode: 'always' },
      // Actions reach another company's data: never repeated, and never kept to be sent once the network is back.
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

function worthAnotherTry(failures: number, error: SyncError): boolean {
  return failures < 1 && error.remedy === 'report' && error.details.offline !== true
}
