import { sql, type RawBuilder } from 'kysely'

import type { Alert, AlertBell, AlertFilter, AlertStory } from '@pult/contract/alerts'
import { addDays } from '@pult/engine/time'

import { isoText, notFound, type Caller, type Tx } from '../platform/index.ts'
import { queuesSeenBy } from './own-queues.ts'
import { zoneFor } from './zone-for.ts'

const columns = sql`
  alert_id as "alertId", alert_rule_id as "alertRuleId", rule_name as "ruleName", severity, subject,
  jsonb_build_object('ru', words_ru, 'en', words_en) as words, value, worst, definition, ${isoText('raised_at', 'seconds')} as "raisedAt",
  ${isoText('cleared_at', 'seconds')} as "clearedAt", cleared_because as "clearedBecause", ${isoText('answered_at', 'seconds')} as "answeredAt",
  answered_by_name as "answeredByName", answer`

/** True in SQL for alerts that the caller meets: a supervisor those of her own teams' queues. */
export async function metBy(tx: Tx, caller: Caller): Promise<RawBuilder<boolean>> {
  const own = await queuesSeenBy(tx, caller)
  return own === null ? sql<boolean>`true` : sql<boolean>`queue_ids && ${[...own]}::integer[]`
}

/** Alerts that a filter asks for, the newest first. */
export async function findAlerts(
  tx: Tx,
  caller: Caller,
  filter: AlertFilter,
  { before, most }: { readonly before: number | null; readonly most: number },
): Promise<Alert[]> {
  const { centerId } = caller
  const { state, severity, alertRuleId, queueId, from, to, search } = filter
  const zone = await zoneFor(tx, centerId)
  const since = from === undefined ? null : new Date(zone.startOfDay(from))
  const until = to === undefined ? null : new Date(zone.startOfDay(addDays(to, 1)))
  const like = search === undefined || search === '' ? null : `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<Alert>`
    select ${columns} from alert
    where center_id = ${centerId} and ${await metBy(tx, caller)}
      and (${state} = 'all' or (cleared_at is null) = (${state} = 'open'))
      and (${severity ?? null}::text is null or severity = ${severity ?? null})
      and (${alertRuleId ?? null}::bigint is null or alert_rule_id = ${alertRuleId ?? null})
      and (${queueId ?? null}::integer is null or ${queueId ?? null}::integer = any(queue_ids))
      and (${since}::timestamptz is null or raised_at >= ${since}) and (${until}::timestamptz is null or raised_at < ${until})
      and (${like}::text is null or concat_ws(' ', rule_name, words_ru, words_en, answer) ilike ${like})
      and (${before}::bigint is null or alert_id < ${before})
    order by alert_id desc limit ${most}
  `.execute(tx)
  return rows
}

/** One alert with who was told of it. */
export async function readAlert(tx: Tx, caller: Caller, alertId: number): Promise<AlertStory> {
  const { centerId } = caller
  const { rows } = await sql<Alert & { toldByPage: boolean }>`
    select ${columns}, cardinality(told_roles) + cardinality(told_users) > 0 as "toldByPage" from alert
    where center_id = ${centerId} and alert_id = ${alertId} and ${await metBy(tx, caller)}
  `.execute(tx)
  const [found] = rows
  if (found === undefined) throw notFound('alert')
  const { rows: told } = await sql<AlertStory['told'][number]>`
    select n.event, n.way,
      case when n.way = 'webhook' then coalesce(w.name, '–') else n.address end as address, ${isoText('n.made_at', 'seconds')} as "madeAt", ${isoText('n.told_at', 'seconds')} as "toldAt", m.status, m.problem
    from alert_notice n left join message m on m.center_id = n.center_id and m.message_id = n.message_id
    -- The address of a webhook may itself be a secret: its name is shown.
    left join webhook w on w.center_id = n.center_id and n.way = 'webhook' and w.url = n.address
    where n.center_id = ${centerId} and n.alert_id = ${alertId} order by n.alert_notice_id
  `.execute(tx)
  return { ...found, told }
}

const LATEST = 8

/** What the bell says: everything open that the caller meets, and what of it she is to be told. */
export async function readBell(tx: Tx, caller: Caller): Promise<AlertBell> {
  const { centerId, role, userId } = caller
  const met = await metBy(tx, caller)
  const mine = sql<boolean>`(${role} = any(told_roles) or ${userId} = any(told_users))`
  const { rows } = await sql<Omit<AlertBell, 'latest'>>`
    select count(*) filter (where cleared_at is null) as open,
      coalesce(bool_or(cleared_at is null and severity = 'critical'), false) as "isCritical",
      count(*) filter (where ${mine} and raised_at > coalesce(
        (select seen_until from alert_reader where center_id = ${centerId} and user_id = ${userId}), '-infinity')) as unread
    from alert where center_id = ${centerId} and ${met} and (cleared_at is null or raised_at > now() - interval '2 days')
  `.execute(tx)
  const { rows: latest } = await sql<Alert>`
    select ${columns} from alert where center_id = ${centerId} and ${met}
    order by cleared_at is not null, alert_id desc limit ${LATEST}
  `.execute(tx)
  return { open: 0, unread: 0, isCritical: false, ...rows[0], latest }
}

/** Says who takes care of an alert; the first one stays. */
export async function answerAlert(
  tx: Tx,
  caller: Caller,
  alertId: number,
  { words, now }: { readonly words: string; readonly now: number },
): Promise<void> {
  const { centerId, name } = caller
  await readAlert(tx, caller, alertId)
  await sql`
    update alert set answered_at = coalesce(answered_at, ${new Date(now)}::timestamptz), answered_by_name = coalesce(answered_by_name, ${name}),
      answer = coalesce(nullif(${words}, ''), answer)
    where center_id = ${centerId} and alert_id = ${alertId}
  `.execute(tx)
}

interface Known {
  readonly rules: { readonly alertRuleId: number; readonly name: string }[]
  readonly queues: { readonly queueId: number; readonly name: string }[]
  readonly hasRules: boolean
}

/** What the history can be filtered by. */
export async function knownOf(tx: Tx, centerId: number): Promise<Known> {
  const { rows: rules } = await sql<Known['rules'][number]>`
    select alert_rule_id as "alertRuleId", name from alert_rule where center_id = ${centerId} order by name collate names`.execute(
    tx,
  )
  const { rows: queues } = await sql<Known['queues'][number]>`
    select queue_id as "queueId", name from queue where center_id = ${centerId} and status <> 'archived' order by name collate names`.execute(
    tx,
  )
  return { rules, queues, hasRules: rules.length > 0 }
}
