import type { SalesforceClient } from '@pryzm/salesforce-sdk'
import { Embed } from '../../embed.tsx'
import { PipelinePickerView, type PipelinePickerViewProps } from './pipeline-picker.view.tsx'
import { type ChoosePipeline, usePipelinePicker } from './use-pipeline-picker.ts'

export interface PipelinePickerProps extends Omit<PipelinePickerViewProps, 'state' | 'onChoose'> {
  onChoose: ChoosePipeline
  /** For a picker that stands alone, outside a provider. */
  client?: SalesforceClient
}

/**
 * Chooses the pipeline in which Salesforce opportunities land: an existing one, or a new one made from Salesforce's stages.
 *
 * @example
 * <PipelinePicker value={pipelineId} onChoose={({ id }) => setPipelineId(id)} />
 */
export function PipelinePicker({ client, ...props }: PipelinePickerProps) {
  return (
    <Embed name="PipelinePicker" client={client}>
      <ConnectedPicker {...props} />
    </Embed>
  )
}

function ConnectedPicker(props: Omit<PipelinePickerProps, 'client'>) {
  return <PipelinePickerView {...props} state={usePipelinePicker(props)} />
}
