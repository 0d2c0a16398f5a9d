import type { SalesforceClient } from '@pryzm/salesforce-sdk'
import { lazy, Suspense } from 'react'
import { Embed } from '../../embed.tsx'
import { Skeleton } from '../../primitives/index.ts'
import { MappingEditorView, type MappingEditorViewProps } from './mapping-editor.view.tsx'
import type { PipelinePickerSlot } from './pipeline-section.tsx'
import { useMappingEditor } from './use-mapping-editor.ts'

// Only opportunities have a pipeline.
const PipelinePicker = lazy(() => import('./pipeline-control.tsx'))

export interface MappingEditorProps extends Omit<MappingEditorViewProps, 'state' | 'pipelinePicker'> {
  /** For an editor that stands alone, outside a provider. */
  client?: SalesforceClient
}

/**
 * Pairs Pryzm attributes with Salesforce fields, says what will work before it is saved, and saves it as a new version.
 *
 * @example
 * <MappingEditor initialRow={{ object: 'Contact', pairId }} />
 */
export function MappingEditor({ client, ...view }: MappingEditorProps) {
  return (
    <Embed name="MappingEditor" client={client}>
      <ConnectedEditor {...view} />
    </Embed>
  )
}

function ConnectedEditor(view: Omit<MappingEditorProps, 'client'>) {
  return <MappingEditorView {...view} state={useMappingEditor()} pipelinePicker={renderPicker} />
}

function renderPicker(slot: PipelinePickerSlot) {
  return (
    <Suspense fallback={<Skeleton width="m" />}>
      <PipelinePicker {...slot} />
    </Suspense>
  )
}
