import { isIP } from 'node:net'

import { messages } from '@pult/contract/messages'

import { unprocessable, type Platform, type SecretBox } from '../platform/index.ts'
import { keepMessages } from './message-store.ts'
import { isPublicAddress } from './private-address.ts'
import { createWebhook, deleteWebhook, listWebhooks, readWebhook } from './webhook-store.ts'

const done = { done: true } as const

/** Serves the webhooks of a centre. */
export function serveWebhooks({ http, jobs, live, settings }: Platform, box: SecretBox): void {
  http.serve(messages.listWebhooks, ({ caller: { centerId }, readCenter }) =>
    readCenter(async (tx) => ({ webhooks: await listWebhooks(tx, centerId) })),
  )
  http.serve(messages.createWebhook, ({ caller: { centerId, name: madeByName }, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      if (!settings.privateWebhooks) refusePrivate(body.url)
      const made = await createWebhook(tx, centerId, box, { ...body, madeByName })
      await audit(tx, {
        act: 'messages.webhook.create',
        subject: `webhook ${made.webhookId}`,
        // The path may itself be a secret.
        detail: { name: body.name, origin: new URL(body.url).origin },
      })
      return made
    }),
  )
  http.serve(messages.deleteWebhook, ({ caller: { centerId }, params: { webhookId }, inCenter, audit }) =>
    inCenter(async (tx) => {
      await deleteWebhook(tx, centerId, webhookId)
      await audit(tx, { act: 'messages.webhook.delete', subject: `webhook ${webhookId}` })
      return done
    }),
  )
  http.serve(messages.testWebhook, async ({ caller: { centerId, name }, params: { webhookId }, inCenter, audit }) => {
    const messageId = await inCenter(async (tx) => {
      const { url } = await readWebhook(tx, centerId, webhookId)
      const content = { text: JSON.stringify({ type: 'test', centerId }) }
      const draft = {
        channel: 'webhook',
        address: url,
        subject: 'test',
        content,
        about: 'test',
        madeByName: name,
      } as const
      const [id = 0] = await keepMessages(tx, centerId, [draft])
      await audit(tx, { act: 'messages.webhook.test', subject: `webhook ${webhookId}` })
      await live.announce(tx, { centerId, topic: 'messages', id })
      return id
    })
    await jobs.send('messageSend', { centerId, messageId })
    return { messageId }
  })
}

/** What can be seen from the address alone is said at once; where a name leads is looked up at each post. */
function refusePrivate(url: string): void {
  const { protocol, hostname } = new URL(url)
  const host = hostname.replaceAll(/^\[|\]$/g, '')
  if (protocol !== 'https:')
    throw unprocessable('webhookNotTls', 'A webhook needs https: others on the line could read what it is told.', {
      at: 'body.url',
    })
  if (host === 'localhost' || (isIP(host) !== 0 && !isPublicAddress(host)))
    throw unprocessable(
      'webhookPrivate',
      `${host} is an address of this machine or of a private network. An administrator of the machine allows those with PULT_PRIVATE_WEBHOOKS=true.`,
      { at: 'body.url' },
    )
}
