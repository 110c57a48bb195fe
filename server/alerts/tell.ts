import { isQuiet, planTelling, type QuietHours } from '@pult/engine/alerts'

import type { MessageDraft, Messages } from '../messages/index.ts'
import type { Tx } from '../platform/index.ts'
import { noteTold, readSentAt, readWaiting, type WaitingRow } from './notice-store.ts'
import { readAllQuiet } from './reader-store.ts'
import type { StoredRule } from './rule-store.ts'
import { writeMessage } from './write-message.ts'

/** A person is written to at most so often in an hour; what is more goes together. A program takes every change. */
const MOST_AN_HOUR = 6
const MOST_LINES = 10

export interface TellPorts {
  readonly messages: Messages
  /** Where people open Pult; null where that is not said. */
  readonly publicUrl: string | null
}

interface Moment {
  readonly now: number
  readonly minuteOfDay: number
  readonly timeZone: string
}

/** Queues one message to each recipient for whom something waits and may go; resolves to the ids of the messages, for `dispatch`. */
export async function tellWaiting(
  tx: Tx,
  centerId: number,
  rules: readonly StoredRule[],
  { now, minuteOfDay, timeZone }: Moment,
  { messages, publicUrl }: TellPorts,
): Promise<number[]> {
  const waiting = await readWaiting(tx, centerId)
  if (waiting.length === 0) return []
  const isHeld = holding(rules, await readAllQuiet(tx, centerId), minuteOfDay)
  const sentAt = await readSentAt(tx, centerId, now)
  const queued: number[] = []
  for (const [recipient, rows] of Map.groupBy(waiting, ({ way, address }) => `${way} ${address}`)) {
    const isProgram = rows.some(({ way }) => way === 'webhook')
    const plan = planTelling(
      rows.map((row) => ({ ...row, at: row.madeAt.getTime(), isHeld: isHeld(row) })),
      {
        now,
        sentAt: sentAt.get(recipient) ?? [],
        mostAnHour: isProgram ? Number.POSITIVE_INFINITY : MOST_AN_HOUR,
        mostLines: isProgram ? Number.POSITIVE_INFINITY : MOST_LINES,
      },
    )
    if (plan === null) continue
    const draft: MessageDraft = writeMessage(plan, rows, { centerId, now, timeZone, publicUrl })
    const [messageId = 0] = await messages.queue(tx, centerId, [draft])
    await noteTold(tx, centerId, plan.noticeIds, { at: now, messageId })
    queued.push(messageId)
  }
  return queued
}

/** Whether quiet hours of the rule or of the person hold something back. */
function holding(
  rules: readonly StoredRule[],
  quietByUser: ReadonlyMap<string, QuietHours>,
  minuteOfDay: number,
): (row: WaitingRow) => boolean {
  const draftById = new Map(rules.map(({ alertRuleId, draft }) => [alertRuleId, draft]))
  return ({ alertRuleId, userId }) => {
    const draft = alertRuleId === null ? undefined : draftById.get(alertRuleId)
    if (isQuiet(draft?.quiet ?? null, minuteOfDay)) return true
    if (userId === null || draft?.isUrgent === true) return false
    return isQuiet(quietByUser.get(userId) ?? null, minuteOfDay)
  }
}
