import { salesforceObjects } from '@pryzm/salesforce-sdk'
import { StatusBadge } from '../../primitives/index.ts'
import { needsAttention } from './issue-index.ts'
import { EditorTools, type EditorToolsProps } from './editor-tools.tsx'
import { useSnapshot } from './use-snapshot.ts'

/** One line that is always true about the whole mapping, and what can be done with it. */
export function Validity(props: EditorToolsProps) {
  const { model, words } = props
  const { t, part } = words
  const attention = useSnapshot(model.store, ({ issues }) =>
    salesforceObjects.reduce((sum, object) => sum + issues[object].all.filter(needsAttention).length, 0),
  )
  const mapped = useSnapshot(model.store, ({ draft }) => salesforceObjects.some((object) => draft[object].order.length > 0))
  const dirty = useSnapshot(model.store, ({ changes }) => changes.length > 0)
  const refused = model.save.status === 'failed' && model.save.rejected.length > 0
  const unread = salesforceObjects.some((object) => ['failed', 'unknown'].includes(model.schemas[object].status))
  return (
    <div {...part('validity')}>
      {mapped && attention > 0 && <StatusBadge status="attention">{t.attentionCount({ count: attention })}</StatusBadge>}
      {mapped && attention === 0 && !refused && (
        <StatusBadge status={unread ? 'locked' : 'done'}>
          {unread ? t.notCheckedNow : dirty ? t.validUnsaved : t.valid}
        </StatusBadge>
      )}
      <EditorTools {...props} />
    </div>
  )
}
