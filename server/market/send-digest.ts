import { buffer } from 'node:stream/consumers'

import { sql } from 'kysely'

import { nextDue } from '@pult/engine/time'

import type { Members } from '../access/index.ts'
import type { MessageDraft, Messages } from '../messages/index.ts'
import { isoText, type Platform, type Tx } from '../platform/index.ts'
import { digestDocument, tongueOf } from './digest-document.ts'
import { digestFile } from './digest-file.ts'
import { addressesOf } from './digest-people.ts'
import { holdPlan, notePlan, type StoredPlan } from './digest-plan-store.ts'
import { digestHtml, digestText } from './digest-render.ts'
import { readDigest } from './read-digest.ts'
import { readSnapshot } from './snapshot-store.ts'

export interface DigestTimes {
  readonly now: number
  readonly today: string
  readonly timeZone: string
}

export interface DigestPorts {
  readonly messages: Messages
  readonly members: Members
  /** Where people open Pult; null where that is not said. */
  readonly publicUrl: string | null
}

/** What one plan's letters and messages say. Everything they are made from is read in this transaction. */
async function writeMessages(
  tx: Tx,
  centerId: number,
  plan: StoredPlan,
  { today }: DigestTimes,
  { members, publicUrl }: DigestPorts,
): Promise<{ readonly drafts: MessageDraft[]; readonly takenOn: string | null }> {
  const { specialisationId, language, chats, withPosts, lastTakenOn, digestId, madeByName } = plan
  const latest = await readSnapshot(tx, centerId, specialisationId)
  const isNew = latest === null || lastTakenOn === null || latest.takenOn > lastTakenOn
  const since = isNew && lastTakenOn !== null ? { since: lastTakenOn } : {}
  const digest = await readDigest(tx, centerId, { specialisationId, today, withPosts, ...since })
  const { t } = tongueOf(language)
  const former = digest.former === null ? '' : `&since=${digest.former.takenOn}`
  const link =
    publicUrl === null ? null : `${publicUrl}/c/${centerId}/market?tab=digest&of=${specialisationId}${former}`
  const full = digestDocument(digest, language, link)
  // Told already: then the same figures are not told as news once more.
  const document = isNew ? full : { ...full, lines: [t('same'), ...full.lines.slice(0, 1)], sections: [] }
  const text = digestText(document)
  const file = digestFile(digest, { format: 'xlsx', language, link })
  const attachment = {
    fileName: file.fileName ?? 'digest.xlsx',
    contentType: file.contentType,
    base64: (await buffer(file.stream)).toString('base64'),
  }
  const html = digestHtml(document, language)
  const common = { subject: document.title, about: `digest ${digestId}`, madeByName }
  const mails = addressesOf(plan, await members(tx, centerId))
  const drafts: MessageDraft[] = [
    ...mails.map((address) => ({
      ...common,
      channel: 'mail' as const,
      address,
      content: { text, html, ...(isNew ? { attachment } : {}) },
    })),
    ...chats.map((address) => ({ ...common, channel: 'telegram' as const, address, content: { text } })),
  ]
  return { drafts, takenOn: latest?.takenOn ?? null }
}

/** Queues a digest for all its addresses and notes what was told; resolves to the ids of the messages, for `dispatch`. */
export async function queueDigest(
  tx: Tx,
  centerId: number,
  digestId: number,
  times: DigestTimes,
  ports: DigestPorts,
): Promise<readonly number[]> {
  const plan = await holdPlan(tx, centerId, digestId)
  const { drafts, takenOn } = await writeMessages(tx, centerId, plan, times, ports)
  await notePlan(tx, centerId, digestId, { takenOn, nextAt: nextDue(plan, times.timeZone, times.now) })
  return ports.messages.queue(tx, centerId, drafts)
}

interface Due {
  readonly centerId: number
  readonly digestId: number
  readonly timeZone: string
}

export interface DigestJob extends Due {
  /** When it was due: one that has been sent meanwhile is due later. */
  readonly dueAt: string
}

/** Sends one digest that is due; does nothing where it has been sent or is off. */
export async function sendDueDigest(
  { database, live }: Platform,
  ports: DigestPorts,
  { centerId, digestId, dueAt }: DigestJob,
  times: DigestTimes,
): Promise<void> {
  const ids = await database.inCenter({ centerId }, async (tx) => {
    const { rows } = await sql`
      select 1 from market_digest where center_id = ${centerId} and digest_id = ${digestId} and is_on
        and date_trunc('milliseconds', next_at) <= ${new Date(dueAt)} for update
    `.execute(tx)
    if (rows.length === 0) return []
    const queued = await queueDigest(tx, centerId, digestId, times, ports)
    await live.announce(tx, { centerId, topic: 'messages' })
    return queued
  })
  await ports.messages.dispatch(centerId, ids)
}

/** Puts digests that are due in the queue; one that was missed while no server ran goes once, late. */
export async function lookForDigests({ database, jobs }: Platform): Promise<number> {
  // As the owner: which digests are due is asked over all centres.
  const due = await database.asOwner(async (tx) => {
    const { rows } = await sql<DigestJob>`
      select d.center_id as "centerId", d.digest_id as "digestId", c.time_zone as "timeZone",
        ${isoText('d.next_at')} as "dueAt"
      from market_digest d join center c on c.center_id = d.center_id where d.is_on and d.next_at <= now()
    `.execute(tx)
    return rows
  })
  for (const job of due) if (!(await jobs.isKnown('marketDigest', job))) await jobs.send('marketDigest', job)
  return due.length
}
