import { parentPort, workerData } from 'node:worker_threads'

import { createRosterBound, type BoundProgress, type Roster, type RosterProblem } from '@pult/engine/schedule'

// Proves how little any roster could cost, round by round, until it is stopped from outside.

export interface BoundTask {
  readonly problem: RosterProblem
  readonly roster: Roster
  readonly stop: Int32Array
}

const { problem, roster, stop } = workerData as BoundTask
const bound = createRosterBound(problem, roster)
while (Atomics.load(stop, 0) === 0) parentPort?.postMessage(bound.run(1) satisfies BoundProgress)
