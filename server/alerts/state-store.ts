import { sql } from 'kysely'

import type { AlertState } from '@pult/engine/alerts'

import type { Tx } from '../platform/index.ts'

/** What the last look left behind, by rule and subject: `3 queue 12`. */
export type StatesByKey = ReadonlyMap<string, AlertState>

export const stateKey = (alertRuleId: number, subject: string): string => `${alertRuleId} ${subject}`

export async function readStates(tx: Tx, centerId: number): Promise<StatesByKey> {
  const { rows } = await sql<{ alertRuleId: number; subject: string; state: AlertState }>`
    select alert_rule_id as "alertRuleId", subject, state from alert_state where center_id = ${centerId}
  `.execute(tx)
  return new Map(rows.map(({ alertRuleId, subject, state }) => [stateKey(alertRuleId, subject), state]))
}

export interface StateToKeep {
  readonly alertRuleId: number
  readonly subject: string
  readonly state: AlertState
}

/** A state that remembers nothing is as good as none. */
const isWorthKeeping = ({ phase, raises }: AlertState): boolean => phase !== 'calm' || raises.length > 0

/** Replaces what was left behind: subjects that are not named are forgotten, but for rules that could not be looked at. */
export async function keepStates(
  tx: Tx,
  centerId: number,
  states: readonly StateToKeep[],
  unseenRuleIds: readonly number[],
): Promise<void> {
  const kept = states.filter(({ state }) => isWorthKeeping(state))
  const rules = kept.map(({ alertRuleId }) => alertRuleId)
  const subjects = kept.map(({ subject }) => subject)
  const values = kept.map(({ state }) => JSON.stringify(state))
  await sql`
    delete from alert_state where center_id = ${centerId} and not alert_rule_id = any(${[...unseenRuleIds]}::bigint[]) and not exists (
      select from unnest(${rules}::bigint[], ${subjects}::text[]) as kept (rule, subject)
      where kept.rule = alert_rule_id and kept.subject = alert_state.subject)
  `.execute(tx)
  await sql`
    insert into alert_state (center_id, alert_rule_id, subject, state)
    select ${centerId}, rule, subject, state from unnest(${rules}::bigint[], ${subjects}::text[], ${values}::jsonb[]) as kept (rule, subject, state)
    on conflict (center_id, alert_rule_id, subject) do update set state = excluded.state
  `.execute(tx)
}

export async function forgetStates(tx: Tx, centerId: number, alertRuleId: number): Promise<void> {
  await sql`delete from alert_state where center_id = ${centerId} and alert_rule_id = ${alertRuleId}`.execute(tx)
}
