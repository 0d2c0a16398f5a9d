import { lazy, Suspense, type ComponentProps } from 'react'
import { Skeleton } from '../../primitives/index.ts'

// What a person opens, loaded when it is opened for the first time.
const PairSettings = lazy(() => import('./pair-settings.tsx'))

/** The options and rules of a pair. */
export function PairSettingsLater(props: ComponentProps<typeof PairSettings>) {
  return (
    <Suspense fallback={<Skeleton width="l" />}>
      <PairSettings {...props} />
    </Suspense>
  )
}
