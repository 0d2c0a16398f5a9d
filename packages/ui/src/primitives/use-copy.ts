import { useEffect, useState } from 'react'
import { useAnnounce, useText } from '../presentation.ts'
import { commonMessages } from './common.messages.ts'

/** Copies text; `copied` is true for the two seconds after, and `said` is announced. */
export function useCopy(said: string): { copied: boolean; copy: (text: string) => Promise<void> } {
  const announce = useAnnounce()
  const { copyBlocked } = useText('common', commonMessages)
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return undefined
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [copied])
  async function copy(text: string) {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      announce(said)
    } catch {
      announce(copyBlocked, 'alert')
    }
  }
  return { copied, copy }
}
