import { useEffect, useState, useSyncExternalStore } from 'react'

/** `quiet` for the first 200 ms, then `skeleton`, and `slow` after 8 s; `done` when there is something to show. */
export type LoadingPhase = 'quiet' | 'skeleton' | 'slow' | 'done'

const skeletonAfter = 200
const skeletonFor = 400
const slowAfter = 8000

/** Keeps a quick answer from flashing a skeleton, and a shown skeleton from flashing by. */
export function useLoadingPhase(loading: boolean): LoadingPhase {
  const hydrating = useHydrating()
  const [phase, setPhase] = useState<LoadingPhase>(() => (loading ? (hydrating ? 'skeleton' : 'quiet') : 'done'))
  const [shownAt, setShownAt] = useState(() => (phase === 'skeleton' ? Date.now() : 0))
  useEffect(() => {
    if (loading) {
      if (phase === 'done') setPhase('quiet')
      const timers = [
        setTimeout(() => {
          setPhase('skeleton')
          setShownAt(Date.now())
        }, skeletonAfter),
        setTimeout(() => setPhase('slow'), slowAfter),
      ]
      return () => timers.forEach(clearTimeout)
    }
    if (phase === 'quiet' || phase === 'done') return setPhase('done')
    const timer = setTimeout(() => setPhase('done'), Math.max(0, shownAt + skeletonFor - Date.now()))
    return () => clearTimeout(timer)
    // A change of phase by these timers must not start them again.
  }, [loading, shownAt])
  return !loading && phase === 'quiet' ? 'done' : phase
}

function useHydrating(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => false,
    () => true,
  )
}
