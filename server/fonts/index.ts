import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import { openSync, type Font } from 'fontkit'

import type { TFontDictionary } from 'pdfmake/interfaces.js'

/**
 * Roboto is what documents are set in; it has Cyrillic, and no rouble sign, arrow, Hebrew, Arabic or emoji: those come from DejaVu. Both ship as
 * files of npm packages, so nothing is fetched.
 */
const require = createRequire(import.meta.url)
const roboto = join(dirname(require.resolve('pdfmake/package.json')), 'fonts', 'Roboto')
const dejavu = join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf')

export const fonts: TFontDictionary = {
  Roboto: { normal: join(roboto, 'Roboto-Regular.ttf'), bold: join(roboto, 'Roboto-Medium.ttf') },
  DejaVu: { normal: join(dejavu, 'DejaVuSans.ttf'), bold: join(dejavu, 'DejaVuSans-Bold.ttf') },
}

/** Whether a file is one of the fonts: nothing else is read from the disk. */
export const isFontFile = (path: string): boolean => path.startsWith(roboto) || path.startsWith(dejavu)

const opened = (path: string): Font => openSync(path) as Font
const main = opened(join(roboto, 'Roboto-Regular.ttf'))
const fallback = opened(join(dejavu, 'DejaVuSans.ttf'))

export interface FontRun {
  readonly text: string
  readonly font: 'Roboto' | 'DejaVu'
}

/** A text in pieces that one font can print each. Spaces go with what stands before them. */
export function fontRuns(text: string): FontRun[] {
  const runs: { text: string; font: FontRun['font'] }[] = []
  for (const letter of text) {
    const last = runs.at(-1)
    const font = hasMain(letter) ? 'Roboto' : 'DejaVu'
    if (last !== undefined && (last.font === font || letter === ' ')) last.text += letter
    else runs.push({ text: letter, font })
  }
  return runs
}

/** Letters of a text that neither font has, each once. */
export const missingLetters = (text: string): string[] =>
  [...new Set(text)].filter((letter) => !hasMain(letter) && !has(fallback, letter) && !/[\p{Cf}\p{M}\s]/u.test(letter))

const has = (font: Font, letter: string): boolean => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)

const known = new Map<string, boolean>()

function hasMain(letter: string): boolean {
  const told = known.get(letter) ?? has(main, letter)
  known.set(letter, told)
  return told
}
