import * as RadixDialog from '@radix-ui/react-dialog'
import { useCallback, useContext, useEffect, useRef } from 'react'
import { usePresentation, useText } from '../presentation.ts'
import { classes } from '../styles/parts.ts'
import { IconButton } from './button.tsx'
import { commonMessages } from './common.messages.ts'
import type { DialogProps } from './dialog.tsx'
import { HomeOfFocus } from './home-of-focus.ts'
import { CloseIcon } from './icons.tsx'

export interface ModalDialogProps extends DialogProps {
  /** What had focus when the dialog was asked for. */
  opener: Element | null
}

/** The dialog itself: Radix's focus trap, without its Overlay, whose injected style element a strict CSP refuses. */
export default function ModalDialog(props: ModalDialogProps) {
  const { title, description, children, footer, role = 'dialog', size = 's', busy = false, className } = props
  const { portal } = usePresentation()
  const text = useText('common', commonMessages)
  const titleElement = useRef<HTMLHeadingElement>(null)
  const titleOfThis = useCallback(() => titleElement.current, [])
  const homeAround = useContext(HomeOfFocus)
  useScrollLock()
  return (
    <RadixDialog.Root open onOpenChange={(open) => !open && !busy && props.onClose()}>
      <RadixDialog.Portal container={portal}>
        <div className="pz-box pz-backdrop" />
        <RadixDialog.Content
          className={classes('pz-box pz-dialog', className)}
          role={role}
          aria-modal="true"
          data-size={size}
          aria-busy={busy || undefined}
          {...(description == null && { 'aria-describedby': undefined })}
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            ;(props.initialFocus?.current ?? titleElement.current)?.focus()
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            giveFocusBack(props, homeAround())
          }}
          onEscapeKeyDown={busy ? keepOpen : undefined}
          onInteractOutside={busy || role === 'alertdialog' ? keepOpen : undefined}
        >
          <div className="pz-box pz-dialog-header">
            <RadixDialog.Title className="pz-box pz-dialog-title" ref={titleElement} tabIndex={-1}>
              {title}
            </RadixDialog.Title>
            {role === 'dialog' && (
              <IconButton icon={<CloseIcon />} label={text.close} size="s" disabled={busy} onClick={props.onClose} />
            )}
          </div>
          {description != null && (
            <RadixDialog.Description className="pz-box pz-dialog-description">{description}</RadixDialog.Description>
          )}
          {children != null && (
            <div className="pz-box pz-dialog-body">
              <HomeOfFocus.Provider value={titleOfThis}>{children}</HomeOfFocus.Provider>
            </div>
          )}
          {footer != null && <div className="pz-box pz-dialog-footer">{footer}</div>}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}

function keepOpen(event: Event) {
  event.preventDefault()
}

function giveFocusBack({ returnFocus, opener }: ModalDialogProps, home: HTMLElement | null) {
  const candidates = [returnFocus?.current, opener, home]
  const target = candidates.find((element) => element instanceof HTMLElement && element.isConnected && element !== document.body)
  if (target instanceof HTMLElement) target.focus()
}

let locks = 0

function useScrollLock() {
  useEffect(() => {
    const page = document.documentElement
    locks += 1
    page.classList.add('pz-scroll-lock')
    return () => {
      locks -= 1
      if (locks > 0) return
      page.classList.remove('pz-scroll-lock')
      // The host finds its page without an empty attribute.
      if (page.className === '') page.removeAttribute('class')
    }
  }, [])
}
