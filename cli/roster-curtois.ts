import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { checkShiftDaysRoster, readShiftDays, writeShiftDaysRoster, type ShiftDaysRoster } from '@pult/engine/rostering'

import { saidOf, type RosterFormat } from './roster-format.ts'
import { searchInThreads } from './roster-threads.ts'

/** The shift scheduling benchmark of Curtois and Qu: one shift a day. */
export const shiftDaysFormat: RosterFormat = {
  id: 'curtois',
  words: 'one shift a day, as in the benchmark of Curtois and Qu',
  open(path) {
    const text = readFileSync(path, 'utf8')
    const problem = saidOf(path, () => readShiftDays(text))
    return {
      async solve(order) {
        const file = join(import.meta.dirname, 'roster-curtois-worker.ts')
        const { roster, ...outcome } = await searchInThreads<typeof problem, ShiftDaysRoster>(file, problem, order)
        return { ...outcome, text: roster === null ? null : writeShiftDaysRoster(problem, roster) }
      },
      check: (roster) => saidOf(roster.path, () => checkShiftDaysRoster(text, roster.text)),
    }
  },
}
