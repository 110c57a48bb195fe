import { parentPort, workerData } from 'node:worker_threads'

import { createRosterBound, createRosterOptimiser, type Roster, type RosterScore } from '@pult/engine/schedule'

import { rosterCenter, type RosterCenter } from './roster-center.ts'

// One thread of the roster bench: the search, or the proof of how good its roster is.

export interface RosterTask {
  readonly kind: 'search' | 'bound'
  readonly center: RosterCenter
  /** When it has to end: milliseconds since 1970. A thread may take a while to begin. */
  readonly until: number
  readonly seed: number
  /** For the bound: whose prices it starts from. */
  readonly roster?: Roster
}

export type RosterNews =
  | {
      readonly kind: 'search'
      readonly seconds: number
      readonly moves: number
      readonly tried: number
      readonly cpuSeconds: number
      readonly score: RosterScore
      readonly roster?: Roster
    }
  | {
      readonly kind: 'bound'
      readonly seconds: number
      readonly rounds: number
      readonly cpuSeconds: number
      readonly bound: number
      readonly contractedMoney: number
    }

const PIECE = 65_536
/** How often it is told how things stand; the roster itself goes along more seldom, since a large one takes a while to send. */
const BEAT_SECONDS = 2
const ROSTER_BEATS = 5

const task = workerData as RosterTask
const began = performance.now()
const passed = (): number => (performance.now() - began) / 1000
const left = (): number => (task.until - Date.now()) / 1000
const cpuBegan = process.threadCpuUsage()
const cpuSeconds = (): number => {
  const { user, system } = process.threadCpuUsage(cpuBegan)
  return (user + system) / 1e6
}
const say = (news: RosterNews): void => parentPort?.postMessage(news)

if (task.kind === 'search') search()
else prove()

function search(): void {
  const problem = rosterCenter(task.center)
  const optimiser = createRosterOptimiser(problem, { seed: task.seed, plannedMoves: 1e9 })
  let isLawful = false
  let told = 0
  let beats = 0
  const firstMoves = performance.now()
  for (;;) {
    const { moves, tried, best } = optimiser.run(PIECE)
    // The plan follows the clock: as many moves as the time that is left will hold.
    const perSecond = moves / ((performance.now() - firstMoves) / 1000)
    optimiser.plan(moves + perSecond * Math.max(0, left()))
    const isFirst = best.isLawful && !isLawful
    isLawful ||= best.isLawful
    const isOver = left() <= 0
    if (!isFirst && !isOver && passed() - told < BEAT_SECONDS) continue
    told = passed()
    const news = { kind: 'search' as const, seconds: told, moves, tried, cpuSeconds: cpuSeconds(), score: best }
    say(isFirst || isOver || beats++ % ROSTER_BEATS === 0 ? { ...news, roster: optimiser.best() } : news)
    if (isOver) return
  }
}

function prove(): void {
  const bound = createRosterBound(rosterCenter(task.center), task.roster ?? { shifts: [] })
  while (left() > 0) {
    const { rounds, bound: proven, contractedMoney } = bound.run(1)
    if (rounds === 0) continue
    say({ kind: 'bound', seconds: passed(), rounds, cpuSeconds: cpuSeconds(), bound: proven, contractedMoney })
  }
}
