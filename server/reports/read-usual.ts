import { plainQuestion, type MeasureReply } from '@pult/contract/measures'
import { controlLimits } from '@pult/engine/measures'
import type { ReportRhythm } from '@pult/contract/report-words'
import { addDays, addMonths, isoWeekday } from '@pult/engine/time'

import { answerMeasures } from '../measures/index.ts'
import type { Tx } from '../platform/index.ts'
import type { DaysOfReport } from './report-times.ts'
import { wholeCenter } from './whole-center.ts'

/** The figures that are looked at for whether they are out of the ordinary. */
export const watched = ['offered', 'serviceLevelNeutral', 'abandonRate', 'asaSeconds', 'ahtSeconds'] as const
export type Watched = (typeof watched)[number]

/** Whether a figure is out of its own ordinary, and how that is known. */
export interface Ordinary {
  readonly isOrdinary: boolean
  /** Within its limits, and out of the ordinary for having been on one side of their middle for long. */
  readonly hasShifted: boolean
  /** Of the series of earlier periods; null where there are too few, and chance among the contacts decides. */
  readonly limits: { readonly low: number; readonly high: number; readonly periods: number } | null
}

const PERIODS = 12
const splitOf = { daily: 'day', weekly: 'week', monthly: 'month' } as const

interface UsualAsked {
  readonly days: DaysOfReport
  readonly rhythm: ReportRhythm
  readonly channels: readonly 'voice'[] | null
  readonly now: number
}

/** The same figures of the twelve periods before, a day among its own weekdays: null where nothing judges. */
export async function readUsual(
  tx: Tx,
  centerId: number,
  { days, rhythm, channels, now }: UsualAsked,
  head: MeasureReply,
): Promise<Readonly<Record<Watched, Ordinary | null>>> {
  const from = rhythm === 'monthly' ? addMonths(days.firstDay, -PERIODS) : addDays(days.firstDay, -7 * PERIODS)
  const reply = await answerMeasures(
    tx,
    wholeCenter(centerId),
    {
      ...plainQuestion,
      from,
      to: addDays(days.lastDay, 1),
      measures: [...watched],
      splitBy: [splitOf[rhythm]],
      filters: channels === null ? { directions: ['inbound'] } : { channels: [...channels], directions: ['inbound'] },
    },
    now,
  )
  const rows = reply.rows.filter(
    ({ keys }) => rhythm !== 'daily' || isoWeekday(String(keys[0]?.key)) === isoWeekday(days.firstDay),
  )
  // The first period of a history is seldom a whole one.
  const whole = String(rows[0]?.keys[0]?.key ?? '').slice(0, from.length) > from ? rows.slice(1) : rows
  return Object.fromEntries(
    watched.map((id, index) => {
      const isShare = reply.measures[index]?.unit === 'fraction'
      const points = whole.map(({ figures, gap }) => ({
        value: gap ? null : (figures[index]?.value ?? null),
        denominator: figures[index]?.denominator ?? 0,
      }))
      const last = controlLimits(points, isShare ? 'share' : 'value').at(-1) ?? null
      if (last !== null && points.at(-1)?.value !== null) {
        const limits = {
          low: Math.max(0, last.low),
          high: isShare ? Math.min(1, last.high) : last.high,
          periods: points.filter(({ value }) => value !== null).length,
        }
        const value = points.at(-1)?.value ?? null
        const hasShifted = last.signal && value !== null && value >= last.low && value <= last.high
        return [id, { isOrdinary: !last.signal, hasShifted, limits }]
      }
      const place = head.measures.findIndex((measure) => measure.id === id)
      const beyond = head.total.figures[place]?.comparison?.beyondNoise ?? null
      return [id, beyond === null ? null : { isOrdinary: !beyond, hasShifted: false, limits: null }]
    }),
  ) as Record<Watched, Ordinary | null>
}
