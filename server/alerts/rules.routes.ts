import { sql } from 'kysely'

import { alertRules, type AlertRuleDraft, type AlertRules } from '@pult/contract/alert-rules'
import { roleMay, type Role } from '@pult/contract/permissions'

import type { Messages } from '../messages/index.ts'
import { unprocessable, type Platform, type Tx } from '../platform/index.ts'
import { closeAlertsOf, disownAlerts } from './alert-store.ts'
import { watchesTheSame } from './looked-at.ts'
import { previewRule } from './preview.ts'
import { readyRules } from './ready-rules.ts'
import type { MailsOf } from './recipients.ts'
import { changeRule, createRule, deleteRule, holdRule, listRules } from './rule-store.ts'
import { forgetStates } from './state-store.ts'
import { watchables, watchedMeasure } from './watchables.ts'

const done = { done: true } as const

export interface RulePorts {
  readonly messages: Messages
  readonly mailsOf: MailsOf
  readonly clock: () => number
}

/** Serves the rules of who is told of what. */
export function serveAlertRules(
  { http, live }: Pick<Platform, 'http' | 'live'>,
  { messages, mailsOf, clock }: RulePorts,
): void {
  http.serve(alertRules.listAlertRules, ({ caller: { centerId }, readCenter }) =>
    readCenter(async (tx) => ({
      rules: await listRules(tx, centerId),
      ready: [...readyRules],
      watchables: watchables(),
      queues: await queuesOf(tx, centerId),
      people: await peopleOf(tx, centerId, mailsOf),
      webhooks: (await messages.webhooks(tx, centerId)).map(({ webhookId, name }) => ({ webhookId, name })),
      ways: await messages.ways(tx, centerId),
      lookedAt: await lookedAt(tx, centerId),
    })),
  )
  http.serve(alertRules.previewAlertRule, ({ caller: { centerId }, body, readCenter }) => {
    refuseUnknown(body)
    return readCenter((tx) => previewRule(tx, centerId, body, clock()))
  })
  http.serve(alertRules.createAlertRule, ({ caller: { centerId, name }, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      refuseUnknown(body)
      const alertRuleId = await createRule(tx, centerId, body, name)
      await audit(tx, { act: 'alerts.rule.create', subject: `alert rule ${alertRuleId}`, detail: { ...body } })
      await live.announce(tx, { centerId, topic: 'alerts' })
      return { alertRuleId }
    }),
  )
  http.serve(alertRules.changeAlertRule, ({ caller: { centerId }, params: { alertRuleId }, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const former = await holdRule(tx, centerId, alertRuleId)
      refuseUnknown(body.draft)
      await changeRule(tx, centerId, alertRuleId, body)
      if (!body.draft.isOn || !watchesTheSame(former, body.draft)) {
        await closeAlertsOf(tx, centerId, alertRuleId, clock())
        await forgetStates(tx, centerId, alertRuleId)
      }
      await audit(tx, { act: 'alerts.rule.change', subject: `alert rule ${alertRuleId}`, detail: { ...body.draft } })
      await live.announce(tx, { centerId, topic: 'alerts' })
      return done
    }),
  )
  http.serve(alertRules.deleteAlertRule, ({ caller: { centerId }, params: { alertRuleId }, inCenter, audit }) =>
    inCenter(async (tx) => {
      const { name } = await holdRule(tx, centerId, alertRuleId)
      await closeAlertsOf(tx, centerId, alertRuleId, clock())
      await disownAlerts(tx, centerId, alertRuleId)
      await deleteRule(tx, centerId, alertRuleId)
      await audit(tx, { act: 'alerts.rule.delete', subject: `alert rule ${alertRuleId}`, detail: { name } })
      await live.announce(tx, { centerId, topic: 'alerts' })
      return done
    }),
  )
}

function refuseUnknown({ watch, limit }: AlertRuleDraft): void {
  if (watch.kind !== 'measure') {
    if (limit?.at === null)
      throw unprocessable('limitNeeded', 'There is no target of this figure: say from where on it is out of line.', {
        at: 'body.limit.at',
      })
    return
  }
  if (watchedMeasure(watch.measure) === null)
    throw unprocessable('measureNotWatchable', `A rule cannot watch the measure "${watch.measure}".`, {
      at: 'body.watch.measure',
    })
}

async function queuesOf(tx: Tx, centerId: number): Promise<AlertRules['queues']> {
  const { rows } = await sql<AlertRules['queues'][number]>`
    select queue_id as "queueId", name from queue where center_id = ${centerId} and status <> 'archived' order by name collate names`.execute(
    tx,
  )
  return rows
}

async function peopleOf(tx: Tx, centerId: number, mailsOf: MailsOf): Promise<AlertRules['people']> {
  const { rows } = await sql<{ userId: string; role: Role }>`
    select user_id as "userId", role from membership where center_id = ${centerId} and (ends_at is null or ends_at > now())
      and (only_may is null or 'readAlerts' = any(only_may)) order by user_id`.execute(tx)
  const members = rows.filter(({ role }) => roleMay(role, 'readAlerts'))
  const known = await mailsOf(members.map(({ userId }) => userId))
  return members
    .flatMap(({ userId, role }) => {
      const name = known.get(userId)?.name
      return name === undefined ? [] : [{ userId, role, name }]
    })
    .toSorted((left, right) => left.name.localeCompare(right.name, 'ru'))
}

async function lookedAt(tx: Tx, centerId: number): Promise<string | null> {
  const { rows } = await sql<{
    at: Date
  }>`select looked_at as at from alert_look where center_id = ${centerId}`.execute(tx)
  return rows[0]?.at.toISOString() ?? null
}
