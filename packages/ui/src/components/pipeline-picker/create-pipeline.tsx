import type { SalesforceStages } from '@pryzm/salesforce-sdk'
import { stagesOfProcesses } from '@pryzm/salesforce-sdk/mapping'
import { useEffect, useState } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import type { Action } from '../../data/index.ts'
import { EmptyState, ErrorNotice, Field, Input, Loading, Notice, Skeleton } from '../../primitives/index.ts'
import type { PickerWords } from './picker-words.ts'
import { MANY_STAGES, nameProblem, sharedLabel, stagesProblem } from './pipeline-rules.ts'
import { PipelinePreview } from './pipeline-preview.tsx'
import { ProcessList } from './process-list.tsx'
import { StageList } from './stage-list.tsx'
import type { NewPipeline, StagesState } from './use-pipeline-picker.ts'

/** Ends the id of the form, so that a button elsewhere in the dialog can send it. */
export const CREATE_FORM = 'create-pipeline'

export interface CreatePipelineProps {
  formId: string
  stages: StagesState
  create: Action<NewPipeline>
  /** Names that exist already. */
  taken: readonly string[]
  words: PickerWords
  onDirty: (dirty: boolean) => void
}

/** A new pipeline out of Salesforce's stages. */
export function CreatePipeline(props: CreatePipelineProps) {
  const { stages, words } = props
  const { t } = words
  useEffect(() => {
    if (stages.status === 'idle') stages.load()
  }, [stages])
  if (stages.status === 'failed') return <ErrorNotice title={t.stagesFailed} error={stages.error} retry={stages.retry} />
  if (stages.status !== 'ready') {
    const { phase, retry } = stages.status === 'loading' ? stages : { phase: 'quiet' as const, retry: stages.load }
    return (
      <Loading phase={phase} slowTitle={t.stillLoading} retry={retry}>
        <Skeleton width="full" />
        <Skeleton width="l" />
        <Skeleton width="l" />
      </Loading>
    )
  }
  if (stages.items.length === 0) return <EmptyState title={t.stagesNone}>{t.stagesNoneBody}</EmptyState>
  return <CreateForm {...props} stages={stages} />
}

type CreateFormProps = Omit<CreatePipelineProps, 'stages'> & { stages: SalesforceStages }

function CreateForm({ formId, stages, create, taken, words, onDirty }: CreateFormProps) {
  const { t, part } = words
  const [processes, setProcesses] = useState(() => firstProcess(stages))
  const form = useForm<NewPipeline>({ defaultValues: { name: '', stages: namesOf(stages, processes) } })
  const { register, handleSubmit, formState, watch, setValue } = form
  const { errors, isDirty } = formState
  useEffect(() => onDirty(isDirty), [onDirty, isDirty])
  useNameRefused(form, create, words)
  const [name, chosen] = watch(['name', 'stages'])
  // The sentences are made when they are shown, in the language of then; the form's own are those of when it was checked.
  const nameError = errors.name && (nameProblem(name, taken, t) ?? errors.name.message)
  const stagesError = errors.stages && (stagesProblem(chosen, stages.items, t) ?? errors.stages.message)
  const taking = stages.items.filter(({ apiName }) => chosen.includes(apiName))
  const twice = sharedLabel(taking)
  return (
    <form id={formId} noValidate onSubmit={(event) => void handleSubmit(create.run)(event)} {...part('form')}>
      {create.error && create.error.code !== 'name_taken' && <ErrorNotice title={t.createFailed} error={create.error} />}
      <Field label={t.name} error={nameError}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            {...register('name', { validate: (name) => nameProblem(name, taken, t) ?? true })}
          />
        )}
      </Field>
      <ProcessList
        stages={stages}
        chosen={processes}
        words={words}
        onChoose={(ids) => {
          setProcesses(ids)
          setValue('stages', namesOf(stages, ids), { shouldDirty: true, shouldValidate: formState.isSubmitted })
        }}
      />
      {twice !== null && <Notice tone="info" title={t.stagesTwice({ name: twice })} />}
      {chosen.length > MANY_STAGES && <Notice tone="warning" title={t.manyStages({ count: chosen.length })} />}
      <div className="pz-box pz-pipeline-picker-beside">
        <StageList
          stages={stages.items}
          words={words}
          error={stagesError}
          field={register('stages', { validate: (names) => stagesProblem(names, stages.items, t) ?? true })}
        />
        <PipelinePreview stages={taking} words={words} />
      </div>
    </form>
  )
}

/** Shows the server's refusal of a name at the name itself. */
function useNameRefused({ setError, getValues }: UseFormReturn<NewPipeline>, { error }: Action<NewPipeline>, { t }: PickerWords) {
  useEffect(() => {
    if (error?.code !== 'name_taken') return
    setError('name', { message: t.nameTaken({ name: getValues('name').trim() }) }, { shouldFocus: true })
  }, [error, setError, getValues, t])
}

/** One process is the likely one; without any the whole org's stages are taken. */
function firstProcess({ processes }: SalesforceStages): string[] {
  return processes
    .filter(({ active }) => active)
    .slice(0, 1)
    .map(({ id }) => id)
}

function namesOf(stages: SalesforceStages, processes: readonly string[]): string[] {
  return stagesOfProcesses(stages, processes).map(({ apiName }) => apiName)
}
