import { useCallback } from 'react'

import type { SkillNeedResult, SkillPart } from '@pult/contract/staffing-skills'

import { axes, Chart, tooltip, type ChartColors } from '../ui/Chart.tsx'
import { useFormats } from '../ui/language.tsx'
import { cellTip } from './cell-tip.ts'
import { isMissed, levelWords } from './skill-levels.ts'

interface Cell {
  readonly value: number | null
  readonly label: string
  readonly isMissed: boolean
}

interface MapProps {
  readonly label: string
  readonly times: readonly string[]
  readonly rows: readonly { readonly name: string; readonly cells: readonly Cell[] }[]
  readonly least: number
  readonly most: number
}

/** Rows by half-hours as colours; missed cells are outlined. */
function HalfHourMap({ label, times, rows, least, most }: MapProps) {
  const option = useCallback(
    (colors: ChartColors) => ({
      grid: { left: 150, right: 10, top: 8, bottom: 84 },
      tooltip: {
        ...tooltip(colors),
        formatter: ({ value: [time = 0, row = 0] = [] }: { readonly value?: readonly number[] }) =>
          cellTip(rows, times, { time, row }),
      },
      xAxis: { type: 'category', data: [...times], ...axes(colors), splitLine: { show: false } },
      yAxis: {
        type: 'category',
        inverse: true,
        data: rows.map(({ name }) => name),
        ...axes(colors),
        axisLabel: { ...axes(colors).axisLabel, width: 140, overflow: 'truncate' },
        splitLine: { show: false },
      },
      visualMap: {
        min: least,
        max: most,
        calculable: true,
        orient: 'horizontal',
        left: 'center',
        bottom: 0,
        itemHeight: 160,
        textStyle: { color: colors.text, fontSize: 11 },
        formatter: (value: number) => (most <= 1 ? `${Math.round(value * 100)} %` : String(Math.round(value))),
        inRange: { color: [...colors.heat] },
      },
      series: [
        {
          type: 'heatmap',
          data: rows.flatMap(({ cells }, row) =>
            cells.flatMap(({ value, isMissed }, time) =>
              value === null
                ? []
                : [
                    {
                      value: [time, row, value],
                      itemStyle: isMissed
                        ? { borderColor: colors.series[3], borderWidth: 2 }
                        : { borderColor: colors.surface, borderWidth: 1 },
                    },
                  ],
            ),
          ),
        },
      ],
    }),
    [times, rows, least, most],
  )
  return <Chart label={label} option={option} height={124 + 34 * rows.length} />
}

interface SkillMapProps {
  readonly label: string
  readonly result: SkillNeedResult
  readonly nameOf: (queueIds: readonly number[]) => string
}

export function AgentsMapBySkill({ label, result: { intervals, groups }, nameOf }: SkillMapProps) {
  const formats = useFormats()
  const rows = groups.map(({ queueIds, agents }) => ({
    name: nameOf(queueIds),
    cells: agents.map((value) => ({ value, label: formats.number(value), isMissed: false })),
  }))
  const most = Math.max(2, ...groups.flatMap(({ agents }) => agents))
  return <HalfHourMap label={label} times={intervals.map((at) => formats.time(at))} rows={rows} least={0} most={most} />
}

/** How wide the colours reach beyond what is asked for. */
const REACH = 0.3

/** One part of the targets, of the queues that have it. */
export function LevelsMap({ label, result, nameOf, part }: SkillMapProps & { readonly part: SkillPart }) {
  const formats = useFormats()
  const asked = result.queues.flatMap(({ queueId, parts }) =>
    parts.filter((one) => one.part === part && one.cells.length > 0).map((one) => ({ ...one, queueId })),
  )
  const rows = asked.map((one) => ({
    name: nameOf([one.queueId]),
    cells: one.cells.map(({ level, halfWidth }) => ({
      value: level,
      label: level === null ? '' : levelWords(part, level, halfWidth ?? 0, formats),
      isMissed: level !== null && isMissed(one, level),
    })),
  }))
  const wanted = asked.map((one) => one.wanted)
  const seen = asked.flatMap(({ cells }) => cells.map(({ level }) => level ?? 0))
  const least = part === 'serviceLevel' ? Math.max(0, Math.min(...wanted) - REACH) : 0
  const most =
    part === 'asa' ? Math.max(2, ...wanted, ...seen) : part === 'abandonRate' ? Math.max(...wanted, ...seen) : 1
  const times = result.intervals.map((at) => formats.time(at))
  return <HalfHourMap label={label} times={times} rows={rows} least={least} most={most} />
}
