import type { INumberingOptions, IStylesOptions } from 'docx'

import { colors, sizesOf, type Step } from './pdf-steps.ts'

/** Points in Word's unit of length. */
export const twips = (points: number): number => Math.round(points * 20)

/** Points in Word's unit of type size, which knows halves. */
const halves = (points: number): number => Math.round(points * 2)

/** Arial is on every machine, or a face of the same width is. */
const FONT = 'Arial'
/** Arial is wider than the face of the PDF: so much smaller, it takes the same room. */
const NARROWED = 0.94

/** The name by which the paragraphs of a list point to their bullets. */
export const BULLETS = 'bullets'
export const BULLET_INDENT = twips(10)

export function documentStyles(step: Step): IStylesOptions {
  const sizes = sizesOf(step)
  const line = Math.round(240 * step.lineHeight)
  return {
    default: {
      document: {
        run: { font: FONT, size: halves(step.size * NARROWED), color: '1B1F24' },
        paragraph: { spacing: { after: 0, line } },
      },
      title: {
        run: { font: FONT, size: halves(sizes.name * NARROWED), bold: true, color: '1B1F24' },
        paragraph: { spacing: { after: twips(1) } },
      },
      heading1: {
        run: { font: FONT, size: halves(sizes.title * NARROWED), bold: true, color: colors.accent, allCaps: true },
        paragraph: {
          keepNext: true,
          spacing: { before: twips(step.sectionGap), after: twips(step.gap + 1) },
          border: { bottom: { style: 'single', size: 6, space: 1, color: colors.rule } },
        },
      },
      heading2: {
        run: { font: FONT, size: halves(step.size * 1.05 * NARROWED), bold: true, color: '1B1F24' },
        paragraph: { keepNext: true, keepLines: true, spacing: { before: twips(step.gap * 2), after: twips(0.5) } },
      },
    },
  }
}

export const numbering = (step: Step): INumberingOptions => ({
  config: [
    {
      reference: BULLETS,
      levels: [
        {
          level: 0,
          format: 'bullet',
          text: '•',
          alignment: 'left',
          style: {
            run: { font: FONT, size: halves(step.size * NARROWED), color: colors.quiet },
            paragraph: { indent: { left: BULLET_INDENT, hanging: BULLET_INDENT } },
          },
        },
      ],
    },
  ],
})
