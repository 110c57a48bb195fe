/**
 * What no file can hold or what makes one lie: control characters (XML forbids them), halves of a character, soft hyphens, and the marks that
 * turn the direction of everything behind them. Right-to-left letters themselves stay.
 */
const UNPRINTABLE = /[\p{Cc}\u00AD\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu

/** A text as one printable line: runs of space, tab and line break become one space. */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll(/\s+/g, ' ').replaceAll(UNPRINTABLE, '').trim()
}

/** Texts that say something, cleaned. */
export const cleanTexts = (texts: readonly string[]): string[] => texts.map(cleanText).filter((text) => text !== '')
