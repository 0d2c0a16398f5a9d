import { type ReactNode, type RefObject, useRef } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

export interface ConfirmDialogProps {
  open: boolean
  title: ReactNode
  /** What stops and what stays. */
  description: ReactNode
  /** The verb of the button that opened it. */
  confirm: string
  /** Names what staying means, such as "Keep connected"; has focus first. */
  keep: string
  tone?: 'neutral' | 'danger'
  size?: 's' | 'm' | 'l'
  busy?: boolean
  /** What has to be done before it can be confirmed; undefined where nothing has to. */
  confirmReason?: string | undefined
  onConfirm: () => void
  onClose: () => void
  /** A notice when the last attempt failed, or more to read. */
  children?: ReactNode
  returnFocus?: RefObject<HTMLElement | null>
}

/** Asks before something that cannot simply be undone. */
export function ConfirmDialog({
  confirm,
  keep,
  tone = 'neutral',
  busy = false,
  confirmReason,
  onConfirm,
  onClose,
  ...dialog
}: ConfirmDialogProps) {
  const safe = useRef<HTMLButtonElement>(null)
  return (
    <Dialog
      {...dialog}
      role="alertdialog"
      busy={busy}
      onClose={onClose}
      initialFocus={safe}
      footer={
        <>
          <Button ref={safe} disabled={busy} onClick={onClose}>
            {keep}
          </Button>
          <Button variant="primary" tone={tone} busy={busy} disabledReason={confirmReason} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    />
  )
}
