import { createRandom, type Random } from '@pult/engine/numeric'
import {
  slotCosts,
  type AgentLimits,
  type QueueDemand,
  type RosterAgent,
  type RosterDay,
  type RosterProblem,
  type ShiftShape,
} from '@pult/engine/schedule'
import { requiredAgents } from '@pult/engine/staffing'
import { addDays, dayKind, isoWeekday, isWorkingDay, type LocalDate } from '@pult/engine/time'

// A contact centre to make a roster for, from a seed: so many agents of three skills, a peak of six tenths of them at posts, evenings,
// nights and weekends thinner, leave of about one day in thirty, wishes, and the hard limits that the Russian preset leaves to a roster.

export interface RosterCenter {
  readonly agents: number
  readonly weeks: number
  readonly seed: number
  /** A Monday. */
  readonly firstDate: LocalDate
}

const SLOT_MINUTES = 15
const SLOTS = 96
const HOUR = 4

const queues = [
  { queueId: 'service', share: 0.55, ahtSeconds: 260 },
  { queueId: 'sales', share: 0.3, ahtSeconds: 320 },
  { queueId: 'technical', share: 0.15, ahtSeconds: 420 },
]
const skillSets = [
  { queueIds: ['service'], share: 0.36 },
  { queueIds: ['sales'], share: 0.16 },
  { queueIds: ['service', 'sales'], share: 0.24 },
  { queueIds: ['technical'], share: 0.08 },
  { queueIds: ['technical', 'service'], share: 0.1 },
  { queueIds: ['service', 'sales', 'technical'], share: 0.06 },
]

const weekdayFactor = [1.06, 1.02, 1, 0.98, 0.95, 0.5, 0.4]

/** Load of a slot against the peak: low at night, two humps by day, a long evening. */
function dayShape(slot: number): number {
  const hour = slot / HOUR
  const hump = (at: number, width: number): number => Math.exp(-(((hour - at) / width) ** 2))
  return 0.02 + 0.93 * hump(11.3, 2.3) + 0.66 * hump(15.4, 2.2) + 0.27 * hump(19.3, 2)
}

const rest = (earliest: number, latest: number) => ({ kind: 'rest' as const, slots: 1, isPaid: true, earliest, latest })
const meal = (earliest: number, latest: number) => ({
  kind: 'meal' as const,
  slots: 2,
  isPaid: false,
  earliest,
  latest,
})
const everyDay = [1, 2, 3, 4, 5, 6, 7]
const startsFrom = (first: number, last: number, step: number): number[] =>
  Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, at) => first + at * step)

export const shapes: readonly ShiftShape[] = [
  {
    shapeId: 'day',
    name: 'Day, 8 hours',
    starts: startsFrom(7 * HOUR, 14 * HOUR, 2),
    lengths: [34],
    breaks: [rest(4, 8), meal(12, 18), rest(20, 26), rest(26, 31)],
    weekdays: everyDay,
  },
  {
    shapeId: 'free',
    name: 'Six to ten hours',
    starts: startsFrom(7 * HOUR, 15 * HOUR, 1),
    lengths: [26, 28, 30, 32, 36, 38, 40, 42],
    breaks: [rest(4, 8), meal(11, 17), rest(18, 25), rest(26, 34)],
    weekdays: everyDay,
  },
  {
    shapeId: 'long',
    name: 'Twelve hours',
    starts: startsFrom(8 * HOUR, 11 * HOUR, 2),
    lengths: [48],
    breaks: [rest(4, 8), meal(11, 17), rest(18, 25), meal(24, 32), rest(32, 39), rest(38, 45)],
    weekdays: everyDay,
  },
  {
    shapeId: 'night',
    name: 'Night',
    starts: startsFrom(20 * HOUR, 22 * HOUR, 2),
    lengths: [40, 44],
    breaks: [rest(4, 8), meal(11, 17), rest(18, 25), rest(25, 32), rest(32, 40)],
    weekdays: everyDay,
  },
  {
    shapeId: 'short',
    name: 'Four to five hours',
    starts: startsFrom(8 * HOUR, 18 * HOUR, 2),
    lengths: [16, 18, 20],
    breaks: [rest(6, 8), rest(13, 16)],
    weekdays: everyDay,
  },
]

export function rosterCenter({ agents, weeks, seed, firstDate }: RosterCenter): RosterProblem {
  const random = createRandom(`roster/${seed}`)
  const days = Array.from({ length: weeks * 7 }, (_, day): RosterDay => {
    const date = addDays(firstDate, day)
    return { date, kind: dayKind(date, 'ru'), isoWeekday: isoWeekday(date), firstSlot: day * SLOTS, slots: SLOTS }
  })
  return {
    slotMinutes: SLOT_MINUTES,
    startMinute: Date.parse(`${firstDate}T00:00:00+03:00`) / 60_000,
    days,
    queues: queueDemands(days, agents),
    shapes,
    agents: people(days, agents, random),
    activities: [],
    weights: { service: 1, money: 1, wishes: 1, fairness: 1, stability: 1 },
    night: { from: 22 * HOUR, to: 6 * HOUR },
    locked: [],
    earlier: [],
  }
}

/** Contacts offered in a slot of a day, by queue. */
export function offeredIn(queue: number, day: RosterDay, slot: number, agents: number): number {
  const { share, ahtSeconds } = queues[queue] ?? { share: 0, ahtSeconds: 1 }
  const isHoliday = day.kind === 'holiday' || day.kind === 'transferredOff'
  const factor = weekdayFactor[(isHoliday ? 7 : day.isoWeekday) - 1] ?? 1
  // Six tenths of the people at posts at the peak: so many busy, and the square root of it that a service level needs beside.
  const posts = 0.6 * agents
  const erlangs = Math.max(0.5 * posts, posts - 1.29 * Math.sqrt(posts)) * share * factor * dayShape(slot)
  return (erlangs * SLOT_MINUTES * 60) / ahtSeconds
}

export const demandIn = (queue: number, day: RosterDay, slot: number, agents: number) => ({
  offered: offeredIn(queue, day, slot, agents),
  intervalSeconds: SLOT_MINUTES * 60,
  ahtSeconds: queues[queue]?.ahtSeconds ?? 1,
  patienceSeconds: 150,
})

export const WITHIN_SECONDS = 20

function queueDemands(days: readonly RosterDay[], agents: number): QueueDemand[] {
  return queues.map(({ queueId }, queue) => {
    const needed = new Float64Array(days.length * SLOTS)
    const cost: Float64Array[] = []
    // Days of the same factor share their tables.
    const known = new Map<number, { readonly needed: number; readonly costs: Float64Array }>()
    for (const [day, one] of days.entries())
      for (let slot = 0; slot < SLOTS; slot++) {
        const demand = demandIn(queue, one, slot, agents)
        let found = known.get(demand.offered)
        if (found === undefined) {
          const asked = requiredAgents(demand, {
            serviceLevel: { fraction: 0.8, withinSeconds: WITHIN_SECONDS, rule: 'neutral' },
          })
          const worth = { demand, withinSeconds: WITHIN_SECONDS, lateMoney: 25, lostMoney: 150, mostAgents: agents }
          found = { needed: asked.possible ? asked.agents : 0, costs: slotCosts(worth) }
          known.set(demand.offered, found)
        }
        needed[day * SLOTS + slot] = found.needed
        cost.push(found.costs)
      }
    return { queueId, needed, cost }
  })
}

function people(days: readonly RosterDay[], agents: number, random: Random): RosterAgent[] {
  const leaves = leavesOf(days.length, agents, random)
  return Array.from({ length: agents }, (_, agent): RosterAgent => {
    const isHalf = agent % 10 === 7
    const ownLeave = leaves.get(agent)
    const absences =
      ownLeave === undefined
        ? []
        : [{ start: ownLeave.first * SLOTS, end: ownLeave.end * SLOTS, kind: 'leave' as const }]
    const isAbsent = (day: number): boolean =>
      absences.some(({ start, end }) => day * SLOTS >= start && day * SLOTS < end)
    return {
      agentId: `agent${agent}`,
      name: `Agent ${agent}`,
      queueIds: skillSets[random.weighted(skillSets.map(({ share }) => share))]?.queueIds ?? [],
      shapeIds: isHalf ? ['short', 'free'] : ['day', 'free', 'long', 'night'],
      absences,
      wishes: wishesOf(days, agent, random),
      limits: limitsOf(days, { isHalf, isProtected: agent % 12 === 5, isAbsent }),
      costPerHour: 380 + 10 * random.integer(0, 20),
      nightPremium: 0.2,
      holidayPremium: 1,
      before: { lastShiftStart: -SLOTS + 36, lastShiftEnd: -SLOTS + 70, daysInARow: 0 },
      soFar: {
        nights: random.poisson(10),
        weekends: random.poisson(30),
        holidays: random.poisson(4),
        shortRests: random.poisson(5),
        lateChanges: random.poisson(3),
        refusedWishes: random.poisson(3),
      },
    }
  })
}

/** 96 days of leave for a hundred people, at most twelve in a row, nobody twice, all within the weeks. */
function leavesOf(
  days: number,
  agents: number,
  random: Random,
): Map<number, { readonly first: number; readonly end: number }> {
  const leaves = new Map<number, { readonly first: number; readonly end: number }>()
  for (let left = Math.round(agents * 0.96); left > 0;) {
    const agent = random.integer(0, agents)
    if (leaves.has(agent)) continue
    const length = Math.min(left, 12, days)
    const first = random.integer(0, days - length + 1)
    leaves.set(agent, { first, end: first + length })
    left -= length
  }
  return leaves
}

function wishesOf(days: readonly RosterDay[], agent: number, random: Random): RosterAgent['wishes'] {
  return Array.from({ length: random.poisson(1.5) }, (_, index) => {
    const kind = random.pick(['off', 'endBy', 'startFrom'] as const)
    const slot = kind === 'endBy' ? 18 * HOUR : kind === 'startFrom' ? 10 * HOUR : null
    return {
      wishId: `wish${agent}/${index}`,
      day: random.integer(0, days.length),
      kind,
      shapeId: null,
      slot,
      weight: 300,
    }
  })
}

interface Kind {
  readonly isHalf: boolean
  readonly isProtected: boolean
  readonly isAbsent: (day: number) => boolean
}

/** Norm of the production calendar for the days she is there, by calendar month, as the budget; a working day less at least. */
function limitsOf(days: readonly RosterDay[], { isHalf, isProtected, isAbsent }: Kind): AgentLimits {
  const months = [...new Set(days.map(({ date }) => date.slice(0, 7)))]
  const budgets = months.map((month) => {
    const own = [...days.entries()].filter(([, { date }]) => date.startsWith(month))
    const norm = own.reduce((sum, [day, { date, kind }]) => {
      if (isAbsent(day) || !isWorkingDay(date, 'ru')) return sum
      return sum + (kind === 'shortened' ? 7 * 60 : 8 * 60)
    }, 0)
    const maxMinutes = isHalf ? norm / 2 : norm
    const firstDay = own[0]?.[0] ?? 0
    return { firstDay, lastDay: own.at(-1)?.[0] ?? 0, minMinutes: Math.max(0, maxMinutes - 8 * 60), maxMinutes }
  })
  return {
    minRestSlots: 12 * HOUR,
    restPerShiftLength: 0,
    weeklyRestSlots: 42 * HOUR,
    maxConsecutiveDays: 6,
    minDaysOffPerWeek: 1,
    maxShiftMinutes: 12 * 60,
    budgets,
    mayWork: days.map(({ kind }) => !(isProtected && kind === 'holiday')),
    forbiddenNight: isProtected ? { from: 22 * HOUR, to: 6 * HOUR } : null,
    maxSlotsWithoutBreak: 8,
    meal: { aboveMinutes: isHalf ? 300 : 240, mealMinutes: 30 },
  }
}
