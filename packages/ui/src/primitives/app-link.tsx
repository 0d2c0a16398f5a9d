import type { MouseEvent, ReactNode } from 'react'
import { usePresentation } from '../presentation.ts'
import { classes } from '../styles/parts.ts'

export interface AppLinkProps {
  /** A path of the host's router. */
  to: string
  children: ReactNode
  className?: string
  /** Looks like a button, for the main step of a view. */
  look?: 'link' | 'button' | 'primary'
  'aria-label'?: string
  'aria-describedby'?: string
  id?: string
}

/** A link to another page of the host: through its `Link` slot, its `onNavigate`, or plainly. */
export function AppLink({ to, className, look = 'link', children, ...props }: AppLinkProps) {
  const { slots, navigate } = usePresentation()
  const all = {
    ...props,
    href: to,
    className: classes('pz-box', look === 'link' ? 'pz-link' : 'pz-link-button', className),
    'data-look': look,
  }
  if (slots.Link) return <slots.Link {...all}>{children}</slots.Link>
  return (
    <a {...all} href={to} onClick={navigate && ((event) => follow(event, () => navigate(to)))}>
      {children}
    </a>
  )
}

function follow(event: MouseEvent, go: () => void) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  go()
}
