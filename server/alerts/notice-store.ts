import { sql } from 'kysely'

import type { AlertEvent } from '@pult/engine/alerts'
import { HOUR_MS } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'
import type { Recipient } from './recipients.ts'

interface Noticed {
  readonly alertId: number
  readonly alertRuleId: number
  readonly event: AlertEvent
  readonly language: 'ru' | 'en'
  readonly at: number
}

/** Notes whom an event is to be told. */
export async function addNotices(
  tx: Tx,
  centerId: number,
  { alertId, alertRuleId, event, language, at }: Noticed,
  recipients: readonly Recipient[],
): Promise<void> {
  for (const { way, address, userId } of recipients)
    await sql`
      insert into alert_notice (center_id, alert_id, alert_rule_id, event, way, address, user_id, language, made_at)
      values (${centerId}, ${alertId}, ${alertRuleId}, ${event}, ${way}, ${address}, ${userId}, ${language}, ${new Date(at)})
    `.execute(tx)
}

/** Who was told, or is to be told, that an alert was raised hears also how it goes on. */
export async function addForTheSame(
  tx: Tx,
  centerId: number,
  { alertId, event, at }: Omit<Noticed, 'alertRuleId' | 'language'>,
): Promise<void> {
  await sql`
    insert into alert_notice (center_id, alert_id, alert_rule_id, event, way, address, user_id, language, made_at)
    select center_id, alert_id, alert_rule_id, ${event}, way, address, user_id, language, ${new Date(at)}::timestamptz
    from alert_notice where center_id = ${centerId} and alert_id = ${alertId} and event = 'raised'
  `.execute(tx)
}

export interface WaitingRow {
  readonly noticeId: number
  readonly alertId: number
  readonly alertRuleId: number | null
  readonly event: AlertEvent
  readonly way: Recipient['way']
  readonly address: string
  readonly userId: string | null
  readonly language: 'ru' | 'en'
  readonly madeAt: Date
  readonly wordsRu: string
  readonly wordsEn: string
  readonly severity: string
  readonly ruleName: string
  readonly subject: string
  readonly value: number | null
  readonly definition: string | null
  readonly raisedAt: Date
  readonly clearedAt: Date | null
}

/** What nobody has been told yet, the oldest first. */
export async function readWaiting(tx: Tx, centerId: number): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    select alert_notice_id as "noticeId", n.alert_id as "alertId", n.alert_rule_id as "alertRuleId", event, way, address, user_id as "userId",
      language, made_at as "madeAt", words_ru as "wordsRu", words_en as "wordsEn", severity, rule_name as "ruleName", subject, value, definition,
      raised_at as "raisedAt", cleared_at as "clearedAt"
    from alert_notice n join alert a on a.center_id = n.center_id and a.alert_id = n.alert_id
    where n.center_id = ${centerId} and told_at is null order by made_at, alert_notice_id
  `.execute(tx)
  return rows
}

/** When each address was written to within the last hour, by `way address`. */
export async function readSentAt(tx: Tx, centerId: number, now: number): Promise<ReadonlyMap<string, number[]>> {
  const { rows } = await sql<{ way: string; address: string; at: Date }>`
    select distinct way, address, told_at as at from alert_notice
    where center_id = ${centerId} and told_at > ${new Date(now - HOUR_MS)} and told_at <= ${new Date(now)}
  `.execute(tx)
  const grouped = Map.groupBy(rows, ({ way, address }) => `${way} ${address}`)
  return new Map([...grouped].map(([key, list]) => [key, list.map(({ at }) => at.getTime())]))
}

export async function noteTold(
  tx: Tx,
  centerId: number,
  noticeIds: readonly number[],
  { at, messageId }: { readonly at: number; readonly messageId: number },
): Promise<void> {
  await sql`
    update alert_notice set told_at = ${new Date(at)}, message_id = ${messageId}
    where center_id = ${centerId} and alert_notice_id = any(${[...noticeIds]}::bigint[])
  `.execute(tx)
}
