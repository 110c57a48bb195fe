import { sql } from 'kysely'

import { AlertRuleDraft, type AlertRule } from '@pult/contract/alert-rules'

import { conflict, isoText, notFound, staleOrMissing, type Tx } from '../platform/index.ts'

export interface StoredRule {
  readonly alertRuleId: number
  readonly draft: AlertRuleDraft
}

interface RuleRow extends Omit<AlertRule, keyof AlertRuleDraft> {
  readonly draft: unknown
}

/** The rules with how they fare, by name. */
export async function listRules(tx: Tx, centerId: number): Promise<AlertRule[]> {
  const { rows } = await sql<RuleRow>`
    select alert_rule_id as "alertRuleId", draft, version, made_by_name as "madeByName",
      ${isoText('changed_at', 'seconds')} as "changedAt",
      (select count(*) from alert a where a.center_id = r.center_id and a.alert_rule_id = r.alert_rule_id and a.cleared_at is null) as open,
      (select to_char(max(a.raised_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from alert a
        where a.center_id = r.center_id and a.alert_rule_id = r.alert_rule_id) as "lastRaisedAt"
    from alert_rule r where center_id = ${centerId} order by name collate names, alert_rule_id
  `.execute(tx)
  return rows.map(({ draft, ...rest }) => ({ ...AlertRuleDraft.parse(draft), ...rest }))
}

/** The rules that are on. */
export async function rulesOn(tx: Tx, centerId: number): Promise<StoredRule[]> {
  const { rows } = await sql<{ alertRuleId: number; draft: unknown }>`
    select alert_rule_id as "alertRuleId", draft from alert_rule where center_id = ${centerId} and is_on order by alert_rule_id
  `.execute(tx)
  return rows.map(({ alertRuleId, draft }) => ({ alertRuleId, draft: AlertRuleDraft.parse(draft) }))
}

const MOST = 100

export async function createRule(tx: Tx, centerId: number, draft: AlertRuleDraft, madeByName: string): Promise<number> {
  const { rows: there } = await sql<{ n: number }>`
    select count(*) as n from alert_rule where center_id = ${centerId}`.execute(tx)
  if ((there[0]?.n ?? 0) >= MOST)
    throw conflict('tooManyAlertRules', `A centre keeps ${MOST} rules of alerts at most: delete one first.`)
  const { rows } = await sql<{ id: number }>`
    insert into alert_rule (center_id, name, draft, is_on, made_by_name)
    values (${centerId}, ${draft.name}, ${JSON.stringify(draft)}::jsonb, ${draft.isOn}, ${madeByName}) returning alert_rule_id as id
  `.execute(tx)
  return rows[0]?.id ?? 0
}

/** A rule, held until the transaction ends. */
export async function holdRule(tx: Tx, centerId: number, alertRuleId: number): Promise<AlertRuleDraft> {
  const { rows } = await sql<{ draft: unknown }>`
    select draft from alert_rule where center_id = ${centerId} and alert_rule_id = ${alertRuleId} for update
  `.execute(tx)
  if (rows[0] === undefined) throw notFound('alert rule')
  return AlertRuleDraft.parse(rows[0].draft)
}

export async function changeRule(
  tx: Tx,
  centerId: number,
  alertRuleId: number,
  { draft, version }: { readonly draft: AlertRuleDraft; readonly version: number },
): Promise<void> {
  const { numAffectedRows } = await sql`
    update alert_rule set name = ${draft.name}, draft = ${JSON.stringify(draft)}::jsonb, is_on = ${draft.isOn}, version = version + 1, changed_at = now()
    where center_id = ${centerId} and alert_rule_id = ${alertRuleId} and version = ${version}
  `.execute(tx)
  if (numAffectedRows !== 1n) throw staleOrMissing(true, 'alert rule')
}

export async function deleteRule(tx: Tx, centerId: number, alertRuleId: number): Promise<void> {
  await sql`delete from alert_rule where center_id = ${centerId} and alert_rule_id = ${alertRuleId}`.execute(tx)
}
