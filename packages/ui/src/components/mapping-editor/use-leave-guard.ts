import { useEffect } from 'react'
import type { MappingStore } from './mapping-store.ts'
import { useSnapshot } from './use-snapshot.ts'

/** Lets the browser ask before the page is closed or left with unsaved changes. */
export function useLeaveGuard(store: MappingStore): void {
  const dirty = useSnapshot(store, ({ changes }) => changes.length > 0)
  useEffect(() => {
    if (!dirty) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [dirty])
}
