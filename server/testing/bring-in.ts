import { sql } from 'kysely'

import type { Import, ImportKind, MappingInput } from '@pult/contract/imports'

import { API, done, type TestApp } from './test-app.ts'

/** Lays a file down as the page does. */
export async function uploadTo(pult: TestApp, centerId: number, bytes: Buffer | string): Promise<string> {
  const reply = await pult.app.http.app.inject({
    method: 'POST',
    url: `${API}/centers/${centerId}/uploads`,
    headers: { ...pult.system.headers, 'content-type': 'application/octet-stream' },
    payload: Buffer.from(bytes as string),
  })
  return done<{ uploadId: string }>(reply).uploadId
}

export interface GivenImport {
  readonly kind?: ImportKind
  readonly mapping?: MappingInput
  readonly dryRun?: boolean
  readonly fileName?: string
  readonly onConflict?: 'reject' | 'replace'
}

/** Imports a file as the page does and waits for the end. */
export async function bringInto(
  pult: TestApp,
  centerId: number,
  bytes: Buffer | string,
  given: GivenImport = {},
): Promise<Import> {
  const uploadId = await uploadTo(pult, centerId, bytes)
  const started = await pult.system.send('POST', `/centers/${centerId}/imports`, {
    uploadId,
    fileName: 'queue_log',
    kind: 'queueLog',
    ...given,
  })
  return finishedImport(pult, centerId, done<{ importId: number }>(started).importId)
}

export async function finishedImport(pult: TestApp, centerId: number, importId: number): Promise<Import> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const found = done<Import>(await pult.system.get(`/centers/${centerId}/imports/${importId}`))
    if (['done', 'failed', 'cancelled', 'undone'].includes(found.status)) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the import does not end')
}

/** Legs and states without the ids that PostgreSQL gave them. */
export function factsStored(pult: TestApp, centerId: number): Promise<unknown> {
  return pult.app.database.inCenter({ centerId }, async (tx) => {
    const legs = await sql`
      select l.source_key, l.contact_ref, l.leg, l.offered_at, l.customer, a.name as agent, l.outcome, l.wait_ms, l.ring_ms, l.talk_ms, l.agent_no_answers
      from contact_leg l left join agent a using (center_id, agent_id) where center_id = ${centerId} order by l.source_key`.execute(
      tx,
    )
    const states = await sql`
      select s.source_key, a.name as agent, s.state, s.started_at, s.ended_at from agent_state s join agent a using (center_id, agent_id)
      where center_id = ${centerId} order by s.source_key`.execute(tx)
    return { legs: legs.rows, states: states.rows }
  })
}
