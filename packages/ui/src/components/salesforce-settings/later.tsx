import { lazy, Suspense, type ComponentProps } from 'react'
import { Skeleton } from '../../primitives/index.ts'

// The two heaviest components: one is folded away most of the time, the other is below what is seen first.
const MappingEditor = lazy(async () => ({ default: (await import('../mapping-editor/mapping-editor.tsx')).MappingEditor }))
const JobHistoryTable = lazy(async () => ({
  default: (await import('../job-history-table/job-history-table.tsx')).JobHistoryTable,
}))

/** The mapping editor, whose code is loaded when its step is opened. */
export function MappingEditorLater(props: ComponentProps<typeof MappingEditor>) {
  return (
    <Suspense fallback={<Skeleton className="pz-salesforce-settings-later" shape="block" width="full" />}>
      <MappingEditor {...props} />
    </Suspense>
  )
}

/** The history, whose code is loaded after the steps are shown. */
export function JobHistoryTableLater(props: ComponentProps<typeof JobHistoryTable>) {
  return (
    <Suspense fallback={<Skeleton className="pz-salesforce-settings-later" shape="block" width="full" />}>
      <JobHistoryTable {...props} />
    </Suspense>
  )
}
