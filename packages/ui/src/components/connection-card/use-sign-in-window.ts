import { useEffect, useRef, useState } from 'react'

const name = 'pryzm-salesforce-sign-in'

// A page that cuts the tie to its opener does so as it loads: a window that seems closed this soon may only be out of reach.
const loadingMs = 10_000

/** Salesforce's sign-in in a window of its own. */
export interface SignInWindow {
  /**
   * `blocked` where the browser refused the window, with where it should have gone; `unreachable` where it cannot be told whether
   * the window is still open, because a page in it has cut the tie to this one.
   */
  status: 'closed' | 'open' | 'unreachable' | 'blocked'
  /** Where this sign-in goes; null until the server has told. */
  authorizeUrl: string | null
  /** Has to be called in the very event of a press: browsers refuse windows that open later. */
  open: () => void
  /** Sends the window to Salesforce. */
  go: (authorizeUrl: string) => void
  bringToFront: () => void
  close: () => void
}

/**
 * `onClosed` is called once the window is gone, whoever closed it, or out of reach. `outcome` is how the last sign-in ended, null
 * while one is under way: once it changes, the window has done its work.
 */
export function useSignInWindow(onClosed: () => void, outcome: string | null): SignInWindow {
  const opened = useRef<{ window: Window | null; leftAt: number }>({ window: null, leftAt: Infinity })
  const before = useRef(outcome)
  const [status, setStatus] = useState<SignInWindow['status']>('closed')
  const [authorizeUrl, setAuthorizeUrl] = useState<string | null>(null)
  useEffect(closeOwnWindow, [])
  useEffect(() => {
    if (status !== 'open') return undefined
    // No event tells that a window on another site was closed.
    const timer = setInterval(() => {
      const { window, leftAt } = opened.current
      if (window !== null && !window.closed) return
      const loading = performance.now() - leftAt < loadingMs
      setStatus(loading ? 'unreachable' : 'closed')
      onClosed()
    }, 500)
    return () => clearInterval(timer)
  }, [status, onClosed])
  useEffect(() => {
    const underWay = status === 'open' || status === 'unreachable'
    if (!underWay || outcome === null || outcome === before.current) return
    opened.current.window?.close()
    setStatus('closed')
  }, [status, outcome])
  return {
    status,
    authorizeUrl,
    open() {
      before.current = outcome
      const window = globalThis.open('', name, 'popup,width=600,height=720')
      opened.current = { window, leftAt: Infinity }
      setAuthorizeUrl(null)
      setStatus(window === null ? 'blocked' : 'open')
    },
    go(url) {
      setAuthorizeUrl(url)
      opened.current.leftAt = performance.now()
      if (opened.current.window) opened.current.window.location.href = url
    },
    bringToFront: () => opened.current.window?.focus(),
    close() {
      opened.current.window?.close()
      setStatus('closed')
    },
  }
}

/** The sign-in ends on a page of the host; in the window that was opened for it, that page has nothing to show. */
function closeOwnWindow() {
  if (window.name === name) window.close()
}
