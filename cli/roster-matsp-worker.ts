import { createRandom } from '@pult/engine/numeric'
import { simpleBound, solveTours, type TourProblem, type TourRoster } from '@pult/engine/rostering'

import { openSearchThread } from './roster-thread.ts'

// One thread of `pult roster solve --format matsp`.

const thread = openSearchThread<TourProblem, TourRoster>()

if (thread.task.thread === 0) thread.tell({ kind: 'bound', lowerBound: simpleBound(thread.task.instance) })
solveTours(thread.task.instance, {
  random: createRandom(thread.task.seed).fork(thread.task.thread),
  secondsLeft: thread.secondsLeft,
  onBetter: (objective, roster) => thread.tell({ kind: 'roster', objective, roster }),
  takeBetter() {
    const rosters = thread.hear().filter((news) => news.kind === 'roster')
    return rosters.toSorted((left, right) => left.objective - right.objective)[0]
  },
})
