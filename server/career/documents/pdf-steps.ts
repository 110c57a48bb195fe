/** How large and how airy a page is set. */
export interface Step {
  /** Of the text, in points. */
  readonly size: number
  /** Between paragraphs and list lines, in points. */
  readonly gap: number
  /** Above a section, in points. */
  readonly sectionGap: number
  /** Of the page, in points. */
  readonly margin: number
  readonly lineHeight: number
}

/** The page, in points. */
export const A4 = { width: 595.28, height: 841.89 } as const

/** A résumé longer than this is set smaller, as long as that is still read without effort. */
export const MOST_PAGES = 2

/** From the usual to the smallest that is still readable on paper. */
export const steps: readonly [Step, ...Step[]] = [
  { size: 10.5, gap: 3, sectionGap: 11, margin: 50, lineHeight: 1.15 },
  { size: 10, gap: 2.5, sectionGap: 9, margin: 46, lineHeight: 1.12 },
  { size: 9.5, gap: 2.2, sectionGap: 8, margin: 42, lineHeight: 1.08 },
  { size: 9, gap: 2, sectionGap: 7, margin: 38, lineHeight: 1.05 },
  { size: 8.5, gap: 1.8, sectionGap: 6, margin: 36, lineHeight: 1.02 },
  { size: 8, gap: 1.4, sectionGap: 5, margin: 32, lineHeight: 1 },
]

/** Names, titles and notes beside the text of a step. */
export const sizesOf = ({ size }: Step): { name: number; position: number; title: number; note: number } => ({
  name: size * 2,
  position: size * 1.25,
  title: size * 1.05,
  note: Math.max(7.5, size * 0.8),
})

export const colors = { accent: '1F5F8B', quiet: '5A6470', rule: 'C3CBD3' } as const
