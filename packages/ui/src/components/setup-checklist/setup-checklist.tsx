import type { SalesforceClient } from '@pryzm/salesforce-sdk'
import { Embed } from '../../embed.tsx'
import { useText } from '../../presentation.ts'
import { Dialog } from '../../primitives/index.ts'
import { useParts } from '../../presentation.ts'
import { SetupBody } from './setup-body.tsx'
import { setupChecklistMessages } from './setup-checklist.messages.ts'
import { SetupChecklistView, type SetupChecklistViewProps } from './setup-checklist.view.tsx'
import { useSetupChecks } from './use-setup-checks.ts'

export interface SetupChecklistProps extends Omit<SetupChecklistViewProps, 'state'> {
  client?: SalesforceClient
}

/** Gets the Salesforce side right: what is missing, how to mend it, and a new check at once. */
export function SetupChecklist({ client, ...view }: SetupChecklistProps) {
  return (
    <Embed name="SetupChecklist" client={client}>
      <CheckingSetup {...view} />
    </Embed>
  )
}

function CheckingSetup(view: Omit<SetupChecklistProps, 'client'>) {
  return <SetupChecklistView {...view} state={useSetupChecks()} />
}

export interface SetupChecklistDialogProps extends Pick<SetupChecklistProps, 'client' | 'messages' | 'classNames'> {
  open: boolean
  onClose: () => void
}

/** The same checklist as a dialog, for Field mapping → Setup. */
export function SetupChecklistDialog({ open, ...props }: SetupChecklistDialogProps) {
  if (!open) return null
  return (
    <Embed name="SetupChecklist" client={props.client}>
      <OpenChecklist {...props} />
    </Embed>
  )
}

function OpenChecklist({ onClose, messages, classNames }: Omit<SetupChecklistDialogProps, 'open'>) {
  const text = useText('setup', setupChecklistMessages, messages)
  const part = useParts('setup', 'setup-checklist', { classNames })
  return (
    <Dialog open size="m" title={text.title} onClose={onClose}>
      <SetupBody state={useSetupChecks()} look={{ text, part }} headingLevel={2} />
    </Dialog>
  )
}
