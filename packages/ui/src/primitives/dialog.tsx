import { lazy, type ReactNode, type RefObject, Suspense, useState } from 'react'

export interface DialogProps {
  open: boolean
  /** Called when a person asks to close it: Escape, the close button, or outside. */
  onClose: () => void
  title: ReactNode
  /** One sentence under the title, read out when the dialog opens; leave it out where the body is a list. */
  description?: ReactNode
  children?: ReactNode
  /** The buttons; the first one in reading order is the safe one. */
  footer?: ReactNode
  /** `alertdialog` asks a question that must be answered: a press outside does not close it. */
  role?: 'dialog' | 'alertdialog'
  size?: 's' | 'm' | 'l'
  /** Takes focus when the dialog opens; its title by default. */
  initialFocus?: RefObject<HTMLElement | null>
  /** Takes focus when it closes; what had focus before by default, and the heading around once that is gone. */
  returnFocus?: RefObject<HTMLElement | null> | undefined
  /** While true, nothing closes it. */
  busy?: boolean
  className?: string
}

const ModalDialog = lazy(() => import('./modal-dialog.tsx'))

/** A modal dialog. Its code is loaded when it is first opened. */
export function Dialog(props: DialogProps) {
  return props.open ? <OpenDialog {...props} /> : null
}

function OpenDialog(props: DialogProps) {
  const [opener] = useState(() => document.activeElement)
  return (
    <Suspense fallback={null}>
      <ModalDialog {...props} opener={opener} />
    </Suspense>
  )
}
