import { createRandom, type Random } from '../numeric/index.ts'
import { addDays, type LocalDate } from '../time/index.ts'
import type { AgentHabits, CheatKind, DemoAgent, DemoSkill, DemoTeam, ShiftPattern } from './center.ts'
import { inventNames } from './people-names.ts'

interface TeamPlan extends DemoTeam {
  readonly size: number
  readonly pattern: ShiftPattern
  readonly main: readonly string[]
  readonly second: readonly string[]
}

const plans: readonly TeamPlan[] = [
  team('sales-1', 'Продажи · Север', 'Sales · North', 14, 'fiveTwo', ['sales'], ['billing']),
  team('sales-2', 'Продажи · Юг', 'Sales · South', 14, 'twoTwo', ['sales'], ['delivery']),
  team('support-1', 'Поддержка · День', 'Support · Day', 15, 'fiveTwo', ['support'], ['delivery']),
  team('support-2', 'Поддержка · Смена', 'Support · Shift', 16, 'twoTwo', ['support'], ['sales']),
  team('delivery', 'Доставка', 'Delivery', 18, 'twoTwo', ['delivery'], ['support']),
  team('billing', 'Платежи', 'Payments', 9, 'fiveTwo', ['billing'], ['delivery']),
  team('digital', 'Цифровые каналы', 'Digital channels', 22, 'twoTwo', ['chat', 'email'], []),
  team('watch', 'Дежурная смена', 'Watch', 12, 'watch', ['support'], []),
]

export const demoTeams: readonly DemoTeam[] = plans.map(({ code, name }) => ({ code, name }))

const skillNames = {
  sales: ['Консультация и продажа', 'Selling'],
  support: ['Поддержка покупателей', 'Customer support'],
  delivery: ['Доставка и логистика', 'Delivery'],
  billing: ['Расчёты', 'Billing'],
  chat: ['Переписка в чате', 'Chat'],
  email: ['Деловая переписка', 'E-mail'],
} satisfies Record<string, readonly [string, string]>

export const demoSkills: readonly DemoSkill[] = Object.entries(skillNames).map(([code, [ru, en]]) => ({
  code,
  name: { ru, en },
  queue: code,
}))

const STARTS: Readonly<Record<ShiftPattern, readonly string[]>> = {
  fiveTwo: ['08:00', '09:00', '09:00', '10:00', '11:00', '12:00', '13:00'],
  twoTwo: ['08:00', '09:00', '10:00', '10:00'],
  watch: ['00:00'],
}

// Who cheats and how: by the place in the list, so that the same people do it whatever the anchor.
const cheatByPlace: Readonly<Record<number, CheatKind>> = {
  4: 'quickHangUp',
  22: 'ahtCliff',
  37: 'quickHangUp',
  41: 'acwPadding',
  55: 'pauseFlip',
  63: 'ghostCalls',
  74: 'ringDodge',
  88: 'pauseFlip',
}
const SHINING_PLACES: ReadonlySet<number> = new Set([9, 28, 49, 70, 91, 101])
const SHARE_HIRED_LATELY = 0.12

/** The people of the demonstration: 120 agents in 8 teams. The anchor only moves the dates of hiring. */
export function inventAgents(anchorDate: LocalDate): DemoAgent[] {
  const random = createRandom('the people of the demonstration')
  const size = plans.reduce((sum, plan) => sum + plan.size, 0)
  const names = inventNames(size, random.fork('names'))
  let place = 0
  return plans.flatMap((plan) =>
    Array.from({ length: plan.size }, (_, member) => {
      const index = place++
      return inventAgent(plan, member, index, names[index] ?? '', random.fork(index), anchorDate)
    }),
  )
}

function inventAgent(
  plan: TeamPlan,
  member: number,
  place: number,
  name: string,
  random: Random,
  anchorDate: LocalDate,
): DemoAgent {
  const starts = STARTS[plan.pattern]
  const hasSecond = plan.second.length > 0 && member % 3 !== 2
  return {
    code: plan.pattern === 'watch' ? `Agent/${201 + member}` : `SIP/${101 + place}`,
    name,
    team: plan.code,
    skills: [
      ...plan.main.map((skill) => ({ skill, level: 1 })),
      ...(hasSecond ? plan.second.map((skill) => ({ skill, level: 2 })) : []),
    ],
    hiredOn: addDays(anchorDate, -hiredDaysAgo(random)),
    pattern: plan.pattern,
    phase: plan.pattern === 'watch' ? member % 3 : member % 2 === 0 ? 0 : 2,
    shiftStart: starts[Math.floor(member / (plan.pattern === 'twoTwo' ? 2 : 1)) % starts.length] ?? '09:00',
    habits: inventHabits(place, random),
  }
}

function hiredDaysAgo(random: Random): number {
  return random.chance(SHARE_HIRED_LATELY) ? random.integer(20, 380) : 400 + Math.floor(random.exponential(700))
}

function inventHabits(place: number, random: Random): AgentHabits {
  const shines = SHINING_PLACES.has(place)
  const cheat = cheatByPlace[place]
  return {
    pace: shines ? 0.84 : Math.min(1.3, Math.max(0.8, random.normal(1, 0.09))),
    unresolved: shines ? 0.45 : random.lognormal(1, 0.25),
    usualLatenessMinutes: shines ? -4 : random.normal(-1, 2.5),
    leavesEarlyShare: shines ? 0 : random.uniform() * 0.1,
    ringNoAnswerShare: cheat === 'ringDodge' ? 0.14 : shines ? 0.001 : random.gamma(1.5, 0.009),
    breakStretch: shines ? 0.95 : random.lognormal(1.06, 0.12),
    ...(cheat === undefined ? {} : { cheat }),
    ...(shines ? { shines } : {}),
  }
}

function team(
  code: string,
  ru: string,
  en: string,
  size: number,
  pattern: ShiftPattern,
  main: readonly string[],
  second: readonly string[],
): TeamPlan {
  return { code, name: { ru, en }, size, pattern, main, second }
}
