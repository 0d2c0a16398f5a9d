import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { Skeleton } from '../../primitives/index.ts'

const likely = () => import('./likely-parts.ts')
const opened = () => import('./opened-parts.ts')

/** A part that is loaded when it is shown for the first time. */
function later<Props extends object>(load: () => Promise<ComponentType<Props>>, fallback: ReactNode = null) {
  const Part = lazy(async () => ({ default: await load() })) as ComponentType<Props>
  return function Later(props: Props) {
    return (
      <Suspense fallback={fallback}>
        <Part {...props} />
      </Suspense>
    )
  }
}

/** The rules of a mapping, as the server follows them too: checks, mends, suggestions. */
export type MappingRules = Pick<
  Awaited<ReturnType<typeof likely>>,
  'applyFix' | 'suggestOptions' | 'suggestPairs' | 'validateMapping' | 'valueMatcher'
>

/** Loads the rules once; they arrive while Salesforce's fields are read, and are not needed before. */
export function loadRules(): Promise<MappingRules> {
  return likely()
}

export const FieldPickerLater = later(async () => (await likely()).FieldPicker)
export const NewPairLater = later(async () => (await likely()).NewPair)
export const PairSettingsLater = later(async () => (await likely()).PairSettings, <Skeleton width="l" />)
export const SuggestionRowLater = later(async () => (await likely()).SuggestionRow)
export const VirtualGridRowsLater = later(async () => (await likely()).VirtualGridRows, <Skeleton width="full" />)

export const ConflictNoticeLater = later(async () => (await opened()).ConflictNotice)
export const ReviewDialogLater = later(async () => (await opened()).ReviewDialog)
export const SampleCellLater = later(async () => (await opened()).SampleCell, <Skeleton width="m" />)
export const SamplePanelLater = later(async () => (await opened()).SamplePanel)
export const SchemaInboxLater = later(async () => (await opened()).SchemaInbox)
export const VersionsDialogLater = later(async () => (await opened()).VersionsDialog)
