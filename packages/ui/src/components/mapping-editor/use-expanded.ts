import { useCallback, useState } from 'react'

/** Which rows are open. */
export function useExpanded(): {
  expanded: ReadonlySet<string>
  toggle: (key: string) => void
  expand: (key: string) => void
} {
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(() => new Set())
  const toggle = useCallback((key: string) => {
    setExpanded((before) => {
      const after = new Set(before)
      if (!after.delete(key)) after.add(key)
      return after
    })
  }, [])
  const expand = useCallback((key: string) => setExpanded((before) => (before.has(key) ? before : new Set(before).add(key))), [])
  return { expanded, toggle, expand }
}
