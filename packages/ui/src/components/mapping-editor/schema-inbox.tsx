import { type SalesforceObject, salesforceObjects, type SchemaChange, type SchemaDrift } from '@pryzm/salesforce-sdk'
import { useId, useState } from 'react'
import { useAction, useData, useQueries } from '../../data/index.ts'
import { keys } from '../../data/keys.ts'
import { useAnnounce } from '../../presentation.ts'
import { ApiName, Button, ErrorNotice, Notice, Time, Written } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'
import { needsAttention } from './issue-index.ts'
import { objectLabel } from './object-label.ts'
import type { MappingEditorModel } from './use-mapping-editor.ts'
import { useSnapshot } from './use-snapshot.ts'

export interface SchemaInboxProps {
  drift: SchemaDrift
  model: MappingEditorModel
  words: EditorWords
  onGoTo: (object: SalesforceObject, pairId: string | null) => void
  /** Starts a pair for a field. */
  onMap: (object: SalesforceObject, field: string) => void
}

/** Changes of Salesforce that nobody has taken note of: those of mapped fields first, with what they cause. */
export function SchemaInbox(props: SchemaInboxProps) {
  const { drift, model, words } = props
  const { t, part } = words
  const id = useId()
  const [all, setAll] = useState(false)
  const acknowledge = useAcknowledge(words)
  const mapped = drift.changes.filter((change) => change.mapped)
  const others = drift.changes.filter((change) => !change.mapped)
  const concerns = mapped.length > 0 || drift.issues.length > 0
  return (
    <Notice
      tone={concerns ? 'warning' : 'info'}
      title={t.driftTitle({ count: drift.changes.length, mapped: mapped.length })}
      actions={
        model.lock !== 'view_only' && (
          <Button size="s" busy={acknowledge.isPending} onClick={() => acknowledge.mutate()}>
            {t.driftSeen}
          </Button>
        )
      }
    >
      {drift.checkedAt !== null && (
        <p {...part('hint')}>
          {t.driftChecked} <Time instant={drift.checkedAt} />
        </p>
      )}
      <Changes changes={mapped} {...props} />
      <Issues {...props} />
      {others.length > 0 && mapped.length > 0 && (
        <Button size="s" variant="plain" aria-expanded={all} aria-controls={id} onClick={() => setAll(!all)}>
          {all ? t.driftFewer : t.driftOthers({ count: others.length })}
        </Button>
      )}
      {(all || mapped.length === 0) && (
        <div id={id}>
          <Changes changes={others} {...props} />
        </div>
      )}
      {acknowledge.error && <ErrorNotice title={t.driftSeenFailed} error={acknowledge.error} />}
    </Notice>
  )
}

/** The changes of each object, under its name. */
function Changes({ changes, ...props }: SchemaInboxProps & { changes: readonly SchemaChange[] }) {
  const { model, words } = props
  const { part } = words
  return salesforceObjects.map((object) => {
    const own = changes.filter((change) => change.object === object)
    if (own.length === 0) return null
    return (
      <div key={object} {...part('drift-object')}>
        <p {...part('drift-name')}>{objectLabel(object, model, words.objects)}</p>
        <ul {...part('summary')}>
          {own.map((change) => (
            <li key={`${change.kind} ${change.field ?? ''}`} {...part('drift-change')}>
              <span>
                <Written>{change.sentence}</Written> {change.field !== null && <ApiName>{change.field}</ApiName>}
              </span>
              <MapButton change={change} {...props} />
            </li>
          ))}
        </ul>
      </div>
    )
  })
}

/** Offered for a field that came, or is needed now, while nothing is mapped to it. */
function MapButton({ change, model, words: { t }, onMap }: SchemaInboxProps & { change: SchemaChange }) {
  const { kind, object, field, label } = change
  const schema = model.schemas[object]
  const taken = useSnapshot(model.store, ({ draft }) => Object.values(draft[object].byId).some((pair) => pair.field === field))
  const wanted = kind === 'field_added' || kind === 'field_required'
  if (!wanted || field === null || taken || model.lock !== null) return null
  if (schema.status !== 'ready' || !schema.model.fields.has(field) || !schema.model.pair.recordType) return null
  return (
    <Button size="s" aria-label={t.mapField({ label })} onClick={() => onMap(object, field)}>
      {t.mapIt}
    </Button>
  )
}

/** The issues that were not there before the changes, as links to where they are mended; the editor lists those that stop something. */
function Issues({ drift, words: { t, part }, onGoTo }: SchemaInboxProps) {
  const issues = drift.issues.filter((issue) => !needsAttention(issue))
  if (issues.length === 0) return null
  return (
    <div {...part('drift-object')}>
      <p {...part('drift-name')}>{t.driftIssues}</p>
      <ul {...part('summary')}>
        {issues.map(({ object, pairId, sentence }) => (
          <li key={`${object} ${pairId ?? ''} ${sentence}`} {...part('summary-item')}>
            <a
              href={`#${object}-${pairId ?? ''}`}
              className="pz-box pz-link"
              onClick={(event) => {
                event.preventDefault()
                onGoTo(object, pairId)
              }}
            >
              <Written>{sentence}</Written>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** From then on only later changes are told. */
function useAcknowledge({ t }: EditorWords) {
  const { client, cache } = useData()
  const queries = useQueries()
  const announce = useAnnounce()
  return useAction<SchemaDrift>({
    mutationFn: () => client.mapping.acknowledgeDrift(),
    onSuccess: (drift) => {
      cache.setQueryData(queries.drift().queryKey, drift)
      void cache.invalidateQueries({ queryKey: keys.connection })
      announce(t.driftNoted)
    },
  })
}
