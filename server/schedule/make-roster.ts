import type { PlannedShift, RosterProgress, TracePoint } from '@pult/contract/schedule-roster'
import type { RosterProblem, RosterScore, RosterShift } from '@pult/engine/schedule'

import { passingTrouble, type Platform, type Scope, type Tx } from '../platform/index.ts'
import { readProblem, type ProblemRecipe } from './build-problem.ts'
import { keepChange } from './change-store.ts'
import { faultWarnings } from './fault-warnings.ts'
import { partsOf } from './objective-parts.ts'
import { packProblem } from './pack-problem.ts'
import { changeRun, keepProblem, readRoster, type KeptRoster, type RunChange } from './roster-store.ts'
import { openBoundThread, type BoundThread } from './roster-bound-thread.ts'
import { openRosterThread } from './roster-thread.ts'
import type { RosterWord } from './roster-worker.ts'
import { shiftSlots, type ShiftSlots } from './shift-slots.ts'
import { readShifts, replaceShifts } from './shift-store.ts'

/** Thrown away, or another run goes on. */
class Superseded extends Error {}

export interface RosterJob {
  readonly rosterId: number
  readonly run: number
}

/** Shifts are kept this often while a roster gets better. */
const KEEP_EVERY_MS = 4000
const FIRST_PROOF_MS = 30_000

/** Makes or improves a roster; begun again after a crash it goes on from the best that was kept, for the seconds that were left. */
export async function makeRoster(
  platform: Platform,
  scope: Scope,
  { rosterId, run }: RosterJob,
  signal: AbortSignal,
): Promise<void> {
  const { database, live, log } = platform
  const { centerId } = scope
  const changing = (work: (tx: Tx) => Promise<RunChange>): Promise<{ readonly isStopAsked: boolean }> =>
    database.inCenter(scope, async (tx) => {
      const changed = await changeRun(tx, { centerId, rosterId, run }, await work(tx))
      if (changed === null) throw new Superseded()
      await live.announce(tx, { centerId, topic: 'schedule', id: rosterId })
      return changed
    })
  try {
    await changing(async () => ({ status: 'making' }))
    const begun = await database.readCenter(scope, (tx) => readBegun(tx, centerId, rosterId))
    const { roster, recipe } = begun
    await changing(async () => ({ warnings: [...recipe.warnings] }))
    if (recipe.problem.agents.length === 0) {
      await changing(async () => ({ status: 'failed', problem: 'nobody' }))
      return
    }
    const keeper = createKeeper(centerId, begun, changing)
    const spent = roster.progress.seconds
    const thread = openRosterThread(
      {
        problem: recipe.problem,
        queues: recipe.queues,
        prices: recipe.prices,
        seed: roster.seed,
        seconds: roster.seconds === 0 ? 0 : Math.max(1, roster.seconds - spent),
        start: begun.start,
      },
      async (word) => {
        signal.throwIfAborted()
        const { isStopAsked } = await keeper.hear(word)
        if (isStopAsked) thread.stop()
      },
    )
    const abort = (): void => void thread.terminate()
    signal.addEventListener('abort', abort)
    try {
      await Promise.race([thread.done, aborted(signal)])
    } finally {
      signal.removeEventListener('abort', abort)
      await thread.terminate()
      await keeper.close()
    }
  } catch (error) {
    if (error instanceof Superseded) return
    // Stopping the server is no failure, nor is a database that is away: the job comes back.
    if (signal.aborted || passingTrouble(error) !== null) throw error
    log.error({ err: error, rosterId }, 'a roster could not be made')
    const problem = error instanceof RangeError ? `faulty: ${error.message}` : 'broken'
    await changing(async () => ({ status: 'failed', problem })).catch(() => undefined)
  }
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('the server stops')), { once: true })
  })

interface Begun {
  readonly roster: KeptRoster
  readonly recipe: ProblemRecipe
  /** What is stored already: the best of an interrupted run, or the draft that is to get better. */
  readonly stored: readonly PlannedShift[]
  readonly start: readonly RosterShift[]
  readonly slots: ShiftSlots
}

async function readBegun(tx: Tx, centerId: number, rosterId: number): Promise<Begun> {
  const roster = await readRoster(tx, centerId, rosterId)
  const read = await readProblem(tx, centerId, roster)
  const stored = await readShifts(tx, centerId, rosterId)
  const former = roster.startFrom === null ? [] : await readShifts(tx, centerId, roster.startFrom)
  const slots = shiftSlots(read.problem)
  const agents = new Set(read.problem.agents.map(({ agentId }) => agentId))
  const onGrid = (shifts: readonly PlannedShift[]): RosterShift[] =>
    shifts.flatMap((shift) => slots.toSlots(shift) ?? []).filter(({ agentId }) => agents.has(agentId))
  const lockedByHand = onGrid(stored.filter(({ isLocked }) => isLocked))
  const problem = {
    ...read.problem,
    // What rotations set was stored locked with the first draft; from then on the planner's locks count.
    locked: stored.length > 0 || roster.version > 0 ? lockedByHand : read.problem.locked,
    earlier: onGrid(former),
  }
  const start = stored.length > 0 || roster.version > 0 ? onGrid(stored) : onGrid(former)
  return { roster, recipe: { ...read, problem }, stored, start, slots }
}

type MadeProblem = Extract<RosterWord, { kind: 'problem' }>

type Changing = (work: (tx: Tx) => Promise<RunChange>) => Promise<{ readonly isStopAsked: boolean }>

/** Keeps what the thread tells: the problem once, the best roster now and then, and all of it at the end. */
function createKeeper(centerId: number, { roster, recipe, stored, slots }: Begun, changing: Changing) {
  const { rosterId } = roster
  const trace: TracePoint[] = [...roster.trace]
  const spent = roster.progress.seconds
  const locked = new Set(recipe.problem.locked.map(({ agentId, day }) => `${agentId}@${day}`))
  let keptAt = 0
  let problem: RosterProblem | null = null
  let bound: BoundThread | null = null

  const toStore = (shifts: readonly RosterShift[]) =>
    shifts.map((shift) => slots.fromSlots(shift, locked.has(`${shift.agentId}@${shift.day}`)))

  function progressOf(seconds: number, score: RosterScore): RosterProgress {
    const all = spent + seconds
    const objective = score.isLawful ? score.objective : null
    const proven = bound?.proven() ?? null
    // What agreements promise is paid whatever the roster, and no other part is below zero: a bound of its own before prices have climbed.
    const least = proven === null ? null : Math.max(proven.bound, proven.contractedMoney)
    const last = trace.at(-1)
    if (objective !== null && (objective !== last?.objective || least !== last.bound))
      trace.push({ seconds: all, objective, bound: least })
    return {
      share: roster.seconds === 0 ? 1 : Math.min(1, all / roster.seconds),
      seconds: all,
      objective,
      bound: least,
      gap: objective === null || least === null || objective <= 0 ? null : Math.max(0, (objective - least) / objective),
      promisedMoney: proven?.contractedMoney ?? null,
    }
  }

  /** What is wrong with it is told before the search begins. */
  async function keepTheProblem(tx: Tx, { problem: made, faults }: MadeProblem): Promise<RunChange> {
    problem = made
    const agents = made.agents.map(({ agentId }) => Number(agentId))
    await keepProblem(tx, centerId, rosterId, await packProblem(made), agents)
    return { warnings: [...recipe.warnings, ...faultWarnings(faults, made)] }
  }

  /** A roster that is done waits a little for the first proof: without one nobody knows how good it is. */
  async function waitForProof({ score, roster: best }: Extract<RosterWord, { kind: 'end' }>): Promise<void> {
    if (problem === null || roster.seconds === 0 || !score.isLawful) return
    bound ??= openBoundThread(problem, best)
    await bound.first(FIRST_PROOF_MS)
  }

  return {
    async hear(word: RosterWord) {
      if (word.kind === 'end') await waitForProof(word)
      return changing(async (tx): Promise<RunChange> => {
        if (word.kind === 'problem') return keepTheProblem(tx, word)
        const { score, seconds } = word
        const change: RunChange = { progress: progressOf(seconds, score), trace: thinned(trace), parts: partsOf(score) }
        if (word.kind === 'best') {
          // The proof starts from the prices of a lawful roster.
          if (bound === null && problem !== null && word.roster !== null && score.isLawful)
            bound = openBoundThread(problem, word.roster)
          if (word.roster === null || performance.now() - keptAt < KEEP_EVERY_MS) return change
          keptAt = performance.now()
          await replaceShifts(tx, centerId, rosterId, toStore(word.roster.shifts))
          return change
        }
        await replaceShifts(tx, centerId, rosterId, toStore(word.roster.shifts))
        const isFirst = roster.version === 0
        await keepChange(tx, centerId, rosterId, {
          version: roster.version + 1,
          kind: isFirst ? 'built' : 'optimised',
          changes: [],
          before: isFirst ? [] : stored,
          after: await readShifts(tx, centerId, rosterId),
          byName: roster.madeByName,
        })
        return { ...change, status: 'draft', addVersion: true, progress: { ...progressOf(seconds, score), share: 1 } }
      })
    },
    async close() {
      await bound?.close()
    },
  }
}

const MOST_POINTS = 200

/** A trace of at most so many points: of those close to each other every second goes. */
function thinned(trace: TracePoint[]): readonly TracePoint[] {
  if (trace.length > MOST_POINTS)
    trace.splice(0, trace.length, ...trace.filter((_, place) => place % 2 === 0 || place === trace.length - 1))
  return trace
}
