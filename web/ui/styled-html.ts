// The page's policy lets no style in that stands in HTML text, and ECharts writes its tooltips as such text. The same styles set by script are
// allowed: they go in under another name and are set one by one.

const KEPT = 'data-style'

/** Lets styles in HTML text that is put into an element by `innerHTML` take effect under a strict content security policy. */
export function letStylesIn(element: HTMLElement): void {
  if (Object.hasOwn(element, 'innerHTML')) return
  const native = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML')
  Object.defineProperty(element, 'innerHTML', {
    get: () => native?.get?.call(element) as string,
    set(html: string) {
      native?.set?.call(element, html.replaceAll(/(<[^>]*\s)style="/g, `$1${KEPT}="`))
      for (const part of element.querySelectorAll<HTMLElement>(`[${KEPT}]`)) {
        part.style.cssText = part.getAttribute(KEPT) ?? ''
      }
    },
  })
}

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Words that somebody wrote, for HTML text: they stay words. */
export const asText = (words: string): string => words.replaceAll(/[&<>"']/g, (mark) => MARKS[mark] ?? mark)
