import { type MappingIssue, salesforceObjects, type SavedMapping } from '@pryzm/salesforce-sdk'
import { blockingIssues } from '@pryzm/salesforce-sdk/mapping'
import { useEffect } from 'react'
import { useErrorSentence } from '../../error-sentence.ts'
import { useAnnounce } from '../../presentation.ts'
import type { EditorWords } from './editor-words.ts'
import type { SaveState } from './use-mapping-editor.ts'

/** What the last save means for the next sync, also announced; null while there is nothing to tell. */
export function useSaveNews(save: SaveState, { t, objects }: EditorWords): string | null {
  const announce = useAnnounce()
  const sentenceOf = useErrorSentence()
  const news = save.status === 'saved' ? newsOf(save.saved, t, objects) : null
  useEffect(() => {
    if (news !== null) announce(news)
  }, [announce, news])
  useEffect(() => {
    if (save.status !== 'failed') return
    const { error, rejected } = save
    const reason = rejected.length > 0 ? t.pairsRejected({ count: rejected.length }) : sentenceOf(error)
    announce(`${t.saveFailed}. ${reason}`, 'alert')
  }, [announce, save, sentenceOf, t])
  return news
}

function newsOf({ issues }: SavedMapping, t: EditorWords['t'], names: EditorWords['objects']): string {
  const objects = salesforceObjects.filter((object) => blockingIssues(issues, object).length > 0)
  const fields = skippedFields(issues)
  if (objects.length > 0) return t.savedWithBlocking({ objects: objects.map((object) => names[object].pryzm), fields })
  return fields > 0 ? t.savedWithIssues({ count: fields }) : t.savedValid
}

/** How many field pairs have an issue that leaves them out. */
function skippedFields(issues: readonly MappingIssue[]): number {
  const stopped = issues.filter(({ severity }) => severity === 'field')
  return new Set(stopped.map(({ object, pairId }) => `${object} ${pairId}`)).size
}
