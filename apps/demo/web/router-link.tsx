import type { AnchorHTMLAttributes } from 'react'
import { Link } from 'react-router'

/** Lets the kit's links go through the demo's router. */
export function RouterLink({ href = '', ...rest }: AnchorHTMLAttributes<HTMLAnchorElement>) {
  return <Link to={href} {...rest} />
}
