import { sql } from 'kysely'

import type { AgentStateRecord, ContactRecord } from '@pult/engine/contacts'
import { HOUR_MS } from '@pult/engine/time'

import type { TestApp } from './test-app.ts'

const FIRST_DAY = '2026-10-05'

/** A morning in a small centre, told by the phone system of a source called "АТС": a few queues, agents, contacts, states. */
export async function fillCenter(
  pult: TestApp,
  centerId: number,
  day = FIRST_DAY,
  { settle = true } = {},
): Promise<void> {
  const start = Date.parse(`${day}T06:00:00Z`)
  const name = day === FIRST_DAY ? 'АТС' : `АТС ${day}`
  const target = await pult.app.database.inCenter({ centerId }, async (tx) => {
    const source = await sql<{ id: number }>`
      insert into source (center_id, name, kind) values (${centerId}, ${name}, 'api')
      on conflict (center_id, name) do update set kind = excluded.kind returning source_id as id
    `.execute(tx)
    const sourceId = source.rows[0]?.id ?? 0
    const made = await sql<{ id: number }>`
      insert into import (center_id, source_id, kind, file_name, created_by) values (${centerId}, ${sourceId}, 'api', 'тест', 'test')
      returning import_id as id
    `.execute(tx)
    return { importId: made.rows[0]?.id ?? 0, sourceId, onConflict: 'reject' as const }
  })
  await pult.app.contacts.intake.add({ centerId }, target, { contacts: contacts(start), states: states(start) })
  if (settle) await pult.app.measures.settle(centerId)
}

/** Forty contacts, every fourth abandoned, one customer often. */
function contacts(start: number): ContactRecord[] {
  return Array.from({ length: 40 }, (_, index): ContactRecord => {
    const leg = {
      sourceKey: `c${index}`,
      contactRef: `c${index}`,
      leg: 1,
      channel: 'voice',
      direction: 'inbound',
      queue: index % 3 === 0 ? 'Заказы' : 'Справка',
      customer: `+7900000${String(index % 10).padStart(4, '0')}`,
      offeredAt: start + index * 90_000,
    } as const
    if (index % 4 === 3) return { ...leg, outcome: 'abandoned', waitMs: 30_000 }
    return { ...leg, outcome: 'answered', agent: `Агент ${index % 3}`, waitMs: 8000, talkMs: 60_000, acwMs: 10_000 }
  })
}

function states(start: number): AgentStateRecord[] {
  return Array.from({ length: 3 }, (_, index) => ({
    sourceKey: `s${index}`,
    agent: `Агент ${index}`,
    state: 'session',
    startedAt: start,
    endedAt: start + 2 * HOUR_MS,
  }))
}
