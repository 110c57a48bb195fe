import { sql } from 'kysely'

import type { Shrinkage, StaffingRule } from '@pult/contract/staffing'
import type { Channel } from '@pult/engine/contacts'
import { queueWorks, workOfChannel, type QueueWork } from '@pult/engine/staffing'

import { invalid, notFound, type Tx } from '../platform/index.ts'

const usual = {
  queueId: null,
  targetLevel: 0.8,
  rule: 'neutral',
  shortSeconds: 5,
  maxAbandonment: null,
  maxOccupancy: null,
  maxAsaSeconds: null,
  patienceSeconds: null,
  availability: 1,
  isAvailabilityLearnt: true,
  contactsAtOnce: 1,
  stretchPerExtra: 0,
  deadlineMinutes: null,
} as const

/** What holds until somebody says otherwise. */
export const usualRules: Readonly<Record<QueueWork, StaffingRule>> = {
  calls: { ...usual, work: 'calls', withinSeconds: 20 },
  chats: { ...usual, work: 'chats', withinSeconds: 60, contactsAtOnce: 2, stretchPerExtra: 0.2 },
  // One working day.
  deferred: { ...usual, work: 'deferred', targetLevel: 0.9, withinSeconds: 0, deadlineMinutes: 480 },
}

export async function listRules(tx: Tx, centerId: number): Promise<StaffingRule[]> {
  const { rows } = await sql<StaffingRule>`
    select nullif(queue_id, 0) as "queueId", target_level as "targetLevel", within_seconds as "withinSeconds", rule,
      max_abandonment as "maxAbandonment", max_occupancy as "maxOccupancy", max_asa_seconds as "maxAsaSeconds",
      patience_seconds as "patienceSeconds", availability, work, contacts_at_once as "contactsAtOnce", stretch_per_extra as "stretchPerExtra",
      deadline_minutes as "deadlineMinutes", availability_learnt as "isAvailabilityLearnt", short_seconds as "shortSeconds"
    from staffing_rule where center_id = ${centerId} order by queue_id, work
  `.execute(tx)
  const unsaid = queueWorks.filter((work) => !rows.some((rule) => rule.queueId === null && rule.work === work))
  return [...unsaid.map((work) => usualRules[work]), ...rows]
}

export async function setRule(tx: Tx, centerId: number, given: StaffingRule): Promise<void> {
  if (given.queueId !== null) {
    const { rows } = await sql<{ channel: Channel }>`
      select channel from queue where center_id = ${centerId} and queue_id = ${given.queueId}`.execute(tx)
    const [queue] = rows
    if (queue === undefined) throw notFound('queue')
    const work = workOfChannel(queue.channel)
    if (given.work !== work)
      throw invalid('otherWork', `body.work: the channel of this queue is ${queue.channel}, so its work is ${work}.`)
  }
  await sql`
    insert into staffing_rule (center_id, queue_id, target_level, within_seconds, rule, max_abandonment, max_occupancy, max_asa_seconds,
      patience_seconds, availability, work, contacts_at_once, stretch_per_extra, deadline_minutes, availability_learnt, short_seconds)
    values (${centerId}, ${given.queueId ?? 0}, ${given.targetLevel}, ${given.withinSeconds}, ${given.rule}, ${given.maxAbandonment},
      ${given.maxOccupancy}, ${given.maxAsaSeconds}, ${given.patienceSeconds}, ${given.availability}, ${given.work}, ${given.contactsAtOnce},
      ${given.stretchPerExtra}, ${given.deadlineMinutes}, ${given.isAvailabilityLearnt}, ${given.shortSeconds})
    on conflict (center_id, queue_id, work) do update set target_level = excluded.target_level, within_seconds = excluded.within_seconds,
      rule = excluded.rule, max_abandonment = excluded.max_abandonment, max_occupancy = excluded.max_occupancy,
      max_asa_seconds = excluded.max_asa_seconds, patience_seconds = excluded.patience_seconds, availability = excluded.availability,
      contacts_at_once = excluded.contacts_at_once, stretch_per_extra = excluded.stretch_per_extra, deadline_minutes = excluded.deadline_minutes,
      availability_learnt = excluded.availability_learnt, short_seconds = excluded.short_seconds
  `.execute(tx)
}

export async function listShrinkage(tx: Tx, centerId: number): Promise<Shrinkage[]> {
  const { rows } = await sql<Shrinkage>`
    select kind, planned, paid, share, hours from shrinkage where center_id = ${centerId} order by kind`.execute(tx)
  return rows
}

export async function setShrinkage(tx: Tx, centerId: number, kinds: readonly Shrinkage[]): Promise<void> {
  await sql`delete from shrinkage where center_id = ${centerId}`.execute(tx)
  for (const { kind, planned, paid, share, hours } of kinds)
    await sql`
      insert into shrinkage (center_id, kind, planned, paid, share, hours)
      values (${centerId}, ${kind}, ${planned}, ${paid}, ${share}, ${JSON.stringify(hours)}::jsonb)`.execute(tx)
}
