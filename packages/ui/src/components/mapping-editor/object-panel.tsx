import type { IssueFix, MappingIssue, SalesforceObject } from '@pryzm/salesforce-sdk'
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { usePresentation } from '../../presentation.ts'
import { adminRequest } from './admin-request.ts'
import { BulkDirections } from './bulk-directions.tsx'
import { lockTitles } from './editor-notice.tsx'
import type { EditorWords } from './editor-words.ts'
import { FieldPickerLater, NewPairLater } from './later.tsx'
import { filterPairs, gridItems } from './grid-items.ts'
import type { ObjectDraft } from './mapping-draft.ts'
import { MappingGrid } from './mapping-grid.tsx'
import { MappingToolbar } from './mapping-toolbar.tsx'
import { ObjectBar } from './object-bar.tsx'
import { ObjectNotices, RowSkeletons, SchemaProblem } from './object-notices.tsx'
import { PanelEmpty } from './panel-empty.tsx'
import type { SampleColumn } from './sample-column.ts'
import type { SchemaModel } from './schema-model.ts'
import { SuggestionBar } from './suggestion-bar.tsx'
import { type EditorPlace, unfiltered } from './use-editor-place.ts'
import type { MappingEditorModel } from './use-mapping-editor.ts'
import { useObjectPanel } from './use-object-panel.ts'
import { useSnapshot } from './use-snapshot.ts'

export interface ObjectPanelProps {
  model: MappingEditorModel
  object: SalesforceObject
  /** Pryzm's name of the records, in the plural. */
  label: string
  words: EditorWords
  dismissed: ReadonlySet<string>
  onDismiss: (key: string) => void
  place: EditorPlace
  /** What becomes of a sample record of this object. */
  sample: SampleColumn | null
  /** The pipeline section of Opportunity. */
  pipeline?: ReactNode
}

/** Everything about one object pair: its direction, its field pairs, and what is wrong with them. */
export function ObjectPanel(props: ObjectPanelProps) {
  const { model, object, label, words, dismissed, onDismiss, place } = props
  const { filter, setFilter, expanded, toggle } = place
  const { store, lock } = model
  const state = model.schemas[object]
  const schema = state.status === 'ready' ? state.model : null
  const draft = useSnapshot(store, (snapshot): ObjectDraft => snapshot.draft[object])
  const issues = useSnapshot(store, (snapshot) => snapshot.issues[object])
  const [suggesting, setSuggesting] = useState(false)
  const rejected = useRejected(model, object)
  const [bulk, setBulk] = useState(false)
  const panel = useObjectPanel({ store, draft, object, schema, words, dismissed, onDismiss, onShow: place.show })
  useBegun(place, object, schema, panel.fix)
  const requestFor = useCallback((issue: MappingIssue) => adminRequest(issue, model.org, words.t), [model.org, words])
  const mappable = schema?.pair.recordType != null
  const locked = lock !== null || !mappable
  const suggestions = suggesting && !locked ? panel.suggestions : none
  const pairIds = useMemo(() => filterPairs(draft, issues, schema, filter), [draft, issues, schema, filter])
  const items = useMemo(() => gridItems(pairIds, expanded, suggestions), [pairIds, expanded, suggestions])
  const { setup } = usePresentation().links
  // Before a pipeline is chosen there is nothing on Pryzm's side to map to.
  const shown = state.status !== 'loading' && (mappable || draft.order.length > 0)

  return (
    <div {...words.part('panel')}>
      <ObjectBar {...{ draft, label, words, store }} lockedBecause={lock && words.t[lockTitles[lock]]} />
      {props.pipeline}
      <SchemaProblem state={state} object={object} words={words} />
      {draft.enabled && shown && <ObjectNotices issues={issues.ofObject} onFix={panel.fix} {...{ locked, words, requestFor }} />}
      {mappable && (draft.order.length > 0 || items.length > 0) && (
        <MappingToolbar
          filter={filter}
          suggestionCount={panel.suggestions.length}
          suggesting={suggesting}
          bulk={bulk}
          empty={pairIds.length === 0}
          locked={locked}
          words={words}
          onFilter={setFilter}
          onSuggest={() => setSuggesting(!suggesting)}
          onBulk={() => setBulk(!bulk)}
          onAdd={panel.begin}
        />
      )}
      {bulk && !locked && pairIds.length > 0 && <BulkDirections {...{ object, pairIds, store, words }} />}
      {!locked && (
        <SuggestionBar
          total={panel.suggestions.length}
          strong={panel.strong.length}
          open={suggesting}
          inviting={draft.order.length === 0}
          words={words}
          onOpen={setSuggesting}
          onAcceptStrong={panel.acceptStrong}
        />
      )}
      {panel.beginning && schema && (
        <NewPairLater
          attributes={attributesByUse(draft, schema)}
          attribute={panel.beginning.attribute}
          field={panel.beginning.field?.label ?? null}
          words={words}
          onAttribute={panel.chooseAttribute}
          onPick={panel.pickForNewPair}
          onCancel={panel.cancelBeginning}
        />
      )}
      {state.status === 'loading' && <RowSkeletons words={words} />}
      {shown && (
        <MappingGrid
          {...{ object, label, items, expanded, store, schema, locked, words }}
          focusRequest={place.request}
          sample={props.sample}
          rejected={rejected}
          objectDirection={draft.direction}
          objectIssues={issues.ofObject}
          setupLink={setup}
          onPick={panel.pick}
          onToggle={toggle}
          onRemove={panel.remove}
          onFix={panel.fix}
          requestFor={requestFor}
          onAccept={panel.accept}
          onDismiss={panel.dismiss}
        />
      )}
      {items.length === 0 && mappable && !panel.beginning && (
        <PanelEmpty
          filter={filter}
          mapped={draft.order.length}
          locked={locked}
          words={words}
          onClear={() => setFilter(unfiltered)}
          onAdd={panel.begin}
        />
      )}
      {panel.picker.target && (
        <FieldPickerLater
          key={panel.picker.target.attribute.name}
          target={panel.picker.target}
          refreshing={model.refreshing}
          words={words}
          onRefresh={model.refreshFields}
          onClose={panel.picker.close}
        />
      )}
    </div>
  )
}

const accepted: ReadonlyMap<string, string> = new Map()

/** Why the last save was refused, by the pair that it names. */
function useRejected({ save }: MappingEditorModel, object: SalesforceObject): ReadonlyMap<string, string> {
  const pairs = save.status === 'failed' ? save.rejected : null
  return useMemo(() => {
    const own = pairs?.filter((pair) => pair.object === object) ?? []
    return own.length === 0 ? accepted : new Map(own.map(({ pairId, sentence }) => [pairId, sentence]))
  }, [pairs, object])
}

/** Starts the pair that somebody asked for elsewhere in the editor. */
function useBegun(place: EditorPlace, object: SalesforceObject, schema: SchemaModel | null, fix: (fix: IssueFix) => void) {
  const { beginning, begun } = place
  useEffect(() => {
    if (beginning?.object !== object || !schema) return
    fix({ kind: 'map_field', label: beginning.field, field: beginning.field, attribute: null, direction: 'bidirectional' })
    begun()
  }, [beginning, begun, object, schema, fix])
}

const none: never[] = []

/** Attributes without a pair first, because they are what is looked for. */
function attributesByUse(draft: ObjectDraft, { pair }: SchemaModel) {
  const mapped = new Set(Object.values(draft.byId).map(({ attribute }) => attribute))
  const attributes = pair.recordType?.attributes ?? []
  return [...attributes.filter(({ name }) => !mapped.has(name)), ...attributes.filter(({ name }) => mapped.has(name))]
}
