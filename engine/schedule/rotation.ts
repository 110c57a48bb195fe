import { createRosterDesk, placeShifts } from './load-roster.ts'
import { prepareRoster } from './prepare-roster.ts'
import type { RosterProblem, RosterShift, Wish } from './roster-problem.ts'
import { shiftOfOption } from './option-shift.ts'

/** A day of a rotation: a shape, with its start and length where the shape has several; null for a day off. */
export interface RotationDay {
  readonly shapeId: string
  /** Slots after midnight; the shape’s first when left out. */
  readonly start?: number
  readonly length?: number
}

/** Weeks that follow one another and begin again, each from Monday; an agent begins with her own. */
export interface Rotation {
  readonly weeks: readonly (readonly (RotationDay | null)[])[]
  readonly agents: readonly { readonly agentId: string; readonly firstWeek: number }[]
}

export interface LaidRotation {
  /** For `locked` of the problem. */
  readonly shifts: readonly RosterShift[]
  /** For the agents’ wishes instead, where the rotation is preferred and not prescribed. */
  readonly wishes: ReadonlyMap<string, readonly Wish[]>
  /** Days that the rotation could not fill: nobody of that name, leave, another limit of one shift. */
  readonly skipped: readonly { readonly agentId: string; readonly day: number; readonly shapeId: string }[]
}

/** Lays a rotation over the days of a problem. Breaks lie where the empty roster would miss the agent least. */
export function layRotation(problem: RosterProblem, rotation: Rotation, wishWeight: number): LaidRotation {
  const prepared = prepareRoster(problem)
  const desk = createRosterDesk(prepared, () => 0)
  const shifts: RosterShift[] = []
  const skipped: { agentId: string; day: number; shapeId: string }[] = []
  const wishes = new Map<string, Wish[]>()
  const { options, days } = prepared
  for (const { agentId, firstWeek } of rotation.agents) {
    const agent = problem.agents.findIndex((one) => one.agentId === agentId)
    const own: Wish[] = []
    for (const [day, { isoWeekday }] of problem.days.entries()) {
      const week = (firstWeek + (prepared.calendar.weekOfDay[day] as number)) % Math.max(1, rotation.weeks.length)
      const planned = rotation.weeks[week]?.[isoWeekday - 1] ?? null
      const wishId = `rotation/${agentId}/${day}`
      own.push({
        wishId,
        day,
        kind: planned === null ? 'off' : 'shape',
        shapeId: planned?.shapeId ?? null,
        slot: null,
        weight: wishWeight,
      })
      if (planned === null) continue
      const list = agent < 0 ? undefined : prepared.lists[prepared.listOf[agent * days + day] as number]
      const option = list?.find((one) => {
        const shape = problem.shapes[options.shapeOf[one] as number]
        const isStart = planned.start === undefined || shape?.starts[options.startOf[one] as number] === planned.start
        const isLength = planned.length === undefined || options.lengthOf[one] === planned.length
        return shape?.shapeId === planned.shapeId && isStart && isLength
      })
      const shift = option === undefined ? null : shiftOfOption(desk, agent * days + day, option)
      if (shift === null || placeShifts(desk, [shift]) > 0) skipped.push({ agentId, day, shapeId: planned.shapeId })
      else shifts.push(shift)
    }
    wishes.set(agentId, own)
  }
  return { shifts, wishes, skipped }
}
