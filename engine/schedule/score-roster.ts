import { createRosterDesk, placeShifts } from './load-roster.ts'
import { prepareRoster } from './prepare-roster.ts'
import type { Roster, RosterProblem } from './roster-problem.ts'
import { scoreOf, type RosterScore } from './roster-score.ts'

/** A roster counted from nothing. Locked shifts are part of it, whether it names them or not. */
export function scoreRoster(problem: RosterProblem, roster: Roster): RosterScore {
  const desk = createRosterDesk(prepareRoster(problem), () => 0)
  placeShifts(desk, roster.shifts)
  return scoreOf(desk.state)
}
