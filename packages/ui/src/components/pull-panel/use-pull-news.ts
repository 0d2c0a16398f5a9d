import { useEffect, useState } from 'react'
import type { Text } from '../../messages.ts'
import { useAnnounce } from '../../presentation.ts'
import { createPullNews } from './pull-news.ts'
import type { PullPanelMessages } from './pull-panel.messages.ts'
import type { PullState } from './use-pull.ts'

/** Speaks the news of the run through the provider's status region. */
export function usePullNews(state: PullState, text: Text<PullPanelMessages>): void {
  const announce = useAnnounce()
  const [news] = useState(() => createPullNews(text))
  const run = state.status === 'active' ? state.run : state.status === 'idle' ? state.lastRun : undefined
  useEffect(() => {
    if (run === undefined) return
    const sentence = news.next(run, Date.now())
    if (sentence !== null) announce(sentence)
  }, [news, run, announce])
}
