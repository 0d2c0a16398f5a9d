import { usePresentation, useText } from '../../presentation.ts'
import { AppLink, commonMessages, CopyButton, Notice } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'
import type { MappingEditorModel } from './use-mapping-editor.ts'

/** Why the mapping can only be read now, and who or what can change that. */
export function EditorNotice({ model, words }: { model: MappingEditorModel; words: EditorWords }) {
  const { t } = words
  const common = useText('common', commonMessages)
  const { links } = usePresentation()
  const request = <CopyButton size="s" variant="plain" label={t.copyRequest} said={t.requestCopied} text={() => t.editRequest} />
  switch (model.lock) {
    case null:
      return null
    case 'view_only':
      return (
        <Notice tone="neutral" status="locked" title={t.viewOnly} actions={request}>
          {common.needsManage}
        </Notice>
      )
    case 'not_connected':
      return (
        <Notice tone="info" title={t.notConnected} actions={<AppLink to={links.settings}>{t.openConnection}</AppLink>}>
          {t.notConnectedBody}
        </Notice>
      )
    case 'reauthorization_required':
      return (
        <Notice tone="warning" title={t.reconnect} actions={<AppLink to={links.settings}>{t.openConnection}</AppLink>}>
          {t.reconnectBody}
        </Notice>
      )
  }
}
