import { sql } from 'kysely'

import type { ContactRecord } from '@pult/engine/contacts'
import { createRandom } from '@pult/engine/numeric'
import { addDays, createZone, datesBetween, isoWeekday, type LocalDate } from '@pult/engine/time'

import type { TestApp } from '../../testing/test-app.ts'

export const zone = createZone('Europe/Moscow')
export const today = zone.localDate(Date.now())
const FIRST = addDays(today, -70)
export const AHT_SECONDS = 240
/** Contacts an hour on working days, from 9 to 18. */
export const BUSY = 12

/** Ten weeks of queues whose true load is known, up to now; one queue unless more are named. */
export async function fillWeeks(
  pult: TestApp,
  centerId: number,
  queues: readonly string[] = ['Продажи'],
): Promise<void> {
  const random = createRandom('ten weeks')
  const contacts = queues.flatMap((queue) =>
    datesBetween(FIRST, today).flatMap((day) => contactsOf(queue, day, random)),
  )
  const { importId, sourceId } = await pult.app.database.inCenter({ centerId }, async (tx) => {
    const source = await sql<{ id: number }>`
      insert into source (center_id, name, kind) values (${centerId}, 'АТС', 'api') returning source_id as id`.execute(
      tx,
    )
    const id = source.rows[0]?.id ?? 0
    const made = await sql<{ id: number }>`
      insert into import (center_id, source_id, kind, file_name, created_by) values (${centerId}, ${id}, 'api', 'x', 'test') returning import_id as id
    `.execute(tx)
    return { sourceId: id, importId: made.rows[0]?.id ?? 0 }
  })
  await pult.app.contacts.intake.add(
    { centerId },
    { importId, sourceId, onConflict: 'reject' },
    { contacts, states: [] },
  )
  await pult.app.measures.settle(centerId)
}

function contactsOf(queue: string, day: LocalDate, random: ReturnType<typeof createRandom>): ContactRecord[] {
  const working = isoWeekday(day) <= 5
  return Array.from({ length: 24 }, (_, hour) => hour).flatMap((hour) => {
    const rate = working && hour >= 9 && hour < 18 ? BUSY : 0
    return Array.from({ length: random.poisson(rate) }, (_, index): ContactRecord => {
      const key = `${queue} ${day} ${hour} ${index}`
      return {
        sourceKey: key,
        contactRef: key,
        leg: 1,
        channel: 'voice',
        direction: 'inbound',
        queue,
        agent: 'Анна',
        offeredAt: zone.startOfDay(day) + (hour * 3600 + random.integer(0, 3600)) * 1000,
        waitMs: 5000,
        outcome: 'answered',
        talkMs: AHT_SECONDS * 1000,
      }
    })
  })
}
