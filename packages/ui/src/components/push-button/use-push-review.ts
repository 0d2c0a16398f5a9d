import type { PushPreview, SyncError } from '@pryzm/salesforce-sdk'
import { useCallback, useState } from 'react'
import { useQueries, useRead } from '../../data/index.ts'
import type { PushOptions } from './use-push.ts'

/** What a push would write, looked at before it is sent; it writes nothing. */
export type PushReview = { open: () => void; close: () => void } & (
  | { status: 'closed' }
  | { status: 'loading' }
  | { status: 'failed'; error: SyncError; retry: () => void }
  | { status: 'ready'; preview: PushPreview }
)

export function usePushReview(record: PushOptions): PushReview {
  const [asked, setAsked] = useState(false)
  const { data, error, refetch } = useRead({ ...useQueries().pushPreview(record), enabled: asked })
  const doors = { open: useCallback(() => setAsked(true), []), close: useCallback(() => setAsked(false), []) }
  if (!asked) return { status: 'closed', ...doors }
  if (data) return { status: 'ready', preview: data, ...doors }
  return error ? { status: 'failed', error, retry: () => void refetch(), ...doors } : { status: 'loading', ...doors }
}
