import type { ReactNode } from 'react'

import classes from './NumberCard.module.css'

/** Number cards side by side, as many as fit. */
export function Cards({ children }: { readonly children: ReactNode }) {
  return <div className={classes['cards']}>{children}</div>
}
