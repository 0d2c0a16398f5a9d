import { useSyncExternalStore } from 'react'
import type { MappingSnapshot, MappingStore } from './mapping-store.ts'

/** Reads a part of the draft, and renders again only when that part is another value. */
export function useSnapshot<Part>(store: MappingStore, select: (snapshot: MappingSnapshot) => Part): Part {
  const read = () => select(store.getSnapshot())
  return useSyncExternalStore(store.subscribe, read, read)
}
