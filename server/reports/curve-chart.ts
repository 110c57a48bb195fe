import type { ReportChart } from '@pult/contract/report-words'

import { axis, BOTTOM, framed, INK, LEFT, QUIET, rect, RIGHT, round, TOP, WIDTH, words, yOf } from './drawing.ts'

const PAPER = WIDTH * 2
const HEIGHT = 180
/** Where the names of the lines begin. */
const NAMES = 330
const EVERY_SECONDS = 60
/** The same as on the page. */
const COLORS = ['#155f56', '#bf8412', '#6c8ea4', '#ae3a2a', '#7a6aa8', '#5ba699', '#7a5006', '#3a6f96']

export interface CurveLine {
  readonly name: string
  /** By threshold; null where there is none. */
  readonly values: readonly (number | null)[]
}

interface CurveOptions {
  readonly label: string
  readonly write: (share: number) => string
  readonly target: { readonly value: number; readonly withinSeconds: number } | null
  /** How the axis of thresholds is called. */
  readonly threshold: string
}

/** Shares over the threshold in seconds, a line a rule, with the target where they are held against one. */
export function curveChart(
  thresholds: readonly number[],
  lines: readonly CurveLine[],
  { label, write, target, threshold }: CurveOptions,
): ReportChart {
  const last = Math.max(1, ...thresholds)
  const width = NAMES - 10
  const xOf = (seconds: number): number => LEFT + (seconds / last) * (width - LEFT - RIGHT)
  const shareAt = (share: number): number => yOf(share, 0, 1, HEIGHT)
  const colorOf = (index: number): string => COLORS[index % COLORS.length] ?? INK
  const quiet = { size: 7, fill: QUIET } as const
  const marks = Array.from({ length: Math.floor(last / EVERY_SECONDS) + 1 }, (_, place) => place * EVERY_SECONDS)
  return framed(
    label,
    [
      ...axis(0, 1, write, { width, height: HEIGHT }),
      ...marks.map((seconds) =>
        words(xOf(seconds), HEIGHT - BOTTOM + 9, String(seconds), { ...quiet, anchor: 'middle' }),
      ),
      words((LEFT + width) / 2, HEIGHT - 1, threshold, { ...quiet, anchor: 'middle' }),
      ...(target === null
        ? []
        : [
            dashed(xOf(target.withinSeconds), HEIGHT - BOTTOM, xOf(target.withinSeconds), TOP),
            dashed(LEFT, shareAt(target.value), width - RIGHT, shareAt(target.value)),
            words(width - RIGHT, shareAt(target.value) - 2, `${round(target.value * 100)}/${target.withinSeconds}`, {
              anchor: 'end',
              size: 7,
              fill: INK,
            }),
          ]),
      ...lines.map(({ values }, index) => {
        const points = values.flatMap((value, place) =>
          value === null ? [] : [`${round(xOf(thresholds[place] ?? 0))} ${round(shareAt(value))}`],
        )
        return points.length === 0
          ? ''
          : `<path d="M${points.join('L')}" fill="none" stroke="${colorOf(index)}" stroke-width="1.2"/>`
      }),
      ...lines.flatMap(({ name }, index) => [
        rect(NAMES, TOP + index * 13, 8, 5, colorOf(index)),
        words(NAMES + 12, TOP + index * 13 + 5.5, name, { anchor: 'start', size: 7, fill: INK }),
      ]),
    ],
    { width: PAPER, height: HEIGHT },
  )
}

const dashed = (x1: number, y1: number, x2: number, y2: number): string =>
  `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${INK}" stroke-width="0.7" stroke-dasharray="4 2"/>`
