import type { ReportCell, ReportChart, ReportLine, ReportSection, ReportTable } from '@pult/contract/report-words'
import type { LevelChange, PeriodLoad, WorkloadChange } from '@pult/engine/reports'

import { waterfall } from './charts.ts'
import { staffHours, type PartTools } from './happened-part.ts'
import type { ReportFacts } from './read-facts.ts'
import type { Watched } from './read-usual.ts'
import type { Explained } from './explain.ts'
import { textCell } from './tongue.ts'

const line = (text: string): ReportLine => ({ text, path: null })

/** What a row of the table of drivers explains, and the figures whose being out of the ordinary makes it worth explaining. */
const explainedRows = [
  { row: 'workload', figures: ['offered', 'ahtSeconds'] },
  { row: 'level', figures: ['serviceLevelNeutral'] },
  { row: 'abandon', figures: ['abandonRate'] },
  { row: 'asa', figures: ['asaSeconds'] },
] as const
type RowName = (typeof explainedRows)[number]['row']

/** What a row is called in a sentence, without its unit. */
const rowNames = { workload: 'workName', level: 'levelRow', abandon: 'abandonRow', asa: 'asaName' } as const

/** `missed`: as usual, and usually under its target: nobody may call that noise. */
type RowState = 'ordinary' | 'out' | 'missed' | 'unknown'

const missesTarget = ({ head }: ReportFacts, id: Watched): boolean =>
  head.total.figures[head.measures.findIndex((measure) => measure.id === id)]?.target?.state === 'missed'

/** The measured drivers of what is out of the ordinary or under its target; what is not is said to be noise and left alone. */
export function whyPart(facts: ReportFacts, explained: Explained | null, tools: PartTools): ReportSection {
  const { t } = tools.tongue
  const title = t('why')
  if (explained === null)
    return {
      title,
      lines: [line(t('noBefore', { before: tools.tongue.range(facts.daysBefore) }))],
      charts: [],
      tables: [],
    }
  const stateOf = (figures: readonly Watched[]): RowState => {
    const known = figures.flatMap((id) => facts.usual[id] ?? [])
    if (known.some(({ isOrdinary }) => !isOrdinary)) return 'out'
    if (known.length === 0) return 'unknown'
    return figures.some((id) => missesTarget(facts, id)) ? 'missed' : 'ordinary'
  }
  const states = new Map(explainedRows.map(({ row, figures }) => [row, stateOf(figures)]))
  const namesOf = (state: RowState): string =>
    explainedRows.flatMap(({ row }) => (states.get(row) === state ? [t(rowNames[row])] : [])).join(', ')
  if ([...states.values()].every((state) => state === 'ordinary'))
    return { title, lines: [line(t('allOrdinary'))], charts: [], tables: [] }
  const wanted = explainedRows.flatMap(({ row }) => (states.get(row) === 'ordinary' ? [] : [row]))
  const { levels } = explained
  const isLevelWanted = wanted.some((row) => row !== 'workload')
  const lines = [
    ...factLines(facts, tools),
    ...(namesOf('ordinary') === '' ? [] : [t('someOrdinary', { names: namesOf('ordinary') })]),
    ...(namesOf('missed') === '' ? [] : [t('missedOrdinary', { names: namesOf('missed') })]),
    ...(namesOf('unknown') === '' ? [] : [t('notKnown', { names: namesOf('unknown') })]),
    ...(isLevelWanted ? coverLines(facts, explained, tools) : []),
    ...(wanted.includes('workload') && explained.workload !== null ? [t('wayWorkload')] : []),
    ...(isLevelWanted && levels.level !== null ? [t('wayLevel')] : []),
  ]
  const table = driversTable(explained, wanted, tools)
  return {
    title,
    lines: lines.map(line),
    charts: wanted.includes('level') && levels.level !== null ? [levelChart(levels.level, tools)] : [],
    tables: table === null ? [] : [table],
  }
}

const perDay = ({ days, hours }: PeriodLoad): number | null =>
  days > 0 ? hours.reduce((sum, { offered }) => sum + offered, 0) / days : null

function factLines({ before, now, head }: ReportFacts, { tongue }: PartTools): string[] {
  const share = (from: number | null, to: number | null): string =>
    from === null || to === null || from === 0 ? '–' : `${tongue.signed((to / from - 1) * 100, 1)}\u00A0%`
  const [volumeBefore, volume] = [perDay(before), perDay(now)]
  const [staffBefore, staff] = [staffHours(before), staffHours(now)]
  const handling = head.total.figures[head.measures.findIndex(({ id }) => id === 'ahtSeconds')]
  return [
    ...(volume === null || volume === 0
      ? []
      : [
          tongue.t('factVolume', {
            now: tongue.number(volume),
            before: tongue.number(volumeBefore),
            change: share(volumeBefore, volume),
          }),
        ]),
    tongue.t('factHandling', {
      now: tongue.seconds(handling?.value),
      before: tongue.seconds(handling?.comparison?.value),
    }),
    ...(staff === null
      ? []
      : [
          tongue.t('factStaff', {
            now: tongue.number(staff, 1),
            before: tongue.number(staffBefore, 1),
            change: share(staffBefore, staff),
          }),
        ]),
  ]
}

function coverLines(
  { isCalls, now, queueNames }: ReportFacts,
  { levels, modelled }: Explained,
  { tongue }: PartTools,
): string[] {
  if (!isCalls) return [tongue.t('noCallsModel')]
  if (levels.level === null) return [tongue.t('noModel')]
  const left = [...new Set(now.hours.map(({ queueId }) => queueId))].filter((id) => !modelled.includes(id))
  if (left.length === 0) return []
  const names = left.map((id) => queueNames.get(id) ?? '–').join(', ')
  return [tongue.t('covered', { share: tongue.percent(levels.covered), names })]
}

type WriteCell = (value: number) => ReportCell

function driversTable(
  { workload, levels }: Explained,
  wanted: readonly RowName[],
  { tongue, cells }: PartTools,
): ReportTable | null {
  const { t } = tongue
  const row = (
    name: 'workload' | 'levelRow' | 'abandonRow' | 'asaRow',
    change: WorkloadChange | LevelChange | null,
    [value, difference]: readonly [WriteCell, WriteCell],
  ): ReportCell[][] => {
    if (change === null) return []
    const { before, now, shares } = change
    return [
      [
        textCell(t(name)),
        value(before),
        value(now),
        difference(now - before),
        difference(shares.volume),
        difference(shares.handling),
        // The work of a day is what has to be done, whoever is there, and is told apart exactly.
        'staff' in shares ? difference(shares.staff) : textCell('–'),
        difference(shares.mix),
        'unexplained' in change ? difference(change.unexplained) : textCell('–'),
      ],
    ]
  }
  const [plain, percent] = [[cells.one, cells.signedOne] as const, [cells.percent, cells.points] as const]
  const rows = [
    ...(wanted.includes('workload') ? row('workload', workload, plain) : []),
    ...(wanted.includes('level') ? row('levelRow', levels.level, percent) : []),
    ...(wanted.includes('abandon') ? row('abandonRow', levels.abandon, percent) : []),
    ...(wanted.includes('asa') ? row('asaRow', levels.asa, plain) : []),
  ]
  if (rows.length === 0) return null
  return {
    title: t('driversTable'),
    head: ['', t('beforeHead'), t('nowHead'), t('change'), t('volume'), t('handling'), t('staff'), t('mix'), t('rest')],
    rows,
    hasTotal: false,
  }
}

function levelChart({ before, now, shares, unexplained }: LevelChange, { tongue }: PartTools): ReportChart {
  const { t } = tongue
  const steps = (['volume', 'handling', 'staff', 'mix'] as const).map((driver) => ({
    label: t(driver),
    change: shares[driver],
    isRest: false,
  }))
  return waterfall([...steps, { label: t('rest'), change: unexplained, isRest: true }], {
    label: t('chartDrivers'),
    before: { label: t('beforeHead'), value: before },
    now: { label: t('nowHead'), value: now },
    isMoreBetter: true,
    write: (value) => tongue.percent(value),
    writeChange: (value) => tongue.signed(value * 100, 1),
  })
}
