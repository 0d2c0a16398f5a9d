import type { Pipeline } from '@pryzm/salesforce-sdk'
import { useId, useRef, useState } from 'react'
import {
  Button,
  ConfirmDialog,
  Dialog,
  ErrorNotice,
  Field,
  Input,
  Loading,
  Notice,
  Skeleton,
  tabPanel,
  Tabs,
} from '../../primitives/index.ts'
import { CREATE_FORM, CreatePipeline } from './create-pipeline.tsx'
import { ExistingPipelines } from './existing-pipelines.tsx'
import type { PickerWords } from './picker-words.ts'
import type { ChangeState, PipelinePickerState } from './use-pipeline-picker.ts'

export interface PipelineDialogProps {
  state: PipelinePickerState
  value: string | null
  words: PickerWords
  onChoose: (pipeline: Pipeline) => void
  onClose: () => void
}

type Way = 'existing' | 'create'

/** Two ways to a pipeline, one at a time. */
export default function PipelineDialog({ state, value, words, onChoose, onClose }: PipelineDialogProps) {
  const { t } = words
  const id = useId()
  const ready = state.status === 'ready' ? state : null
  const [turned, setTurned] = useState<Way | null>(null)
  // The list may come after the dialog was opened.
  const way = turned ?? (ready?.pipelines.length === 0 ? 'create' : 'existing')
  const first = useRef<HTMLElement>(null)
  const [selected, setSelected] = useState(value)
  const [dirty, setDirty] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const pipeline = ready?.pipelines.find((known) => known.id === selected)
  const busy = ready?.create.busy ?? false
  const select = (id: string) => {
    setSelected(id)
    ready?.consider(value === null || id === value ? null : id)
  }
  const close = () => (dirty && way === 'create' ? setLeaving(true) : onClose())
  return (
    <Dialog
      open
      size="m"
      title={t.title}
      busy={busy}
      initialFocus={first}
      onClose={close}
      footer={
        <>
          <Button disabled={busy} onClick={close}>
            {t.cancel}
          </Button>
          {way === 'existing' ? (
            <UseButton pipeline={pipeline} value={value} change={ready?.change} words={words} onChoose={onChoose} />
          ) : (
            <Button
              variant="primary"
              type="submit"
              form={`${id}-${CREATE_FORM}`}
              busy={busy}
              disabledReason={ready?.stages.status === 'ready' && ready.stages.items.length > 0 ? undefined : t.stagesFirst}
            >
              {busy ? t.creating : t.createPipeline}
            </Button>
          )}
        </>
      }
    >
      {ready && ready.pipelines.length > 0 && (
        <Tabs<Way>
          className="pz-pipeline-picker-tabs"
          label={t.tabs}
          id={id}
          selected={way}
          onSelect={setTurned}
          tabs={[
            { value: 'existing', label: t.existing },
            { value: 'create', label: t.create },
          ]}
        />
      )}
      <div
        ref={(panel) => {
          first.current = chosenOrSearch(panel)
        }}
        {...(ready && ready.pipelines.length > 0 ? tabPanel(id, way) : {})}
        {...words.part('panel')}
      >
        {ready?.pushOnly && (
          <Notice tone="info" title={t.pushOnly}>
            {t.pushOnlyBody}
          </Notice>
        )}
        {ready && way === 'existing' && (
          <ExistingPipelines
            pipelines={ready.pipelines}
            hidden={ready.hidden}
            selected={selected}
            change={ready.change}
            words={words}
            onSelect={select}
          />
        )}
        {ready && way === 'create' && (
          <CreatePipeline
            formId={`${id}-${CREATE_FORM}`}
            stages={ready.stages}
            create={ready.create}
            taken={ready.pipelines.map(({ name }) => name)}
            words={words}
            onDirty={setDirty}
          />
        )}
        {state.status === 'load_failed' && (
          <ErrorNotice title={t.loadFailed} error={state.error} retry={state.retry} retrying={state.retrying} />
        )}
        {state.status === 'loading' && (
          <Loading phase={state.phase} slowTitle={t.stillLoading} retry={state.retry}>
            <Skeleton width="full" />
            <Skeleton width="full" />
          </Loading>
        )}
      </div>
      <ConfirmDialog
        open={leaving}
        title={t.discardTitle}
        description={t.discardBody}
        confirm={t.discard}
        keep={t.keepEditing}
        tone="danger"
        onConfirm={onClose}
        onClose={() => setLeaving(false)}
      />
    </Dialog>
  )
}

/** Where a person goes on when the dialog opens: at what is chosen, else at the search of a long list. */
function chosenOrSearch(panel: HTMLElement | null): HTMLElement | null {
  const find = (selector: string) => panel?.querySelector<HTMLElement>(selector) ?? null
  return find('input[type=radio]:checked') ?? find('input[type=search]')
}

interface UseButtonProps {
  pipeline: Pipeline | undefined
  value: string | null
  change: ChangeState | undefined
  words: PickerWords
  onChoose: (pipeline: Pipeline) => void
}

/** Asks once more where linked records would be left behind. */
function UseButton({ pipeline, value, change, words: { t }, onChoose }: UseButtonProps) {
  const [asking, setAsking] = useState(false)
  const [typed, setTyped] = useState('')
  const known = change?.status === 'ready' ? change.change : null
  const reason = !pipeline ? t.chooseFirst : pipeline.id === value ? t.sameAlready : undefined
  return (
    <>
      <Button
        variant="primary"
        busy={change?.status === 'loading'}
        disabledReason={reason ?? (change?.status === 'failed' ? t.changeUnknown : undefined)}
        onClick={() => (known && known.linkedInFrom > 0 ? setAsking(true) : pipeline && onChoose(pipeline))}
      >
        {value === null ? t.usePipeline : t.changePipeline}
      </Button>
      {known && pipeline && (
        <ConfirmDialog
          open={asking}
          title={t.changeQuestion({ to: known.to.name })}
          description={known.sentence}
          confirm={t.changePipeline}
          keep={t.keepPipeline({ from: known.from?.name ?? '' })}
          confirmReason={isSame(typed, known.to.name) ? undefined : t.typeToChangeFirst({ name: known.to.name })}
          onConfirm={() => onChoose(pipeline)}
          onClose={() => {
            setAsking(false)
            setTyped('')
          }}
        >
          <Field label={t.typeToChange({ name: known.to.name })}>
            {(control) => (
              <Input {...control} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
            )}
          </Field>
        </ConfirmDialog>
      )}
    </>
  )
}

/** Typed to show that it was read, not as a password: case and outer spaces do not matter. */
function isSame(typed: string, name: string): boolean {
  return typed.trim().toLowerCase() === name.trim().toLowerCase()
}
