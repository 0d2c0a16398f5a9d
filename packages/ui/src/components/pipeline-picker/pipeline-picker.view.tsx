import type { Pipeline } from '@pryzm/salesforce-sdk'
import { lazy, type ReactNode, Suspense, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { Overrides } from '../../messages.ts'
import { type PartOptions, useAnnounce, useParts, useText } from '../../presentation.ts'
import { Button, commonMessages } from '../../primitives/index.ts'
import { type PipelinePickerMessages, pipelinePickerMessages } from './pipeline-picker.messages.ts'
import type { PickerWords } from './picker-words.ts'
import type { PipelinePickerState } from './use-pipeline-picker.ts'

// With its form it is most of the picker, so that it is loaded when it is first opened.
const PipelineDialog = lazy(() => import('./pipeline-dialog.tsx'))

/** What a host's own trigger is given. */
export interface PipelineTrigger {
  label: string
  open: () => void
  /** Why it cannot be opened; undefined where it can. */
  disabledReason: string | undefined
}

export interface PipelinePickerViewProps extends PartOptions<'pipeline'> {
  state: PipelinePickerState
  /** Id of the chosen pipeline. */
  value: string | null
  /** Called with an existing pipeline; one that was just created is told by the state. */
  onChoose: (pipeline: Pipeline, options: null) => void
  disabled?: boolean
  /** Why it is disabled, shown beside the trigger; by default, that the form around it is read-only. */
  disabledReason?: string | undefined
  messages?: Overrides<PipelinePickerMessages>
  renderTrigger?: (trigger: PipelineTrigger) => ReactNode
}

/** The pipeline picker drawn from a state that the host gives. */
export function PipelinePickerView(props: PipelinePickerViewProps) {
  const { state, value, onChoose, disabled = false, disabledReason: given, messages, renderTrigger, ...options } = props
  const t = useText('pipeline', pipelinePickerMessages, messages)
  const common = useText('common', commonMessages)
  const part = useParts('pipeline', 'pipeline-picker', options)
  const words = useMemo((): PickerWords => ({ t, part }), [t, part])
  const [open, setOpen] = useState(false)
  useCreated(state, words, () => setOpen(false))

  const chosen = state.status === 'ready' ? state.pipelines.find(({ id }) => id === value) : undefined
  const label = chosen ? t.chosen({ name: chosen.name }) : t.choose
  const lacksRule = state.status === 'ready' && !state.canManage
  const disabledReason = given ?? (lacksRule ? common.needsManage : disabled ? t.readOnlyForm : undefined)
  const off = disabled || disabledReason !== undefined
  const reasonId = useId()
  return (
    <span {...part('root', { state: state.status })} data-pz="PipelinePicker">
      {renderTrigger ? (
        renderTrigger({ label, open: () => !off && setOpen(true), disabledReason })
      ) : (
        <Button
          variant={value === null ? 'primary' : 'secondary'}
          disabled={off}
          aria-describedby={disabledReason === undefined ? undefined : reasonId}
          aria-haspopup="dialog"
          className={part('trigger').className}
          onClick={() => setOpen(true)}
        >
          {label}
        </Button>
      )}
      {disabledReason !== undefined && !renderTrigger && (
        <span id={reasonId} {...part('hint')}>
          {disabledReason}
        </span>
      )}
      {open && (
        <Suspense fallback={null}>
          <PipelineDialog
            state={state}
            value={value}
            words={words}
            onChoose={(pipeline) => {
              onChoose(pipeline, null)
              setOpen(false)
            }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </span>
  )
}

/** Closes the dialog once the new pipeline is there, and says so. */
function useCreated(state: PipelinePickerState, { t }: PickerWords, onCreated: () => void) {
  const announce = useAnnounce()
  const created = state.status === 'ready' ? state.created : null
  const told = useRef(created)
  useEffect(() => {
    if (!created || told.current === created) return
    told.current = created
    onCreated()
    announce(t.created({ name: created.pipeline.name, count: created.pipeline.stages.length }))
  }, [created, onCreated, announce, t])
}
