import { usePresentation, useText } from '../presentation.ts'
import { commonMessages } from './common.messages.ts'
import { Notice } from './notice.tsx'

/** What a component shows in a workspace without the Salesforce module: what it would do, and whom to ask. */
export function ModuleOff({ titleId }: { titleId?: string }) {
  const text = useText('common', commonMessages)
  const { Contact } = usePresentation().slots
  return (
    <Notice
      tone="neutral"
      status="locked"
      title={<span id={titleId}>{text.moduleDisabled}</span>}
      actions={Contact && <Contact />}
    >
      {text.moduleDisabledBody}
    </Notice>
  )
}
