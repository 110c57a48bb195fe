import type { ReactNode } from 'react'

import classes from './board.module.css'

/** Text as large as its tile lets it be; `letters` says how wide it is. */
export function FitText({ letters, children }: { readonly letters: number; readonly children: ReactNode }) {
  return (
    <span
      className={classes['fit']}
      ref={(element) => element?.style.setProperty('--letters', String(Math.max(1, letters)))}
    >
      {children}
    </span>
  )
}
