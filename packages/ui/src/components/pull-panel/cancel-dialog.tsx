import { ConfirmDialog, ErrorNotice } from '../../primitives/index.ts'
import type { PullLook } from './pull-look.ts'
import type { ActiveState } from './use-pull.ts'

export interface CancelDialogProps {
  cancel: ActiveState['cancel']
  look: Pick<PullLook, 'text'>
  onClose: () => void
}

/** Asks before a pull is stopped. */
export function CancelDialog({ cancel, look: { text }, onClose }: CancelDialogProps) {
  return (
    <ConfirmDialog
      open
      tone="danger"
      title={text.cancelTitle}
      description={text.cancelBody}
      confirm={text.cancel}
      keep={text.keepPulling}
      busy={cancel.busy}
      onClose={() => {
        cancel.reset()
        onClose()
      }}
      onConfirm={() => cancel.run()}
    >
      {cancel.error && <ErrorNotice title={text.cancelFailed} error={cancel.error} />}
    </ConfirmDialog>
  )
}
