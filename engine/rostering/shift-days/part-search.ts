import type { LocalSearch } from './local-search.ts'
import { PRICING_EFFORT, type ColumnSearch } from './column-search.ts'
import { improvePart } from './improve-part.ts'
import type { ProgramPart } from './roster-program.ts'

// Where the whole is too large for one programme: annealing over small neighbourhoods, and programmes over some people and weeks whose
// size follows from how long the last ones took.

export interface PartSearch extends ColumnSearch {
  readonly local: LocalSearch
  readonly secondsLeft: () => number
}

const FEWEST_PEOPLE = 4
const SECONDS_A_PART = 6
const BURST_STEPS = 300

/** Until the time is over, or `until` seconds are left. */
export function searchParts(search: PartSearch, until: number): void {
  const { problem, people, solver, random, incumbent, local, secondsLeft } = search
  let size = Math.min(problem.staff.length, 12)
  const isOver = (): boolean => incumbent.isOver() || secondsLeft() <= until
  const began = secondsLeft()
  local.state.load(incumbent.rows)
  while (!isOver()) {
    const left = (secondsLeft() - until) / Math.max(1e-9, began - until)
    burst(left)
    if (isOver()) return
    const before = secondsLeft()
    const part = drawPart(search, size)
    const { rows } = incumbent
    const paths = improvePart(problem, people, rows, part, {
      solver,
      random,
      effort: PRICING_EFFORT,
      isOver,
      whim: 0.1,
    })
    const seconds = before - secondsLeft()
    if (seconds < SECONDS_A_PART / 2) size = Math.min(problem.staff.length, Math.ceil(size * 1.15))
    else if (seconds > SECONDS_A_PART * 1.5) size = Math.max(FEWEST_PEOPLE, Math.floor(size * 0.8))
    if (paths !== null) take(rows, part, paths)
  }

  /** Some steps of annealing, from the best roster on; cold, so that it stays near. */
  function burst(left: number): void {
    if (local.state.cost !== incumbent.cost) local.state.load(incumbent.rows)
    const temperature = 0.2 + 4 * left * random.uniform() ** 2
    for (let step = 0; step < BURST_STEPS && !incumbent.isOver(); step++) {
      local.step(temperature)
      incumbent.offer(local.state.cost, local.state.rows)
    }
  }

  /** The days fit between the days they were made for: onto a newer roster only where it has these people’s rows unchanged. */
  function take(rows: readonly Int16Array[], part: ProgramPart, paths: readonly Int16Array[]): void {
    const isSame = part.people.every((person) => isEqual(rows[person], incumbent.rows[person]))
    local.state.load(isSame ? incumbent.rows : rows)
    for (const person of part.people) local.state.clear(person, part.from, part.to)
    for (const [place, person] of part.people.entries())
      local.state.place(person, part.from, paths[place] as Int16Array)
    incumbent.offer(local.state.cost, local.state.rows)
  }
}

const isEqual = (left: Int16Array | undefined, right: Int16Array | undefined): boolean =>
  left === right || (left?.every((shift, day) => shift === right?.[day]) ?? false)

/** Few people for all days of a short horizon; more of them for two to four weeks of any. */
function drawPart({ problem, random }: PartSearch, size: number): ProgramPart {
  const { days, staff } = problem
  const everyone = random.shuffle(staff.map((_, person) => person))
  const weeks = Math.ceil(days / 7)
  const length = Math.min(weeks, random.pick([2, 4, 4, 6]))
  if (days <= 56 && random.chance(0.5))
    return { people: everyone.slice(0, Math.max(FEWEST_PEOPLE, Math.ceil((size * 4) / weeks))), from: 0, to: days }
  const first = random.integer(0, weeks - length + 1)
  return {
    people: everyone.slice(0, Math.max(FEWEST_PEOPLE, Math.ceil((size * 4) / length))),
    from: first * 7,
    to: Math.min(days, (first + length) * 7),
  }
}
