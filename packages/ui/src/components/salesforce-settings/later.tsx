import { lazy, Suspense, type ComponentProps } from 'react'
import { useLoadingPhase } from '../../data/index.ts'
import { Skeleton } from '../../primitives/index.ts'

// The two heaviest components: one is folded away most of the time, the other is below what is seen first.
const MappingEditor = lazy(async () => ({ default: (await import('../mapping-editor/mapping-editor.tsx')).MappingEditor }))
const JobHistoryTable = lazy(async () => ({
  default: (await import('../job-history-table/job-history-table.tsx')).JobHistoryTable,
}))

/** The mapping editor, whose code is loaded when its step is opened. */
export function MappingEditorLater(props: ComponentProps<typeof MappingEditor>) {
  return (
    <Suspense fallback={<Room />}>
      <MappingEditor {...props} />
    </Suspense>
  )
}

/** The history, whose code is loaded after the steps are shown. */
export function JobHistoryTableLater(props: ComponentProps<typeof JobHistoryTable>) {
  return (
    <Suspense fallback={<Room />}>
      <JobHistoryTable {...props} />
    </Suspense>
  )
}

/** The room that a component will take, without a skeleton while its code may still come at once. */
function Room() {
  const phase = useLoadingPhase(true)
  return (
    <div className="pz-box pz-salesforce-settings-later">
      {phase !== 'quiet' && <Skeleton className="pz-salesforce-settings-room" shape="block" width="full" />}
    </div>
  )
}
