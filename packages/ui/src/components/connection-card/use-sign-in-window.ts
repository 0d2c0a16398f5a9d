import { useEffect, useRef, useState } from 'react'

const name = 'pryzm-salesforce-sign-in'

/** Salesforce's sign-in in a window of its own. */
export interface SignInWindow {
  /** `blocked` where the browser refused the window, with where it should have gone. */
  status: 'closed' | 'open' | 'blocked'
  authorizeUrl: string | null
  /** Has to be called in the very event of a press: browsers refuse windows that open later. */
  open: () => void
  /** Sends the window to Salesforce. */
  go: (authorizeUrl: string) => void
  bringToFront: () => void
  close: () => void
}

/**
 * `onClosed` is called once the window is gone, whoever closed it. `outcome` is how the last sign-in ended, null while one is
 * under way: once it changes, the window has done its work, also where a page of Salesforce has cut the tie to it.
 */
export function useSignInWindow(onClosed: () => void, outcome: string | null): SignInWindow {
  const opened = useRef<Window | null>(null)
  const before = useRef(outcome)
  const [status, setStatus] = useState<SignInWindow['status']>('closed')
  const [authorizeUrl, setAuthorizeUrl] = useState<string | null>(null)
  useEffect(closeOwnWindow, [])
  useEffect(() => {
    if (status !== 'open') return undefined
    // No event tells that a window on another site was closed.
    const timer = setInterval(() => {
      if (opened.current !== null && !opened.current.closed) return
      setStatus('closed')
      onClosed()
    }, 500)
    return () => clearInterval(timer)
  }, [status, onClosed])
  useEffect(() => {
    if (status !== 'open' || outcome === null || outcome === before.current) return
    opened.current?.close()
    setStatus('closed')
  }, [status, outcome])
  return {
    status,
    authorizeUrl,
    open() {
      before.current = outcome
      opened.current = window.open('', name, 'popup,width=600,height=720')
      setStatus(opened.current === null ? 'blocked' : 'open')
    },
    go(url) {
      setAuthorizeUrl(url)
      if (opened.current) opened.current.location.href = url
    },
    bringToFront: () => opened.current?.focus(),
    close() {
      opened.current?.close()
      setStatus('closed')
    },
  }
}

/** The sign-in ends on a page of the host; in the window that was opened for it, that page has nothing to show. */
function closeOwnWindow() {
  if (window.name === name) window.close()
}
