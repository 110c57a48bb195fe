import type { MeasureColumn, MeasureFigure, MeasureReply, MeasureRow } from '@pult/contract/measures'
import type { ReportCell, ReportChart, ReportSection, ReportTable } from '@pult/contract/report-words'
import type { PeriodLoad } from '@pult/engine/reports'
import { addDays, createZone, type Zone } from '@pult/engine/time'

import { barChart, lineChart, type ChartPoint } from './charts.ts'
import { daysIn, type ReportFacts } from './read-facts.ts'
import { watched, type Ordinary, type Watched } from './read-usual.ts'
import { textCell, type Cells, type Tongue } from './tongue.ts'

export interface PartTools {
  readonly tongue: Tongue
  readonly cells: Cells
}

/** The figures of the period beside those before it, their course, and the queues. */
export function happenedPart(facts: ReportFacts, tools: PartTools): ReportSection {
  return {
    title: tools.tongue.t('happened'),
    lines: [],
    charts: chartsOf(facts, tools),
    tables: [figureTable(facts, tools), queueTable(facts, tools)],
  }
}

/** A figure in the form of its measure. */
export function cellOf(column: MeasureColumn | undefined, value: number | null, { cells }: PartTools): ReportCell {
  if (column?.unit === 'fraction') return cells.percent(value)
  if (column?.unit === 'seconds') return cells.seconds(value)
  return cells.count(value)
}

function changeCell(
  column: MeasureColumn,
  now: number | null,
  before: number | null,
  { cells, tongue }: PartTools,
): ReportCell {
  if (now === null || before === null) return textCell('–')
  if (column.unit === 'fraction') return cells.points(now - before)
  if (column.unit === 'seconds')
    return {
      text: `${tongue.signed(now - before)} ${tongue.language === 'ru' ? 'с' : 's'}`,
      value: now - before,
      format: '+0.0;-0.0;0.0',
    }
  const share = before > 0 ? (now - before) / before : null
  return {
    text: share === null ? '–' : `${tongue.signed(share * 100, 1)}\u00A0%`,
    value: share,
    format: '+0.0%;-0.0%;0.0%',
  }
}

/** Days of different periods meet by the day: a month of 31 is not more than one of 28. */
function figureTable(facts: ReportFacts, tools: PartTools): ReportTable {
  const { head, usual } = facts
  const { t } = tools.tongue
  const rows = head.measures.map((column, index) => {
    const figure = head.total.figures[index]
    const [now, before] = [figure?.value ?? null, figure?.comparison?.value ?? null]
    const target = targetWords(facts, column, figure, tools)
    return [
      textCell(`${column.name[tools.tongue.language]}${target}`),
      cellOf(column, now, tools),
      cellOf(column, before, tools),
      changeCell(column, now, before, tools),
      textCell(judgedWords(usual[column.id as Watched] ?? null, column, tools)),
    ]
  })
  return {
    title: '',
    head: [t('figure'), t('nowHead'), t('beforeHead'), t('change'), t('judged')],
    rows: [...rows, ...staffRow(facts, tools)],
    hasTotal: false,
  }
}

function targetWords(
  facts: ReportFacts,
  column: MeasureColumn,
  figure: MeasureFigure | undefined,
  { tongue }: PartTools,
): string {
  const within = column.withinSeconds
  if (figure?.target === null || figure?.target === undefined) {
    const values = new Set(facts.targetOf.values())
    if (column.id !== 'serviceLevelNeutral' || values.size !== 1 || within === null)
      return within === null ? '' : `, ${within} ${tongue.language === 'ru' ? 'с' : 's'}`
    return `, ${tongue.t('target', { target: levelTarget([...values][0] ?? 0, within, tongue) })}`
  }
  return `, ${tongue.t('target', { target: levelTarget(figure.target.value, figure.target.withinSeconds, tongue) })}`
}

/** 80/20 as people write it. */
export const levelTarget = (value: number, withinSeconds: number | null, tongue: Tongue): string => {
  const percent = tongue.number(value * 100, Number.isInteger(Math.round(value * 1000) / 10) ? 0 : 1)
  return withinSeconds === null ? `${percent}\u00A0%` : `${percent}/${withinWords(withinSeconds, tongue)}`
}

const HOUR_SECONDS = 3600
const LONGEST_IN_SECONDS = 600

/** Seconds where people count in them; the four hours of a letter as hours. */
function withinWords(seconds: number, { language, t }: Tongue): string {
  if (seconds < LONGEST_IN_SECONDS) return String(seconds)
  const isHours = seconds % HOUR_SECONDS === 0
  const count = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(
    seconds / (isHours ? HOUR_SECONDS : 60),
  )
  return `${count}\u00A0${t(isHours ? 'hours' : 'minutes')}`
}

function judgedWords(ordinary: Ordinary | null, column: MeasureColumn, tools: PartTools): string {
  const { t } = tools.tongue
  if (ordinary === null) return watched.includes(column.id as Watched) ? t('notJudged') : ''
  if (ordinary.limits === null) return t(ordinary.isOrdinary ? 'ordinaryNoise' : 'outOfNoise')
  const { low, high, periods } = ordinary.limits
  const write = (value: number): string => cellOf(column, value, tools).text
  const word = ordinary.isOrdinary ? 'ordinaryIn' : ordinary.hasShifted ? 'shifted' : 'outOf'
  return t(word, { low: write(low), high: write(high), periods })
}

/** Agent hours a day; null where no record of agents tells. */
export function staffHours({ days, hours }: PeriodLoad): number | null {
  const known = hours.filter(({ agents }) => agents !== null)
  if (days === 0 || known.length === 0) return null
  return known.reduce((sum, { agents, hours: count }) => sum + (agents ?? 0) * count, 0) / days
}

function staffRow({ before, now }: ReportFacts, { tongue, cells }: PartTools): ReportCell[][] {
  const [there, here] = [staffHours(before), staffHours(now)]
  if (here === null) return []
  const share = there === null || there === 0 ? null : (here - there) / there
  return [
    [
      textCell(tongue.t('staffDay')),
      cells.one(here),
      cells.one(there),
      {
        text: share === null ? '–' : `${tongue.signed(share * 100, 1)}\u00A0%`,
        value: share,
        format: '+0.0%;-0.0%;0.0%',
      },
      textCell(''),
    ],
  ]
}

const MOST_QUEUES = 12

/** The busiest queues with their targets; small ones are added up nowhere, for a ratio is never averaged: the total has them. */
function queueTable({ queues, targetOf, withinOf }: ReportFacts, tools: PartTools): ReportTable {
  const { tongue, cells } = tools
  const { t } = tongue
  const place = (id: string): number => queues.measures.findIndex((measure) => measure.id === id)
  const value = (row: MeasureRow, id: string): number | null => row.figures[place(id)]?.value ?? null
  const rowOf = (row: MeasureRow, name: string): ReportCell[] => {
    const queueId = Number(row.keys[0]?.key ?? 0)
    const target = targetOf.get(queueId)
    const held = row.figures[place('serviceLevelNeutral')]?.target ?? null
    const change = row.figures[place('offered')]?.comparison?.value ?? null
    const offered = value(row, 'offered')
    return [
      textCell(name),
      cells.count(offered),
      changeCell({ unit: 'contacts' } as MeasureColumn, offered, change, tools),
      cells.percent(value(row, 'serviceLevelNeutral')),
      textCell(
        target !== undefined && row.keys.length > 0
          ? levelTarget(target, withinOf.get(queueId) ?? null, tongue)
          : held === null
            ? '–'
            : levelTarget(held.value, held.withinSeconds, tongue),
      ),
      textCell(held === null ? '–' : t(held.state)),
      cells.percent(value(row, 'abandonRate')),
      cells.seconds(value(row, 'asaSeconds')),
      cells.seconds(value(row, 'ahtSeconds')),
    ]
  }
  const shown = queues.rows
    .filter((row) => (value(row, 'offered') ?? 0) > 0)
    .toSorted((left, right) => (value(right, 'offered') ?? 0) - (value(left, 'offered') ?? 0))
    .slice(0, MOST_QUEUES)
  return {
    title: t('queuesTable'),
    head: [
      t('queue'),
      t('offered'),
      t('change'),
      t('level'),
      t('levelTarget'),
      t('state'),
      t('abandon'),
      t('asa'),
      t('aht'),
    ],
    rows: [...shown.map((row) => rowOf(row, row.keys[0]?.label || '–')), rowOf(queues.total, t('all'))],
    hasTotal: true,
  }
}

function chartsOf(facts: ReportFacts, { tongue }: PartTools): ReportChart[] {
  const { series, rhythm, days, targetOf } = facts
  const zone = createZone(facts.timeZone)
  const keys = rhythm === 'daily' ? series.rows.map(({ keys: [key] }) => String(key?.key)) : daysIn(days)
  const byKey = new Map(series.rows.map((row) => [String(row.keys[0]?.key), row]))
  const labelOf = (key: string): string => (rhythm === 'daily' ? key.slice(0, 2) : tongue.dayMonth(key))
  const points = (place: number, isCount: boolean): ChartPoint[] =>
    keys.map((key) => {
      const row = byKey.get(key)
      const value =
        row === undefined ? (isCount && !isInGap(series, key, zone) ? 0 : null) : (row.figures[place]?.value ?? null)
      return { label: labelOf(key), value: row?.gap === true ? null : value }
    })
  const targets = new Set(targetOf.values())
  // The one that the figures above are held against; queues of other channels have their own.
  const held = facts.head.total.figures[facts.head.measures.findIndex(({ id }) => id === 'serviceLevelNeutral')]?.target
  const target = held?.value ?? (targets.size === 1 ? ([...targets][0] ?? null) : null)
  return [
    barChart(points(0, true), { label: tongue.t('chartVolume'), write: (value) => tongue.number(value) }),
    lineChart(points(1, false), {
      // Where queues have different targets and the whole has none there is no one line.
      label: tongue.t(target === null ? 'levelRow' : 'chartLevel'),
      target,
      write: (value) => `${tongue.number(value * 100)} %`,
    }),
  ]
}

/** Whether a day of the centre lies within a stretch without data. */
const isInGap = ({ gaps }: MeasureReply, day: string, zone: Zone): boolean =>
  gaps.some(
    ({ from, to }) => Date.parse(from) <= zone.startOfDay(day) && zone.startOfDay(addDays(day, 1)) <= Date.parse(to),
  )
