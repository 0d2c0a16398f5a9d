import { usePresentation, useText } from '../../presentation.ts'
import { AppLink, commonMessages, CopyButton, Notice } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'
import type { EditorLock, MappingEditorModel } from './use-mapping-editor.ts'

/** The message that says why, of each lock. */
export const lockTitles = {
  view_only: 'viewOnly',
  not_connected: 'notConnected',
  reauthorization_required: 'reconnect',
} as const satisfies Record<EditorLock, string>

/** Why the mapping can only be read now, and who or what can change that. */
export function EditorNotice({ model, words }: { model: MappingEditorModel; words: EditorWords }) {
  const { t } = words
  const common = useText('common', commonMessages)
  const { links } = usePresentation()
  const request = <CopyButton size="s" variant="plain" label={t.copyRequest} said={t.requestCopied} text={() => t.editRequest} />
  const connection = <AppLink to={links.settings}>{t.openConnection}</AppLink>
  if (model.lock === null) return null
  const title = t[lockTitles[model.lock]]
  switch (model.lock) {
    case 'view_only':
      return (
        <Notice tone="neutral" status="locked" title={title} actions={request}>
          {common.needsManage}
        </Notice>
      )
    case 'not_connected':
      return (
        <Notice tone="info" title={title} actions={connection}>
          {t.notConnectedBody}
        </Notice>
      )
    case 'reauthorization_required':
      return (
        <Notice tone="warning" title={title} actions={connection}>
          {t.reconnectBody}
        </Notice>
      )
  }
}
