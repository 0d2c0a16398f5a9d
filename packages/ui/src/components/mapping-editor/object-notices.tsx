import { type IssueFix, type MappingIssue, type SalesforceObject, salesforceObjects } from '@pryzm/salesforce-sdk'
import { ErrorNotice, Skeleton } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'
import { isLinkIssue } from './record-link-row.tsx'
import { Issue } from './row-detail.tsx'
import type { SchemaState } from './use-mapping-editor.ts'

/** Says that the fields of one object did not load; the other objects go on. */
export function SchemaProblem({ state, object, words }: { state: SchemaState; object: SalesforceObject; words: EditorWords }) {
  if (state.status !== 'failed') return null
  return <ErrorNotice title={words.t.schemaFailed({ object })} error={state.error} retry={state.retry} />
}

export interface ObjectNoticesProps {
  issues: readonly MappingIssue[]
  locked: boolean
  words: EditorWords
  onFix: (fix: IssueFix) => void
  requestFor: (issue: MappingIssue) => string | null
}

/** What is wrong with the object pair as a whole; the record link and the pipeline show their own. */
export function ObjectNotices({ issues, locked, words, onFix, requestFor }: ObjectNoticesProps) {
  const shown = issues.filter((issue) => !isLinkIssue(issue) && !issue.code.startsWith('pipeline_'))
  if (shown.length === 0) return null
  return (
    <div {...words.part('object-issues')}>
      {shown.map((issue) => (
        <Issue
          key={`${issue.code} ${issue.field ?? ''}`}
          issue={issue}
          request={requestFor(issue)}
          locked={locked}
          words={words}
          onFix={onFix}
        />
      ))}
    </div>
  )
}

/** The shape of the tabs to come. */
export function TabSkeletons({ words }: { words: EditorWords }) {
  return (
    <div {...words.part('tab-skeletons')} aria-hidden="true">
      {salesforceObjects.map((object) => (
        <Skeleton key={object} width="s" />
      ))}
    </div>
  )
}

/** The shape of the rows to come. */
export function RowSkeletons({ words }: { words: EditorWords }) {
  return (
    <div {...words.part('skeletons')} aria-hidden="true">
      {Array.from({ length: 6 }, (_, index) => (
        <div key={index} {...words.part('skeleton-row')}>
          <Skeleton width="m" />
          <Skeleton width="s" />
          <Skeleton width="l" />
        </div>
      ))}
    </div>
  )
}
