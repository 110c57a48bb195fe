import { sql } from 'kysely'

import type { LawViolation } from '@pult/contract/schedule-roster'
import type { PublishRoster } from '@pult/contract/schedule'

import { conflict, type Caller, type RequestProblem, type Tx } from '../platform/index.ts'
import { openDraft } from './edit-roster.ts'
import type { OpenTables } from './open-tables.ts'
import { readLaw } from './read-law.ts'
import { readRoster, type KeptRoster } from './roster-store.ts'
import { addShifts, readShifts } from './shift-store.ts'

export interface Published {
  readonly roster: KeptRoster
  /** Blocking rules that stay broken, each with the reason somebody gave. */
  readonly decided: readonly { readonly violation: LawViolation; readonly reason: string }[]
}

/** Publishes a draft. Every blocking rule that is broken needs a reasoned decision; they are kept under the caller's name. */
export async function publishRoster(
  tx: Tx,
  tables: OpenTables,
  caller: Caller,
  rosterId: number,
  { version, decisions }: PublishRoster,
): Promise<Published> {
  const { centerId } = caller
  const { roster, today } = await openDraft(tx, tables, centerId, rosterId, version)
  const shifts = await readShifts(tx, centerId, rosterId)
  if (shifts.length === 0) throw conflict('rosterEmpty', 'This roster has no shifts: there is nothing to publish.')
  await refuseOlderEdition(tx, centerId, roster)
  const law = await readLaw(tx, centerId, roster, today)
  const blocking = law.check(shifts).filter(({ severity }) => severity === 'block')
  const reasons = new Map(decisions.map(({ key, reason }) => [key, reason]))
  const open = blocking.filter(({ key }) => !reasons.has(key))
  if (open.length > 0) throw blocked(open)
  const decided = blocking.map((violation) => ({ violation, reason: reasons.get(violation.key) ?? '' }))
  for (const { violation, reason } of decided)
    await sql`
      insert into roster_decision (center_id, roster_id, key, reason, by_id, by_name)
      values (${centerId}, ${rosterId}, ${violation.key}, ${reason}, ${caller.userId}, ${caller.name})
    `.execute(tx)
  await sql`
    update roster set status = 'published', published_at = now(), published_by_name = ${caller.name}
    where center_id = ${centerId} and roster_id = ${rosterId}
  `.execute(tx)
  return { roster, decided }
}

function blocked(open: readonly LawViolation[]): RequestProblem {
  const [first] = open
  const who = first?.agentName ?? 'the roster as a whole'
  return conflict(
    'rulesBroken',
    `${open.length} blocking rules are broken without a reasoned decision. The first: ${who}, ${first?.day}, ${first?.article}: ${first?.sentence.en}`,
    {
      values: {
        count: open.length,
        key: first?.key ?? '',
        agentName: who,
        day: first?.day ?? '',
        article: first?.article ?? '',
      },
    },
  )
}

async function refuseOlderEdition(tx: Tx, centerId: number, { seriesId, edition }: KeptRoster): Promise<void> {
  const { rows } = await sql<{ edition: number; byName: string }>`
    select edition, published_by_name as "byName" from roster
    where center_id = ${centerId} and series_id = ${seriesId} and status = 'published' and edition >= ${edition} limit 1
  `.execute(tx)
  const [later] = rows
  if (later !== undefined)
    throw conflict('laterEdition', `${later.byName} published edition ${later.edition} of this roster meanwhile.`, {
      values: { edition: later.edition, byName: later.byName },
    })
}

/** A new edition of a published roster, as a draft with the same shifts. */
export async function reviseRoster(tx: Tx, caller: Caller, rosterId: number, reason: string): Promise<number> {
  const { centerId } = caller
  const roster = await readRoster(tx, centerId, rosterId)
  if (roster.status !== 'published')
    throw conflict('notPublished', 'Only a published roster has editions: change the draft itself.')
  if (!roster.isInForce)
    throw conflict('laterEdition', 'A later edition of this roster is published: begin from that one.')
  const { rows } = await sql<{ id: number }>`
    insert into roster (center_id, name, series_id, edition, status, first_day, last_day, slot_minutes, requirement_id, agent_ids, template_ids,
      weights, prices, seconds, seed, start_from, progress, parts, warnings, version, made_by, made_by_name, reason)
    select center_id, name, series_id, (select max(edition) + 1 from roster e where e.center_id = r.center_id and e.series_id = r.series_id),
      'draft', first_day, last_day, slot_minutes, requirement_id, agent_ids, template_ids, weights, prices, seconds, seed, roster_id, progress, parts, warnings, 1,
      ${caller.userId}, ${caller.name}, ${reason}
    from roster r where center_id = ${centerId} and roster_id = ${rosterId}
    returning roster_id as id
  `.execute(tx)
  const made = rows[0]?.id ?? 0
  for (const [table, column] of [
    ['roster_problem', 'problem'],
    ['roster_member', 'agent_id'],
  ] as const)
    await sql`
      insert into ${sql.table(table)} (center_id, roster_id, ${sql.ref(column)})
      select center_id, ${made}, ${sql.ref(column)} from ${sql.table(table)} where center_id = ${centerId} and roster_id = ${rosterId}
    `.execute(tx)
  const shifts = await readShifts(tx, centerId, rosterId)
  await addShifts(
    tx,
    centerId,
    made,
    shifts.map(({ shiftId: _former, ...shift }) => shift),
  )
  return made
}
