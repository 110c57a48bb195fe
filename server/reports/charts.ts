import type { ReportChart } from '@pult/contract/report-words'

import {
  axis,
  BAD,
  BOTTOM,
  BRASS,
  framed,
  GOOD,
  HEIGHT,
  INK,
  LEFT,
  MAIN,
  QUIET,
  rect,
  REST,
  RIGHT,
  round,
  WIDTH,
  words,
  yOf,
  type ChartOptions,
} from './drawing.ts'

// Small drawings of our own: bars, a line with its target, a waterfall.

export interface ChartPoint {
  readonly label: string
  /** Null: nothing is known; it is left out and not drawn as nothing. */
  readonly value: number | null
}

/** How much of something in each part of a period. */
export function barChart(points: readonly ChartPoint[], options: ChartOptions): ReportChart {
  const most = niceCeiling(Math.max(0, ...points.map(({ value }) => value ?? 0)))
  const place = placesOf(points.length)
  const bars = points.map(({ value }, index) =>
    value === null
      ? ''
      : rect(place.left(index), yOf(value, 0, most), place.width * 0.72, yOf(0, 0, most) - yOf(value, 0, most), MAIN),
  )
  return framed(options.label, [...axis(0, most, options.write), ...bars, ...labelsOf(points, place)])
}

interface LineOptions extends ChartOptions {
  readonly target: number | null
}

/** A share over the parts of a period, with the target it is held against. */
export function lineChart(points: readonly ChartPoint[], options: LineOptions): ReportChart {
  const known = points.flatMap(({ value }) => (value === null ? [] : [value]))
  const least = Math.min(1, options.target ?? 1, ...known)
  const low = Math.max(0, Math.floor(least * 10 - 0.5) / 10)
  const place = placesOf(points.length)
  const middle = (index: number): number => place.left(index) + place.width * 0.36
  const at = (value: number, index: number): string => `${round(middle(index))} ${round(yOf(value, low, 1))}`
  // What is not known breaks the line.
  let pen = 'M'
  const path = points
    .map(({ value }, index) => {
      if (value === null) {
        pen = 'M'
        return ''
      }
      const step = `${pen}${at(value, index)}`
      pen = 'L'
      return step
    })
    .join('')
  const dots = points.map(({ value }, index) =>
    value === null
      ? ''
      : `<circle cx="${round(middle(index))}" cy="${round(yOf(value, low, 1))}" r="1.6" fill="${options.target !== null && value < options.target ? BAD : MAIN}"/>`,
  )
  const target =
    options.target === null
      ? []
      : [
          `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${round(yOf(options.target, low, 1))}" y2="${round(yOf(options.target, low, 1))}" stroke="${BRASS}" stroke-width="0.9" stroke-dasharray="4 2"/>`,
        ]
  const line = path === '' ? [] : [`<path d="${path}" fill="none" stroke="${MAIN}" stroke-width="1.3"/>`]
  return framed(options.label, [
    ...axis(low, 1, options.write),
    ...target,
    ...line,
    ...dots,
    ...labelsOf(points, place),
  ])
}

export interface WaterfallStep {
  readonly label: string
  readonly change: number
  readonly isRest: boolean
}

interface WaterfallOptions extends ChartOptions {
  readonly before: ChartPoint
  readonly now: ChartPoint
  /** Whether more is better. */
  readonly isMoreBetter: boolean
  readonly writeChange: (value: number) => string
}

/** From one value to the other, step by step. */
export function waterfall(steps: readonly WaterfallStep[], options: WaterfallOptions): ReportChart {
  const [before, now] = [options.before.value ?? 0, options.now.value ?? 0]
  const stands: number[] = []
  for (const { change } of steps) stands.push((stands.at(-1) ?? before) + change)
  const all = [before, now, ...stands]
  const spread = Math.max(0.02, Math.max(...all) - Math.min(...all))
  // Shares in whole per cent, none of them above all.
  const low = Math.max(0, Math.floor((Math.min(...all) - spread * 0.5) * 100) / 100)
  const high = Math.min(Math.max(1, ...all), Math.ceil((Math.max(...all) + spread * 0.35) * 100) / 100)
  const points = [options.before, ...steps.map(({ label }) => ({ label, value: null })), options.now]
  const width = WIDTH * 2
  const place = placesOf(points.length, width)
  const bar = (index: number, from: number, to: number, fill: string, text: string): string => {
    const [top, bottom] = [yOf(Math.max(from, to), low, high), yOf(Math.min(from, to), low, high)]
    return (
      rect(place.left(index), top, place.width * 0.72, Math.max(0.8, bottom - top), fill) +
      words(place.left(index) + place.width * 0.36, top - 2.5, text, { anchor: 'middle', size: 7, fill: INK })
    )
  }
  const drawn = steps.map(({ change, isRest }, index) => {
    const from = index === 0 ? before : (stands[index - 1] ?? before)
    const fill = isRest ? REST : change > 0 === options.isMoreBetter ? GOOD : BAD
    return bar(index + 1, from, from + change, fill, options.writeChange(change))
  })
  return framed(
    options.label,
    [
      ...axis(low, high, options.write, { width }),
      bar(0, low, before, MAIN, options.write(before)),
      ...drawn,
      bar(points.length - 1, low, now, MAIN, options.write(now)),
      // A step without its name says nothing.
      ...labelsOf(points, place, 1),
    ],
    { width },
  )
}

interface Places {
  readonly width: number
  left(index: number): number
}

function placesOf(count: number, whole = WIDTH): Places {
  const width = (whole - LEFT - RIGHT) / Math.max(1, count)
  return { width, left: (index) => LEFT + width * index + width * 0.14 }
}

function roomFor(points: readonly ChartPoint[], { width }: Places): number {
  const longest = Math.max(1, ...points.map(({ label }) => label.length))
  return Math.max(1, Math.ceil((longest * 4.2 + 4) / width))
}

/** As many labels as there is room for: every `step`th. */
function labelsOf(points: readonly ChartPoint[], place: Places, step = roomFor(points, place)): string[] {
  return points.map(({ label }, index) =>
    index % step === 0
      ? words(place.left(index) + place.width * 0.36, HEIGHT - BOTTOM + 9, label, {
          anchor: 'middle',
          size: 7,
          fill: QUIET,
        })
      : '',
  )
}

/** 1, 2 or 5 times a power of ten, not under the value. */
function niceCeiling(value: number): number {
  if (value <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 4, 5, 8, 10].find((factor) => factor * power >= value) ?? 10) * power
}
