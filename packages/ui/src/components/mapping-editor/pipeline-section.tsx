import type { OptionPair, Pipeline } from '@pryzm/salesforce-sdk'
import type { ReactNode } from 'react'
import { Notice } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'
import type { MappingEditorModel } from './use-mapping-editor.ts'
import { useSnapshot } from './use-snapshot.ts'

/** What the section gives to the picker that is rendered in it. */
export interface PipelinePickerSlot {
  value: string | null
  disabled: boolean
  /** `options` tie the stages of a pipeline that was just created to those of Salesforce. */
  onChoose: (pipeline: Pipeline, options: OptionPair[] | null) => void
}

export interface PipelineSectionProps {
  model: MappingEditorModel
  words: EditorWords
  picker: ((slot: PipelinePickerSlot) => ReactNode) | undefined
}

/** Where opportunities land: the chosen pipeline, or why one has to be chosen. */
export function PipelineSection({ model, words, picker }: PipelineSectionProps) {
  const { t, part } = words
  const pipelineId = useSnapshot(model.store, ({ draft }) => draft.Opportunity.pipelineId)
  const enabled = useSnapshot(model.store, ({ draft }) => draft.Opportunity.enabled)
  if (!enabled) return null
  const known = model.pipelines?.find(({ id }) => id === pipelineId)
  const control = picker?.({ value: pipelineId, disabled: model.lock !== null, onChoose: model.choosePipeline })
  if (pipelineId === null || (model.pipelines && !known)) {
    const deleted = pipelineId !== null
    return (
      <Notice
        tone={deleted ? 'danger' : 'info'}
        title={deleted ? t.pipelineDeleted : t.pipelineNotChosen}
        actions={control}
        part={part('pipeline-missing')}
      >
        {deleted ? t.pipelineDeletedBody : t.pipelineNotChosenBody}
      </Notice>
    )
  }
  return (
    <div {...part('pipeline')}>
      {control ?? (
        <>
          <span {...part('pipeline-label')}>{t.pipeline}</span>
          <span>{known?.name ?? pipelineId}</span>
        </>
      )}
    </div>
  )
}
