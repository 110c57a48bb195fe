import { sql } from 'kysely'

import type { Wish } from '@pult/contract/people-time'
import type { WishOutcome } from '@pult/contract/schedule-hours'
import { addDays, createZone, datesBetween, isoWeekday, wallInstant, type LocalDate } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { listWishes, wholeCenter } from '../people/index.ts'
import type { Tx } from '../platform/index.ts'
import { inForce } from './published-work.ts'

interface WishQuestion {
  readonly agentId: number
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
}

interface WorkedDay {
  readonly day: LocalDate
  readonly start: number
  readonly end: number
  readonly shiftTemplateId: number | null
}

/** Which of an agent's wishes the rosters in force meet, day by day; days that no roster holds are left out. */
export async function readWishOutcomes(tx: Tx, centerId: number, question: WishQuestion): Promise<WishOutcome[]> {
  const { agentId, firstDay, lastDay } = question
  const wishes = await listWishes(tx, wholeCenter(centerId), question)
  if (wishes.length === 0) return []
  const zone = createZone((await readCenter(tx, centerId)).timeZone)
  const { rows: shifts } = await sql<WorkedDay>`
    select s.day, s.shift_template_id as "shiftTemplateId", extract(epoch from s.start_at) * 1000 as start, extract(epoch from s.end_at) * 1000 as "end"
    from roster_shift s join roster r using (center_id, roster_id)
    where s.center_id = ${centerId} and s.agent_id = ${agentId} and s.day between ${firstDay}::date and ${lastDay}::date and ${inForce}
  `.execute(tx)
  const { rows: held } = await sql<{ firstDay: LocalDate; lastDay: LocalDate }>`
    select r.first_day as "firstDay", r.last_day as "lastDay" from roster r join roster_member m using (center_id, roster_id)
    where center_id = ${centerId} and m.agent_id = ${agentId} and r.status = 'published'
      and r.first_day <= ${lastDay}::date and r.last_day >= ${firstDay}::date
  `.execute(tx)
  const isHeld = (day: LocalDate): boolean => held.some((one) => one.firstDay <= day && day <= one.lastDay)
  return wishes.flatMap((wish) =>
    daysOf(wish, firstDay, lastDay)
      .filter(isHeld)
      .map((day): WishOutcome => {
        const own = shifts.filter((shift) => shift.day === day)
        return { wishId: wish.wishId, day, isMet: isMet(wish, own, wallInstant(zone, day, wish.minute ?? 0)) }
      }),
  )
}

function daysOf({ firstDay, lastDay, weekdays }: Wish, from: LocalDate, to: LocalDate): LocalDate[] {
  const first = firstDay > from ? firstDay : from
  const last = lastDay < to ? lastDay : to
  return datesBetween(first, addDays(last, 1)).filter((day) => weekdays?.includes(isoWeekday(day)) !== false)
}

function isMet({ kind, shiftTemplateId }: Wish, shifts: readonly WorkedDay[], limit: number): boolean {
  if (kind === 'template') return shifts.some((shift) => shift.shiftTemplateId === shiftTemplateId)
  if (kind === 'off') return shifts.length === 0
  return shifts.every(({ start, end }) => (kind === 'startFrom' ? start >= limit : end <= limit))
}
