import type { MeasureReply } from '@pult/contract/measures'

import type { ChartColors } from '../ui/Chart.tsx'

/** Natural limits of one measure along the rows of an answer; null where the answer has none. */
export interface ControlLines {
  readonly low: readonly (number | null)[]
  readonly center: readonly (number | null)[]
  readonly high: readonly (number | null)[]
  readonly signals: readonly boolean[]
}

/** The limits of the measure at this place; undefined when no point has any (other splits, fewer than eight points). */
export function controlLinesOf({ rows }: Pick<MeasureReply, 'rows'>, index: number): ControlLines | undefined {
  const limits = rows.map(({ figures }) => figures[index]?.control ?? null)
  if (limits.every((one) => one === null)) return undefined
  return {
    low: limits.map((one) => one?.low ?? null),
    center: limits.map((one) => one?.center ?? null),
    high: limits.map((one) => one?.high ?? null),
    signals: limits.map((one) => one?.signal === true),
  }
}

interface Names {
  readonly low: string
  readonly center: string
  readonly high: string
}

/** The limits as lines of a chart, behind the measure's own. */
export function controlSeries({ low, center, high }: ControlLines, names: Names, colors: ChartColors): object[] {
  const line = (name: string, data: readonly (number | null)[], type: 'dashed' | 'dotted'): object => ({
    name,
    type: 'line',
    data,
    showSymbol: false,
    connectNulls: false,
    lineStyle: { type, width: 1, color: colors.text },
    itemStyle: { color: colors.text },
    emphasis: { disabled: true },
    z: 1,
  })
  return [line(names.high, high, 'dashed'), line(names.center, center, 'dotted'), line(names.low, low, 'dashed')]
}

/** A point that is more than noise: told by shape, size and colour. */
export function signalPoint(value: number | null, colors: ChartColors): object {
  return { value, symbol: 'diamond', symbolSize: 12, itemStyle: { color: colors.series[3] } }
}
