import type { MeasureReply } from '@pult/contract/measures'
import type { ReportLine, ReportSection, ReportTable } from '@pult/contract/report-words'
import { HOUR_MS } from '@pult/engine/time'

import { levelTarget, type PartTools } from './happened-part.ts'
import { daysIn, type ReportFacts } from './read-facts.ts'
import type { Explained } from './explain.ts'
import { textCell } from './tongue.ts'

/** What follows from the figures and from nothing else, each with its number and where it is seen. */
export function todoPart(facts: ReportFacts, explained: Explained | null, tools: PartTools): ReportSection {
  return {
    title: tools.tongue.t('todo'),
    lines: [
      ...dataLines(facts, tools),
      ...queueLines(facts, tools),
      ...remedyLines(facts, explained, tools),
      alertLine(facts, tools),
    ],
    charts: [],
    tables: [...shortfallTable(facts, explained, tools), ...moveTable(facts, explained, tools)],
  }
}

/** The address of Measures with these days and perhaps one queue. */
const measuresPath = ({ days: { firstDay, lastDay } }: ReportFacts, queueId?: number): string =>
  `/measures?period=${firstDay}..${lastDay}${queueId === undefined ? '' : `&queues=${queueId}&by=day`}`

function dataLines({ head }: ReportFacts, { tongue }: PartTools): ReportLine[] {
  return [
    ...gapLines(head, { tongue }),
    ...(head.hoursDue > 0 ? [{ text: tongue.t('hoursDue', { count: head.hoursDue }), path: null }] : []),
  ]
}

export function gapLines({ gaps, period }: MeasureReply, { tongue }: Pick<PartTools, 'tongue'>): ReportLine[] {
  const [from, to] = [Date.parse(period.from), Date.parse(period.to)]
  const ms = gaps.reduce(
    (sum, gap) => sum + Math.max(0, Math.min(to, Date.parse(gap.to)) - Math.max(from, Date.parse(gap.from))),
    0,
  )
  if (ms === 0) return []
  return [{ text: tongue.t('gaps', { hours: tongue.number(ms / HOUR_MS, 1), count: gaps.length }), path: '/imports' }]
}

const MOST_QUEUES = 6

/** Queues under their target, by the days on which they were. */
function queueLines(facts: ReportFacts, { tongue }: PartTools): ReportLine[] {
  const { queueDays, days, targetOf, withinOf, queueNames } = facts
  const all = daysIn(days)
  if (all.length === 1) return []
  const missedBy = Map.groupBy(
    queueDays.rows.filter(({ figures: [figure] }) => figure?.target?.state === 'missed'),
    ({ keys: [queue] }) => Number(queue?.key ?? 0),
  )
  return [...missedBy]
    .map(([queueId, rows]) => ({ queueId, on: new Set(rows.map(({ keys }) => String(keys[1]?.key))) }))
    .toSorted((left, right) => right.on.size - left.on.size)
    .slice(0, MOST_QUEUES)
    .flatMap(({ queueId, on }) => {
      const target = targetOf.get(queueId)
      if (target === undefined) return []
      const after = all.findLastIndex((day) => !on.has(day))
      const inRow = all.length - 1 - after
      const text = tongue.t('underTarget', {
        queue: queueNames.get(queueId) ?? '–',
        target: levelTarget(target, withinOf.get(queueId) ?? null, tongue),
        missed: on.size,
        days: all.length,
        row: inRow > 1 ? tongue.t('inRow', { count: inRow }) : '',
      })
      return [{ text, path: measuresPath(facts, queueId) }]
    })
}

function remedyLines(facts: ReportFacts, explained: Explained | null, { tongue }: PartTools): ReportLine[] {
  if (!facts.isCalls || explained === null) return []
  if (facts.targetOf.size === 0) return [{ text: tongue.t('noTargets'), path: '/settings/targets' }]
  if (explained.shortfalls.length === 0) return [{ text: tongue.t('allMet'), path: measuresPath(facts) }]
  return explained.moves.length === 0 && explained.modelled.length > 1
    ? [{ text: tongue.t('noMoves'), path: null }]
    : []
}

function alertLine({ alerts }: ReportFacts, { tongue }: PartTools): ReportLine {
  const text =
    alerts.open === 0
      ? tongue.t('alertsNone', { raised: alerts.raised })
      : tongue.t('alertsOpen', { open: alerts.open, raised: alerts.raised, names: alerts.worst.join(', ') })
  return { text, path: '/alerts' }
}

function shortfallTable(
  { queueNames }: ReportFacts,
  explained: Explained | null,
  { tongue, cells }: PartTools,
): ReportTable[] {
  if (explained === null || explained.shortfalls.length === 0) return []
  const { t } = tongue
  return [
    {
      title: t('shortfallsTable'),
      head: [t('queue'), t('hour'), t('level'), t('levelTarget'), t('missedContacts'), t('moreAgents')],
      rows: explained.shortfalls.map(({ queueId, weekHour, level, target, missed, moreAgents }) => [
        textCell(queueNames.get(queueId) ?? '–'),
        textCell(tongue.weekHour(weekHour)),
        cells.percent(level),
        cells.percent(target),
        cells.one(missed),
        cells.count(moreAgents),
      ]),
      hasTotal: false,
    },
  ]
}

function moveTable({ queueNames }: ReportFacts, explained: Explained | null, { tongue }: PartTools): ReportTable[] {
  if (explained === null || explained.moves.length === 0) return []
  const { t } = tongue
  return [
    {
      title: t('movesTable'),
      head: [t('from'), t('to'), t('hour'), t('gain')],
      rows: explained.moves.map(({ fromQueueId, toQueueId, weekHour, gain }) => [
        textCell(queueNames.get(fromQueueId) ?? '–'),
        textCell(queueNames.get(toQueueId) ?? '–'),
        textCell(tongue.weekHour(weekHour)),
        { text: tongue.signed(gain * 100, 2), value: gain * 100, format: '+0.00;-0.00;0.00' },
      ]),
      hasTotal: false,
    },
  ]
}
