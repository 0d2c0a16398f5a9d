import type { MappingIssue } from '@pryzm/salesforce-sdk'
import { PRYZM_ID_FIELD } from '@pryzm/salesforce-sdk/mapping'
import { memo } from 'react'
import { ApiName, AppLink, LockedIcon, StatusBadge, VisuallyHidden, Written } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'
import { DirectionText } from './direction-control.tsx'
import { firstSentence } from './issue-index.ts'
import { cellFocus } from './use-grid-navigation.ts'

export const RECORD_LINK_KEY = 'record-link'

export interface RecordLinkRowProps {
  objectIssues: readonly MappingIssue[]
  rowIndex: number
  activeCell: number
  setupLink: string
  /** True once the fields of the object are read, the one of the link among them. */
  known: boolean
  words: EditorWords
}

/** The pinned row of `Pryzm_ID__c`: it cannot be changed here, but shows where the link between records stands. */
export const RecordLinkRow = memo(function RecordLinkRow(props: RecordLinkRowProps) {
  const { objectIssues, rowIndex, activeCell, setupLink, known, words } = props
  const { t, part } = words
  const issues = objectIssues.filter(isLinkIssue)
  const blocking = issues.some(({ severity }) => severity === 'blocking')
  const state = blocking ? 'error' : issues.length > 0 ? 'warning' : 'locked'
  const status = blocking ? 'failed' : issues.length > 0 ? 'attention' : known ? 'done' : 'locked'
  return (
    <div role="row" aria-rowindex={rowIndex} {...part('row', { state, pinned: true })}>
      <div role="rowheader" {...part('cell', { column: 'attribute' })} {...cellFocus(RECORD_LINK_KEY, 0, activeCell)}>
        <span {...part('label', { pinned: true })}>
          <LockedIcon />
          <VisuallyHidden>{t.locked}: </VisuallyHidden>
          {t.recordLink}
        </span>
      </div>
      <div role="gridcell" {...part('cell', { column: 'direction' })} {...cellFocus(RECORD_LINK_KEY, 1, activeCell)}>
        <DirectionText direction="bidirectional" words={words} />
      </div>
      <div role="gridcell" {...part('cell', { column: 'field' })} {...cellFocus(RECORD_LINK_KEY, 2, activeCell)}>
        <span {...part('fixed-field')}>
          <ApiName>{PRYZM_ID_FIELD}</ApiName>
          {issues.map((issue) => (
            <span key={issue.code} {...part('hint')}>
              <Written>{firstSentence(issue)}</Written>
            </span>
          ))}
        </span>
      </div>
      <div role="gridcell" {...part('cell', { column: 'status', wide: true })} {...cellFocus(RECORD_LINK_KEY, 3, activeCell)}>
        <StatusBadge status={status} variant="plain">
          {issues.length > 0 ? t.needsSetup : known ? t.ready : t.notChecked}
        </StatusBadge>
        {issues.length > 0 && <AppLink to={setupLink}>{t.openSetup}</AppLink>}
      </div>
    </div>
  )
})

/** True for issues of `Pryzm_ID__c`. */
export function isLinkIssue({ code }: MappingIssue): boolean {
  return code.startsWith('pryzm_id_')
}
