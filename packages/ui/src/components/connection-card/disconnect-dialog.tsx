import { ConfirmDialog, ErrorNotice } from '../../primitives/index.ts'
import { orgName, type PieceProps } from './card-look.ts'

export interface DisconnectDialogProps extends PieceProps {
  open: boolean
  onClose: () => void
}

/** Says what stops and what stays before anything is disconnected. */
export function DisconnectDialog({ state, look: { text }, open, onClose }: DisconnectDialogProps) {
  const { disconnect, pullRunning } = state
  return (
    <ConfirmDialog
      open={open}
      tone="danger"
      title={text.disconnectTitle({ org: orgName(state) })}
      description={pullRunning ? `${text.disconnectBody} ${text.disconnectPull}` : text.disconnectBody}
      confirm={text.disconnect}
      keep={text.keepConnected}
      busy={disconnect.busy}
      onClose={() => {
        disconnect.reset()
        onClose()
      }}
      onConfirm={() => disconnect.run()}
    >
      {disconnect.error && <ErrorNotice title={text.disconnectFailed} error={disconnect.error} />}
    </ConfirmDialog>
  )
}
