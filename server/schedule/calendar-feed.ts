import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

import { sql } from 'kysely'

import { addDays, clockAt, createZone } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { isoText, notFound, type Database, type Tx } from '../platform/index.ts'
import { calendarText } from './ical.ts'
import { readMyShifts } from './my-shifts.ts'

const hash = (secret: string): Buffer => createHash('sha256').update(secret).digest()
const PATTERN = /^(\d{1,10})-(\d{1,10})-([\w-]{43})\.ics$/

/** Makes the secret name of an agent's calendar; an earlier one stops working. The secret itself is not kept. */
export async function createFeed(tx: Tx, centerId: number, agentId: number): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  await deleteFeed(tx, centerId, agentId)
  const { rows } = await sql<{ id: number }>`
    insert into calendar_feed (center_id, agent_id, secret_hash) values (${centerId}, ${agentId}, ${hash(secret)}) returning feed_id as id
  `.execute(tx)
  // The centre in it lets the server look in that centre alone.
  return `${centerId}-${rows[0]?.id ?? 0}-${secret}.ics`
}

export async function deleteFeed(tx: Tx, centerId: number, agentId: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from calendar_feed where center_id = ${centerId} and agent_id = ${agentId}`.execute(tx)
  return (numAffectedRows ?? 0n) > 0n
}

export async function readFeed(tx: Tx, centerId: number, agentId: number): Promise<{ readonly madeAt: string } | null> {
  const { rows } = await sql<{ madeAt: string }>`
    select ${isoText('made_at')} as "madeAt"
    from calendar_feed where center_id = ${centerId} and agent_id = ${agentId}
  `.execute(tx)
  return rows[0] ?? null
}

const DAYS_BACK = 31
const DAYS_AHEAD = 120

/** The calendar behind a secret name. Throws the same 404 problem for every name that leads nowhere. */
export async function feedText(database: Database, name: string, now: number): Promise<string> {
  const [, center = '', feed = '', secret = ''] = PATTERN.exec(name) ?? []
  const centerId = Number(center)
  if (secret === '' || centerId > 2_147_483_647) throw notFound('calendar')
  return database.readCenter({ centerId }, async (tx) => {
    const { rows } = await sql<{ agentId: number; secretHash: Buffer; name: string }>`
      select f.agent_id as "agentId", secret_hash as "secretHash", a.name from calendar_feed f join agent a using (center_id, agent_id)
      where center_id = ${centerId} and feed_id = ${Number(feed)}
    `.execute(tx)
    const [found] = rows
    if (found === undefined || !timingSafeEqual(found.secretHash, hash(secret))) throw notFound('calendar')
    const today = createZone((await readCenter(tx, centerId)).timeZone).localDate(now)
    const { agentId } = found
    const days = { firstDay: addDays(today, -DAYS_BACK), lastDay: addDays(today, DAYS_AHEAD) }
    const shifts = await readMyShifts(tx, centerId, { agentId, ...days })
    const zone = createZone((await readCenter(tx, centerId)).timeZone)
    const clock = (instant: string): string => clockAt(zone, Date.parse(instant))
    const dayAndClock = (instant: string): string => `${zone.localDate(Date.parse(instant))} ${clock(instant)}`
    return calendarText(
      found.name,
      shifts.map(({ day, start, end, templateName, breaks, activities, publishedAt, changedAt }) => ({
        uid: `${centerId}-${agentId}-${day}@pult`,
        start,
        end,
        summary: templateName ?? 'Смена · Shift',
        description: [
          ...(changedAt === null ? [] : [`изменено · changed ${dayAndClock(changedAt)}`]),
          ...breaks.map(
            (one) => `${one.kind === 'meal' ? 'обед · meal' : 'перерыв · break'} ${clock(one.start)}–${clock(one.end)}`,
          ),
          ...activities.map((one) => `${one.name} ${clock(one.start)}–${clock(one.end)}`),
        ].join('\n'),
        stamp: changedAt ?? publishedAt,
      })),
    )
  })
}
