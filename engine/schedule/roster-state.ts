import { createFairBalance, type FairBalance } from './fair-balance.ts'
import type { PreparedRoster } from './prepare-roster.ts'
import { HOURS_PER_MISSED_HOUR } from './roster-worth.ts'
import { createSlotService, type SlotService } from './slot-service.ts'
import { createWorkingCells, type WorkingCells } from './working-cells.ts'

/** A cell is one agent on one day: agent × days + day. A shift that no option describes (drawn by hand, locked) has option −1. */
export interface RosterState {
  readonly prepared: PreparedRoster
  readonly service: SlotService
  readonly fair: FairBalance
  readonly cells: number
  /** Cells with a shift of an option that is not locked. */
  readonly working: WorkingCells
  /** Most breaks of a shift. */
  readonly breaks: number
  readonly start: Int32Array
  readonly end: Int32Array
  readonly option: Int32Array
  /** Slots of working time. */
  readonly work: Int32Array
  readonly breakCount: Int32Array
  /** cell × breaks + break. */
  readonly breakStart: Int32Array
  readonly breakSlots: Int32Array
  readonly breakIsPaid: Uint8Array
  readonly breakIsMeal: Uint8Array
  readonly isLocked: Uint8Array
  /** Hours of limits that a shift drawn by hand breaks by itself; 0 for options. */
  readonly own: Float64Array
  /** The shape that a shift laid by hand names, by cell: asked only where no option describes it. */
  readonly shapesByHand: Map<number, string | null>
  /** agent × width + slot: 1 at her post. */
  readonly atPost: Uint8Array
  /** Weighted money, wishes and stability of a cell. */
  readonly money: Float64Array
  readonly wishes: Float64Array
  readonly stability: Float64Array
  readonly refused: Int32Array
  readonly changed: Int32Array
  /** By agent: hours of hard limits broken, hours missing to the least working time, short rests. */
  readonly broken: Float64Array
  readonly missing: Float64Array
  readonly shortRests: Int32Array
  /** By budget: slots of working time in it. */
  readonly worked: Float64Array
  /** Placed activities, one entry for each person of each: −1 where not placed. */
  readonly seats: ActivitySeats
  readonly totals: RosterTotals
}

/** Running sums of the objective, all weighted. */
export interface RosterTotals {
  service: number
  money: number
  wishes: number
  stability: number
  activities: number
  broken: number
  missing: number
}

export interface ActivitySeats {
  readonly count: number
  readonly agent: Int32Array
  readonly activity: Int32Array
  readonly slots: Int32Array
  readonly start: Int32Array
  /** The cell whose shift holds it; −1 where not placed. */
  readonly cell: Int32Array
  /** Seats of an agent: those from `ofAgent[agent]` to `ofAgent[agent + 1]` in `byAgent`. */
  readonly ofAgent: Int32Array
  readonly byAgent: Int32Array
  /** Seats of an activity lie together. */
  readonly firstOf: Int32Array
  readonly inCell: Int32Array
  /** Weighted cost of a seat not placed. */
  readonly worth: Float64Array
}

export function createRosterState(prepared: PreparedRoster): RosterState {
  const { agents, days, width, options, problem } = prepared
  const cells = agents * days
  // Shifts drawn by hand may have more breaks than any shape.
  const breaks = [...problem.locked, ...problem.earlier].reduce(
    (most, shift) => Math.max(most, shift.breaks.length),
    Math.max(options.maxBreaks, 8),
  )
  const service = createSlotService(prepared)
  const state: RosterState = {
    prepared,
    service,
    fair: createFairBalance(prepared),
    cells,
    working: createWorkingCells(cells),
    breaks,
    start: new Int32Array(cells).fill(-1),
    end: new Int32Array(cells).fill(-1),
    option: new Int32Array(cells).fill(-1),
    work: new Int32Array(cells),
    breakCount: new Int32Array(cells),
    breakStart: new Int32Array(cells * breaks),
    breakSlots: new Int32Array(cells * breaks),
    breakIsPaid: new Uint8Array(cells * breaks),
    breakIsMeal: new Uint8Array(cells * breaks),
    isLocked: new Uint8Array(cells),
    own: new Float64Array(cells),
    shapesByHand: new Map(),
    atPost: new Uint8Array(agents * width),
    money: new Float64Array(cells),
    wishes: new Float64Array(cells),
    stability: new Float64Array(cells),
    refused: new Int32Array(cells),
    changed: new Int32Array(cells),
    broken: new Float64Array(agents),
    missing: new Float64Array(agents),
    shortRests: new Int32Array(agents),
    worked: new Float64Array(prepared.people.budgetMax.length),
    seats: createSeats(prepared),
    totals: { service: 0, money: 0, wishes: 0, stability: 0, activities: 0, broken: 0, missing: 0 },
  }
  return state
}

function createSeats({ agents, days, problem, people }: PreparedRoster): ActivitySeats {
  const numberById = new Map(problem.agents.map(({ agentId }, agent) => [agentId, agent]))
  const all = problem.activities.flatMap(({ agentIds, slots }, activity) =>
    agentIds.flatMap((agentId) => {
      const agent = numberById.get(agentId)
      return agent === undefined ? [] : [{ agent, activity, slots }]
    }),
  )
  const ofAgent = new Int32Array(agents + 1)
  for (const { agent } of all) ofAgent[agent + 1] = (ofAgent[agent + 1] as number) + 1
  for (let agent = 0; agent < agents; agent++)
    ofAgent[agent + 1] = (ofAgent[agent + 1] as number) + (ofAgent[agent] as number)
  const byAgent = Int32Array.from(
    [...all.keys()].toSorted((left, right) => (all[left]?.agent ?? 0) - (all[right]?.agent ?? 0) || left - right),
  )
  const firstOf = new Int32Array(problem.activities.length + 1).fill(all.length)
  for (let seat = all.length - 1; seat >= 0; seat--) firstOf[all[seat]?.activity ?? 0] = seat
  for (let activity = problem.activities.length - 1; activity >= 0; activity--)
    if (!all.some((seat) => seat.activity === activity)) firstOf[activity] = firstOf[activity + 1] as number
  return {
    count: all.length,
    agent: Int32Array.from(all, ({ agent }) => agent),
    activity: Int32Array.from(all, ({ activity }) => activity),
    slots: Int32Array.from(all, ({ slots }) => slots),
    start: new Int32Array(all.length).fill(-1),
    cell: new Int32Array(all.length).fill(-1),
    ofAgent,
    byAgent,
    firstOf,
    inCell: new Int32Array(agents * days),
    worth: Float64Array.from(
      all,
      ({ slots }) => ((slots * problem.slotMinutes) / 60) * HOURS_PER_MISSED_HOUR * people.hourWorth,
    ),
  }
}
