import { useEffect, useRef, type RefObject } from 'react'

/**
 * After a change of page the focus moves to its heading, so that a screen reader says where one is and the Tab key goes on from
 * there. The page's script may still be on its way: the heading is waited for. The first page is said by the browser itself.
 */
export function useHeadingFocus(main: RefObject<HTMLElement | null>, pathname: string): void {
  const known = useRef<{ readonly pathname: string; readonly heading: Element | null }>({ pathname, heading: null })
  useEffect(() => {
    const content = main.current
    if (content === null) return undefined
    const isFirst = known.current.pathname === pathname
    const former = known.current.heading
    const look = (): boolean => {
      const heading = content.querySelector<HTMLElement>('h1')
      if (heading === null || heading === former) return false
      known.current = { pathname, heading }
      // A dialog that the address opened keeps the focus.
      if (!isFirst && document.querySelector('[role="dialog"]') === null) heading.focus()
      return true
    }
    if (look()) return undefined
    const observer = new MutationObserver(() => {
      if (look()) observer.disconnect()
    })
    observer.observe(content, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [main, pathname])
}
