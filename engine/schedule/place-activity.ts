import { leaveSeat, takeSeat, type RosterDesk } from './load-roster.ts'

/**
 * Tries to lay an activity elsewhere: every seat of it where all meet, else one seat. Kept when it costs at most so much more; all is put
 * back otherwise. Answers whether it was kept.
 */
export function tryActivity(desk: RosterDesk, uniform: () => number, atMost: number): boolean {
  const { seats, prepared, totals } = desk.state
  if (seats.count === 0) return false
  const seat = Math.floor(uniform() * seats.count)
  const activity = prepared.problem.activities[seats.activity[seat] as number]
  if (activity === undefined) return false
  const span = activity.to - activity.from - activity.slots
  if (span < 0) return false
  const start = activity.from + Math.floor(uniform() * (span + 1))
  const [first, last] = activity.isTogether
    ? [
        seats.firstOf[seats.activity[seat] as number] as number,
        seats.firstOf[(seats.activity[seat] as number) + 1] as number,
      ]
    : [seat, seat + 1]
  const before = totals.service + totals.activities
  const kept: number[] = []
  for (let at = first; at < last; at++) {
    kept.push(seats.start[at] as number)
    unseat(desk, at)
  }
  let isPlaced = true
  for (let at = first; at < last && isPlaced; at++) isPlaced = sit(desk, at, start)
  if (isPlaced && totals.service + totals.activities - before <= atMost) return true
  for (let at = first; at < last; at++) unseat(desk, at)
  for (const [index, old] of kept.entries()) if (old >= 0) sit(desk, first + index, old)
  return false
}

function unseat({ state, drafts, trial }: RosterDesk, seat: number): void {
  const cell = state.seats.cell[seat] as number
  if (cell < 0) return
  leaveSeat(state, seat)
  drafts.same(0, cell)
  trial.commit(1)
}

/** Takes a seat where the agent is at her post all the while; false where she is not. */
function sit({ state, drafts, trial }: RosterDesk, seat: number, start: number): boolean {
  const { seats, prepared } = state
  const agent = seats.agent[seat] as number
  const end = start + (seats.slots[seat] as number)
  for (let cell = agent * prepared.days; cell < (agent + 1) * prepared.days; cell++) {
    if ((state.start[cell] as number) < 0 || (state.start[cell] as number) > start || (state.end[cell] as number) < end)
      continue
    takeSeat(state, seat, cell, start)
    if (drafts.same(0, cell)) {
      trial.commit(1)
      return true
    }
    leaveSeat(state, seat)
  }
  return false
}
