import type { ReactNode } from 'react'
import { useText } from '../presentation.ts'
import { classes } from '../styles/parts.ts'
import { commonMessages } from './common.messages.ts'
import { ExternalIcon } from './icons.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

export interface ExternalLinkProps {
  href: string
  children: ReactNode
  className?: string
}

/** A link to another site: opens a new tab and says so. An address that is not http(s) is shown as text. */
export function ExternalLink({ href, children, className }: ExternalLinkProps) {
  const text = useText('common', commonMessages)
  if (!/^https?:\/\//i.test(href)) return <span className="pz-box">{children}</span>
  return (
    <a className={classes('pz-box pz-link', className)} href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <ExternalIcon className="pz-link-icon" />
      <VisuallyHidden>{text.opensInNewTab}</VisuallyHidden>
    </a>
  )
}
