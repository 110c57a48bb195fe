import { sql } from 'kysely'

import { stepAlert, type AlertEvent, type AlertReading } from '@pult/engine/alerts'
import type { ClearedBecause } from '@pult/contract/alert-words'
import { isOpen, MINUTE_MS } from '@pult/engine/time'

import { readHoursOfQueues } from '../center/index.ts'
import { readLiveFigures, type LiveQuestion } from '../measures/index.ts'
import type { Log, Tx } from '../platform/index.ts'
import { clearAlert, holdOpenAlerts, noteWorst, raiseAlert, type OpenAlert } from './alert-store.ts'
import type { Condition } from './condition.ts'
import { lookAt, windowOf, type LookedAt, type Seen } from './looked-at.ts'
import { addForTheSame, addNotices } from './notice-store.ts'
import { agentsByQueue } from './own-queues.ts'
import { paceOf } from './pace.ts'
import { readPeople, recipientsOf, type Around, type MailsOf } from './recipients.ts'
import { rulesOn, type StoredRule } from './rule-store.ts'
import { keepStates, readStates, stateKey, type StateToKeep } from './state-store.ts'
import { tellWaiting, type TellPorts } from './tell.ts'
import { watchedMeasure } from './watchables.ts'
import { zoneFor } from './zone-for.ts'

/** A rule is not looked at more often, by however many servers. */
const AT_MOST_EVERY_MS = 25_000
/** A server that was away for longer has not seen what came between. */
const LONGEST_GAP_MS = 3 * MINUTE_MS

export interface LookPorts extends TellPorts {
  readonly log: Log
  readonly mailsOf: MailsOf
  readonly conditionsFor: (
    tx: Tx,
    centerId: number,
    now: number,
    rules: readonly StoredRule[],
  ) => Promise<readonly Condition[]>
}

export interface Looked {
  /** Whether anything was raised or cleared. */
  readonly hasChanged: boolean
  /** Messages to dispatch once the transaction has committed. */
  readonly messageIds: readonly number[]
}

/** Looks at every rule of a centre once; null where there is none, or another server has just done so. */
export async function lookAtCenter(tx: Tx, centerId: number, now: number, ports: LookPorts): Promise<Looked | null> {
  if (!(await isWatched(tx, centerId)) || !(await takeTurn(tx, centerId, now))) return null
  const rules = await rulesOn(tx, centerId)
  const seen = rules.length === 0 ? null : await see(tx, centerId, now, rules, ports)
  const open = await holdOpenAlerts(tx, centerId)
  const hasChanged = seen === null ? false : await judge(tx, centerId, { rules, seen, open, ports })
  const zone = await zoneFor(tx, centerId)
  const { hour, minute } = zone.instantToLocal(now)
  const moment = { now, minuteOfDay: hour * 60 + minute, timeZone: zone.timeZone }
  return { hasChanged, messageIds: await tellWaiting(tx, centerId, rules, moment, ports) }
}

/** Whether there is a rule to look at, or somebody to be told yet. */
async function isWatched(tx: Tx, centerId: number): Promise<boolean> {
  const { rows } = await sql`
    select from alert_rule where center_id = ${centerId} and is_on
    union all select from alert_notice where center_id = ${centerId} and told_at is null limit 1
  `.execute(tx)
  return rows.length > 0
}

/** Of several servers one looks; a look that lies ahead was made by a clock that was wrong. */
async function takeTurn(tx: Tx, centerId: number, now: number): Promise<boolean> {
  const { rows } = await sql`
    insert into alert_look (center_id, looked_at) values (${centerId}, ${new Date(now)})
    on conflict (center_id) do update set looked_at = excluded.looked_at
    where alert_look.looked_at <= ${new Date(now - AT_MOST_EVERY_MS)} or alert_look.looked_at > ${new Date(now)} returning 1
  `.execute(tx)
  return rows.length > 0
}

async function see(
  tx: Tx,
  centerId: number,
  now: number,
  rules: readonly StoredRule[],
  { conditionsFor }: LookPorts,
): Promise<Seen> {
  const figures = await readLiveFigures(tx, centerId, now, rules.flatMap(questionsOf))
  const zone = await zoneFor(tx, centerId)
  const hours = rules.some(({ draft }) => draft.openHoursOnly)
    ? await readHoursOfQueues(tx, centerId)
    : new Map<number, never>()
  const agents = await agentsByQueue(tx, centerId)
  return {
    now,
    figures,
    conditions: await conditionsFor(tx, centerId, now, rules),
    agentsOf: (queueId) => agents.get(queueId) ?? null,
    isOpen(queueId) {
      const own = hours.get(queueId)
      return own === undefined || isOpen(own, now, zone)
    },
  }
}

function questionsOf({ draft: { watch } }: StoredRule): LiveQuestion[] {
  if (watch.kind !== 'measure') return []
  const definition = watchedMeasure(watch.measure)
  return definition === null ? [] : [{ definition, window: windowOf(watch.window) }]
}

interface Judging {
  readonly rules: readonly StoredRule[]
  readonly seen: Seen
  readonly open: readonly OpenAlert[]
  readonly ports: LookPorts
}

/** Steps every subject of every rule, and writes down what came of it. */
async function judge(tx: Tx, centerId: number, { rules, seen, open, ports }: Judging): Promise<boolean> {
  const states = await readStates(tx, centerId)
  const openByKey = new Map(open.map((alert) => [stateKey(alert.alertRuleId ?? 0, alert.subject), alert]))
  const kept: StateToKeep[] = []
  const unseen: number[] = []
  let around: Around | null = null
  let hasChanged = false
  for (const { alertRuleId, draft } of rules) {
    const pace = paceOf(draft, LONGEST_GAP_MS)
    const subjects = lookAtSafely(draft, seen, ports)
    if (subjects === null) {
      unseen.push(alertRuleId)
      continue
    }
    for (const looked of withGone(alertRuleId, subjects, openByKey)) {
      const key = stateKey(alertRuleId, looked.subject)
      const alert = openByKey.get(key)
      const { state, event } = stepAlert(
        states.get(key),
        looked.reading,
        { now: seen.now, isAnswered: alert?.isAnswered ?? false },
        pace,
      )
      kept.push({ alertRuleId, subject: looked.subject, state })
      if (alert !== undefined) await noteIfWorse(tx, centerId, alert, looked, draft.limit?.side)
      if (event === null) continue
      around ??= await readAround(tx, centerId, ports)
      await write(tx, centerId, { rule: { alertRuleId, draft }, looked, alert, event, around, now: seen.now })
      hasChanged ||= event !== 'reminded'
    }
  }
  await keepStates(tx, centerId, kept, unseen)
  return hasChanged
}

async function readAround(tx: Tx, centerId: number, { mailsOf, messages }: LookPorts): Promise<Around> {
  const webhooks = await messages.webhooks(tx, centerId)
  return {
    people: await readPeople(tx, centerId, mailsOf),
    urlsByWebhook: new Map(webhooks.map(({ webhookId, url }) => [webhookId, url])),
  }
}

/** One rule that cannot be judged must not silence the others: null, and all of it stays as it was. */
function lookAtSafely(draft: StoredRule['draft'], seen: Seen, { log }: LookPorts): LookedAt[] | null {
  try {
    return lookAt(draft, seen)
  } catch (error) {
    log.error({ err: error, rule: draft.name }, 'a rule of alerts could not be judged')
    return null
  }
}

/** Open alerts about what is not there any more: a queue that was archived, a failure that was made good. */
function withGone(
  alertRuleId: number,
  looked: readonly LookedAt[],
  openByKey: ReadonlyMap<string, OpenAlert>,
): LookedAt[] {
  const known = new Set(looked.map(({ subject }) => subject))
  const gone = [...openByKey.values()].filter((alert) => alert.alertRuleId === alertRuleId && !known.has(alert.subject))
  return [...looked, ...gone.map(({ subject }) => goneFrom(subject))]
}

const nothing = { ru: '', en: '' }
const goneFrom = (subject: string): LookedAt => ({
  subject,
  queueIds: null,
  reading: 'good',
  value: null,
  limit: null,
  definition: null,
  words: () => nothing,
})

async function noteIfWorse(
  tx: Tx,
  centerId: number,
  { alertId, worst }: OpenAlert,
  { value }: LookedAt,
  side: 'above' | 'below' | undefined,
): Promise<void> {
  if (value === null || worst === null) return
  if (side === 'above' ? value > worst : value < worst) await noteWorst(tx, centerId, alertId, value)
}

interface Written {
  readonly rule: StoredRule
  readonly looked: LookedAt
  readonly alert: OpenAlert | undefined
  readonly event: AlertEvent
  readonly around: Around
  readonly now: number
}

async function write(tx: Tx, centerId: number, { rule, looked, alert, event, around, now }: Written): Promise<void> {
  const { alertRuleId, draft } = rule
  if (event === 'raised') {
    if (alert !== undefined) return
    const alertId = await raiseAlert(tx, centerId, { alertRuleId, draft, looked, at: now })
    const noticed = { alertId, alertRuleId, event, language: draft.language, at: now }
    await addNotices(tx, centerId, noticed, recipientsOf(draft, around, looked.queueIds))
    return
  }
  if (alert === undefined) return
  if (event === 'cleared') await clearAlert(tx, centerId, alert.alertId, { at: now, because: becauseOf(draft, looked) })
  await addForTheSame(tx, centerId, { alertId: alert.alertId, event, at: now })
}

const reasons: Readonly<Record<AlertReading, ClearedBecause>> = {
  good: 'good',
  between: 'good',
  bad: 'good',
  unknown: 'unknown',
  closed: 'closed',
}
/** A condition that is named no more was made good; a queue that is named no more has gone. */
const becauseOf = ({ watch }: StoredRule['draft'], { reading, limit }: LookedAt): ClearedBecause =>
  limit === null && watch.kind !== 'condition' ? 'gone' : reasons[reading]
