import type { Delivery } from '@pult/contract/message-words'
import type { WebhookLine } from '@pult/contract/messages'

import { keptSecret } from '../access/index.ts'
import { openSecretBox, type Platform, type Tx } from '../platform/index.ts'
import { keepMessages, messagesAbout, type MessageDraft } from './message-store.ts'
import { serveMessages } from './messages.routes.ts'
import { createPostOffice, tryMessage, type MessageJob } from './post-office.ts'
import { TELEGRAM_ADDRESS } from './send-telegram.ts'
import { readMessageSettings } from './settings-store.ts'
import { listWebhooks } from './webhook-store.ts'
import { serveWebhooks } from './webhooks.routes.ts'

export type { MessageDraft } from './message-store.ts'

/** Mail, Telegram messages and signed posts of a centre: whoever has something to say queues it here. */
export interface Messages {
  start(): void
  stop(): void
  /** Keeps messages in the transaction of what they tell of; `dispatch` them once it has committed. */
  readonly queue: (tx: Tx, centerId: number, drafts: readonly MessageDraft[]) => Promise<readonly number[]>
  readonly dispatch: (centerId: number, messageIds: readonly number[]) => Promise<void>
  /** By which ways messages can go out. */
  readonly ways: (tx: Tx, centerId: number) => Promise<{ readonly mail: boolean; readonly telegram: boolean }>
  /** Where other programs take what they are told; a message to one has its `url` for an address and JSON for a text. */
  readonly webhooks: (tx: Tx, centerId: number) => Promise<WebhookLine[]>
  /** What became of the latest messages that belong to something. */
  readonly about: (tx: Tx, centerId: number, about: string) => Promise<Delivery[]>
}

/** More than go out at once: a digest has seventy addresses and two hundred members at most. */
const SHOWN_OF_ONE = 300

/** Opens the room: serves its routes and sends as jobs, tried again for some hours where the other side is not there. */
export function openMessages(platform: Platform): Messages {
  const { jobs, settings } = platform
  const box = openSecretBox(keptSecret(settings.dataFolder, 'message-secret'))
  const ports = {
    box,
    telegramAddress: (settings.telegramUrl ?? TELEGRAM_ADDRESS).replace(/\/+$/, ''),
    patienceMs: settings.messagePatience * 1000,
    restMs: settings.messageRest * 1000,
    privateWebhooks: settings.privateWebhooks,
  }
  jobs.define<MessageJob>('messageSend', { concurrency: 2, retries: 3, expireSeconds: 900 }, (job, signal) =>
    tryMessage(platform, ports, job, signal),
  )
  serveMessages(platform, box)
  serveWebhooks(platform, box)
  const office = createPostOffice(platform)
  return {
    start: () => office.start(),
    stop: () => office.stop(),
    queue: keepMessages,
    async dispatch(centerId, messageIds) {
      for (const messageId of messageIds) await jobs.send('messageSend', { centerId, messageId })
    },
    async ways(tx, centerId) {
      const { mail, telegram } = await readMessageSettings(tx, centerId)
      return { mail: mail !== null, telegram: telegram.hasToken }
    },
    webhooks: listWebhooks,
    about: (tx, centerId, about) => messagesAbout(tx, centerId, about, SHOWN_OF_ONE),
  }
}
