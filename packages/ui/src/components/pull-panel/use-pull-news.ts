import type { Run } from '@pryzm/salesforce-sdk'
import { useEffect, useRef, useState } from 'react'
import type { Text } from '../../messages.ts'
import { isOver } from '../../data/index.ts'
import { type Note, useAnnounce, usePresentation } from '../../presentation.ts'
import { createPullNews } from './pull-news.ts'
import type { PullPanelMessages } from './pull-panel.messages.ts'
import type { PullState } from './use-pull.ts'

/** Speaks the news of the run through the provider's status region; its end is also a note for the host's own toasts. */
export function usePullNews(state: PullState, text: Text<PullPanelMessages>): void {
  const announce = useAnnounce()
  const { notify } = usePresentation()
  /** Id of the run that was seen under way. */
  const followed = useRef<string | null>(null)
  const [news] = useState(() => createPullNews(text))
  const run = state.status === 'active' ? state.run : state.status === 'idle' ? state.lastRun : undefined
  useEffect(() => {
    if (run === undefined) return
    const sentence = news.next(run, Date.now())
    if (sentence !== null) announce(sentence)
    const ended = run !== null && isOver(run.state) && followed.current === run.id
    followed.current = run !== null && !isOver(run.state) ? run.id : null
    if (ended && sentence !== null) notify({ tone: tones[run.state] ?? 'info', text: sentence })
  }, [news, run, announce, notify])
}

const tones: Partial<Record<Run['state'], Note['tone']>> = {
  succeeded: 'success',
  completed_with_errors: 'warning',
  failed: 'danger',
}
