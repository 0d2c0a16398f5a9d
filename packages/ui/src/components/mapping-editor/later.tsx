import { lazy, Suspense, type ComponentProps } from 'react'
import { Skeleton } from '../../primitives/index.ts'

// What a person opens, loaded when it is opened for the first time.
const PairSettings = lazy(() => import('./pair-settings.tsx'))
const ChangesDialog = lazy(() => import('./changes-dialog.tsx'))
const VersionsDialog = lazy(() => import('./versions-dialog.tsx'))
const SchemaInbox = lazy(() => import('./schema-inbox.tsx'))
const SamplePanel = lazy(() => import('./sample-panel.tsx'))

/** The options and rules of a pair. */
export function PairSettingsLater(props: ComponentProps<typeof PairSettings>) {
  return (
    <Suspense fallback={<Skeleton width="l" />}>
      <PairSettings {...props} />
    </Suspense>
  )
}

/** Changes to look at. */
export function ChangesDialogLater(props: ComponentProps<typeof ChangesDialog>) {
  return (
    <Suspense fallback={null}>
      <ChangesDialog {...props} />
    </Suspense>
  )
}

/** Every saved version. */
export function VersionsDialogLater(props: ComponentProps<typeof VersionsDialog>) {
  return (
    <Suspense fallback={null}>
      <VersionsDialog {...props} />
    </Suspense>
  )
}

/** A record beside the mapping. */
export function SamplePanelLater(props: ComponentProps<typeof SamplePanel>) {
  return (
    <Suspense fallback={null}>
      <SamplePanel {...props} />
    </Suspense>
  )
}

/** Changes of Salesforce that nobody has taken note of. */
export function SchemaInboxLater(props: ComponentProps<typeof SchemaInbox>) {
  return (
    <Suspense fallback={null}>
      <SchemaInbox {...props} />
    </Suspense>
  )
}
