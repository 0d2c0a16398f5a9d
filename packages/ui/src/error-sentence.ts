import type { ErrorCode, SyncError } from '@pryzm/salesforce-sdk'
import { useCallback } from 'react'
import { usePresentation } from './presentation.ts'

type SpokenError = Extract<
  ErrorCode,
  | 'not_signed_in'
  | 'module_disabled'
  | 'not_found'
  | 'too_large'
  | 'not_connected'
  | 'reauthorization_required'
  | 'stale_version'
  | 'conflict'
  | 'rate_limited'
  | 'salesforce_busy'
  | 'salesforce_limit'
  | 'internal'
>

/**
 * What a failed call means, by its code, in another language. English has none of these: there the server speaks, who
 * knows more. Codes that say too little without the server's details, such as `salesforce_refused`, are left to it.
 */
export type ErrorMessages = { readonly [Code in SpokenError | 'offline' | 'refusedByHost']: string }

/** Says an error in the reader's language where its code is enough, else as the server does. */
export function useErrorSentence(): (error: SyncError) => string {
  const { messages } = usePresentation()
  const spoken: Partial<Record<string, string>> | undefined = messages.errors
  return useCallback((error) => spoken?.[nameOf(error)] ?? error.message, [spoken])
}

function nameOf({ code, details }: SyncError): string {
  if (details.offline === true) return 'offline'
  return code === 'not_permitted' && details.byHost === true ? 'refusedByHost' : code
}
