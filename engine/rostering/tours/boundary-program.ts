import type { WholeProgram } from '../linear-program.ts'
import { createProgramSketch, type ProgramSketch } from './program-sketch.ts'
import { tourRules, type TourProblem, type TourRoster, type TourShift, type TourTask } from './tour-problem.ts'

const { slotsPerDay, shortestShiftSlots, longestShiftSlots, shortestTaskSlots, restSlots } = tourRules

/** Which boundaries may move, and how far. */
export interface BoundaryReach {
  /** Slots either way. */
  readonly slots: number
  /** Boundaries outside these slots stay where they are. */
  readonly from: number
  readonly to: number
}

export interface BoundaryProgram {
  readonly program: Omit<WholeProgram, 'seconds' | 'start'> & { readonly start: Float64Array }
  /** How many boundaries may move. */
  readonly movable: number
  readonly toRoster: (values: Float64Array) => TourRoster
}

/**
 * The start of a shift, its end, or a change of task. It lies at `first` or later; for every slot from `first` to `last` − 1 a column
 * says whether it lies there or before, and the columns of one boundary stand in a row from `column` on.
 */
interface Boundary {
  readonly now: number
  readonly first: number
  readonly last: number
  readonly column: number
}

interface Piece {
  readonly task: number
  readonly from: Boundary
  readonly to: Boundary
}

/**
 * Keeps who works on which day at which tasks in which order, and moves all boundaries at once: working time then goes from one person
 * to another through whole chains of people, which changes of a few people cannot do. Who is there is a difference of columns, and the
 * square of what is too much a sum of steps of 1, 3, 5. Only for rosters with nobody missing.
 */
export function buildBoundaryProgram(problem: TourProblem, roster: TourRoster, reach: BoundaryReach): BoundaryProgram {
  const sketch = createProgramSketch()
  const tours = roster.map((shifts) => shifts.map((shift) => addPieces(shift, problem, reach, sketch)))
  for (const [person, shifts] of tours.entries()) limitPerson(problem, person, shifts, sketch)
  const cost = limitCover(problem, tours.flat(2), sketch)
  const movable = new Set(tours.flat(2).flatMap(({ from, to }) => [from, to].filter(({ first, last }) => first < last)))
  return {
    program: { ...sketch.finish(), below: cost - 0.5 },
    movable: movable.size,
    toRoster: (values) => tours.map((shifts) => shifts.map((pieces) => shiftOf(pieces, values))),
  }
}

function addPieces(shift: TourShift, problem: TourProblem, reach: BoundaryReach, sketch: ProgramSketch): Piece[] {
  const day = Math.floor(shift.start / slotsPerDay)
  let from = addBoundary(shift.start, day * slotsPerDay, (day + 1) * slotsPerDay - 1, reach, sketch)
  return shift.tasks.map(({ task, slots }) => {
    const to = addBoundary(from.now + slots, 0, problem.slots, reach, sketch)
    const piece = { task, from, to }
    from = to
    return piece
  })
}

function addBoundary(now: number, least: number, most: number, reach: BoundaryReach, sketch: ProgramSketch): Boundary {
  const moves = now >= reach.from && now < reach.to ? reach.slots : 0
  const first = Math.max(least, now - moves)
  const last = Math.min(most, now + moves)
  let column = -1
  for (let slot = first; slot < last; slot++) {
    const added = sketch.addChoice(now <= slot ? 1 : 0)
    if (column < 0) column = added
    else
      sketch.addRow(
        [
          [added, 1],
          [added - 1, -1],
        ],
        0,
        Infinity,
      )
  }
  return { now, first, last, column }
}

/** Boundaries with factors: a sum of where they lie, as a constant and columns. */
function limitSum(
  boundaries: readonly (readonly [Boundary, number])[],
  lower: number,
  upper: number,
  sketch: ProgramSketch,
): void {
  let constant = 0
  let [least, most] = [0, 0]
  const terms: [number, number][] = []
  for (const [{ first, last, column }, factor] of boundaries) {
    constant += factor * last
    least += factor * (factor > 0 ? first : last)
    most += factor * (factor > 0 ? last : first)
    for (let slot = first; slot < last; slot++) terms.push([column + slot - first, -factor])
  }
  if (least < lower || most > upper) sketch.addRow(terms, lower - constant, upper - constant)
}

function limitPerson(
  problem: TourProblem,
  person: number,
  shifts: readonly (readonly Piece[])[],
  sketch: ProgramSketch,
): void {
  const ends = shifts.map((pieces) => ({ from: (pieces[0] as Piece).from, to: (pieces.at(-1) as Piece).to }))
  for (const [place, { from, to }] of ends.entries()) {
    limitSum(
      [
        [to, 1],
        [from, -1],
      ],
      shortestShiftSlots,
      longestShiftSlots,
      sketch,
    )
    const next = ends[place + 1]
    if (next !== undefined)
      limitSum(
        [
          [next.from, 1],
          [to, -1],
        ],
        restSlots,
        Infinity,
        sketch,
      )
  }
  for (const { from, to } of shifts.flat())
    limitSum(
      [
        [to, 1],
        [from, -1],
      ],
      shortestTaskSlots,
      Infinity,
      sketch,
    )
  const { minSlots, maxSlots } = problem.staff[person] as { minSlots: number; maxSlots: number }
  limitSum(
    ends.flatMap(
      ({ from, to }) =>
        [
          [to, 1],
          [from, -1],
        ] as const,
    ),
    minSlots,
    maxSlots,
    sketch,
  )
}

/** Rows for the places where the cover can change, and what these places cost now. */
function limitCover({ taskIds, least, most }: TourProblem, pieces: readonly Piece[], sketch: ProgramSketch): number {
  const always = new Int32Array(least.length)
  const changes = new Map<number, [column: number, factor: number][]>()
  const start: number[] = []
  const addPresence = ({ now, first, last, column }: Boundary, task: number, factor: number, until: number): void => {
    for (let slot = first; slot < last; slot++) {
      const cell = slot * taskIds.length + task
      const terms = changes.get(cell) ?? []
      changes.set(cell, terms)
      terms.push([column + slot - first, factor])
      if (now <= slot) start[cell] = (start[cell] ?? 0) + factor
    }
    for (let slot = last; slot < until; slot++) {
      const cell = slot * taskIds.length + task
      always[cell] = (always[cell] as number) + factor
    }
  }
  for (const { task, from, to } of pieces) {
    const until = Math.max(from.last, to.last)
    addPresence(from, task, 1, until)
    addPresence(to, task, -1, until)
  }
  let cost = 0
  for (const [cell, terms] of changes) {
    const constant = always[cell] as number
    const highest = constant + terms.filter(([, factor]) => factor > 0).length
    const lowest = constant - terms.filter(([, factor]) => factor < 0).length
    const now = constant + (start[cell] ?? 0)
    const [min, max] = [least[cell] as number, most[cell] as number]
    if (lowest < min) sketch.addRow(terms, min - constant, Infinity)
    const over = Math.max(0, now - max)
    cost += over * over
    if (highest <= max) continue
    const steps = Array.from({ length: highest - max }, (_, step) =>
      sketch.addAmount(2 * step + 1, 1, step < over ? 1 : 0),
    )
    sketch.addRow([...terms, ...steps.map((column) => [column, -1] as const)], -Infinity, max - constant)
  }
  return cost
}

function shiftOf(pieces: readonly Piece[], values: Float64Array): TourShift {
  const tasks = pieces.map(({ task, from, to }): TourTask => ({
    task,
    slots: placeOf(to, values) - placeOf(from, values),
  }))
  return { start: placeOf((pieces[0] as Piece).from, values), tasks }
}

function placeOf({ first, last, column }: Boundary, values: Float64Array): number {
  let place = last
  for (let slot = first; slot < last; slot++) place -= Math.round(values[column + slot - first] as number)
  return place
}
