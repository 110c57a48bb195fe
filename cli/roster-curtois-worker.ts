import { createRandom } from '@pult/engine/numeric'
import { solveShiftDays, type ShiftDaysProblem, type ShiftDaysRoster } from '@pult/engine/rostering'

import { openSearchThread } from './roster-thread.ts'

// One thread of `pult roster solve --format curtois`.

const thread = openSearchThread<ShiftDaysProblem, ShiftDaysRoster>()

solveShiftDays(thread.task.instance, {
  random: createRandom(thread.task.seed).fork(thread.task.thread),
  secondsLeft: thread.secondsLeft,
  onBetter: (objective, roster) => thread.tell({ kind: 'roster', objective, roster }),
  takeBetter() {
    const rosters = thread.hear().filter((news) => news.kind === 'roster')
    return rosters.toSorted((left, right) => left.objective - right.objective)[0]
  },
})
