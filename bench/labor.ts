import {
  checkLaw,
  createLaborCalendar,
  rulesOf,
  type LaborPerson,
  type LawQuestion,
  type PersonWork,
  type WorkShift,
} from '@pult/engine/labor'
import { createRandom } from '@pult/engine/numeric'
import { addDays, createZone, MINUTE_MS } from '@pult/engine/time'

import { machine, option } from './open-pult.ts'

// What holding a roster against labour law costs: every person and rule of a centre’s four weeks, and one person again after one of her
// shifts was moved. CPU time, medians. `--agents 500 --weeks 4`, `--law RU`.

const agents = option('agents', 500)
const weeks = option('weeks', 4)
const RUNS = 15

const from = '2026-04-27'
const zone = createZone('Europe/Moscow')
const random = createRandom('labor')
const rules = rulesOf('RU')

/** Shifts of 9 and 12 hours, by day and night, two on and two off or five in a row, with a meal and rests as a planner places them. */
function shiftsOf(agent: number): WorkShift[] {
  const isLong = agent % 2 === 0
  const startHour = isLong ? (agent % 4 === 0 ? 8 : 20) : 8 + (agent % 5)
  const worksOn = (day: number): boolean => (isLong ? (day + agent) % 4 < 2 : day % 7 < 5)
  // A month before the roster is known too, as it would be.
  return Array.from({ length: (weeks + 4) * 7 }, (_, day) => day - 28)
    .filter(worksOn)
    .map((day) => {
      const start =
        zone.startOfDay(addDays(from, day)) / MINUTE_MS + startHour * 60 + 15 * Math.floor(3 * random.uniform())
      const hours = isLong ? 12 : 9
      const breakAt = (hour: number, kind: 'meal' | 'rest', minutes: number): WorkShift['breaks'][number] => ({
        kind,
        isPaid: kind === 'rest',
        start: start + hour * 60,
        end: start + hour * 60 + minutes,
      })
      const breaks = isLong
        ? [breakAt(2, 'rest', 15), breakAt(4, 'meal', 60), breakAt(7, 'rest', 15), breakAt(9, 'rest', 15)]
        : [breakAt(2, 'rest', 15), breakAt(4, 'meal', 60), breakAt(7, 'rest', 15)]
      return { start, end: start + hours * 60, breaks }
    })
}

function personOf(agent: number): LaborPerson {
  return {
    personId: String(agent),
    bornOn: '1992-03-14',
    groups: agent % 10 === 0 ? [{ group: 'parentOfChildUnder14', from: '2024-01-01', to: null }] : [],
    consents: [],
    agreement: {
      jurisdiction: 'RU',
      weekHours: 40,
      rate: 1,
      weekPattern: 'shifts',
      accountingMonths: 3,
      isNightWorkEqualised: true,
      isContinuousOperation: true,
      isSideJob: false,
    },
  }
}

const people: PersonWork[] = Array.from({ length: agents }, (_, agent) => ({
  person: personOf(agent),
  shifts: shiftsOf(agent),
}))

const asked = (some: readonly PersonWork[]): LawQuestion => ({
  people: some,
  rulesFor: () => rules,
  // A calendar of its own each time: nothing is remembered from the run before.
  calendar: createLaborCalendar('ru', zone),
  from,
  to: addDays(from, weeks * 7 - 1),
  publishedOn: '2026-03-20',
})

function cpuMs(act: () => void): number {
  const began = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}

const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0

const shifts = people.reduce((sum, one) => sum + one.shifts.length, 0)
const found = checkLaw(asked(people))
const whole = Array.from({ length: RUNS }, () => cpuMs(() => void checkLaw(asked(people))))
const calendar = createLaborCalendar('ru', zone)
const again = Array.from({ length: RUNS }, (_, run) => {
  const work = people[run % people.length] as PersonWork
  const moved = work.shifts.map((shift, index) => (index === 40 ? { ...shift, end: shift.end + 60 } : shift))
  return cpuMs(() => void checkLaw({ ...asked([{ ...work, shifts: moved }]), calendar }))
})

console.log(machine())
console.log(
  `${agents} agents × ${weeks} weeks (${shifts} shifts with those before, ${rules.length} rules): ${median(whole).toFixed(0)} CPU ms, the slowest of ${RUNS} ${Math.max(...whole).toFixed(0)}; ${found.length} breaches found`,
)
console.log(
  `one person after one changed shift: ${median(again).toFixed(2)} CPU ms, the slowest of ${RUNS} ${Math.max(...again).toFixed(2)}`,
)
