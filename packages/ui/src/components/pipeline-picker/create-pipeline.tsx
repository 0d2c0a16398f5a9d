import type { SalesforceStage } from '@pryzm/salesforce-sdk'
import { useEffect } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import type { Action } from '../../data/index.ts'
import { EmptyState, ErrorNotice, Field, Input, Loading, Notice, Skeleton } from '../../primitives/index.ts'
import type { PickerWords } from './picker-words.ts'
import { MANY_STAGES, nameProblem, stagesProblem } from './pipeline-rules.ts'
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
  if (stages.stages.length === 0) return <EmptyState title={t.stagesNone}>{t.stagesNoneBody}</EmptyState>
  return <CreateForm {...props} stages={stages.stages} />
}

type CreateFormProps = Omit<CreatePipelineProps, 'stages'> & { stages: readonly SalesforceStage[] }

function CreateForm({ formId, stages, create, taken, words, onDirty }: CreateFormProps) {
  const { t, part } = words
  const form = useForm<NewPipeline>({ defaultValues: { name: '', stages: activeNames(stages) } })
  const { register, handleSubmit, formState, watch } = form
  const { errors, isDirty } = formState
  useEffect(() => onDirty(isDirty), [onDirty, isDirty])
  useNameRefused(form, create, words)
  const chosen = watch('stages')
  return (
    <form id={formId} noValidate onSubmit={(event) => void handleSubmit(create.run)(event)} {...part('form')}>
      {create.error && create.error.code !== 'name_taken' && <ErrorNotice title={t.createFailed} error={create.error} />}
      <Field label={t.name} error={errors.name?.message}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            {...register('name', { validate: (name) => nameProblem(name, taken, t) ?? true })}
          />
        )}
      </Field>
      {chosen.length > MANY_STAGES && <Notice tone="warning" title={t.manyStages({ count: chosen.length })} />}
      <StageList
        stages={stages}
        words={words}
        error={errors.stages?.message}
        field={register('stages', { validate: (names) => stagesProblem(names, stages, t) ?? true })}
      />
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

function activeNames(stages: readonly SalesforceStage[]): string[] {
  return stages.filter(({ active }) => active).map(({ apiName }) => apiName)
}
