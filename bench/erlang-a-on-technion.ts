import { createRandom } from '@pult/engine/numeric'
import {
  foresee,
  learnHabits,
  type Availability,
  type CenterHabits,
  type ObservedInterval,
} from '@pult/engine/staffing'

import { handlingLaws, liveMonth } from './lived-month.ts'
import { machine } from './open-pult.ts'
import { readMonth, WITHIN_SECONDS, type Month } from './technion-month.ts'

// How well Erlang A foresees a real centre: patience and availability learnt from January 1999, tried on February, hour by hour, with the
// volume and the handling time as they were. Beside it what each ingredient is worth, within a month too (each week foreseen from the
// others), and what chance leaves to a model that is right in everything.

const LIVED_MONTHS = 20

type Learn = (hours: readonly ObservedInterval[]) => CenterHabits

interface Errors {
  readonly offered: number
  readonly abandonMiss: number
  readonly abandonBias: number
  readonly levelMiss: number
  readonly levelBias: number
}

const NO_ERRORS: Errors = { offered: 0, abandonMiss: 0, abandonBias: 0, levelMiss: 0, levelBias: 0 }

function errorsOf(hours: readonly ObservedInterval[], habits: CenterHabits): Errors {
  return foresee(hours, habits).reduce((sum, { abandonRate, answeredWithin }, place) => {
    const hour = hours[place] as ObservedInterval
    const abandon = abandonRate * hour.offered - hour.abandoned
    const level = answeredWithin * hour.offered - hour.answeredWithin
    return plus(sum, {
      offered: hour.offered,
      abandonMiss: Math.abs(abandon),
      abandonBias: abandon,
      levelMiss: Math.abs(level),
      levelBias: level,
    })
  }, NO_ERRORS)
}

const plus = (one: Errors, other: Errors): Errors => ({
  offered: one.offered + other.offered,
  abandonMiss: one.abandonMiss + other.abandonMiss,
  abandonBias: one.abandonBias + other.abandonBias,
  levelMiss: one.levelMiss + other.levelMiss,
  levelBias: one.levelBias + other.levelBias,
})

const points = (part: number, { offered }: Errors): string => ((100 * part) / offered).toFixed(2)

const told = (errors: Errors): string =>
  `${points(errors.abandonMiss, errors)} (${points(errors.abandonBias, errors).padStart(5)}) · ` +
  `${(errors.levelMiss / errors.offered).toFixed(3)} (${points(errors.levelBias, errors).padStart(5)})`

const learnAsMonth =
  ({ answerDelaySeconds }: Month): Learn =>
  (hours) => {
    const habits = learnHabits(hours, { withinSeconds: WITHIN_SECONDS, answerDelaySeconds })
    if (habits === undefined) throw new Error('nobody waited')
    return habits
  }

const withoutKinds = (hours: readonly ObservedInterval[]): readonly ObservedInterval[] =>
  hours.map(({ offeredByKind: _offered, waitsByKind: _waits, ...hour }) => hour)

const same = (whole: number): Availability => ({ whole, byGroup: {} })

function plain(habits: CenterHabits, availability: number): CenterHabits {
  const [underPressure, atOnce] = [same(availability), same(availability)]
  return { ...habits, underPressure, atOnce, patienceByGroup: {}, answerDelaySeconds: 0, ahtPriorContacts: 0 }
}

/** The ladder from bare presence to what Pult does; each rung is told what it learns from and what it is tried on. */
const RUNGS: readonly {
  readonly name: string
  readonly kinds: boolean
  readonly change: (own: CenterHabits) => CenterHabits
}[] = [
  { name: 'agents as present', kinds: false, change: (own) => plain(own, 1) },
  { name: 'one availability, one patience', kinds: false, change: (own) => plain(own, own.underPressure.whole) },
  {
    name: '+ handling time drawn to the usual one',
    kinds: false,
    change: (own) => ({ ...plain(own, own.underPressure.whole), ahtPriorContacts: own.ahtPriorContacts }),
  },
  {
    name: '+ at once and under pressure apart',
    kinds: false,
    change: (own) => ({
      ...own,
      underPressure: same(own.underPressure.whole),
      atOnce: same(own.atOnce.whole),
      patienceByGroup: {},
    }),
  },
  { name: '+ by hour of the day', kinds: false, change: (own) => own },
  { name: '+ patience by kind of caller: the defaults', kinds: true, change: (own) => own },
]

/** Weeks begin on Sunday; days at the edges of a month belong to the whole week beside them. */
const WEEK_STARTS = { January: [1, 10, 17, 24, 32], February: [1, 8, 15, 22, 29] } as const
type MonthName = keyof typeof WEEK_STARTS

function byOtherWeeks(hours: readonly ObservedInterval[], starts: readonly number[], learn: Learn): Errors {
  return starts.slice(0, -1).reduce((sum, start, week) => {
    const isIn = ({ position }: ObservedInterval): boolean =>
      position >= start * 24 && position < (starts[week + 1] ?? Infinity) * 24
    return plus(sum, errorsOf(hours.filter(isIn), learn(hours.filter((hour) => !isIn(hour)))))
  }, NO_ERRORS)
}

/** As the product does: each week of the later month from the four weeks before it. */
function byWeeksBefore(earlier: Month, later: Month, learn: Learn): Errors {
  const DAYS = { seen: 28, ofEarlier: 31 }
  const hours = [
    ...earlier.hours,
    ...later.hours.map((hour) => ({ ...hour, position: hour.position + 24 * DAYS.ofEarlier })),
  ]
  return WEEK_STARTS.February.slice(0, -1).reduce((sum, start) => {
    const from = (start + DAYS.ofEarlier) * 24
    const week = hours.filter(({ position }) => position >= from && position < from + 7 * 24)
    const before = hours.filter(({ position }) => position < from && position >= from - DAYS.seen * 24)
    return plus(sum, errorsOf(week, learn(before)))
  }, NO_ERRORS)
}

function tellLadder(january: Month, february: Month): void {
  console.log('\nP(abandon) MAE (bias), points · strict level at 20 s MAE (bias, points)')
  const columns = ['January → February', 'February → January', 'January, weeks held out', 'February, weeks held out']
  console.log(`${''.padEnd(44)}${columns.map((column) => column.padEnd(34)).join('')}`)
  for (const { name, kinds, change } of RUNGS) {
    const seen = ({ hours }: Month): readonly ObservedInterval[] => (kinds ? hours : withoutKinds(hours))
    const learn =
      (month: Month): Learn =>
      (hours) =>
        change(learnAsMonth(month)(hours))
    const cells = [
      errorsOf(seen(february), learn(january)(seen(january))),
      errorsOf(seen(january), learn(february)(seen(february))),
      byOtherWeeks(seen(january), WEEK_STARTS.January, learn(january)),
      byOtherWeeks(seen(february), WEEK_STARTS.February, learn(february)),
    ]
    console.log(`${name.padEnd(44)}${cells.map((cell) => told(cell).padEnd(34)).join('')}`)
  }
  const anew = byWeeksBefore(january, february, learnAsMonth(january))
  console.log(`each week of February from the four weeks before it, as Pult does: ${told(anew)}`)
}

/**
 * A month lived anew by queues with its own habits, and foreseen with just those habits, from the volume and the handling time as they
 * came: whoever foresees such hours better on average has looked.
 */
function tellFloor(name: MonthName, month: Month): void {
  const habits = learnAsMonth(month)(month.hours)
  const told = { ...habits, atOnce: habits.underPressure }
  for (const [law, draw] of Object.entries(handlingLaws)) {
    const random = createRandom(`floor ${name} ${law}`)
    const turns = Array.from({ length: LIVED_MONTHS }, () => {
      const lived = liveMonth(month.hours, habits, draw, random)
      return errorsOf(
        month.hours.map((hour, place) => ({ ...hour, ...lived[place] })).filter(({ offered }) => offered > 0),
        told,
      )
    })
    const rates = turns.map(({ abandonMiss, offered }) => (100 * abandonMiss) / offered)
    const all = turns.reduce(plus, NO_ERRORS)
    const mean = rates.reduce((sum, rate) => sum + rate, 0) / LIVED_MONTHS
    const sd = Math.sqrt(rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / (LIVED_MONTHS - 1))
    console.log(
      `${name}, handling ${law}: P(abandon) MAE ${mean.toFixed(2)} ± ${(1.96 * sd).toFixed(2)} points in a month ` +
        `(least of ${LIVED_MONTHS}: ${Math.min(...rates).toFixed(2)}), bias ${points(all.abandonBias, all)}; ` +
        `strict level MAE ${(all.levelMiss / all.offered).toFixed(3)}`,
    )
  }
}

console.log(machine())
const january = readMonth('january')
const february = readMonth('february')
if (january !== undefined && february !== undefined) {
  for (const [name, month] of [
    ['January', january],
    ['February', february],
  ] as const) {
    const { underPressure, atOnce, patienceSeconds, patienceByKind } = learnAsMonth(month)(month.hours)
    const kinds = Object.entries(patienceByKind).map(([kind, seconds]) => `${kind} ${seconds.toFixed(0)}`)
    console.log(
      `${name} (${month.hours.length} hours): availability ${underPressure.whole.toFixed(3)} under pressure, ` +
        `${atOnce.whole.toFixed(3)} at once; patience ${patienceSeconds.toFixed(0)} s (${kinds.join(', ')})`,
    )
  }
  tellLadder(january, february)
  console.log('\nwhat chance leaves to a model that is right in everything:')
  tellFloor('January', january)
  tellFloor('February', february)
  console.log('\nto reach on February: P(abandon) MAE 3.2 points, strict level MAE 0.09, bias 1 point')
}
