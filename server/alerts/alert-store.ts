import { sql } from 'kysely'

import type { AlertRuleDraft } from '@pult/contract/alert-rules'
import type { ClearedBecause } from '@pult/contract/alert-words'

import type { Tx } from '../platform/index.ts'
import type { LookedAt } from './looked-at.ts'

export interface OpenAlert {
  readonly alertId: number
  readonly alertRuleId: number | null
  readonly subject: string
  readonly isAnswered: boolean
  readonly worst: number | null
}

/** Alerts that are open, held until the transaction ends. */
export async function holdOpenAlerts(tx: Tx, centerId: number): Promise<OpenAlert[]> {
  const { rows } = await sql<OpenAlert>`
    select alert_id as "alertId", alert_rule_id as "alertRuleId", subject, answered_at is not null as "isAnswered", worst
    from alert where center_id = ${centerId} and cleared_at is null order by alert_id for update
  `.execute(tx)
  return rows
}

interface Raised {
  readonly alertRuleId: number
  readonly draft: AlertRuleDraft
  readonly looked: LookedAt
  readonly at: number
}

export async function raiseAlert(
  tx: Tx,
  centerId: number,
  { alertRuleId, draft, looked, at }: Raised,
): Promise<number> {
  const { name, severity, told } = draft
  const { subject, queueIds, value, limit, definition } = looked
  const words = looked.words()
  const { rows } = await sql<{ id: number }>`
    insert into alert (center_id, alert_rule_id, rule_name, severity, subject, queue_ids, words_ru, words_en, value, limit_value, worst,
      definition, told_roles, told_users, raised_at)
    values (${centerId}, ${alertRuleId}, ${name}, ${severity}, ${subject}, ${queueIds === null ? null : [...queueIds]}::integer[],
      ${words.ru}, ${words.en}, ${value}, ${limit}, ${value}, ${definition}, ${told.roles}::text[], ${told.userIds}::text[], ${new Date(at)})
    returning alert_id as id
  `.execute(tx)
  return rows[0]?.id ?? 0
}

export async function clearAlert(
  tx: Tx,
  centerId: number,
  alertId: number,
  { at, because }: { readonly at: number; readonly because: ClearedBecause },
): Promise<void> {
  // A clock that was set back must not make an alert end before it began.
  await sql`
    update alert set cleared_at = greatest(raised_at, ${new Date(at)}::timestamptz), cleared_because = ${because}
    where center_id = ${centerId} and alert_id = ${alertId}
  `.execute(tx)
}

export async function noteWorst(tx: Tx, centerId: number, alertId: number, worst: number): Promise<void> {
  await sql`update alert set worst = ${worst} where center_id = ${centerId} and alert_id = ${alertId}`.execute(tx)
}

/** Closes what a rule has open, because the rule is another one now or none; resolves to how many there were. */
export async function closeAlertsOf(tx: Tx, centerId: number, alertRuleId: number, at: number): Promise<number> {
  const { numAffectedRows } = await sql`
    update alert set cleared_at = greatest(raised_at, ${new Date(at)}::timestamptz), cleared_because = 'rule'
    where center_id = ${centerId} and alert_rule_id = ${alertRuleId} and cleared_at is null
  `.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/** The history outlives its rule. */
export async function disownAlerts(tx: Tx, centerId: number, alertRuleId: number): Promise<void> {
  await sql`update alert set alert_rule_id = null where center_id = ${centerId} and alert_rule_id = ${alertRuleId}`.execute(
    tx,
  )
}

/** For so many days the history is kept. */
export const KEPT_DAYS = 400

export async function forgetOldAlerts(tx: Tx, centerId: number): Promise<void> {
  await sql`
    delete from alert where center_id = ${centerId} and cleared_at < now() - make_interval(days => ${KEPT_DAYS})`.execute(
    tx,
  )
}
