import type { Rotation, ShiftTemplate } from '@pult/contract/schedule-settings'
import type { Wish as KeptWish } from '@pult/contract/people-time'
import type { RosterShift, ShiftShape, Wish } from '@pult/engine/schedule'
import { addDays, dayNumber, isoWeekday, type LocalDate } from '@pult/engine/time'

import { SLOT_MINUTES, type Grid } from './grid.ts'

const slotsOf = (minutes: number): number => Math.round(minutes / SLOT_MINUTES)

function steps(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => slotsOf(from + index * step))
}

/** A template as the optimiser lays it out. */
export const shapeOf = (template: ShiftTemplate): ShiftShape => ({
  shapeId: String(template.shiftTemplateId),
  name: template.name,
  starts: steps(template.startFromMinute, template.startToMinute, template.startStepMinutes),
  lengths: steps(template.lengthFromMinutes, template.lengthToMinutes, template.lengthStepMinutes),
  breaks: template.breaks.map(({ kind, minutes, isPaid, earliestMinute, latestMinute }) => ({
    kind,
    isPaid,
    slots: slotsOf(minutes),
    earliest: slotsOf(earliestMinute),
    latest: slotsOf(latestMinute),
  })),
  weekdays: template.weekdays,
})

/** Money of the objective when a wish is refused, in hours of her pay. */
const WISH_HOURS = [0, 0.5, 2, 6] as const

/** A wish for each of its days that lie on the roster. */
export function wishesOf(wishes: readonly KeptWish[], grid: Grid, costPerHour: number): Wish[] {
  return wishes.flatMap(({ wishId, kind, firstDay, lastDay, weekdays, shiftTemplateId, minute, importance }) =>
    grid.days.flatMap(({ date, isoWeekday: weekday }, day): Wish[] => {
      if (date < firstDay || date > lastDay || weekdays?.includes(weekday) === false) return []
      return [
        {
          wishId: `${wishId}@${date}`,
          day,
          kind: kind === 'template' ? 'shape' : kind,
          shapeId: shiftTemplateId === null ? null : String(shiftTemplateId),
          slot: minute === null ? null : Math.round(minute / SLOT_MINUTES),
          weight: (WISH_HOURS[importance] ?? 0) * costPerHour,
        },
      ]
    }),
  )
}

/** What rotations say of a person's days: shifts that are set, days off that are set, and what is only wished for. */
export interface Walked {
  readonly locked: readonly RosterShift[]
  readonly off: ReadonlySet<number>
  readonly wishes: readonly Wish[]
}

interface Walker {
  readonly agentId: number
  readonly costPerHour: number
  /** Whether a shift may lie in these slots: she is not away then. */
  readonly isFree: (start: number, end: number) => boolean
}

export function walkRotations(
  rotations: readonly Rotation[],
  shapes: ReadonlyMap<number, ShiftShape>,
  grid: Grid,
  { agentId, costPerHour, isFree }: Walker,
): Walked {
  const locked: RosterShift[] = []
  const off = new Set<number>()
  const wishes: Wish[] = []
  for (const { rotationId, weeks, agents } of rotations)
    for (const { agentId: walker, from, to, offsetWeeks, isFixed } of agents) {
      if (walker !== agentId) continue
      for (const [day, { date, isoWeekday: weekday }] of grid.days.entries()) {
        if (date < from || (to !== null && date > to)) continue
        const templateId = weeks[weekOf(date, from, offsetWeeks, weeks.length)]?.[weekday - 1] ?? null
        const shape = templateId === null ? undefined : shapes.get(templateId)
        const wishId = `rotation ${rotationId}@${date}`
        const weight = WISH_HOURS[2] * costPerHour
        if (templateId === null && isFixed) off.add(day)
        else if (templateId === null) wishes.push({ wishId, day, kind: 'off', shapeId: null, slot: null, weight })
        else if (shape !== undefined) {
          const set = isFixed ? fixedShift(shape, grid, { day, date, agentId: String(agentId) }) : null
          if (set !== null && isFree(set.start, set.end)) locked.push(set)
          else wishes.push({ wishId, day, kind: 'shape', shapeId: shape.shapeId, slot: null, weight })
        }
      }
    }
  return { locked, off, wishes }
}

function weekOf(date: LocalDate, from: LocalDate, offset: number, weeks: number): number {
  const monday = (day: LocalDate): number => dayNumber(addDays(day, 1 - isoWeekday(day)))
  return ((monday(date) - monday(from)) / 7 + offset) % weeks
}

/** The one shift that a template of one start and one length allows; null where it allows several. */
function fixedShift(
  shape: ShiftShape,
  grid: Grid,
  { day, date, agentId }: { readonly day: number; readonly date: LocalDate; readonly agentId: string },
): RosterShift | null {
  const [start] = shape.starts
  const [length] = shape.lengths
  if (start === undefined || length === undefined || shape.starts.length > 1 || shape.lengths.length > 1) return null
  const from = grid.slotOf(grid.wall(date, start * SLOT_MINUTES))
  return {
    agentId,
    day,
    shapeId: shape.shapeId,
    start: from,
    end: from + length,
    breaks: placeBreaks(shape, from, length),
    activities: [],
  }
}

/** Breaks of a template at their earliest places that do not overlap; those that do not fit are left out. */
export function placeBreaks(
  { breaks }: Pick<ShiftShape, 'breaks'>,
  start: number,
  length: number,
): RosterShift['breaks'] {
  const placed: RosterShift['breaks'][number][] = []
  let free = start
  for (const { kind, slots, isPaid, earliest } of breaks) {
    const from = Math.max(free, start + earliest)
    if (from + slots >= start + length) continue
    placed.push({ kind, isPaid, start: from, end: from + slots })
    free = from + slots
  }
  return placed
}
