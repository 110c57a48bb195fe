import { useEffect, useRef, useState, type ReactNode } from 'react'

import classes from './ScrollTable.module.css'

interface ScrollTableProps {
  /** In pixels: narrower than this, it scrolls. Without it, as the table's own words need. */
  readonly minWidth?: number
  /** Ends before the window does and scrolls down as well, under its heading. */
  readonly isTall?: boolean
  readonly children: ReactNode
}

/**
 * A table of many figures in a frame that may be too narrow for it: it scrolls sideways beside its first column, and a shadow says
 * on which side there is more.
 */
export function ScrollTable({ minWidth, isTall = false, children }: ScrollTableProps) {
  const box = useRef<HTMLDivElement>(null)
  const [more, setMore] = useState({ before: false, after: false })
  useEffect(() => {
    const { current } = box
    if (current === null) return undefined
    const look = (): void => {
      const before = current.scrollLeft > 1
      const after = current.scrollLeft + current.clientWidth < current.scrollWidth - 1
      setMore((former) => (former.before === before && former.after === after ? former : { before, after }))
    }
    look()
    current.addEventListener('scroll', look, { passive: true })
    const watch = new ResizeObserver(look)
    watch.observe(current)
    if (current.firstElementChild !== null) watch.observe(current.firstElementChild)
    return () => {
      current.removeEventListener('scroll', look)
      watch.disconnect()
    }
  }, [])
  return (
    <div className={classes['frame']} data-before={more.before} data-after={more.after}>
      <div ref={box} className={classes['box']} data-tall={isTall}>
        <div style={{ minWidth }}>{children}</div>
      </div>
    </div>
  )
}
