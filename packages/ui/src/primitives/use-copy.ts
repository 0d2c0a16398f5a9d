import { useCallback, useEffect, useState } from 'react'
import { useAnnounce } from '../presentation.ts'

/** Copies text; `copied` is true for the two seconds after, and `said` is announced. */
export function useCopy(said: string): { copied: boolean; copy(text: string): void } {
  const announce = useAnnounce()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = useCallback(
    (text: string) => {
      void navigator.clipboard.writeText(text).then(() => {
        setCopied(true)
        announce(said)
      })
    },
    [announce, said],
  )
  return { copied, copy }
}
