import { messages } from '@pult/contract/messages'

import { conflict, type Platform, type SecretBox } from '../platform/index.ts'
import { keepMessages, listMessages, reviveMessage } from './message-store.ts'
import { forgetBot, forgetMailServer, keepBotToken, keepMailServer, readMessageSettings } from './settings-store.ts'

const done = { done: true } as const
const AT_ONCE = 50

const TEST_SUBJECT = 'Пульт: проверка отправки · Pult: a test message'
const TEST_TEXT =
  'Это проверочное сообщение Пульта: если вы его читаете, отправка работает.\n\n' +
  'This is a test message of Pult: if you can read it, sending works.\n'

/** Serves how messages go out and the log of what became of them. */
export function serveMessages({ http, jobs, live }: Platform, box: SecretBox): void {
  http.serve(messages.readMessageSettings, ({ caller: { centerId }, readCenter }) =>
    readCenter((tx) => readMessageSettings(tx, centerId)),
  )
  http.serve(messages.setMailServer, ({ caller: { centerId }, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await keepMailServer(tx, centerId, box, body)
      const { host, port, security, fromAddress } = body
      const isPasswordGiven = body.password !== undefined
      const detail = { host, port, security, fromAddress, isPasswordGiven }
      await audit(tx, { act: 'messages.mailServer.change', subject: 'mail server', detail })
      return readMessageSettings(tx, centerId)
    }),
  )
  http.serve(messages.forgetMailServer, ({ caller: { centerId }, inCenter, audit }) =>
    inCenter(async (tx) => {
      await forgetMailServer(tx, centerId)
      await audit(tx, { act: 'messages.mailServer.forget', subject: 'mail server' })
      return done
    }),
  )
  http.serve(messages.setTelegramBot, ({ caller: { centerId }, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await keepBotToken(tx, centerId, box, body.token)
      await audit(tx, { act: 'messages.telegramBot.change', subject: 'telegram bot' })
      return readMessageSettings(tx, centerId)
    }),
  )
  http.serve(messages.forgetTelegramBot, ({ caller: { centerId }, inCenter, audit }) =>
    inCenter(async (tx) => {
      await forgetBot(tx, centerId)
      await audit(tx, { act: 'messages.telegramBot.forget', subject: 'telegram bot' })
      return done
    }),
  )
  http.serve(messages.sendTest, async ({ caller, body: { channel, address }, inCenter, audit }) => {
    const { centerId, name } = caller
    const messageId = await inCenter(async (tx) => {
      const { mail, telegram } = await readMessageSettings(tx, centerId)
      if (channel === 'mail' ? mail === null : !telegram.hasToken)
        throw conflict(
          channel === 'mail' ? 'noMailServer' : 'noTelegramBot',
          channel === 'mail' ? 'Say first by which server mail goes out.' : 'Give first the token of a Telegram bot.',
        )
      const content = { text: TEST_TEXT }
      const draft = { channel, address, subject: TEST_SUBJECT, content, about: 'test', madeByName: name }
      const [id = 0] = await keepMessages(tx, centerId, [draft])
      await audit(tx, { act: 'messages.test.send', subject: `message ${id}`, detail: { channel } })
      await live.announce(tx, { centerId, topic: 'messages', id })
      return id
    })
    await jobs.send('messageSend', { centerId, messageId })
    return { messageId }
  })
  http.serve(messages.listDeliveries, ({ caller: { centerId }, query, readCenter }) =>
    readCenter(async (tx) => {
      const found = await listMessages(tx, centerId, query.before ?? null, AT_ONCE + 1)
      const deliveries = found.slice(0, AT_ONCE)
      return { deliveries, next: found.length > AT_ONCE ? (deliveries.at(-1)?.messageId ?? null) : null }
    }),
  )
  http.serve(messages.sendAgain, async ({ caller: { centerId }, params: { messageId }, inCenter, audit }) => {
    await inCenter(async (tx) => {
      await reviveMessage(tx, centerId, messageId)
      await audit(tx, { act: 'messages.message.again', subject: `message ${messageId}` })
      await live.announce(tx, { centerId, topic: 'messages', id: messageId })
    })
    await jobs.send('messageSend', { centerId, messageId })
    return done
  })
}
