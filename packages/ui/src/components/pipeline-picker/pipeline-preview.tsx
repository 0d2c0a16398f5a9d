import type { SalesforceStage } from '@pryzm/salesforce-sdk'
import { stagesFrom } from '@pryzm/salesforce-sdk/mapping'
import { CancelledIcon, DoneIcon, WaitingIcon } from '../../primitives/index.ts'
import type { PickerWords } from './picker-words.ts'

const shapes = { open: WaitingIcon, won: DoneIcon, lost: CancelledIcon } as const

export interface PipelinePreviewProps {
  /** The chosen stages, in the order of the org. */
  stages: readonly SalesforceStage[]
  words: PickerWords
}

/** The columns that the new pipeline will have, under the names that they get; beside the list where there is room for both. */
export function PipelinePreview({ stages, words: { t, part } }: PipelinePreviewProps) {
  if (stages.length === 0) return null
  return (
    <div className="pz-box pz-pipeline-picker-preview">
      <p {...part('stages-title')}>{t.preview}</p>
      <ol className="pz-box pz-pipeline-picker-columns" aria-label={t.preview}>
        {stagesFrom(stages).map(({ label, type }, index) => {
          const Icon = shapes[type]
          return (
            <li key={stages[index]?.apiName} className="pz-box pz-pipeline-picker-column" data-type={type}>
              <Icon />
              <span>{label}</span>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
