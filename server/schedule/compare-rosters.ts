import { sql } from 'kysely'

import type { ShiftDifference } from '@pult/contract/schedule'
import type { ObjectiveParts, PlannedShift } from '@pult/contract/schedule-roster'
import { createZone, dayNumber } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { seenBy } from '../people/index.ts'
import type { Caller, Tx } from '../platform/index.ts'
import { readRoster } from './roster-store.ts'
import { readShifts } from './shift-store.ts'

export interface Compared {
  readonly before: ObjectiveParts | null
  readonly after: ObjectiveParts | null
  readonly differences: ShiftDifference[]
}

/** What differs from one roster to another on the days and for the people whom both hold. */
export async function compareRosters(
  tx: Tx,
  caller: Caller,
  [rosterId, otherId]: readonly [number, number],
  now: number,
): Promise<Compared> {
  const { centerId } = caller
  const [one, other] = [await readRoster(tx, centerId, rosterId), await readRoster(tx, centerId, otherId)]
  const seen = seenBy(caller, 's.agent_id')
  const firstDay = one.firstDay > other.firstDay ? one.firstDay : other.firstDay
  const lastDay = one.lastDay < other.lastDay ? one.lastDay : other.lastDay
  const part = { seen, firstDay, lastDay }
  const before = byDay(await readShifts(tx, centerId, rosterId, part))
  const after = byDay(await readShifts(tx, centerId, otherId, part))
  const zone = createZone((await readCenter(tx, centerId)).timeZone)
  const toldOn = dayNumber(zone.localDate(other.publishedAt === null ? now : Date.parse(other.publishedAt)))
  const keys = [...new Set([...before.keys(), ...after.keys()])].toSorted()
  const names = await namesOf(tx, centerId)
  const differences = keys.flatMap((key): ShiftDifference[] => {
    const [was = null, is = null] = [before.get(key), after.get(key)]
    const shift = is ?? was
    if (shift === null || isSame(was, is)) return []
    const { agentId, day } = shift
    const noticeDays = dayNumber(day) - toldOn
    return [{ agentId, agentName: names.get(agentId) ?? '', day, before: was, after: is, noticeDays }]
  })
  return { before: one.parts, after: other.parts, differences }
}

const byDay = (shifts: readonly PlannedShift[]): Map<string, PlannedShift> =>
  new Map(shifts.map((shift) => [`${shift.day} ${String(shift.agentId).padStart(10, '0')}`, shift]))

/** Whether people would notice no difference. */
export function isSame(one: PlannedShift | null, other: PlannedShift | null): boolean {
  if (one === null || other === null) return one === other
  const parts = ({ start, end, breaks, activities }: PlannedShift): string =>
    JSON.stringify([start, end, ...[...breaks, ...activities].map((part) => [part.kind, part.start, part.end])])
  return parts(one) === parts(other)
}

async function namesOf(tx: Tx, centerId: number): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ agentId: number; name: string }>`
    select agent_id::integer as "agentId", name from agent where center_id = ${centerId}`.execute(tx)
  return new Map(rows.map(({ agentId, name }) => [agentId, name]))
}
