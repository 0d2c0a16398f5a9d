import type { PushPreview, SyncError } from '@pryzm/salesforce-sdk'
import { useCallback, useState } from 'react'
import { useAction, useData, useQueries, useRead } from '../../data/index.ts'
import type { PushOptions } from './use-push.ts'

/** What a push would write, looked at before it is sent; it writes nothing. */
export type PushReview = {
  open: () => void
  close: () => void
  /** Looks first, and sends at once unless the push is refused or would overwrite what changed in Salesforce since the last sync. */
  sendUnlessOverwriting: () => void
  /** True during that look. */
  looking: boolean
} & (
  | { status: 'closed' }
  | { status: 'loading' }
  | { status: 'failed'; error: SyncError; retry: () => void }
  | { status: 'ready'; preview: PushPreview }
)

export function usePushReview(record: PushOptions, push: () => void): PushReview {
  const { client } = useData()
  const [asked, setAsked] = useState(false)
  const [seen, setSeen] = useState<PushPreview | null>(null)
  const query = useQueries().pushPreview(record)
  const { data = seen, error, refetch } = useRead({ ...query, enabled: asked && seen === null })
  const look = useAction<PushPreview>({
    mutationFn: () => client.pushes.preview(record),
    onSuccess: (preview) => {
      if (!asksFirst(preview)) return push()
      setSeen(preview)
      setAsked(true)
    },
    // The dialog asks once more, and says what it hears.
    onError: () => setAsked(true),
  })
  const doors = {
    looking: look.isPending,
    open: useCallback(() => setAsked(true), []),
    close: useCallback(() => {
      setAsked(false)
      setSeen(null)
    }, []),
    // Without a network there is nothing to look at: the push itself says so.
    sendUnlessOverwriting: () => (navigator.onLine ? look.mutate() : push()),
  }
  if (!asked) return { status: 'closed', ...doors }
  if (data) return { status: 'ready', preview: data, ...doors }
  return error ? { status: 'failed', error, retry: () => void refetch(), ...doors } : { status: 'loading', ...doors }
}

function asksFirst({ action, fields }: PushPreview): boolean {
  return action === 'refused' || fields.some(overwrites)
}

/** Whether a value that changed in Salesforce since the last sync would be overwritten. */
export function overwrites({ outcome, note }: PushPreview['fields'][number]): boolean {
  return outcome === 'written' && note?.code === 'changed_since_sync'
}
