import { createRandom } from '@pult/engine/numeric'
import { solveShiftDays, type ShiftDaysProblem, type ShiftDaysRoster } from '@pult/engine/rostering'

import { openHighs } from './highs-solver.ts'
import { openSearchThread } from './roster-thread.ts'

// One thread of `pult roster solve --format curtois`.

const thread = openSearchThread<ShiftDaysProblem, ShiftDaysRoster>()

solveShiftDays(thread.task.instance, {
  random: createRandom(thread.task.seed).fork(thread.task.thread),
  solver: await openHighs(),
  place: thread.task.thread,
  secondsLeft: thread.secondsLeft,
  onBetter: (objective, roster) => thread.tell({ kind: 'roster', objective, roster }),
  onBound: (lowerBound) => thread.tell({ kind: 'bound', lowerBound }),
  onImpossible: (employeeId) =>
    thread.tell({ kind: 'impossible', words: `There is no roster: no days keep all rules of employee ${employeeId}.` }),
  takeNews() {
    const news = thread.hear()
    const rosters = news.filter((item) => item.kind === 'roster')
    const bounds = news.flatMap((item) => (item.kind === 'bound' ? [item.lowerBound] : []))
    return {
      better: rosters.toSorted((left, right) => left.objective - right.objective)[0] ?? null,
      lowerBound: bounds.length === 0 ? null : Math.max(...bounds),
    }
  },
})
