import { type MappingIssue, salesforceObjects, type SalesforceObject } from '@pryzm/salesforce-sdk'
import { type MouseEvent, useState } from 'react'
import { Button, Notice, Written } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'
import { firstSentence, type IssueIndex, needsAttention } from './issue-index.ts'
import type { Turn } from './mapping-edit.ts'
import { objectLabel } from './object-label.ts'
import type { MappingEditorModel } from './use-mapping-editor.ts'

/** So many issues are listed at once. */
const LISTED = 5

export interface ErrorSummaryProps {
  issues: IssueIndex
  model: MappingEditorModel
  words: EditorWords
  onGoTo: (object: SalesforceObject, pairId: string | null) => void
}

/** Every issue that stops something, as links to where it is mended. */
export function ErrorSummary({ issues, model, words, onGoTo }: ErrorSummaryProps) {
  const { t, part } = words
  const [all, setAll] = useState(false)
  const stopping = salesforceObjects.flatMap((object) => issues[object].all.filter(needsAttention))
  if (stopping.length === 0) return null
  const turns = stopping.flatMap(readOnlyTurn)
  const shown = all ? stopping : stopping.slice(0, LISTED)
  const goTo = (event: MouseEvent, { object, pairId }: MappingIssue) => {
    event.preventDefault()
    onGoTo(object, pairId)
  }
  return (
    <Notice tone="warning" title={t.attentionTitle({ count: stopping.length })}>
      <ul {...part('summary')}>
        {shown.map((issue, index) => (
          <li key={index} {...part('summary-item')}>
            <a href={`#${issue.object}-${issue.pairId ?? ''}`} className="pz-box pz-link" onClick={(event) => goTo(event, issue)}>
              {placeOf(issue, model, words)}: <Written>{firstSentence(issue)}</Written>
            </a>
          </li>
        ))}
      </ul>
      {model.lock === null && turns.length > 1 && (
        <Button size="s" onClick={() => model.store.edit({ kind: 'set_directions', turns })}>
          {t.fixReadOnly({ count: turns.length })}
        </Button>
      )}
      {shown.length < stopping.length && (
        <Button size="s" variant="plain" onClick={() => setAll(true)}>
          {t.showAllIssues({ count: stopping.length })}
        </Button>
      )}
    </Notice>
  )
}

/** How a pair is turned away from its read-only side; nothing for other issues. */
function readOnlyTurn({ code, object, fixes }: MappingIssue): Turn[] {
  if (code !== 'field_read_only' && code !== 'attribute_read_only') return []
  const fix = fixes.find(({ kind }) => kind === 'set_direction')
  return fix?.kind === 'set_direction' ? [{ object, pairId: fix.pairId, direction: fix.direction }] : []
}

/** The object, and the attribute where the issue is about one. */
function placeOf({ object, attribute }: MappingIssue, model: MappingEditorModel, { objects }: EditorWords): string {
  const schema = model.schemas[object]
  const label = (schema.status === 'ready' && schema.model.attributes.get(attribute ?? '')?.label) || attribute
  return [objectLabel(object, model, objects), label].filter(Boolean).join(', ')
}
