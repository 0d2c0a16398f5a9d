import {
  type MappingIssue,
  type OptionPair,
  type OrgInfo,
  type Pipeline,
  type SalesforceObject,
  type SavedMapping,
  salesforceObjects,
  type SyncError,
} from '@pryzm/salesforce-sdk'
import { emptyMapping, type PairSides } from '@pryzm/salesforce-sdk/mapping'
import { useEffect, useMemo, useState } from 'react'
import { type LoadingPhase, useAction, useData, useLive, useLoadingPhase, useQueries, useRead } from '../../data/index.ts'
import { keys } from '../../data/keys.ts'
import { useLayout } from '../../layout-effect.ts'
import { createMappingStore, type MappingStore, type Validate } from './mapping-store.ts'
import { toMapping } from './mapping-draft.ts'
import { loadRules, type MappingRules } from './later.tsx'
import { useChoosePipeline } from './use-choose-pipeline.ts'
import { type RejectedPair, rejectedPairs } from './rejected-pairs.ts'
import { modelSchema, type SchemaModel } from './schema-model.ts'
import { type Leaving, useLeaveGuard } from './use-leave-guard.ts'
import { useSnapshot } from './use-snapshot.ts'

/** Why the mapping cannot be edited now. */
export type EditorLock = 'view_only' | 'not_connected' | 'reauthorization_required'

/** What is known of both sides of an object pair; `unknown` while no org can be asked. */
export type SchemaState =
  | { status: 'loading' }
  | { status: 'unknown' }
  | { status: 'failed'; error: SyncError; retry: () => void }
  | { status: 'ready'; model: SchemaModel }

export type SaveState =
  | { status: 'idle' }
  | { status: 'saving' }
  /** `rejected`: the pairs that it was refused for, as far as the server says. */
  | { status: 'failed'; error: SyncError; rejected: readonly RejectedPair[] }
  | { status: 'saved'; saved: SavedMapping }

export interface MappingEditorModel {
  /** The draft: read it with `useSnapshot`, change it with `store.edit`. */
  store: MappingStore
  lock: EditorLock | null
  /** The org that is connected, or was last; null before the first one. */
  org: OrgInfo | null
  schemas: Readonly<Record<SalesforceObject, SchemaState>>
  pipelines: readonly Pipeline[] | undefined
  save: SaveState
  saveDraft: () => void
  /** Another version was saved meanwhile; the draft waits for a choice. */
  theirs: SavedMapping | null
  keepMine: () => void
  takeTheirs: () => void
  refreshing: boolean
  refreshFields: () => void
  /** Lets opportunities land in a pipeline; `options` tie its stages to Salesforce's where it was just created from them. */
  choosePipeline: (pipeline: Pipeline, options: OptionPair[] | null) => void
  /** A link was pressed that leaves unsaved changes behind. */
  leaving: Leaving
}

export type MappingEditorState =
  | { status: 'loading'; phase: LoadingPhase; retry: () => void }
  | { status: 'load_failed'; error: SyncError; retry: () => void; retrying: boolean }
  | { status: 'module_disabled' }
  | ({ status: 'ready' } & MappingEditorModel)

const NOT_OPENED = -1

/** The mapping of this workspace while it is edited: the draft, what is wrong with it, and what can be done. */
export function useMappingEditor(): MappingEditorState {
  const queries = useQueries()
  const connection = useRead(queries.connection())
  const saved = useRead(queries.mapping())
  useLive()
  const store = useStoreOf(saved.data)
  const lock = lockOf(connection.data)
  const { schemas, refreshing, refreshFields } = useSchemas(
    store,
    connection.data !== undefined && canReadSchema(connection.data),
  )
  useValidation(store, schemas, saved.data)
  const pipelines = useRead(queries.pipelines())
  const saving = useSave(store)
  const conflict = useConflict(store, saved.data)
  const choosePipeline = useChoosePipeline(store)
  const leaving = useLeaveGuard(store)
  const opened = useSnapshot(store, ({ baseVersion }) => baseVersion !== NOT_OPENED)

  const error = saved.error ?? connection.error
  const retry = () => void Promise.all([saved.refetch(), connection.refetch()])
  const phase = useLoadingPhase(!opened || !connection.data)
  if (error?.code === 'module_disabled') return { status: 'module_disabled' }
  if (opened && connection.data && phase === 'done') {
    const items = pipelines.data?.items
    const sides = { schemas, pipelines: items, refreshing, refreshFields, choosePipeline, leaving }
    return { status: 'ready', store, lock, org: connection.data.org, ...sides, ...saving, ...conflict }
  }
  if (error) return { status: 'load_failed', error, retry, retrying: saved.isFetching || connection.isFetching }
  return { status: 'loading', phase, retry }
}

/** One store for as long as the editor is open; its first saved mapping arrives later, except where the host gave it. */
function useStoreOf(saved: SavedMapping | undefined): MappingStore {
  const { host } = useData()
  const [store] = useState(() => createMappingStore(saved ?? { version: NOT_OPENED, mapping: emptyMapping() }, () => []))
  useLayout(() => {
    const { baseVersion, changes } = store.getSnapshot()
    if (saved && saved.version !== baseVersion && changes.length === 0) store.rebase(saved)
  }, [store, saved])
  useEffect(() => {
    let draft = store.getSnapshot().draft
    return store.subscribe(() => {
      const { draft: next, changes } = store.getSnapshot()
      if (next !== draft && changes.length > 0) host().onMappingChange?.()
      draft = next
    })
  }, [store, host])
  return store
}

function useSchemas(store: MappingStore, readable: boolean) {
  const { cache } = useData()
  const queries = useQueries()
  const pipelineId = useSnapshot(store, ({ draft }) => draft.Opportunity.pipelineId) ?? undefined
  const account = useRead({ ...queries.schema('Account'), enabled: readable })
  const contact = useRead({ ...queries.schema('Contact'), enabled: readable })
  const opportunity = useRead({ ...queries.schema('Opportunity', pipelineId), enabled: readable })
  const rules = useRules()
  const Account = useSchemaState(account, readable, rules)
  const Contact = useSchemaState(contact, readable, rules)
  const Opportunity = useSchemaState(opportunity, readable, rules)
  const reads = [account, contact, opportunity]
  const whole = [
    queries.schema('Account', undefined, 'whole'),
    queries.schema('Contact', undefined, 'whole'),
    queries.schema('Opportunity', pipelineId, 'whole'),
  ]
  return {
    schemas: useMemo(() => ({ Account, Contact, Opportunity }), [Account, Contact, Opportunity]),
    refreshing: reads.some((read) => read.isRefetching),
    refreshFields: () =>
      void Promise.all(whole.map((query) => cache.prefetchQuery({ ...query, staleTime: 0 }))).then(() =>
        cache.invalidateQueries({ queryKey: queries.drift().queryKey }),
      ),
  }
}

function useSchemaState(
  { data, error, refetch }: ReturnType<typeof useRead<SchemaModel['pair']>>,
  readable: boolean,
  rules: MappingRules | null,
): SchemaState {
  return useMemo(() => {
    if (data && rules) return { status: 'ready', model: modelSchema(data, rules) }
    if (!readable && !data) return { status: 'unknown' }
    return error && !data ? { status: 'failed', error, retry: () => void refetch() } : { status: 'loading' }
  }, [data, error, readable, refetch, rules])
}

/** The rules once they are loaded; the component's error boundary tells that they could not be. */
function useRules(): MappingRules | null {
  const [rules, setRules] = useState<MappingRules | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => void loadRules().then(setRules, setFailure), [])
  if (failure !== null) throw failure
  return rules
}

/** Checks objects whose two sides are known by the rules; of the others the server's last findings stand. */
function useValidation(store: MappingStore, schemas: MappingEditorModel['schemas'], saved: SavedMapping | undefined) {
  useLayout(() => store.validateWith(validatorOf(schemas, saved?.issues ?? [])), [store, schemas, saved])
}

function validatorOf(schemas: MappingEditorModel['schemas'], found: readonly MappingIssue[]): Validate {
  const rules = salesforceObjects.map((object) => rulesOf(schemas[object])).find((known) => known !== null)
  if (!rules) return () => found
  const sides: Record<SalesforceObject, PairSides> = {
    Account: sidesOf(schemas.Account),
    Contact: sidesOf(schemas.Contact),
    Opportunity: sidesOf(schemas.Opportunity),
  }
  const known = salesforceObjects.filter((object) => schemas[object].status === 'ready')
  const standing = found.filter(({ object }) => !known.includes(object))
  return (mapping) => [...rules.validateMapping(mapping, sides).filter(({ object }) => known.includes(object)), ...standing]
}

function rulesOf(schema: SchemaState): MappingRules | null {
  return schema.status === 'ready' ? schema.model.rules : null
}

function sidesOf(schema: SchemaState): PairSides {
  return schema.status === 'ready' ? schema.model.pair : { recordType: null }
}

function useSave(store: MappingStore): Pick<MappingEditorModel, 'save' | 'saveDraft'> {
  const { client, cache, host } = useData()
  const action = useAction({
    mutationFn: async () => {
      const { draft, baseVersion } = store.getSnapshot()
      const saved = await client.mapping.save({ baseVersion, mapping: toMapping(draft) })
      return { draft, saved }
    },
    onSuccess: ({ draft, saved }) => {
      store.rebase(saved, { keepDraft: store.getSnapshot().draft !== draft })
      cache.setQueryData(keys.mapping, saved)
      void cache.invalidateQueries({ queryKey: keys.setup })
      host().onMappingSaved?.(saved)
    },
    onError: (error) => {
      if (error.code === 'stale_version') void cache.invalidateQueries({ queryKey: keys.mapping, exact: true })
    },
  })
  const { error, data } = action
  const edited = useSnapshot(store, ({ changes }) => data !== undefined && changes.length > 0)
  // The draft as it was sent: pairs are named by their place in it.
  const rejected = useMemo(() => (error ? rejectedPairs(error, toMapping(store.getSnapshot().draft)) : []), [error, store])
  return { save: saveStateOf(action, edited, rejected), saveDraft: () => !action.isPending && action.mutate() }
}

function saveStateOf(
  { isPending, error, data }: { isPending: boolean; error: SyncError | null; data: { saved: SavedMapping } | undefined },
  edited: boolean,
  rejected: readonly RejectedPair[],
): SaveState {
  if (isPending) return { status: 'saving' }
  if (error) return error.code === 'stale_version' ? { status: 'idle' } : { status: 'failed', error, rejected }
  return data && !edited ? { status: 'saved', saved: data.saved } : { status: 'idle' }
}

function useConflict(
  store: MappingStore,
  saved: SavedMapping | undefined,
): Pick<MappingEditorModel, 'theirs' | 'keepMine' | 'takeTheirs'> {
  const conflicts = useSnapshot(store, ({ baseVersion, changes }) => changes.length > 0 && baseVersion !== saved?.version)
  const theirs = conflicts && saved ? saved : null
  return {
    theirs,
    keepMine: () => theirs && store.rebase(theirs, { keepDraft: true }),
    takeTheirs: () => theirs && store.rebase(theirs),
  }
}

function canReadSchema({ status }: { status: string }): boolean {
  return status === 'connected' || status === 'degraded'
}

function lockOf(connection: { status: string; viewer: { canManage: boolean } } | undefined): EditorLock | null {
  if (!connection) return null
  if (!connection.viewer.canManage) return 'view_only'
  if (canReadSchema(connection)) return null
  return connection.status === 'reauthorization_required' ? 'reauthorization_required' : 'not_connected'
}
