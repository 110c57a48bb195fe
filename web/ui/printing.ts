import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Calls back when the page is about to be printed (also when it is shown as printed) and when it is a screen again. */
function whenPrinting(change: (isPrinting: boolean) => void): () => void {
  const media = window.matchMedia('print')
  const follow = (): void => change(media.matches)
  const begin = (): void => change(true)
  const end = (): void => change(false)
  media.addEventListener('change', follow)
  window.addEventListener('beforeprint', begin)
  window.addEventListener('afterprint', end)
  return () => {
    media.removeEventListener('change', follow)
    window.removeEventListener('beforeprint', begin)
    window.removeEventListener('afterprint', end)
  }
}

/** Whether the page is being printed; what depends on it is drawn at once, for the printer does not wait. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => whenPrinting((now) => flushSync(() => setPrinting(now))), [])
  return isPrinting
}

const SCHEME = 'data-mantine-color-scheme'

/** Prints on white whatever theme is on the screen. */
export function printInLight(): void {
  let before: string | null = null
  whenPrinting((isPrinting) => {
    const { documentElement: html } = document
    if (isPrinting) {
      before ??= html.getAttribute(SCHEME)
      html.setAttribute(SCHEME, 'light')
    } else if (before !== null) {
      html.setAttribute(SCHEME, before)
      before = null
    }
  })
}
