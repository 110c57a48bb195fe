import type { RosterDesk } from './load-roster.ts'
import type { RosterShift } from './roster-problem.ts'
import { BREAKS_BEST } from './shift-drafts.ts'

/** The shift that an option would be on a cell, with its breaks where posts miss the agent least; null where it cannot be. */
export function shiftOfOption({ state, drafts }: RosterDesk, cell: number, option: number): RosterShift | null {
  const { prepared } = state
  if (!drafts.shift(0, cell, option, BREAKS_BEST)) return null
  const agent = Math.floor(cell / prepared.days)
  return {
    agentId: prepared.problem.agents[agent]?.agentId ?? '',
    day: cell - agent * prepared.days,
    shapeId: prepared.problem.shapes[prepared.options.shapeOf[option] as number]?.shapeId ?? null,
    start: drafts.start[0] as number,
    end: drafts.end[0] as number,
    breaks: Array.from({ length: drafts.breakCount[0] as number }, (_, at) => {
      const start = drafts.breakStart[at] as number
      return {
        kind: drafts.breakIsMeal[at] === 1 ? ('meal' as const) : ('rest' as const),
        start,
        end: start + (drafts.breakSlots[at] as number),
        isPaid: drafts.breakIsPaid[at] === 1,
      }
    }),
    activities: [],
  }
}
