import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

import {
  checkTours,
  plainlyImpossible,
  readTourProblem,
  writeTours,
  type TourProblem,
  type TourRoster,
} from '@pult/engine/rostering'

import { BadInput } from './failure.ts'
import { saidOf, type RosterFormat } from './roster-format.ts'
import { searchInThreads } from './roster-threads.ts'

/** Multi-activity tour scheduling: free shifts, several tasks within a shift, the cover as close as can be. */
export const toursFormat: RosterFormat = {
  id: 'matsp',
  words: 'free shifts with several tasks in each, as in the multi-activity tour scheduling instances',
  open(path) {
    const text = readFileSync(path, 'utf8')
    const problem = saidOf(path, () => readTourProblem(text))
    return {
      async solve(order) {
        const reason = plainlyImpossible(problem)
        if (reason !== null) throw new BadInput(`${path} has no roster: ${reason}.`)
        const file = join(import.meta.dirname, 'roster-matsp-worker.ts')
        const { roster, ...outcome } = await searchInThreads<TourProblem, TourRoster>(file, problem, order)
        if (roster === null) return { ...outcome, text: null }
        const facts = {
          problemFile: basename(path),
          penalty: outcome.objective ?? 0,
          timeStamp: new Date().toISOString().slice(0, 19),
          solveSeconds: performance.now() / 1000,
        }
        return { ...outcome, text: writeTours(problem, roster, facts) }
      },
      check: (roster) => saidOf(roster.path, () => checkTours(text, roster.text)),
    }
  },
}
