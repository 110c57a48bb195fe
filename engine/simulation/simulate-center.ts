import { checkRuns, replicationPieces, type ReplicationPiece, type SimulationRuns } from './replication-pieces.ts'
import { estimateContacts, estimateGroup, type ContactEstimates, type GroupEstimates } from './center-estimates.ts'
import type { CenterModel } from './center-model.ts'
import { createCenterSimulator } from './center-simulator.ts'
import { createEstimator } from './estimate.ts'
import { CONTACT_COUNTERS, GROUP_COUNTERS, type ReplicationTally } from './replication-tally.ts'
import { addMoments, addVector, layMoments, scopeMoments, type MomentsLayout } from './tally-moments.ts'

export interface QueueResult extends ContactEstimates {
  readonly id: string
  readonly perPeriod: readonly ContactEstimates[]
}

export interface GroupResult extends GroupEstimates {
  readonly id: string
  readonly perPeriod: readonly GroupEstimates[]
}

/** What so many runs of one model came to: for the whole, by period, by queue and by group. */
export interface SimulationResult {
  readonly replications: number
  /** Contacts simulated in all. */
  readonly contacts: number
  readonly total: ContactEstimates
  readonly perPeriod: readonly ContactEstimates[]
  readonly perQueue: readonly QueueResult[]
  /** All groups together. */
  readonly agents: GroupEstimates & { readonly perPeriod: readonly GroupEstimates[] }
  readonly perGroup: readonly GroupResult[]
}

/** Simulates pieces of a run; the numbers of a piece may travel between threads. */
export interface PieceSimulator {
  readonly simulate: (piece: ReplicationPiece, seed: number) => Float64Array
}

/**
 * Runs a model so many times and tells means and their 95 % intervals. The model must have been read by `readCenterModel`.
 *
 * @throws RangeError when replications or seed are not whole numbers in their bounds.
 */
export function simulateCenter(model: CenterModel, runs: SimulationRuns): SimulationResult {
  checkRuns(runs)
  const simulator = createPieceSimulator(model)
  return summarizePieces(
    model,
    runs,
    replicationPieces(runs.replications).map((piece) => simulator.simulate(piece, runs.seed)),
  )
}

/** Runs single pieces of the replications, so that several workers can share them; their moments add up to those of one run. */
export function createPieceSimulator(model: CenterModel): PieceSimulator {
  const keeper = createTallyKeeper(model)
  const simulator = createCenterSimulator(model)
  return {
    simulate: ({ first, count }, seed) => {
      const moments = new Float64Array(keeper.size)
      for (let replication = first; replication < first + count; replication++)
        keeper.add(moments, simulator.run(seed, replication))
      return moments
    },
  }
}

/** Adds tallies of a model to its moments, a flat array of this size. */
export interface TallyKeeper {
  readonly size: number
  readonly add: (moments: Float64Array, tally: ReplicationTally) => void
}

export function createTallyKeeper(model: CenterModel): TallyKeeper {
  const scopes = scopesOf(model)
  const sums = new Float64Array(scopes.sumsSize)
  return {
    size: scopes.layout.size,
    add: (moments, tally) => {
      gather(tally, scopes, sums)
      for (const [scope, from] of scopes.sumPlaces.entries()) addVector(moments, scopes.layout, scope, sums, from)
    },
  }
}

/** What pieces of a run, in the order of their replications, amount to. */
export function summarizePieces(
  model: CenterModel,
  { replications }: SimulationRuns,
  pieces: readonly Float64Array[],
): SimulationResult {
  const { layout, types, groups, periods } = scopesOf(model)
  const whole = new Float64Array(layout.size)
  for (const piece of pieces) addMoments(whole, piece)
  const estimator = createEstimator(replications)
  const contactsOf = (scope: number): ContactEstimates =>
    estimateContacts(scopeMoments(whole, layout, scope, replications), estimator)
  const groupOf = (scope: number): GroupEstimates =>
    estimateGroup(scopeMoments(whole, layout, scope, replications), estimator)
  // One line (all types, then each) is its total and its periods; so is one of all groups and of each.
  const lineOf = <Part>(line: number, part: (scope: number) => Part) => {
    const first = line * (periods + 1)
    return { all: part(first), perPeriod: Array.from({ length: periods }, (_, period) => part(first + 1 + period)) }
  }
  const total = lineOf(0, contactsOf)
  const agents = lineOf(1 + types, groupOf)
  return {
    replications,
    contacts: Math.round(total.all.offered.mean * replications),
    total: total.all,
    perPeriod: total.perPeriod,
    perQueue: model.contactTypes.map(({ id }, type) => {
      const { all, perPeriod } = lineOf(1 + type, contactsOf)
      return { id, ...all, perPeriod }
    }),
    agents: { ...agents.all, perPeriod: agents.perPeriod },
    perGroup: Array.from({ length: groups }, (_, group) => {
      const { all, perPeriod } = lineOf(2 + types + group, groupOf)
      return { id: model.groups[group]?.id ?? '', ...all, perPeriod }
    }),
  }
}

interface Scopes {
  readonly types: number
  readonly groups: number
  readonly periods: number
  readonly layout: MomentsLayout
  /** Where each scope's vector begins among the sums of one replication. */
  readonly sumPlaces: readonly number[]
  readonly sumsSize: number
}

/** Lines: all types together, each type, all groups together, each group; in each line the total, then the periods. */
function scopesOf({ contactTypes, groups, periods }: CenterModel): Scopes {
  const scopesALine = periods.length + 1
  const widths = [
    ...Array.from({ length: (contactTypes.length + 1) * scopesALine }, () => CONTACT_COUNTERS),
    ...Array.from({ length: (groups.length + 1) * scopesALine }, () => GROUP_COUNTERS),
  ]
  const sumPlaces: number[] = []
  let sumsSize = 0
  for (const width of widths) {
    sumPlaces.push(sumsSize)
    sumsSize += width
  }
  return {
    types: contactTypes.length,
    groups: groups.length,
    periods: periods.length,
    layout: layMoments(widths),
    sumPlaces,
    sumsSize,
  }
}

function gather({ contacts, groups }: ReplicationTally, scopes: Scopes, sums: Float64Array): void {
  sums.fill(0)
  const { types, periods } = scopes
  const contactLine = (periods + 1) * CONTACT_COUNTERS
  addLines(contacts, sums, { from: contactLine, lines: types, periods, counters: CONTACT_COUNTERS, total: 0 })
  const total = (types + 1) * contactLine
  const from = total + (periods + 1) * GROUP_COUNTERS
  addLines(groups, sums, { from, lines: scopes.groups, periods, counters: GROUP_COUNTERS, total })
}

interface LinesAt {
  readonly from: number
  readonly lines: number
  readonly periods: number
  readonly counters: number
  /** Where the line of all lines together is. */
  readonly total: number
}

function addLines(tally: Float64Array, sums: Float64Array, { from, lines, periods, counters, total }: LinesAt): void {
  let at = 0
  for (let line = 0; line < lines; line++) {
    const first = from + line * (periods + 1) * counters
    for (let period = 1; period <= periods; period++)
      for (let counter = 0; counter < counters; counter++) {
        const value = tally[at++] as number
        add(sums, first + counter, value)
        add(sums, first + period * counters + counter, value)
        add(sums, total + counter, value)
        add(sums, total + period * counters + counter, value)
      }
  }
}

function add(sums: Float64Array, at: number, value: number): void {
  sums[at] = (sums[at] as number) + value
}
