/** A line of a résumé file, whatever the file was: a paragraph, a cell, an item of a list. */
export interface Line {
  /** Clean; a tab stands where the file leaves a wide gap. */
  readonly text: string
  readonly isBullet: boolean
  /** What its looks say of it. */
  readonly look: 'title' | 'heading' | 'subheading' | 'bold' | 'plain'
  /** Number of the line in the file. */
  readonly at: number
}

const BULLET = /^(?:[-–—*▪▫◦·‣●○➢➤✓✔\uF0B7\uF0A7]\s+|•\s*|\d{1,2}[.)]\s+(?=\D))/

/** A line of text with its bullet, if it is written with one, taken off. */
export function lineOf(raw: string, at: number, look: Line['look'] = 'plain', isListed = false): Line {
  const text = tidy(raw)
  const bare = isListed ? text : text.replace(BULLET, '')
  return { text: bare, isBullet: isListed || bare !== text, look, at }
}

/** Keeps tabs, which part columns; a run of spaces parts them too. */
export const tidy = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[^\S\t\u00A0]{3,}|\s*\t\s*/g, '\t')
    .replaceAll(/[\p{Cc}\u00AD\u200B\u202A-\u202E\u2066-\u2069\uFEFF]/gu, (mark) => (mark === '\t' ? mark : ''))
    .replaceAll(/[^\S\t]+/g, ' ')
    .replaceAll(/^\s+|\s+$/g, '')

export const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length
