import { requireNumber } from '../queueing/index.ts'
import type { CenterModel, ContactTypeModel, Estimate } from '../simulation/index.ts'
import { coverGreedily, type SolveCover } from './multi-skill-cover.ts'
import { cutUntilMet } from './multi-skill-cuts.ts'
import { exchange } from './multi-skill-exchange.ts'
import { meanSeconds } from './multi-skill-load.ts'
import { measuredParts, type MeasuredPart, type SkillPart } from './multi-skill-parts.ts'
import type { SkillSearch } from './multi-skill-search.ts'
import { settle, type Settled } from './multi-skill-settle.ts'
import { createTrial, type Staffing } from './multi-skill-trial.ts'
import { checkTarget, unreachableParts, type StaffingTarget, type TargetPart } from './target.ts'

/** What agents of several skills are to be counted for. */
export interface MultiSkillInput {
  /** Arrivals, handling, patience, skills, routing; its own numbers of agents, shifts and thresholds are not used. */
  readonly model: CenterModel
  /** What each type keeps in every period, in the order of the model's types. Occupancy is of all who may take the type. */
  readonly targets: readonly StaffingTarget[]
  /** Cost of an agent for an hour, by group; 1 when left out. */
  readonly costs?: readonly number[]
  /** Most agents, by group; without bound when left out. */
  readonly most?: readonly number[]
  readonly seed: number
  /** Solves the integer programmes; a greedy cover when left out. */
  readonly solve?: SolveCover
  /** Days simulated for each point of the search's slopes; 40 when left out. */
  readonly searchDays?: number
  /** Days simulated to settle the answer, on other days than the search's; 300 when left out. */
  readonly checkDays?: number
  /** Told now and then how far the search is, from 0 to 1. */
  readonly onProgress?: (fraction: number) => void
}

/** One part of one type's target, with what came of it by period on the days of verification. */
export interface KeptPart {
  readonly type: string
  readonly part: SkillPart
  readonly wanted: number
  readonly levels: readonly Estimate[]
}

export interface MissedPart {
  readonly type: string
  readonly part: TargetPart
  /** Null: in none, however many agents there are. */
  readonly period: number | null
  readonly level: number | null
}

/** The cheapest agents found that keep the targets, and how sure that is. */
export interface MultiSkillRequirement {
  /** Whether agents could be found for every cell that keep its target on the check's days. */
  readonly possible: boolean
  /** By group and period. */
  readonly agents: Staffing
  /** Agent-hours, each at its group's cost. */
  readonly cost: number
  readonly parts: readonly KeptPart[]
  /** What is missed where no group may grow; empty when possible. */
  readonly unreachable: readonly MissedPart[]
  readonly simulatedDays: number
  /** Days, seen by no step of the search, that `parts` were measured on. */
  readonly verifiedDays: number
}

const SEATS_AN_ERLANG = 10
const SEATS_BESIDE = 50
const SEAT_DAYS = 10
// Beyond the seeds of the search and of the check: days that nothing was chosen by.
const VERIFY_SEED = 2
const USUAL_ROUNDS = 40

/**
 * Agents by skill group and period, at the least cost, such that every type keeps its target in every period: integer programmes with
 * cuts from simulation (Cezik and L'Ecuyer, Management Science 54 (2008) 310), then exchanges that the same days confirm; what is left
 * short on many other days is filled.
 *
 * @throws RangeError when a target is none, or lists do not have one entry for each type or group.
 */
export function multiSkillRequirement(input: MultiSkillInput): MultiSkillRequirement {
  checkInput(input)
  const { targets } = input
  const model = { ...input.model, contactTypes: input.model.contactTypes.map((type, at) => judged(type, targets[at])) }
  const most = input.most ?? manySeats(model)
  const measured = measuredParts(model, targets)
  const hopeless = hopelessParts(input, model, measured, most)
  const parts = measured.filter((part) => !hopeless.includes(part))
  const search = openSearch(input, model, createTrial(model, parts), most)
  const { tryDays, checkDays } = search
  const shares = targets.map(({ maxAbandonRate = 0 }) => 1 - maxAbandonRate)
  // The interval of the check, as fewer days tell it.
  const found = exchange(search, cutUntilMet(search, shares), Math.sqrt(tryDays / checkDays))
  return answer(search, settle(search, found), hopeless)
}

/** More than any sensible target asks for: what these do not keep is kept by no number. */
function manySeats(model: CenterModel): readonly number[] {
  const load = model.contactTypes.map(({ id, arrivalsPerHour, handling }) => ({
    id,
    erlangs: Math.max(0, ...arrivalsPerHour.map((rate, period) => (rate / 3600) * meanSeconds(handling[period]))),
  }))
  return model.groups.map(({ types }) => {
    const erlangs = load.filter(({ id }) => types.includes(id)).reduce((sum, own) => sum + own.erlangs, 0)
    return Math.ceil(SEATS_AN_ERLANG * erlangs) + SEATS_BESIDE
  })
}

/** What no number of agents keeps is named, and the rest is searched. Where somebody bounded the seats, all of them are the best there is. */
function hopelessParts(
  { targets, most, seed }: MultiSkillInput,
  model: CenterModel,
  parts: readonly MeasuredPart[],
  seats: readonly number[],
): readonly MeasuredPart[] {
  const reaching = parts.filter(({ type, part }) => {
    const canHangUp = model.contactTypes[type]?.patience !== undefined
    return !unreachableParts(targets[type] ?? {}, canHangUp).includes(part)
  })
  if (most !== undefined) return parts.filter((part) => !reaching.includes(part))
  const everybody = model.groups.map((_, group) => model.periods.map(() => seats[group] ?? 0))
  const levels = createTrial(model, reaching).run(everybody, { days: SEAT_DAYS, seed })
  const isKept = (at: number): boolean => model.periods.every((_, period) => levels.lack(at, period) <= 0)
  const kept = new Set(reaching.filter((_, at) => isKept(at)))
  return parts.filter((part) => !kept.has(part))
}

/** The thresholds that the target counts by. */
function judged(type: ContactTypeModel, target: StaffingTarget | undefined): ContactTypeModel {
  const { withinSeconds = type.withinSeconds, shortSeconds = type.shortSeconds } = target?.serviceLevel ?? {}
  return { ...type, withinSeconds, ...(shortSeconds === undefined ? {} : { shortSeconds }) }
}

function openSearch(
  input: MultiSkillInput,
  model: CenterModel,
  trial: SkillSearch['trial'],
  most: readonly number[],
): SkillSearch {
  const { seed, searchDays = 40, checkDays = 300, solve = coverGreedily, onProgress } = input
  let rounds = 0
  return {
    model,
    trial,
    solve,
    seed,
    searchDays,
    tryDays: 3 * searchDays,
    checkDays,
    costs: input.costs ?? model.groups.map(() => 1),
    most,
    onRound: () => onProgress?.(1 - Math.exp(-++rounds / USUAL_ROUNDS)),
  }
}

/** What was found, on days that neither the search nor the check has seen. */
function answer(
  search: SkillSearch,
  { staffing, missed }: Settled,
  hopeless: readonly MeasuredPart[],
): MultiSkillRequirement {
  const { model, trial, costs, checkDays, seed } = search
  const idOf = ({ type }: MeasuredPart): string => model.contactTypes[type]?.id ?? ''
  const levels = trial.run(staffing, { days: checkDays, seed: seed + VERIFY_SEED })
  const never = hopeless.map((part) => ({ type: idOf(part), part: part.part, period: null, level: null }))
  const unreachable = [
    ...never,
    ...missed.flatMap(({ part, period }): MissedPart[] => {
      const measured = trial.parts[part]
      if (measured === undefined) return []
      return [{ type: idOf(measured), part: measured.part, period, level: levels.estimate(part, period).mean }]
    }),
  ]
  return {
    possible: unreachable.length === 0,
    agents: staffing,
    cost: costOf(model, staffing, costs),
    parts: trial.parts.map((measured, at) => ({
      type: idOf(measured),
      part: measured.part,
      wanted: measured.wanted,
      levels: model.periods.map((_, period) => levels.estimate(at, period)),
    })),
    unreachable,
    simulatedDays: trial.simulatedDays(),
    verifiedDays: checkDays,
  }
}

const costOf = ({ periods }: CenterModel, staffing: Staffing, costs: readonly number[]): number =>
  staffing.reduce(
    (sum, own, group) =>
      sum +
      (costs[group] ?? 0) *
        own.reduce((total, number, period) => total + (number * (periods[period]?.lengthSeconds ?? 0)) / 3600, 0),
    0,
  )

function checkInput({ model, targets, costs, most, seed }: MultiSkillInput): void {
  requireNumber('seed', seed, Number.isSafeInteger(seed) && seed >= 0, 'a whole number from 0')
  requireOneEach('targets', targets.length, model.contactTypes.length, 'types')
  for (const [type, target] of targets.entries())
    try {
      checkTarget(target)
    } catch (error) {
      if (error instanceof RangeError) throw new RangeError(`${model.contactTypes[type]?.id ?? ''}: ${error.message}`)
      throw error
    }
  if (costs !== undefined) {
    requireOneEach('costs', costs.length, model.groups.length, 'groups')
    for (const [at, value] of costs.entries()) requireNumber(`costs[${at}]`, value, value > 0, 'above 0')
  }
  if (most !== undefined) {
    requireOneEach('most', most.length, model.groups.length, 'groups')
    for (const [at, value] of most.entries()) requireNumber(`most[${at}]`, value, value >= 0, 'zero or more')
  }
}

function requireOneEach(name: string, length: number, wanted: number, what: string): void {
  if (length !== wanted)
    throw new RangeError(`${name} must have one entry for each of the ${wanted} ${what}, not ${length}`)
}
