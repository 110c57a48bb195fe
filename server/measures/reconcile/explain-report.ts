import { setImmediate as othersWork } from 'node:timers/promises'

import type { Explained, OldReport, ReportRow } from '@pult/contract/reconciliations'
import {
  layoutOf,
  OWN,
  reconcile,
  type ReportCells,
  type ReportScope,
  type ReportTarget,
  type ReportToExplain,
  type Reconciliation,
  type StandingLevel,
  versionOn,
} from '@pult/engine/measures'
import { dayNumber, HOUR_MS, type Zone } from '@pult/engine/time'

import { readCenter, readOwnVersions, type KnownVersion } from '../../center/index.ts'
import { invalid, type Database, type Scope, type Tx } from '../../platform/index.ts'
import { countDue } from '../due-hours.ts'
import { periodOf, type Period } from '../period.ts'
import { targetsOn, withinSecondsOf } from '../thresholds.ts'
import { queuesOf } from '../today-sql.ts'
import { isoOf, zoneOf } from '../zone-sql.ts'
import { cellsFromRollups, openCellMaker, type CellsQuery } from './report-cells.ts'
import { cellsFromFacts, hasLaterLegs, mediansOf } from './report-facts.ts'

/** A year of hours of fifty queues is what memory and patience hold. */
const MOST_DAYS = 366

/**
 * Explains an old report: first from the roll-ups alone; what they leave open is looked for in the facts too, one pass a family of questions.
 * The search gives way to other requests all the while.
 */
export async function explainReport(database: Database, scope: Scope, report: OldReport): Promise<Explained> {
  const began = performance.now()
  const { centerId } = scope
  const { read, maker, legs } = await database.readCenter(scope, async (tx) => {
    const basics = await readBasics(tx, centerId, report)
    const made = await openCellMaker(tx, basics.query)
    return { read: basics, maker: made, legs: await cellsFromRollups(tx, basics.query, made) }
  })
  const input = (cells: ReportCells): ReportToExplain => ({
    layout: read.query.layout,
    cells,
    targets: read.targets,
    level: read.level,
    utcOffsetHours: read.zone.offsetAt(read.period.from) / HOUR_MS,
  })
  let found = await run(input({ legs }))
  let { tried } = found
  if (found.figures.some(({ status }) => status === 'alone' || status === 'unexplained')) {
    const facts = await database.readCenter(scope, async (tx) => {
      const scopes = [...new Set(read.targets.map((target) => target.scope))]
      const medians = await mediansOf(tx, read.query, scopes)
      if (!(await hasLaterLegs(tx, read.query))) return { medians, cells: { legs } }
      const firstLegs = await cellsFromFacts(tx, read.query, maker, 'firstLegs')
      const contacts = await cellsFromFacts(tx, read.query, maker, 'contacts')
      return { medians, cells: { legs, firstLegs, contacts } }
    })
    found = await run({ ...input(facts.cells), medians: facts.medians })
    tried += found.tried
  }
  return {
    from: report.from,
    to: report.to,
    timeZone: read.zone.timeZone,
    period: { from: isoOf(read.period.from), to: isoOf(read.period.to) },
    ...present({ ...found, tried }, report, read.targets),
    queues: read.queues,
    level: read.told,
    hoursDue: read.hoursDue,
    milliseconds: Math.round(performance.now() - began),
  }
}

async function run(report: ReportToExplain): Promise<Reconciliation> {
  const steps = reconcile(report)
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
    await othersWork()
  }
}

interface Basics {
  readonly zone: Zone
  readonly period: Period
  readonly query: CellsQuery
  readonly targets: readonly ReportTarget[]
  readonly level: StandingLevel
  readonly told: Explained['level']
  readonly queues: { queueId: number; name: string }[]
  readonly hoursDue: number
}

async function readBasics(tx: Tx, centerId: number, report: OldReport): Promise<Basics> {
  const { timeZone, policy } = await readCenter(tx, centerId)
  const zone = zoneOf(timeZone)
  const period = periodOf(zone, report.from, report.to)
  if (dayNumber(report.to) - dayNumber(report.from) > MOST_DAYS)
    throw invalid('periodTooLong', `body.to: at most ${MOST_DAYS} days can be reconciled at once.`, {
      at: 'body.to',
      values: { days: MOST_DAYS },
    })
  const standing = await targetsOn(tx, centerId, zone.localDate(period.to - 1))
  const ownSeconds = (queueId: number): number => withinSecondsOf(standing, queueId)
  const thresholds = [0, ...standing.map(({ queueId }) => queueId)].map(ownSeconds)
  const { level, told } = levelOf(
    await readOwnVersions(tx, centerId),
    zone.localDate(period.to - 1),
    policy.shortAbandonSeconds,
  )
  const layout = layoutOf([...thresholds, ...(level.within === OWN ? [] : [level.within])], [level.shortSeconds])
  const queues = await queuesOf(tx, centerId)
  return {
    zone,
    period,
    query: { centerId, zone, firstDay: report.from, span: period, layout, ownSeconds },
    targets: targetsOf(report, new Set(queues.map(({ queueId }) => queueId))),
    level,
    told,
    queues: queues.map(({ queueId, name }) => ({ queueId, name })),
    hoursDue: await countDue(tx, centerId, period, 'queue'),
  }
}

/** The service level and the handling time as the centre defines them on the last day. */
function levelOf(
  versions: readonly KnownVersion[],
  day: string,
  policySeconds: number,
): Pick<Basics, 'level' | 'told'> {
  const parametersOf = (id: string): KnownVersion['parameters'] => versionOn(versions, id, day)?.parameters ?? {}
  const { rule = 'serviceLevelNeutral', within, short } = parametersOf('serviceLevel')
  const parts = partsOf[String(parametersOf('ahtSeconds')['parts'])]
  const told = {
    measureId: String(rule),
    withinSeconds: typeof within === 'number' ? within : null,
    shortSeconds: typeof short === 'number' ? short : null,
  }
  const level: StandingLevel = {
    measureId: told.measureId,
    within: told.withinSeconds ?? OWN,
    shortSeconds: told.shortSeconds ?? policySeconds,
    ...(parts === undefined ? {} : { parts }),
  }
  return { level, told }
}

const partsOf: Readonly<Record<string, StandingLevel['parts']>> = {
  talk: ['talk'],
  talkHold: ['talk', 'hold'],
  talkAcw: ['talk', 'acw'],
}

/** The rows as the engine wants them; rows of one scope share it, so that its sums are made once. */
function targetsOf({ from, to, rows }: OldReport, queues: ReadonlySet<number>): ReportTarget[] {
  const scopes = new Map<string, ReportScope>()
  return rows.map((row, index) => {
    const [first, end] = [row.from ?? from, row.to ?? to]
    const at = `body.rows.${index}`
    if (first >= end || first < from || end > to)
      throw invalid('outsideReport', `${at}: its days ${first} – ${end} do not lie within those of the report.`, { at })
    if (row.queueId !== null && !queues.has(row.queueId))
      throw invalid('unknownQueue', `${at}.queueId: this centre has no queue ${row.queueId}.`, { at: `${at}.queueId` })
    const name = `${first} ${end} ${row.queueId}`
    const scope = scopes.get(name) ?? {
      fromDay: dayNumber(first) - dayNumber(from),
      toDay: dayNumber(end) - dayNumber(from),
      queueId: row.queueId,
    }
    scopes.set(name, scope)
    return { figure: row.figure, scope, value: row.value, tolerance: row.tolerance }
  })
}

function present(
  found: Reconciliation,
  { rows }: OldReport,
  targets: readonly ReportTarget[],
): Pick<Explained, 'changes' | 'figures' | 'tried' | 'alternatives'> {
  const rowOf = (target: ReportTarget): ReportRow => rows[targets.indexOf(target)] as ReportRow
  return {
    changes: [...found.changes],
    tried: found.tried,
    alternatives: found.alternatives.map((changes) => [...changes]),
    figures: found.figures.map((figure) => ({
      ...figure,
      changes: [...figure.changes],
      steps: figure.steps.map(({ changes, value }) => ({ changes: [...changes], value })),
      rows: figure.rows.map(({ target, ...row }) => ({ row: rowOf(target), ...row })),
      other: figure.other === null ? null : { ...figure.other, changes: [...figure.other.changes] },
    })),
  }
}
