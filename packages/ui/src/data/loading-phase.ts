import { useEffect, useRef, useState, useSyncExternalStore } from 'react'

/** `quiet` for the first 200 ms, then `skeleton`, and `slow` after 8 s; `done` when there is something to show. */
export type LoadingPhase = 'quiet' | 'skeleton' | 'slow' | 'done'

const skeletonAfter = 200
const skeletonFor = 400
const slowAfter = 8000

/** Keeps a quick answer from flashing a skeleton, and a shown skeleton from flashing by. */
export function useLoadingPhase(loading: boolean): LoadingPhase {
  const hydrating = useHydrating()
  const [shown, setShown] = useState<'nothing' | 'skeleton' | 'slow'>(hydrating && loading ? 'skeleton' : 'nothing')
  const shownAt = useRef(0)
  useEffect(() => {
    const timers = loading
      ? [
          setTimeout(() => {
            shownAt.current = Date.now()
            setShown('skeleton')
          }, skeletonAfter),
          setTimeout(() => setShown('slow'), slowAfter),
        ]
      : [setTimeout(() => setShown('nothing'), Math.max(0, shownAt.current + skeletonFor - Date.now()))]
    return () => timers.forEach(clearTimeout)
  }, [loading])
  if (shown !== 'nothing') return shown
  return loading ? 'quiet' : 'done'
}

function useHydrating(): boolean {
  return useSyncExternalStore(neverChanges, onClient, onServer)
}

const neverChanges = () => () => {}
const onClient = () => false
const onServer = () => true
