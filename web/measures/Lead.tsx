import type { ReactNode } from 'react'

import { Link } from '../platform/Link.tsx'
import classes from './measures.module.css'

interface LeadProps {
  /** Null where there is nothing to lead to. */
  readonly to: string | null
  /** For screen readers, where a bare number would say too little. */
  readonly label?: string
  readonly children: ReactNode
}

/** A number that leads to what stands behind it. */
export function Lead({ to, label, children }: LeadProps) {
  if (to === null) return <>{children}</>
  return (
    <Link to={to} className={classes['drill']} {...(label === undefined ? {} : { 'aria-label': label })}>
      {children}
    </Link>
  )
}
