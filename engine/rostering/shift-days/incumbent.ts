import { OFF, type CompiledDays } from './compiled.ts'
import type { ShiftDaysProblem, ShiftDaysRoster } from './problem.ts'
import { nameRoster } from './compiled.ts'

/** How a search talks to whoever runs it: it has no clock, and other searches may run beside it. */
export interface SearchTalk {
  /** Goes down to 0; the search ends then. */
  readonly secondsLeft: () => number
  readonly onBetter: (objective: number, roster: ShiftDaysRoster) => void
  readonly onBound: (lowerBound: number) => void
  /** A proof that there is no roster at all: nobody can keep this person’s rules. */
  readonly onImpossible: (employeeId: string) => void
  /** The best of what other searches have found since the last call. */
  readonly takeNews: () => {
    readonly better: { readonly objective: number; readonly roster: ShiftDaysRoster } | null
    readonly lowerBound: number | null
  }
}

/** The best roster and the best bound that are known anywhere. */
export interface Incumbent {
  readonly cost: number
  readonly rows: readonly Int16Array[]
  readonly lowerBound: number
  /** A roster must be below this to be of use. */
  readonly goal: number
  isOver(): boolean
  offer(cost: number, rows: readonly Int16Array[]): boolean
  /** A proven bound; rounded up where every cost is whole. */
  prove(lowerBound: number): void
}

const HAIR = 1e-4
/** Large rosters cost time to hand on: in a run of improvements some are passed over. */
const SECONDS_BETWEEN = 0.2

export function createIncumbent(problem: ShiftDaysProblem, compiled: CompiledDays, talk: SearchTalk): Incumbent {
  const shiftAt = new Map(problem.shifts.map(({ shiftId }, index) => [shiftId, index]))
  let cost = Number.POSITIVE_INFINITY
  let rows: readonly Int16Array[] = []
  let lowerBound = Number.NEGATIVE_INFINITY
  let toldAt = Number.POSITIVE_INFINITY
  let isTold = true

  function tell(): void {
    if (isTold) return
    const left = talk.secondsLeft()
    if (toldAt - left < SECONDS_BETWEEN && left > 0 && cost > lowerBound + HAIR) return
    toldAt = left
    isTold = true
    talk.onBetter(cost, nameRoster(problem, rows))
  }

  function listen(): void {
    const news = talk.takeNews()
    if (news.lowerBound !== null) lowerBound = Math.max(lowerBound, news.lowerBound)
    if (news.better === null || news.better.objective >= cost) return
    cost = news.better.objective
    isTold = true
    rows = news.better.roster.map((row) =>
      Int16Array.from(row, (shift) => (shift === null ? OFF : (shiftAt.get(shift) ?? OFF))),
    )
  }

  return {
    get cost() {
      return cost
    },
    get rows() {
      return rows
    },
    get lowerBound() {
      return lowerBound
    },
    get goal() {
      return compiled.isWhole ? cost - 1 + HAIR : cost - HAIR
    },
    isOver() {
      listen()
      tell()
      return talk.secondsLeft() <= 0 || cost <= lowerBound + HAIR
    },
    offer(newCost, newRows) {
      if (newCost >= cost - HAIR) return false
      cost = newCost
      rows = newRows.map((row) => row.slice())
      isTold = false
      tell()
      return true
    },
    prove(bound) {
      const proven = compiled.isWhole ? Math.ceil(bound - HAIR) : bound
      // No cost is below 0, so a bound below it says nothing.
      if (proven <= Math.max(0, lowerBound)) return
      lowerBound = proven
      talk.onBound(proven)
      tell()
    },
  }
}
