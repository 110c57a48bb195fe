import { sql } from 'kysely'

import { burdens, type BurdenSpread, type FairnessRow } from '@pult/contract/schedule-reports'
import { fairLedger, type LedgerShift, type LedgerWish } from '@pult/engine/schedule'
import {
  addDays,
  createZone,
  datesBetween,
  dayKind,
  isoWeekday,
  MINUTE_MS,
  wallInstant,
  type LocalDate,
} from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { listWishes, wholeCenter } from '../people/index.ts'
import type { Caller, Tx } from '../platform/index.ts'
import { inForce } from './published-work.ts'

export interface Fairness {
  readonly year: number
  readonly rows: FairnessRow[]
  readonly spread: BurdenSpread[]
}

interface ShiftRow {
  readonly agentId: number
  readonly day: LocalDate
  readonly start: number
  readonly end: number
  readonly shiftTemplateId: number | null
  readonly isLateChange: boolean
}

const NIGHT = { from: 22 * 60, to: 6 * 60 }

/** Who bore what in a year by the rosters in force: rows of those the caller sees, and the spread over all without names. */
export async function readFairness(tx: Tx, caller: Caller, year: number): Promise<Fairness> {
  const { centerId } = caller
  const { timeZone, calendar } = await readCenter(tx, centerId)
  const zone = createZone(timeZone)
  const [firstDay, lastDay] = [`${year}-01-01`, `${year}-12-31`]
  const shifts = await readShifts(tx, centerId, { firstDay, lastDay })
  const minutesOf = ({ day }: ShiftRow, instant: number): number =>
    // By the clock on the wall, so that a night of a clock change is one night.
    Math.round((instant + zone.offsetAt(instant) - Date.parse(`${day}T00:00Z`)) / MINUTE_MS)
  const ledger = fairLedger(
    shifts.map((shift): LedgerShift => ({
      agentId: String(shift.agentId),
      date: shift.day,
      dayKind: dayKind(shift.day, calendar),
      startMinute: minutesOf(shift, shift.start),
      endMinute: minutesOf(shift, shift.end),
      isLateChange: shift.isLateChange,
    })),
    await judgeWishes(tx, centerId, shifts, (date, minute) => wallInstant(zone, date, minute), { firstDay, lastDay }),
    NIGHT,
  )
  const agents = await readAgents(tx, centerId)
  const shiftsByAgent = Map.groupBy(shifts, ({ agentId }) => agentId)
  const everybody = ledger.rows.flatMap(({ agentId, share }): FairnessRow[] => {
    const agent = agents.get(Number(agentId))
    if (agent === undefined) return []
    return [{ ...agent, shifts: shiftsByAgent.get(agent.agentId)?.length ?? 0, ...share }]
  })
  const isSeen = ({ agentId, teamId }: FairnessRow): boolean =>
    caller.reach === 'center' ||
    (caller.reach === 'self' ? agentId === caller.agentId : teamId !== null && caller.teamIds.includes(teamId))
  const spread = burdens.map((burden): BurdenSpread => {
    const found = ledger.spread.find(({ kind }) => kind === burden)
    const sorted = everybody.map((row) => row[burden]).toSorted((left, right) => left - right)
    const { least = 0, most = 0, mean = 0, gini = 0 } = found ?? {}
    return { burden, people: everybody.length, least, most, mean, gini, median: medianOf(sorted) }
  })
  return { year, rows: everybody.filter(isSeen), spread }
}

function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length / 2
  return sorted.length === 0
    ? 0
    : ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? sorted.at(-1) ?? 0)) / 2
}

interface Days {
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
}

async function readShifts(tx: Tx, centerId: number, { firstDay, lastDay }: Days): Promise<ShiftRow[]> {
  const { rows } = await sql<ShiftRow>`
    select s.agent_id as "agentId", s.day, s.shift_template_id as "shiftTemplateId",
      extract(epoch from s.start_at) * 1000 as start, extract(epoch from s.end_at) * 1000 as "end",
      r.edition > 1 and not exists (
        select 1 from roster e join roster_shift f on f.center_id = e.center_id and f.roster_id = e.roster_id
        where e.center_id = r.center_id and e.series_id = r.series_id and e.status = 'published' and e.edition < r.edition
          and f.agent_id = s.agent_id and f.start_at = s.start_at and f.end_at = s.end_at) as "isLateChange"
    from roster_shift s join roster r using (center_id, roster_id)
    where s.center_id = ${centerId} and s.day between ${firstDay}::date and ${lastDay}::date and ${inForce}
    order by s.agent_id, s.start_at
  `.execute(tx)
  return rows
}

/** Which wishes were refused, of days that a roster in force holds for the person. */
async function judgeWishes(
  tx: Tx,
  centerId: number,
  shifts: readonly ShiftRow[],
  wall: (date: LocalDate, minute: number) => number,
  days: Days,
): Promise<LedgerWish[]> {
  const wishes = await listWishes(tx, wholeCenter(centerId), days)
  if (wishes.length === 0) return []
  const { rows } = await sql<{ agentId: number; firstDay: LocalDate; lastDay: LocalDate }>`
    select m.agent_id as "agentId", r.first_day as "firstDay", r.last_day as "lastDay"
    from roster r join roster_member m using (center_id, roster_id)
    where center_id = ${centerId} and r.status = 'published' and r.first_day <= ${days.lastDay}::date and r.last_day >= ${days.firstDay}::date
  `.execute(tx)
  const rostered = Map.groupBy(rows, ({ agentId }) => agentId)
  const shiftOn = new Map(shifts.map((shift) => [`${shift.agentId}@${shift.day}`, shift]))
  return wishes.flatMap(({ agentId, kind, firstDay, lastDay, weekdays, shiftTemplateId, minute }) =>
    datesBetween(firstDay, addDays(lastDay, 1)).flatMap((date): LedgerWish[] => {
      const isRostered = rostered.get(agentId)?.some((one) => one.firstDay <= date && date <= one.lastDay) === true
      if (!isRostered || weekdays?.includes(isoWeekday(date)) === false) return []
      const shift = shiftOn.get(`${agentId}@${date}`)
      const limit = wall(date, minute ?? 0)
      const isRefused =
        kind === 'template'
          ? shift?.shiftTemplateId !== shiftTemplateId
          : shift !== undefined && (kind === 'off' || (kind === 'startFrom' ? shift.start < limit : shift.end > limit))
      return [{ agentId: String(agentId), isRefused }]
    }),
  )
}

async function readAgents(
  tx: Tx,
  centerId: number,
): Promise<ReadonlyMap<number, Pick<FairnessRow, 'agentId' | 'name' | 'teamId'>>> {
  const { rows } = await sql<Pick<FairnessRow, 'agentId' | 'name' | 'teamId'>>`
    select agent_id::integer as "agentId", name, team_id as "teamId" from agent where center_id = ${centerId}`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.agentId, row]))
}
