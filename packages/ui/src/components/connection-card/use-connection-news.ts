import { type RefObject, useEffect, useRef } from 'react'
import type { Text } from '../../messages.ts'
import { useAnnounce } from '../../presentation.ts'
import type { ConnectionCardMessages } from './connection-card.messages.ts'
import type { ConnectionState } from './use-connection.ts'

/** Speaks a change of status, and brings focus to the heading after a return from Salesforce. */
export function useConnectionNews(
  state: ConnectionState,
  text: Text<ConnectionCardMessages>,
): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef<ConnectionState['status'] | null>(null)
  const announce = useAnnounce()
  const returned = 'returned' in state ? state.returned : null
  const news = newsOf(state, text)

  useEffect(() => {
    const changed = before.current !== null && before.current !== 'loading' && before.current !== state.status
    before.current = state.status
    if (news !== null && (changed || returned !== null)) announce(news)
  }, [state.status, news, returned, announce])

  useEffect(() => {
    if (returned !== null) heading.current?.focus()
  }, [returned])
  return heading
}

function newsOf(state: ConnectionState, text: Text<ConnectionCardMessages>): string | null {
  if (state.status === 'connected') return text.justConnected({ org: state.connection.org?.name ?? 'Salesforce' })
  if (state.status === 'disconnected') return state.connection.reason ? text[state.connection.reason] : text.justDisconnected
  if (state.status === 'reauthorization_required') return text.reauthorization_required
  if (state.status === 'degraded') return state.connection.sentence ?? text.degraded
  return null
}
