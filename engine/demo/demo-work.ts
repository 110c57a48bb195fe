import { createRandom, type Random } from '../numeric/index.ts'
import { addDays, isoWeekday, type LocalDate } from '../time/index.ts'
import type { DemoAgent, Named, ShiftPattern } from './center.ts'

/** A break of a demonstration's shift: minutes after its start between which it may begin. */
interface DemoBreak {
  readonly kind: 'meal' | 'rest'
  readonly minutes: number
  readonly isPaid: boolean
  readonly earliestMinute: number
  readonly latestMinute: number
}

export interface DemoTemplate {
  readonly name: Named
  /** Minutes after midnight. */
  readonly startFromMinute: number
  readonly startToMinute: number
  readonly lengthFromMinutes: number
  readonly lengthToMinutes: number
  readonly breaks: readonly DemoBreak[]
  readonly patterns: readonly ShiftPattern[]
}

export interface DemoAgreement {
  /** The agent’s code. */
  readonly agent: string
  readonly from: LocalDate
  readonly rate: number
  readonly weekPattern: 'fiveDay' | 'shifts'
  readonly accountingMonths: 1 | 3
  readonly isContinuousOperation: boolean
  readonly costPerHour: number
  readonly bornOn: LocalDate
  readonly groups: readonly { readonly group: 'pregnant' | 'parentOfChildUnder14'; readonly from: LocalDate }[]
}

export interface DemoAbsence {
  readonly agent: string
  readonly kind: 'leave' | 'sick'
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
}

export interface DemoWish {
  readonly agent: string
  readonly kind: 'off' | 'startFrom'
  readonly firstDay: LocalDate
  readonly minute: number | null
  readonly importance: 1 | 2 | 3
}

/** A student’s lessons. */
export interface DemoLessons {
  readonly agent: string
  readonly weekdays: readonly number[]
  readonly fromMinute: number
  readonly toMinute: number
}

/** What the people of the demonstration agreed, and when they are away and would like to be. */
export interface DemoWork {
  readonly templates: readonly DemoTemplate[]
  readonly agreements: readonly DemoAgreement[]
  readonly absences: readonly DemoAbsence[]
  readonly wishes: readonly DemoWish[]
  readonly lessons: readonly DemoLessons[]
}

const rest = (earliestMinute: number, latestMinute: number): DemoBreak => ({
  kind: 'rest',
  minutes: 15,
  isPaid: true,
  earliestMinute,
  latestMinute,
})
const meal = (earliestMinute: number, latestMinute: number): DemoBreak => ({
  kind: 'meal',
  minutes: 60,
  isPaid: false,
  earliestMinute,
  latestMinute,
})

// Nobody looks at a screen for more than two hours without a break.
const templates: readonly DemoTemplate[] = [
  {
    name: { ru: 'День', en: 'Day' },
    startFromMinute: 480,
    startToMinute: 780,
    lengthFromMinutes: 480,
    lengthToMinutes: 540,
    breaks: [rest(105, 120), meal(240, 240), rest(405, 420)],
    patterns: ['fiveTwo'],
  },
  {
    name: { ru: 'Смена 12 часов', en: 'Twelve hours' },
    startFromMinute: 480,
    startToMinute: 660,
    lengthFromMinutes: 720,
    lengthToMinutes: 720,
    breaks: [rest(105, 120), rest(225, 240), meal(330, 360), rest(495, 510), rest(615, 630)],
    patterns: ['twoTwo', 'watch'],
  },
  {
    name: { ru: 'Ночь', en: 'Night' },
    startFromMinute: 1200,
    startToMinute: 1200,
    lengthFromMinutes: 720,
    lengthToMinutes: 720,
    breaks: [rest(105, 120), rest(225, 240), meal(330, 360), rest(495, 510), rest(615, 630)],
    patterns: ['watch'],
  },
  {
    name: { ru: 'Полсмены', en: 'Half a shift' },
    startFromMinute: 540,
    startToMinute: 1020,
    lengthFromMinutes: 240,
    lengthToMinutes: 360,
    breaks: [rest(105, 120), { ...meal(225, 240), minutes: 30 }],
    patterns: ['twoTwo'],
  },
]

/** Half a rate for every seventh of those who work in turns: students, mostly. */
const isHalf = ({ pattern }: DemoAgent, place: number): boolean => pattern === 'twoTwo' && place % 7 === 3

/** The same for the same anchor; only dates move with it. */
export function demoWork(agents: readonly DemoAgent[], anchorDate: LocalDate): DemoWork {
  const random = createRandom('what the people of the demonstration agreed')
  const each = agents.map((agent, place) => ({ agent, place, random: random.fork(place) }))
  return {
    templates,
    agreements: each.map(({ agent, place, random: own }) =>
      agreementOf(agent, place, own.fork('agreement'), anchorDate),
    ),
    absences: each.flatMap(({ agent, random: own }) => absencesOf(agent, own.fork('absence'), anchorDate)),
    wishes: each.flatMap(({ agent, random: own }) => wishesOf(agent, own.fork('wish'), anchorDate)),
    lessons: each
      .filter(({ agent, place }) => isHalf(agent, place))
      .map(({ agent, place }) => ({
        agent: agent.code,
        weekdays: place % 2 === 0 ? [1, 3, 5] : [2, 4],
        fromMinute: 540,
        toMinute: 840,
      })),
  }
}

function agreementOf(agent: DemoAgent, place: number, random: Random, anchorDate: LocalDate): DemoAgreement {
  const isEven = agent.pattern === 'fiveTwo'
  const isWoman = /[ая]$/.test(agent.name)
  const year = Number(anchorDate.slice(0, 4)) - (isHalf(agent, place) ? random.integer(19, 23) : random.integer(20, 56))
  const bornOn = addDays(`${year}-01-01`, random.integer(0, 364))
  const groups: DemoAgreement['groups'] =
    isWoman && place % 40 === 11
      ? [{ group: 'pregnant', from: addDays(anchorDate, -90) }]
      : random.chance(0.12)
        ? [{ group: 'parentOfChildUnder14', from: agent.hiredOn }]
        : []
  return {
    agent: agent.code,
    from: agent.hiredOn,
    rate: isHalf(agent, place) ? 0.5 : 1,
    weekPattern: isEven ? 'fiveDay' : 'shifts',
    accountingMonths: isEven ? 1 : 3,
    isContinuousOperation: !isEven,
    costPerHour: Math.round(random.normal(430, 45) / 10) * 10,
    bornOn,
    groups,
  }
}

const FORTNIGHT = 13

/** Two weeks of leave within the half year around the anchor for four in five, and an illness now and then. */
function absencesOf({ code }: DemoAgent, random: Random, anchorDate: LocalDate): DemoAbsence[] {
  const leave = addDays(anchorDate, random.integer(-60, 150))
  const monday = addDays(leave, 1 - isoWeekday(leave))
  const sick = addDays(anchorDate, random.integer(-14, 2))
  const isOnLeave = random.chance(0.8)
  const isIll = random.chance(0.05) && (sick > addDays(monday, FORTNIGHT) || addDays(sick, 6) < monday || !isOnLeave)
  return [
    ...(isOnLeave
      ? [{ agent: code, kind: 'leave' as const, firstDay: monday, lastDay: addDays(monday, FORTNIGHT) }]
      : []),
    ...(isIll ? [{ agent: code, kind: 'sick' as const, firstDay: sick, lastDay: addDays(sick, 6) }] : []),
  ]
}

const DAYS_AHEAD = 56

function wishesOf({ code }: DemoAgent, random: Random, anchorDate: LocalDate): DemoWish[] {
  if (!random.chance(0.3)) return []
  const firstDay = addDays(anchorDate, random.integer(7, DAYS_AHEAD))
  const importance = random.pick([1, 1, 2, 3] as const)
  return random.chance(0.7)
    ? [{ agent: code, kind: 'off', firstDay, minute: null, importance }]
    : [{ agent: code, kind: 'startFrom', firstDay, minute: 600, importance }]
}
