import type { Absence, Wish } from '@pult/contract/people-time'
import type { RosterReport } from '@pult/contract/schedule-reports'
import type { LawViolation, PlannedShift, RosterMember } from '@pult/contract/schedule-roster'

type RefusedWish = RosterReport['refusedWishes'][number]

/** A cell of the grid: what an agent does on a day, and what is to be said of it. */
export interface GridCell {
  readonly shifts: readonly PlannedShift[]
  readonly absence: Absence | null
  readonly violations: readonly LawViolation[]
  /** What came of what she wished for that day; null: she wished for nothing, or it is not known yet. */
  readonly wish: 'met' | 'refused' | null
}

export interface GridRow {
  readonly member: RosterMember
  /** One a day. */
  readonly cells: readonly GridCell[]
}

export interface GridFilter {
  readonly teamId: number | null
  readonly queueId: number | null
  readonly name: string
}

interface GridFacts {
  readonly days: readonly string[]
  readonly members: readonly RosterMember[]
  readonly shifts: readonly PlannedShift[]
  readonly absences: readonly Absence[]
  readonly violations: readonly LawViolation[]
  readonly wishes: readonly Wish[]
  /** Null while it is not known. */
  readonly refused: readonly RefusedWish[] | null
}

const NOTHING: GridCell = { shifts: [], absence: null, violations: [], wish: null }

/** Agents by days: every fact is put into its cell once, so that a grid of 500 × 42 costs its facts and not its cells. */
export function gridRows(facts: GridFacts, filter: GridFilter): GridRow[] {
  const placeOfDay = new Map(facts.days.map((day, place) => [day, place]))
  const members = facts.members.filter((member) => isShown(member, filter))
  const cellsOf = new Map(members.map(({ agentId }) => [agentId, facts.days.map(() => NOTHING)]))
  const put = (agentId: number, day: string, change: (cell: GridCell) => GridCell): void => {
    const cells = cellsOf.get(agentId)
    const place = placeOfDay.get(day)
    const cell = place === undefined ? undefined : cells?.[place]
    if (cells !== undefined && place !== undefined && cell !== undefined) cells[place] = change(cell)
  }
  for (const shift of facts.shifts)
    put(shift.agentId, shift.day, (cell) => ({ ...cell, shifts: [...cell.shifts, shift] }))
  for (const absence of facts.absences)
    for (const day of facts.days)
      if (absence.firstDay <= day && day <= absence.lastDay) put(absence.agentId, day, (cell) => ({ ...cell, absence }))
  for (const violation of facts.violations)
    // What the roster as a whole breaks has no cell: the law's own list shows it.
    if (violation.agentId !== null)
      put(violation.agentId, violation.day, (cell) => ({ ...cell, violations: [...cell.violations, violation] }))
  if (facts.refused !== null) {
    for (const wish of facts.wishes)
      for (const day of facts.days)
        if (isWished(wish, day)) put(wish.agentId, day, (cell) => ({ ...cell, wish: 'met' }))
    for (const { agentId, day } of facts.refused) put(agentId, day, (cell) => ({ ...cell, wish: 'refused' }))
  }
  return members.map((member) => ({ member, cells: cellsOf.get(member.agentId) ?? [] }))
}

const isWished = ({ firstDay, lastDay, weekdays }: Wish, day: string): boolean =>
  firstDay <= day && day <= lastDay && (weekdays === null || weekdays.includes(new Date(day).getUTCDay() || 7))

export function isShown({ name, teamId, queueIds }: RosterMember, filter: GridFilter): boolean {
  const sought = filter.name.trim().toLocaleLowerCase()
  return (
    (filter.teamId === null || teamId === filter.teamId) &&
    (filter.queueId === null || queueIds.includes(filter.queueId)) &&
    (sought === '' || name.toLocaleLowerCase().includes(sought))
  )
}

/** The gravest of what a cell breaks that asks for attention. */
export function worstOf({ violations }: GridCell): 'block' | 'warn' | null {
  if (violations.some(({ severity }) => severity === 'block')) return 'block'
  return violations.some(({ severity }) => severity === 'warn') ? 'warn' : null
}
