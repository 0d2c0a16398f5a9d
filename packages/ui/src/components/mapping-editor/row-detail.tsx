import type { IssueFix, MappingIssue, SalesforceObject } from '@pryzm/salesforce-sdk'
import { Button, CopyButton, StatusBadge, Written } from '../../primitives/index.ts'
import type { RowPlace } from '../../primitives/virtual-rows.ts'
import { classes } from '../../styles/parts.ts'
import type { EditorWords } from './editor-words.ts'
import { issuesOfPair } from './issue-index.ts'
import { PairSettingsLater } from './later.tsx'
import type { MappingStore } from './mapping-store.ts'
import type { SchemaModel } from './schema-model.ts'
import { useSnapshot } from './use-snapshot.ts'

export interface RowDetailProps {
  object: SalesforceObject
  pairId: string
  id: string
  rowIndex: number
  columns: number
  place: RowPlace
  store: MappingStore
  schema: SchemaModel | null
  locked: boolean
  /** Why the last save was refused because of this pair; null where it was not. */
  rejected: string | null
  words: EditorWords
  onFix: (fix: IssueFix) => void
  /** What to ask an admin for about an issue; null where that would not help. */
  requestFor: (issue: MappingIssue) => string | null
}

/** What is to be known about a field pair: each reason with its fixes, its option pairs and its rules. */
export function RowDetail(props: RowDetailProps) {
  const { object, pairId, id, rowIndex, columns, place, store, schema, locked, rejected, words, onFix, requestFor } = props
  const { t, part } = words
  const pair = useSnapshot(store, ({ draft }) => draft[object].byId[pairId])
  const issues = useSnapshot(store, ({ issues: index }) => issuesOfPair(index[object], pairId))
  if (!pair) return null
  const row = part('detail-row')
  return (
    <div
      {...place}
      {...row}
      className={classes(row.className, place.style && 'pz-virtual-row')}
      role="row"
      aria-rowindex={rowIndex}
    >
      <div role="gridcell" aria-colspan={columns} id={id} {...part('detail')}>
        {issues.length === 0 && !schema?.pair.recordType && <p {...part('detail-sentence')}>{t.notCheckedBody}</p>}
        {rejected !== null && (
          <StatusBadge status="failed" variant="plain">
            {t.rejected}: {rejected}
          </StatusBadge>
        )}
        {issues.map((issue) => (
          <Issue
            key={issue.code + issue.sentence}
            issue={issue}
            request={requestFor(issue)}
            locked={locked}
            words={words}
            onFix={onFix}
          />
        ))}
        {schema && <PairSettingsLater {...{ object, pair, store, schema, locked, words }} />}
      </div>
    </div>
  )
}

interface IssueProps {
  issue: MappingIssue
  request: string | null
  locked: boolean
  words: EditorWords
  onFix: (fix: IssueFix) => void
}

/** One reason in words, with what a press can do about it. */
export function Issue({ issue, request, locked, words, onFix }: IssueProps) {
  const { t, part } = words
  const fixes = locked ? [] : issue.fixes
  return (
    <div {...part('issue', { severity: issue.severity })}>
      <StatusBadge status={issue.severity === 'warning' ? 'attention' : 'failed'} variant="plain">
        <Written>{issue.sentence}</Written>
      </StatusBadge>
      {(fixes.length > 0 || request !== null) && (
        <div {...part('fixes')}>
          {fixes.map((fix) => (
            <Button key={fix.label} size="s" onClick={() => onFix(fix)}>
              <Written>{fix.label}</Written>
            </Button>
          ))}
          {request !== null && (
            <CopyButton size="s" variant="plain" label={t.copyRequest} said={t.requestCopied} text={() => request} />
          )}
        </div>
      )}
    </div>
  )
}
