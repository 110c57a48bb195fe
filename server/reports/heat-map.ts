import type { ReportChart } from '@pult/contract/report-words'

import { framed, LEFT, QUIET, rect, RIGHT, TOP, WIDTH, words, type ChartOptions } from './drawing.ts'

const PAPER = WIDTH * 2
const DAYS = 7
const SLOTS = 48
const ROW = 12
/** From nothing to much, the same as on the page. */
const PALE = [240, 244, 242] as const
const STEPS = [PALE, [176, 212, 204], [91, 166, 153], [31, 118, 107], [8, 55, 51]] as const
const KEY_STEPS = 24
const KEY_STEP = 5

/** One square of the week. */
export interface HeatCell {
  /** 1 is Monday. */
  readonly weekday: number
  /** Half-hour of the day, from 0 to 47. */
  readonly slot: number
  readonly value: number
}

interface HeatOptions extends ChartOptions {
  readonly weekday: (day: number) => string
}

/** Weekday × half-hour, darker where there is more, with its key. What nothing is known of stays blank. */
export function heatMap(cells: readonly HeatCell[], { label, write, weekday }: HeatOptions): ReportChart {
  const values = cells.map(({ value }) => value)
  const [low, high] = [Math.min(0, ...values), Math.max(1e-4, ...values)]
  const width = (PAPER - LEFT - RIGHT) / SLOTS
  const foot = TOP + DAYS * ROW
  const colorOf = (value: number): string => colorAt((value - low) / (high - low))
  const quiet = { size: 7, fill: QUIET } as const
  const keyAt = (PAPER - KEY_STEPS * KEY_STEP) / 2
  return framed(
    label,
    [
      ...Array.from({ length: DAYS }, (_, day) =>
        words(LEFT - 4, TOP + day * ROW + ROW * 0.7, weekday(day + 1), { ...quiet, anchor: 'end' }),
      ),
      ...cells.map(({ weekday: day, slot, value }) =>
        rect(LEFT + slot * width, TOP + (day - 1) * ROW, width - 0.6, ROW - 0.8, colorOf(value)),
      ),
      ...Array.from({ length: SLOTS / 4 }, (_, part) =>
        words(LEFT + part * 4 * width, foot + 9, `${String(part * 2).padStart(2, '0')}:00`, {
          ...quiet,
          anchor: 'start',
        }),
      ),
      words(keyAt - 4, foot + 24, write(low), { ...quiet, anchor: 'end' }),
      ...Array.from({ length: KEY_STEPS }, (_, step) =>
        rect(keyAt + step * KEY_STEP, foot + 17, KEY_STEP, 8, colorAt(step / (KEY_STEPS - 1))),
      ),
      words(keyAt + KEY_STEPS * KEY_STEP + 4, foot + 24, write(high), { ...quiet, anchor: 'start' }),
    ],
    { width: PAPER, height: foot + 30 },
  )
}

/** 0 is pale, 1 is dark. */
function colorAt(share: number): string {
  const place = Math.min(1, Math.max(0, share)) * (STEPS.length - 1)
  const step = Math.min(STEPS.length - 2, Math.floor(place))
  const [from, to] = [STEPS[step] ?? PALE, STEPS[step + 1] ?? PALE]
  const part = (index: 0 | 1 | 2): number => Math.round(from[index] + (to[index] - from[index]) * (place - step))
  return `rgb(${part(0)},${part(1)},${part(2)})`
}
