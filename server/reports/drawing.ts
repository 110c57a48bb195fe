import type { ReportChart } from '@pult/contract/report-words'

// What the drawings of reports are made of. SVG goes into a PDF as it is, and onto a page.

export const WIDTH = 250
export const HEIGHT = 120
export const [LEFT, RIGHT, TOP, BOTTOM] = [34, 6, 12, 18]
export const INK = '#1b1f24'
export const QUIET = '#5a6470'
export const MAIN = '#155f56'
export const BRASS = '#bf8412'
export const GOOD = '#5ba699'
export const BAD = '#ae3a2a'
export const REST = '#8a949e'
const RULE = '#d5dbe0'

export interface ChartOptions {
  readonly label: string
  /** How a number on the axis is written. */
  readonly write: (value: number) => string
}

/** From the bottom of a drawing's axis to its top. */
export const yOf = (value: number, low: number, high: number, height = HEIGHT): number =>
  height - BOTTOM - ((value - low) / Math.max(1e-9, high - low)) * (height - BOTTOM - TOP)

export const round = (value: number): number => Math.round(value * 100) / 100

export const rect = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(Math.max(0, height))}" fill="${fill}"/>`

interface WordOptions {
  readonly anchor: 'start' | 'middle' | 'end'
  readonly size: number
  readonly fill: string
}

export const words = (x: number, y: number, text: string, { anchor, size, fill }: WordOptions): string =>
  `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" font-family="Roboto, sans-serif" font-size="${size}" fill="${fill}">${escaped(text)}</text>`

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (letter) => entities[letter] ?? letter)

interface AxisSize {
  readonly width?: number
  readonly height?: number
}

/** Three lines with their values. */
export function axis(
  low: number,
  high: number,
  write: (value: number) => string,
  { width = WIDTH, height = HEIGHT }: AxisSize = {},
): string[] {
  return [low, (low + high) / 2, high].map((value) => {
    const y = round(yOf(value, low, high, height))
    return (
      `<line x1="${LEFT}" x2="${width - RIGHT}" y1="${y}" y2="${y}" stroke="${RULE}" stroke-width="0.6"/>` +
      words(LEFT - 3, y + 2.5, write(value), { anchor: 'end', size: 7, fill: QUIET })
    )
  })
}

export const framed = (
  label: string,
  parts: readonly string[],
  { width = WIDTH, height = HEIGHT }: AxisSize = {},
): ReportChart => ({
  label,
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`,
})
