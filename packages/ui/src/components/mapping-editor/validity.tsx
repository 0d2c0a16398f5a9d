import { salesforceObjects } from '@pryzm/salesforce-sdk'
import { Button, RefreshIcon, StatusBadge } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'
import { needsAttention } from './issue-index.ts'
import type { MappingEditorModel } from './use-mapping-editor.ts'
import { useSnapshot } from './use-snapshot.ts'

/** One line that is always true about the whole mapping, and the way to read Salesforce's fields again. */
export function Validity({ model, words }: { model: MappingEditorModel; words: EditorWords }) {
  const { t, part } = words
  const attention = useSnapshot(model.store, ({ issues }) =>
    salesforceObjects.reduce((sum, object) => sum + issues[object].all.filter(needsAttention).length, 0),
  )
  const mapped = useSnapshot(model.store, ({ draft }) => salesforceObjects.some((object) => draft[object].order.length > 0))
  const dirty = useSnapshot(model.store, ({ changes }) => changes.length > 0)
  return (
    <div {...part('validity')}>
      {mapped && (
        <StatusBadge status={attention > 0 ? 'attention' : 'done'}>
          {attention > 0 ? t.attentionCount({ count: attention }) : dirty ? t.validUnsaved : t.valid}
        </StatusBadge>
      )}
      {model.lock !== 'not_connected' && model.lock !== 'reauthorization_required' && (
        <Button
          className={part('refresh').className}
          variant="plain"
          size="s"
          icon={<RefreshIcon />}
          busy={model.refreshing}
          onClick={model.refreshFields}
        >
          {t.refreshFields}
        </Button>
      )}
    </div>
  )
}
