import { type ButtonHTMLAttributes, forwardRef, type MouseEvent, type ReactNode, useId } from 'react'
import { useText } from '../presentation.ts'
import { classes } from '../styles/parts.ts'
import { commonMessages } from './common.messages.ts'
import { RunningIcon } from './icons.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  /** `primary` once a view; `plain` has no box until it is pointed at. */
  variant?: 'primary' | 'secondary' | 'plain'
  tone?: 'neutral' | 'danger'
  size?: 's' | 'm'
  icon?: ReactNode
  /** Shows that the action is under way; a second press does nothing. */
  busy?: boolean
  /** Looks and acts disabled, yet keeps focus, so that the reason can be found: something else is under way, unless told. */
  disabled?: boolean
  /** Why it is disabled, for screen readers and as a tooltip; where the page shows the reason, give `aria-describedby` instead. */
  disabledReason?: string | undefined
}

/** A button that is never unreachable: disabled ones keep their focus and name their reason. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(props, ref) {
  const { variant = 'secondary', tone = 'neutral', size = 'm', icon, busy = false, disabled, disabledReason, ...rest } = props
  const { className, children, onClick, 'aria-describedby': describedBy, ...attributes } = rest
  const reasonId = useId()
  const { whileBusy } = useText('common', commonMessages)
  const off = disabled === true || disabledReason !== undefined
  const reason = off ? (disabledReason ?? (describedBy === undefined ? whileBusy : undefined)) : undefined
  return (
    <>
      <button
        type="button"
        {...attributes}
        ref={ref}
        className={classes('pz-box pz-button', className)}
        data-variant={variant}
        data-tone={tone}
        data-size={size}
        data-busy={busy || undefined}
        aria-disabled={off || busy || undefined}
        aria-describedby={classes(describedBy, reason && reasonId) || undefined}
        title={attributes.title ?? reason}
        onClick={off || busy ? stop : onClick}
      >
        {busy ? <RunningIcon /> : icon}
        {children !== undefined && <span className="pz-box pz-button-label">{children}</span>}
      </button>
      {reason !== undefined && <VisuallyHidden id={reasonId}>{reason}</VisuallyHidden>}
    </>
  )
})

function stop(event: MouseEvent) {
  event.preventDefault()
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon'> {
  icon: ReactNode
  /** The name, also shown as a tooltip. */
  label: string
}

/** A square button whose name is only spoken and shown on hover. */
export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(function IconButton(
  { label, variant = 'plain', className, ...props },
  ref,
) {
  return (
    <Button
      {...props}
      ref={ref}
      variant={variant}
      className={classes('pz-icon-button', className)}
      aria-label={label}
      title={label}
    />
  )
})
