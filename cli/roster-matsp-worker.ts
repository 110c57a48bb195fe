import { createRandom } from '@pult/engine/numeric'
import { simpleBound, solveTours, type TourProblem, type TourRoster } from '@pult/engine/rostering'

import { openHighs } from './highs-solver.ts'
import { openSearchThread } from './roster-thread.ts'

// One thread of `pult roster solve --format matsp`; the first one proves the bound.

const thread = openSearchThread<TourProblem, TourRoster>()
const provesBound = thread.task.thread === 0

if (provesBound) thread.tell({ kind: 'bound', lowerBound: simpleBound(thread.task.instance) })
await solveTours(thread.task.instance, {
  random: createRandom(thread.task.seed).fork(thread.task.thread),
  openSolver: openHighs,
  provesBound,
  secondsLeft: thread.secondsLeft,
  onBetter: (objective, roster) => thread.tell({ kind: 'roster', objective, roster }),
  onBound: (lowerBound) => thread.tell({ kind: 'bound', lowerBound }),
  takeBetter() {
    const rosters = thread.hear().filter((news) => news.kind === 'roster')
    return rosters.toSorted((left, right) => left.objective - right.objective)[0]
  },
})
