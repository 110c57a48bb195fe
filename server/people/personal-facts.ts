import { sql } from 'kysely'

import type { PersonalFacts, PersonalFactsChange } from '@pult/contract/people-agreements'

import { invalid, staleOrMissing, type Caller, type Tx } from '../platform/index.ts'
import { refuseBeyondReach, seenBy } from './reach.ts'

const columns = sql`agent_id as "agentId", born_on as "bornOn", groups, consents, version`

export async function listPersonalFacts(tx: Tx, caller: Caller): Promise<PersonalFacts[]> {
  const { rows } = await sql<PersonalFacts>`
    select ${columns} from personal_facts where center_id = ${caller.centerId} and ${seenBy(caller, 'agent_id')} order by agent_id
  `.execute(tx)
  return rows
}

/** Of everybody, for making and checking rosters: what comes of it is told, not the facts. */
export async function readPersonalFacts(tx: Tx, centerId: number): Promise<PersonalFacts[]> {
  const { rows } = await sql<PersonalFacts>`
    select ${columns} from personal_facts where center_id = ${centerId} order by agent_id`.execute(tx)
  return rows
}

export async function setPersonalFacts(
  tx: Tx,
  caller: Caller,
  agentId: number,
  { bornOn, groups, consents, version }: PersonalFactsChange,
): Promise<void> {
  await refuseBeyondReach(tx, caller, agentId)
  for (const [list, dated] of Object.entries({ groups, consents }))
    for (const [index, { from, to }] of dated.entries())
      if (to !== null && to < from)
        throw invalid('periodBackwards', `body.${list}.${index}.to: must not lie before the first day.`, {
          at: `body.${list}.${index}.to`,
        })
  const { numAffectedRows } = await sql`
    insert into personal_facts (center_id, agent_id, born_on, groups, consents)
    select ${caller.centerId}, ${agentId}, ${bornOn}::date, ${JSON.stringify(groups)}::jsonb, ${JSON.stringify(consents)}::jsonb
    where ${version} = 0 or exists (select 1 from personal_facts where center_id = ${caller.centerId} and agent_id = ${agentId})
    on conflict (center_id, agent_id) do update set born_on = excluded.born_on, groups = excluded.groups, consents = excluded.consents,
      version = personal_facts.version + 1
    where personal_facts.version = ${version}
  `.execute(tx)
  if (numAffectedRows === 0n) throw staleOrMissing(true, 'personal facts')
}
