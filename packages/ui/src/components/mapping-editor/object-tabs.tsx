import { salesforceObjects, type SalesforceObject } from '@pryzm/salesforce-sdk'
import { AttentionIcon, Num, Tabs, VisuallyHidden } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'
import { type IssueIndex, needsAttention } from './issue-index.ts'
import { objectLabel } from './object-label.ts'
import type { MappingEditorModel } from './use-mapping-editor.ts'

export interface ObjectTabsProps {
  issues: IssueIndex
  model: MappingEditorModel
  selected: SalesforceObject
  /** Stem of the ids that tie tabs to the panel. */
  id: string
  words: EditorWords
  onSelect: (object: SalesforceObject) => void
}

/** One tab an object, with how many of its issues need attention. */
export function ObjectTabs({ issues, model, selected, id, words, onSelect }: ObjectTabsProps) {
  const { t, part } = words
  const tabs = salesforceObjects.map((object) => {
    const label = objectLabel(object, model, words.objects)
    const count = issues[object].all.filter(needsAttention).length
    return {
      value: object,
      label: (
        <>
          {label}{' '}
          {count > 0 && (
            <span {...part('tab-issues')}>
              <AttentionIcon />
              <Num value={count} />
              <VisuallyHidden> {t.tabIssues({ count })}</VisuallyHidden>
            </span>
          )}
        </>
      ),
    }
  })
  return <Tabs label={t.objects} tabs={tabs} selected={selected} onSelect={onSelect} id={id} className={part('tabs').className} />
}
