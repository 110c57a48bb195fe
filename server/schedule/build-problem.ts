import type { Wish as KeptWish } from '@pult/contract/people-time'
import type { RosterPrices, RosterWeights } from '@pult/contract/schedule-roster'
import type { Rotation } from '@pult/contract/schedule-settings'
import { workingTimeNorm } from '@pult/engine/labor'
import {
  rosterLimits,
  type AgentLimits,
  type FairShare,
  type RosterAgent,
  type RosterProblem,
  type RosterShift,
  type ShiftShape,
} from '@pult/engine/schedule'
import { addDays, createZone, MINUTE_MS, type LocalDate } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { listWishes, wholeCenter } from '../people/index.ts'
import type { Tx } from '../platform/index.ts'
import { listActivities } from './activity.ts'
import { countBurdens, readShiftsInForce } from './burdens.ts'
import { createGrid, SLOT_MINUTES, type Grid } from './grid.ts'
import { createLaborView, workOf, type LaborView } from './labor-people.ts'
import { absencesOf } from './member-time.ts'
import { readDemand, type RosterWarning } from './planned-demand.ts'
import { shapeOf, walkRotations, wishesOf } from './problem-parts.ts'
import { readWorkAround, type WorkAround } from './published-work.ts'
import type { PlannedQueue } from './queue-demand.ts'
import { restsMissing } from './rests-in-templates.ts'
import { chooseMembers, type Member } from './roster-members.ts'
import { listRotations } from './rotation.ts'
import { listShiftTemplates, readTemplateAgents } from './shift-template.ts'
import { readAgentQueues, readStaff } from './staff-facts.ts'

export interface ProblemAsked {
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
  readonly seriesId: number
  readonly requirementId: number
  readonly agentIds: readonly number[] | null
  /** Null: all templates that are in use. */
  readonly templateIds: readonly number[] | null
  readonly weights: RosterWeights
  readonly prices: RosterPrices
}

/** Everything a roster is made from but the costs of its queues, which take a thread to work out. */
export interface ProblemRecipe {
  readonly problem: Omit<RosterProblem, 'queues'>
  readonly queues: readonly PlannedQueue[]
  readonly prices: RosterPrices
  readonly warnings: readonly RosterWarning[]
  readonly grid: Grid
}

/** Longest row of working days; the law counts weeks, and a planner also wants this. */
const MOST_DAYS_IN_A_ROW = 6
const USUAL_COST_PER_HOUR = 400

export async function readProblem(tx: Tx, centerId: number, asked: ProblemAsked): Promise<ProblemRecipe> {
  const { firstDay, lastDay, seriesId } = asked
  const { timeZone, calendar } = await readCenter(tx, centerId)
  const zone = createZone(timeZone)
  const grid = createGrid(zone, calendar, asked)
  const demand = await readDemand(tx, centerId, grid, asked.requirementId)
  const isUsed = (templateId: number): boolean => asked.templateIds?.includes(templateId) !== false
  const templates = (await listShiftTemplates(tx, centerId)).filter(
    ({ shiftTemplateId, isArchived }) => !isArchived && isUsed(shiftTemplateId),
  )
  const staff = await readStaff(tx, centerId, asked)
  const queueIds = demand.queues.map(({ rule }) => rule.queueId)
  const templateAgents = new Map([...(await readTemplateAgents(tx, centerId))].filter(([one]) => isUsed(one)))
  const agentQueues = await readAgentQueues(tx, centerId, firstDay)
  const { members, warnings } = chooseMembers(staff, { ...asked, queueIds, agentQueues, templateAgents })
  const shapes = new Map(templates.map((template) => [template.shiftTemplateId, shapeOf(template)] as const))
  const year = `${firstDay.slice(0, 4)}-01-01`
  const soFar = countBurdens(
    await readShiftsInForce(tx, centerId, { firstDay: year, lastDay: addDays(firstDay, -1), exceptSeries: seriesId }),
    zone,
    calendar,
  )
  const known: Known = {
    grid,
    shapes,
    labor: createLaborView(zone, calendar, staff, asked),
    around: await readWorkAround(tx, centerId, asked),
    wishes: Map.groupBy(await listWishes(tx, wholeCenter(centerId), { firstDay, lastDay }), ({ agentId }) => agentId),
    rotations: await listRotations(tx, centerId),
    soFar: (agentId) => ({ ...NOTHING_YET, ...soFar.get(agentId) }),
    meanCost: meanCost(members),
  }
  const made = members.map((member) => makeAgent(member, known))
  const forNobody = templates.filter(
    ({ shiftTemplateId }) => !members.some(({ templateIds }) => templateIds.includes(shiftTemplateId)),
  )
  return {
    grid,
    queues: demand.queues,
    prices: asked.prices,
    warnings: [
      ...demand.warnings,
      ...warnings,
      ...forNobody.map(({ shiftTemplateId, name }) => ({
        code: 'templateForNobody',
        values: { shiftTemplateId, name },
      })),
      ...restsMissing(
        templates,
        members.map(({ templateIds, staff: one, agreement }) => ({
          templateIds,
          rules: known.labor.staffOf(one, agreement).rules,
        })),
      ),
    ],
    problem: {
      slotMinutes: SLOT_MINUTES,
      startMinute: grid.start / MINUTE_MS,
      days: grid.days,
      shapes: [...shapes.values()],
      agents: made.map(({ agent }) => agent),
      activities: await readActivities(tx, centerId, grid, asked, members),
      weights: asked.weights,
      night: { from: (22 * 60) / SLOT_MINUTES, to: (6 * 60) / SLOT_MINUTES },
      locked: made.flatMap(({ locked }) => locked),
      earlier: [],
    },
  }
}

interface Known {
  readonly grid: Grid
  readonly shapes: ReadonlyMap<number, ShiftShape>
  readonly labor: LaborView
  readonly around: WorkAround
  readonly wishes: ReadonlyMap<number, readonly KeptWish[]>
  readonly rotations: readonly Rotation[]
  readonly soFar: (agentId: number) => FairShare
  readonly meanCost: number
}

const NOTHING_YET: FairShare = {
  nights: 0,
  weekends: 0,
  holidays: 0,
  shortRests: 0,
  lateChanges: 0,
  refusedWishes: 0,
}

function makeAgent(
  member: Member,
  known: Known,
): { readonly agent: RosterAgent; readonly locked: readonly RosterShift[] } {
  const { grid, shapes, labor, around, meanCost: mean } = known
  const { staff, agreement, queueIds, templateIds } = member
  const { agentId, name } = staff
  const law = labor.staffOf(staff, agreement)
  const before = (around.shifts.get(agentId) ?? []).filter(({ start }) => start * MINUTE_MS < grid.start)
  const ownShapes = templateIds.flatMap((id) => shapes.get(id) ?? [])
  const absences = absencesOf(member, grid)
  const costPerHour = agreement.costPerHour ?? mean
  const isFree = (start: number, end: number): boolean =>
    absences.every((absence) => end <= absence.start || start >= absence.end)
  const walked = walkRotations(known.rotations, shapes, grid, { agentId, costPerHour, isFree })
  const limits = rosterLimits({
    work: workOf(law, before, around.months.get(agentId)),
    rules: law.rules,
    calendar: labor.calendar,
    keep: 'blocking',
    days: grid.days,
    slotMinutes: SLOT_MINUTES,
    shapes: ownShapes,
    maxConsecutiveDays: MOST_DAYS_IN_A_ROW,
  })
  const agent: RosterAgent = {
    agentId: String(agentId),
    name,
    queueIds: queueIds.map(String),
    shapeIds: ownShapes.map(({ shapeId }) => shapeId),
    absences,
    wishes: [...wishesOf(known.wishes.get(agentId) ?? [], grid, costPerHour), ...walked.wishes],
    limits: withAgreement(limits, member, known, walked.off),
    costPerHour,
    ...premiumsOf(law.rules),
    before: lastBefore(before, grid),
    soFar: known.soFar(agentId),
  }
  return { agent, locked: walked.locked }
}

/** What the agreement says beside the law: the shortest shift, hours of a week, and days off that a rotation sets. */
function withAgreement(
  limits: AgentLimits,
  member: Member,
  { grid, labor }: Known,
  off: ReadonlySet<number>,
): AgentLimits {
  const { minShiftHours, minWeekHours, maxWeekHours } = member.agreement
  const { days } = grid
  const mayWork = limits.mayWork.map((may, day) => may && !off.has(day))
  const budgets = [...limits.budgets]
  if (minWeekHours !== null || maxWeekHours !== null)
    for (const [firstDay, { isoWeekday: weekday }] of days.entries()) {
      if (weekday !== 1 && firstDay !== 0) continue
      const lastDay = Math.min(days.length - 1, firstDay + 7 - weekday)
      const isWhole = lastDay - firstDay === 6
      budgets.push({
        firstDay,
        lastDay,
        // Only a whole week can be asked to hold what was promised for one.
        minMinutes: isWhole ? (minWeekHours ?? 0) * 60 : 0,
        maxMinutes: maxWeekHours === null ? 7 * 1440 : maxWeekHours * 60,
      })
    }
  const promised = promisedMinutes(member, labor, grid, { ...limits, mayWork })
  if (promised > 0)
    budgets.push({ firstDay: 0, lastDay: days.length - 1, minMinutes: promised, maxMinutes: days.length * 1440 })
  return { ...limits, mayWork, budgets, ...(minShiftHours === null ? {} : { minShiftMinutes: minShiftHours * 60 }) }
}

/** Beyond this much under the norm, hours that were promised are missing. */
const SLACK_MINUTES = 12 * 60

/**
 * Working time that the agreement promises in these days: the norm less a shift. Nothing of whoever told when she can work: her hours are
 * what fits. Never more than the days that are left to her can hold.
 */
function promisedMinutes(
  { staff, agreement: { weekHours, rate, minWeekHours } }: Member,
  labor: LaborView,
  { dates, days }: Grid,
  { mayWork, maxShiftMinutes }: AgentLimits,
): number {
  // Hours promised by the week are in the weeks already: nothing is promised twice.
  if (staff.availability.length > 0 || minWeekHours !== null) return 0
  const isAway = (date: LocalDate): boolean =>
    staff.absences.some(
      ({ firstDay, lastDay, fromMinute }) => fromMinute === null && firstDay <= date && date <= lastDay,
    )
  const away = dates.filter(isAway).length
  const [from = '', to = dates.at(-1) ?? ''] = [dates[0], dates.at(-1)]
  const norm = workingTimeNorm({ calendar: labor.calendar, from, to, weekHours, rate }).minutes
  const left = days.filter(({ date }, day) => mayWork[day] === true && !isAway(date)).length
  const holds = left * (5 / 7) * Math.min(maxShiftMinutes, 8 * 60) * 0.9
  return Math.max(0, Math.floor(Math.min(norm * (1 - away / days.length) - SLACK_MINUTES, holds)))
}

/** What a night and a holiday hour cost more, as a share of the hour. */
function premiumsOf(rules: ReturnType<LaborView['staffOf']>['rules']): {
  readonly nightPremium: number
  readonly holidayPremium: number
} {
  let [nightPremium, holidayPremium] = [0, 0]
  for (const rule of rules) {
    if (rule.severity === 'off') continue
    if (rule.kind === 'nightPremium') nightPremium = Math.max(nightPremium, rule.parameters.share)
    if (rule.kind === 'holidayPay') holidayPremium = Math.max(holidayPremium, rule.parameters.salaryWithinNormExtra)
    if (rule.kind === 'payRates') {
      nightPremium = Math.max(nightPremium, rule.parameters.night - 1)
      holidayPremium = Math.max(holidayPremium, rule.parameters.holiday - 1)
    }
  }
  return { nightPremium, holidayPremium }
}

function lastBefore(
  shifts: readonly { readonly start: number; readonly end: number }[],
  grid: Grid,
): RosterAgent['before'] {
  const last = shifts.at(-1)
  if (last === undefined) return null
  const worked = new Set(shifts.map(({ start }) => grid.zone.localDate(start * MINUTE_MS)))
  let daysInARow = 0
  for (let day = addDays(grid.dates[0] ?? '', -1); worked.has(day); day = addDays(day, -1)) daysInARow++
  return {
    lastShiftStart: grid.slotOf(last.start * MINUTE_MS),
    lastShiftEnd: Math.ceil((last.end * MINUTE_MS - grid.start) / (SLOT_MINUTES * MINUTE_MS)),
    daysInARow,
  }
}

function meanCost(members: readonly Member[]): number {
  const costs = members.flatMap(({ agreement }) => agreement.costPerHour ?? [])
  return costs.length === 0 ? USUAL_COST_PER_HOUR : costs.reduce((sum, one) => sum + one, 0) / costs.length
}

async function readActivities(
  tx: Tx,
  centerId: number,
  grid: Grid,
  { firstDay, lastDay }: ProblemAsked,
  members: readonly Member[],
): Promise<RosterProblem['activities']> {
  const known = new Set(members.map(({ staff }) => staff.agentId))
  const all = await listActivities(tx, centerId, { firstDay, lastDay })
  return all.flatMap(({ activityId, name, kind, minutes, agentIds, isTogether, ...span }) => {
    const invited = agentIds.filter((agentId) => known.has(agentId))
    if (invited.length === 0) return []
    return [
      {
        activityId: String(activityId),
        name,
        kind,
        slots: minutes / SLOT_MINUTES,
        agentIds: invited.map(String),
        isTogether,
        from: Math.max(0, grid.slotOf(grid.wall(span.firstDay, span.fromMinute))),
        to: Math.min(grid.slots, grid.slotOf(grid.wall(span.lastDay, span.toMinute) - 1) + 1),
      },
    ]
  })
}
