import { createRandomStreams } from '../numeric/index.ts'
import { createBreakMoves } from './break-moves.ts'
import { clearDesk, createRosterDesk, placeShifts, rosterOf, type RosterDesk } from './load-roster.ts'
import { ownBreaches, type OwnLimit } from './own-limits.ts'
import { tryActivity } from './place-activity.ts'
import { prepareRoster, type PreparedRoster } from './prepare-roster.ts'
import { createMoves } from './roster-moves.ts'
import type { Roster, RosterProblem, RosterShift } from './roster-problem.ts'
import type { ActivitySeats, RosterState } from './roster-state.ts'
import { scoreOf, type RosterScore } from './roster-score.ts'
import { HOURS_PER_MISSING_HOUR } from './try-drafts.ts'

export interface OptimiserOptions {
  readonly seed: number
  /** Moves until the search is cold; later runs go on cold. Changed by `plan`. */
  readonly plannedMoves: number
  /** A roster to start from; its shifts may be taken away again. */
  readonly start?: Roster
}

export interface RosterProgress {
  /** Turns of the search: what the plan counts. */
  readonly moves: number
  /** Changes whose cost was known, or known to be above what was allowed: forbidden ones too, but no turn that found nothing to change. */
  readonly tried: number
  readonly accepted: number
  /** Of the best roster so far. */
  readonly best: RosterScore
  readonly current: RosterScore
  readonly isPlanDone: boolean
}

/** A search that runs in pieces: the same seed and the same pieces give the same roster. */
export interface RosterOptimiser {
  /** Tries so many moves and tells where it stands. */
  readonly run: (moves: number) => RosterProgress
  /** The best roster so far: usable at any moment. Lawful as soon as one was found. */
  readonly best: () => Roster
  readonly bestScore: () => RosterScore
  /** Sets the number of moves after which the search is cold, counted from the very first. */
  readonly plan: (moves: number) => void
  /** Takes a roster of another search for its own and goes on from there. */
  readonly take: (roster: Roster) => void
}

/** How much of a usual loss is taken on at the start and at the end: measured on centres of 30 to 500 agents. */
const HOT = 0.4
/** Where it starts from a roster that is to be made better, not forgotten. */
const WARM = 0.05
const COLD = 0.003
/** Part of the moves that only lay one break elsewhere. */
const BREAK_SHARE = 0.1
/** Moves between two looks at whether the roster is the best so far; more for a larger one, whose copy takes longer. */
const LOOK_EVERY = 4096
const SAMPLE = 4000
const ACTIVITY_EVERY = 64

/** @throws RangeError when the problem cannot be laid out (see `rosterFaults`, which says so before). */
export function createRosterOptimiser(problem: RosterProblem, options: OptimiserOptions): RosterOptimiser {
  return optimisePrepared(prepareRoster(problem), options)
}

/** What lets nobody work, whatever else her shifts are: the search cannot move such a shift where no other is open to her. */
const FORBIDDING: ReadonlySet<OwnLimit> = new Set(['mayWork', 'absence', 'forbiddenNight'])

/** Shifts of a roster to start from without those that have become forbidden since: leave came, or a time in which she cannot work. */
function allowedOf(prepared: PreparedRoster, shifts: readonly RosterShift[]): readonly RosterShift[] {
  const { problem, days } = prepared
  const numberById = new Map(problem.agents.map(({ agentId }, agent) => [agentId, agent]))
  return shifts.filter((shift) => {
    const agent = numberById.get(shift.agentId)
    if (agent === undefined || shift.day < 0 || shift.day >= days) return false
    return !ownBreaches(prepared, agent * days + shift.day, shift).some(({ limit }) => FORBIDDING.has(limit))
  })
}

export function optimisePrepared(prepared: PreparedRoster, options: OptimiserOptions): RosterOptimiser {
  const streams = createRandomStreams(1)
  streams.restart(options.seed, 0)
  const uniform = (): number => streams.fraction(0)
  const desk = createRosterDesk(prepared, uniform)
  const { state, trial } = desk
  const shifts = createMoves(desk, uniform)
  const breaks = createBreakMoves(state, uniform)
  const missingWorth = HOURS_PER_MISSING_HOUR * prepared.people.hourWorth
  if (options.start !== undefined) placeShifts(desk, allowedOf(prepared, options.start.shifts))
  const hot = options.start === undefined || options.start.shifts.length === 0 ? HOT : WARM
  let planned = Math.max(1, options.plannedMoves)
  const lookEvery = LOOK_EVERY * Math.max(1, Math.ceil(state.cells / LOOK_EVERY))
  let moves = 0
  let accepted = 0
  let usual = 0
  let heat = 0
  /** How much dearer a change may be that is tried now. */
  const draw = (): number => heat * streams.exponential(0)
  let best = snapshot(desk)

  const standing = ({ objective, brokenHours, missingHours }: RosterScore): number =>
    objective + (brokenHours + missingHours) * missingWorth * 1000

  function run(count: number): RosterProgress {
    for (let left = count; left > 0; left -= lookEvery) {
      const temperature = temperatureAt(Math.min(1, moves / planned))
      anneal(Math.min(left, lookEvery), temperature)
      const score = scoreOf(state)
      if (standing(score) < standing(best.score) - 1e-9) best = snapshot(desk, score, best)
    }
    return progress()
  }

  function anneal(count: number, temperature: number): void {
    heat = temperature
    for (let turn = 0; turn < count; turn++) {
      const atMost = draw()
      if (state.seats.count > 0 && turn % ACTIVITY_EVERY === 0) tryActivity(desk, uniform, atMost)
      if (uniform() < BREAK_SHARE) {
        breaks.tryBreaks(draw)
        continue
      }
      const many = shifts.propose(atMost)
      if (many > 0 && trial.accept(many, atMost)) accepted++
    }
    moves += count
  }

  /** The first part fills the roster without taking on any loss; then it is measured what a move usually costs. */
  function temperatureAt(done: number): number {
    if (moves < fillMoves()) return 0
    if (usual === 0) usual = usualLoss()
    return usual * hot * (COLD / hot) ** done
  }

  const fillMoves = (): number => Math.min(planned * 0.1, state.cells * 400)

  function usualLoss(): number {
    let sum = 0
    let seen = 0
    for (let turn = 0; turn < SAMPLE; turn++) {
      const many = shifts.propose(Number.POSITIVE_INFINITY)
      if (many === 0) continue
      const cost = Math.abs(trial.price(many))
      if (cost > 0 && Number.isFinite(cost)) {
        sum += cost
        seen++
      }
    }
    return seen === 0 ? 1 : sum / seen
  }

  function progress(): RosterProgress {
    return {
      moves,
      tried: shifts.tried + breaks.tried,
      accepted: accepted + breaks.accepted,
      best: best.score,
      current: scoreOf(state),
      isPlanDone: moves >= planned,
    }
  }

  return {
    run,
    best: () => rosterOf({ ...state, ...best, seats: { ...state.seats, ...best.seats } }),
    bestScore: () => best.score,
    plan: (total) => {
      planned = Math.max(1, total)
    },
    take: (roster) => {
      clearDesk(desk)
      placeShifts(desk, roster.shifts)
      const score = scoreOf(state)
      if (standing(score) < standing(best.score)) best = snapshot(desk, score, best)
    },
  }
}

/** A copy of everything a roster is made of; into an older copy where one is given. */
function snapshot({ state }: RosterDesk, score: RosterScore = scoreOf(state), into?: Snapshot): Snapshot {
  const copy = <List extends Int32Array | Uint8Array>(list: List, old: List | undefined): List => {
    if (old === undefined) return list.slice() as List
    old.set(list)
    return old
  }
  return {
    score,
    start: copy(state.start, into?.start),
    end: copy(state.end, into?.end),
    option: copy(state.option, into?.option),
    breakCount: copy(state.breakCount, into?.breakCount),
    breakStart: copy(state.breakStart, into?.breakStart),
    breakSlots: copy(state.breakSlots, into?.breakSlots),
    breakIsPaid: copy(state.breakIsPaid, into?.breakIsPaid),
    breakIsMeal: copy(state.breakIsMeal, into?.breakIsMeal),
    seats: { start: copy(state.seats.start, into?.seats.start), cell: copy(state.seats.cell, into?.seats.cell) },
  }
}

interface Snapshot extends Pick<
  RosterState,
  'start' | 'end' | 'option' | 'breakCount' | 'breakStart' | 'breakSlots' | 'breakIsPaid' | 'breakIsMeal'
> {
  readonly score: RosterScore
  readonly seats: Pick<ActivitySeats, 'start' | 'cell'>
}
