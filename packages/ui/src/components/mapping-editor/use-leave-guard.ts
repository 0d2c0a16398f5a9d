import { useEffect, useRef, useState } from 'react'
import type { MappingStore } from './mapping-store.ts'

/** The question whether to leave; `null` while nobody is about to. */
export type Leaving = { leave: () => void; stay: () => void } | null

/**
 * Asks before unsaved changes are left: the browser where the page is closed, the editor where a link of the page is pressed,
 * whoever rendered it. The link is followed as it would have been once a person says so.
 */
export function useLeaveGuard(store: MappingStore): Leaving {
  const [link, setLink] = useState<HTMLAnchorElement | null>(null)
  const followed = useRef<HTMLAnchorElement | null>(null)
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (!followed.current) event.preventDefault()
    }
    const hold = (event: MouseEvent) => {
      const pressed = leavingLink(event)
      if (!pressed || pressed === followed.current) return
      event.preventDefault()
      event.stopPropagation()
      setLink(pressed)
    }
    const release = () => {
      window.removeEventListener('beforeunload', ask)
      document.removeEventListener('click', hold, true)
    }
    const guard = () => {
      if (store.getSnapshot().changes.length === 0) return release()
      window.addEventListener('beforeunload', ask)
      document.addEventListener('click', hold, true)
    }
    guard()
    const stop = store.subscribe(guard)
    return () => {
      stop()
      release()
    }
  }, [store])
  if (!link) return null
  return {
    stay: () => setLink(null),
    leave() {
      setLink(null)
      followed.current = link
      link.click()
      followed.current = null
    },
  }
}

/** The link that a plain press would follow away from this page. */
function leavingLink(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return null
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
  if (!link || (link.target !== '' && link.target !== '_self') || link.hasAttribute('download')) return null
  const { href } = location
  return link.href.split('#')[0] === href.split('#')[0] ? null : link
}
