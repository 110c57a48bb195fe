import { setTimeout as rest } from 'node:timers/promises'

import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Delivery } from '@pult/contract/message-words'
import type { MessageLog, MessageSettings } from '@pult/contract/messages'

import { done, openTestApp, type TestApp } from '../testing/test-app.ts'
import { sendMail, type MailServer } from './send-mail.ts'
import { sendTelegram } from './send-telegram.ts'
import { isPublicAddress } from './private-address.ts'
import { sendWebhook } from './send-webhook.ts'
import { openSilentPort, openSmtpStandIn, type SmtpStandIn } from './testing/smtp-stand-in.ts'
import { openWebhookStandIn, type WebhookStandIn } from './testing/webhook-stand-in.ts'
import { openTelegramStandIn, TELEGRAM_TOKEN, type TelegramStandIn } from './testing/telegram-stand-in.ts'

const PASSWORD = 'secret of the mailbox'
const CHAT = '-1001234567890'

let smtp: SmtpStandIn
let telegram: TelegramStandIn
let webhook: WebhookStandIn
let pult: TestApp
let centerId: number

beforeAll(async () => {
  smtp = await openSmtpStandIn({ password: PASSWORD, unknown: ['nobody@example.com'] })
  telegram = await openTelegramStandIn([CHAT])
  webhook = await openWebhookStandIn()
  pult = await openTestApp({
    started: true,
    more: {
      telegramUrl: telegram.address,
      messagePatience: 1,
      messageRest: 0.005,
      privateWebhooks: true,
      publicUrl: 'http://pult.test/',
    },
  })
  centerId = await pult.createCenter('Наш')
})
afterAll(async () => {
  await pult.close()
  await smtp.close()
  await telegram.close()
  await webhook.close()
})

const at = (path: string): string => `/centers/${centerId}/messages${path}`
const server = (more: object = {}): object => ({
  host: '127.0.0.1',
  port: smtp.port,
  security: 'open',
  user: 'pult',
  password: PASSWORD,
  fromAddress: 'pult@example.com',
  fromName: 'Пульт',
  ...more,
})

const setServer = (more: object = {}) => pult.system.send('PUT', at('/mail-server'), server(more))

async function settled(messageId: number): Promise<Delivery> {
  for (;;) {
    const { deliveries } = done<MessageLog>(await pult.system.get(at('')))
    const own = deliveries.find((one) => one.messageId === messageId)
    if (own !== undefined && own.status !== 'waiting') return own
    await rest(50)
  }
}

async function sendTest(channel: 'mail' | 'telegram', address: string): Promise<Delivery> {
  const reply = await pult.system.send('POST', at('/test'), { channel, address })
  return settled(done<{ messageId: number }>(reply).messageId)
}

/** Everything that the centre's people may ever be shown, and the database itself. */
async function everywhere(): Promise<string> {
  const owner = new pg.Client({ connectionString: pult.connectionString })
  await owner.connect()
  const { rows } = await owner.query<{ all: string }>(`
    select (select coalesce(string_agg(t::text, ' '), '') from mail_server t) || (select coalesce(string_agg(t::text, ' '), '') from telegram_bot t)
      || (select coalesce(string_agg(t::text, ' '), '') from message t) || (select coalesce(string_agg(t::text, ' '), '') from audit t)
      || (select coalesce(string_agg(t::text, ' '), '') from pgboss.job t) as all`)
  await owner.end()
  const settings = await pult.system.get(at('/settings'))
  const log = await pult.system.get(at(''))
  return `${rows[0]?.all} ${settings.body} ${log.body}`
}

/** The text of a letter, whichever way its letters are written. */
function textOf(raw: string): string {
  const body = raw.slice(raw.indexOf('\r\n\r\n') + 4)
  if (/^Content-Transfer-Encoding: base64/im.test(raw)) return Buffer.from(body, 'base64').toString('utf8')
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([\dA-F]{2})/g, (_all, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

describe('the mail server of a centre', () => {
  it('is needed before anything is sent', async () => {
    const reply = await pult.system.send('POST', at('/test'), { channel: 'mail', address: 'head@example.com' })
    expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([409, 'noMailServer'])
  })

  it('gets a letter, and its answer stands in the log', async () => {
    done(await setServer())
    const delivery = await sendTest('mail', 'head@example.com')
    expect(delivery).toMatchObject({
      status: 'sent',
      tries: 1,
      problem: null,
      madeByName: expect.any(String) as string,
    })
    expect(delivery.answer).toContain('taken as letter 1')
    const [letter] = smtp.letters
    expect(letter).toMatchObject({ from: 'pult@example.com', to: ['head@example.com'] })
    expect(letter?.raw).toMatch(/^Message-ID: <pult\.\d+\.\d+\.[\da-z]+@example\.com>$/im)
    expect(letter?.raw).toMatch(/^Auto-Submitted: auto-generated/im)
  })

  it('is tried again where it puts a letter off, and gets one letter', async () => {
    const before = smtp.letters.length
    smtp.putOffNext(2)
    expect(await sendTest('mail', 'head@example.com')).toMatchObject({ status: 'sent', tries: 3 })
    expect(smtp.letters.length).toBe(before + 1)
  })

  it('carries a link for a new password to whoever has the address, and tells a stranger nothing', async () => {
    const person = await pult.comeIn(centerId, 'planner')
    const welcome = { name: 'Павел', email: person.email, password: 'забытый навсегда пароль' }
    done(await person.send('POST', '/session/welcome', welcome))
    const before = smtp.letters.length
    const ask = (email: string) => pult.stranger.send('POST', '/session/reset', { email })
    const answers = [await ask('nobody.here@example.com'), await ask(person.email)]
    expect(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).toEqual([
      '200 {"done":true}',
      '200 {"done":true}',
    ])
    while (smtp.letters.length === before) await rest(50)
    expect(smtp.letters.slice(before).map(({ to }) => to)).toEqual([[person.email]])
    const link = /http:\/\/pult\.test\/reset\?token=[\w-]+/.exec(textOf(smtp.letters.at(-1)?.raw ?? ''))?.[0] ?? ''
    const reset = {
      method: 'POST',
      url: '/api/auth/reset-password',
      headers: { host: 'pult.test' },
      payload: { token: new URL(link).searchParams.get('token'), newPassword: 'вспомненный заново пароль' },
    } as const
    expect((await pult.app.http.app.inject(reset)).statusCode).toBe(200)
    expect((await pult.app.http.app.inject(reset)).statusCode).toBe(400)
    expect((await person.get('/session/security')).statusCode).toBe(401)
    // What has gone is kept without the link.
    expect(await everywhere()).not.toContain(new URL(link).searchParams.get('token'))
  })

  it('says in its own words whom it does not know, once', async () => {
    const delivery = await sendTest('mail', 'nobody@example.com')
    expect(delivery).toMatchObject({ status: 'refused', tries: 1, problem: 'addressRefused' })
    expect(delivery.answer).toContain('No such mailbox here')
  })

  it('refuses a wrong password once, and the password it says back is not written down', async () => {
    done(await setServer({ password: 'a wrong password' }))
    const before = smtp.signIns()
    const delivery = await sendTest('mail', 'head@example.com')
    expect(delivery).toMatchObject({ status: 'refused', tries: 1, problem: 'signInRefused' })
    expect(delivery.answer).toContain('… is not the password')
    expect(smtp.signIns()).toBe(before + 1)
    // The kept message goes once the password is right.
    done(await setServer())
    done(await pult.system.send('POST', at(`/${delivery.messageId}/again`)))
    expect(await settled(delivery.messageId)).toMatchObject({ status: 'sent' })
    expect((await pult.system.send('POST', at(`/${delivery.messageId}/again`))).statusCode).toBe(409)
  })

  it('is given up after six tries where nobody is there, and keeps its words', async () => {
    done(await setServer({ port: 9 }))
    expect(await sendTest('mail', 'head@example.com')).toMatchObject({
      status: 'givenUp',
      tries: 6,
      problem: 'unreachable',
    })
    done(await setServer())
  })

  it('never gives its password to another server, nor over an open line', async () => {
    const codeOf = async (more: object): Promise<unknown> => (await setServer(more)).json<{ code: string }>().code
    expect(await codeOf({ host: 'mail.example.org', security: 'tls', password: undefined })).toBe('passwordNeeded')
    expect(await codeOf({ user: 'other', password: undefined })).toBe('passwordNeeded')
    expect(await codeOf({ host: 'mail.example.org' })).toBe('passwordInTheOpen')
    done(await setServer({ password: undefined, fromName: 'Другое имя' }))
    expect(done<MessageSettings>(await pult.system.get(at('/settings'))).mail).toMatchObject({
      fromName: 'Другое имя',
      hasPassword: true,
    })
  })

  it.each([
    ['a line break in the address', { fromAddress: 'a@example.com\r\nBcc: b@example.com' }],
    ['two addresses', { fromAddress: 'a@example.com, b@example.com' }],
    ['a line break in the name', { fromName: 'Пульт\r\nBcc: b@example.com' }],
    ['an address in place of a host', { host: 'http://example.com/' }],
  ])('is refused with %s', async (_what, more) => {
    expect((await setServer(more)).statusCode).toBe(400)
  })

  it.each(['a@example.com\nBcc: b@example.com', 'a@example.com, b@example.com', 'Имя <a@example.com>', 'a@'])(
    'sends nothing to %s',
    async (address) => {
      expect((await pult.system.send('POST', at('/test'), { channel: 'mail', address })).statusCode).toBe(400)
    },
  )
})

describe('a letter', () => {
  const letterServer = (more: Partial<MailServer> = {}): MailServer => ({
    ...(server() as MailServer),
    ...more,
  })
  const letter = { address: 'head@example.com', subject: 'S', content: { text: 'T' }, messageId: '<1@example.com>' }
  const never = new AbortController().signal

  it('has no header that its subject brought along', async () => {
    const subject = 'Рынок\r\nBcc: thief@example.com\r\n\r\nBody'
    const content = {
      text: 'текст',
      html: '<p>текст</p>',
      attachment: { fileName: 'дайджест"\r\nX-Evil: 1.xlsx', contentType: 'text/plain', base64: 'AAAA' },
    }
    expect(await sendMail(letterServer(), { ...letter, subject, content }, 5000, never)).toMatchObject({ kind: 'sent' })
    const got = smtp.letters.at(-1)
    expect(got?.to).toEqual(['head@example.com'])
    expect(got?.raw).not.toMatch(/^(Bcc|X-Evil):/im)
  })

  it('does not go where the certificate is nobody’s', async () => {
    const outcome = await sendMail(letterServer({ security: 'startTls' }), letter, 5000, never)
    expect(outcome).toMatchObject({ kind: 'refused', problem: 'certificate' })
  })

  it('waits for a server that never speaks no longer than it is told', async () => {
    const silent = await openSilentPort()
    const began = performance.now()
    const outcome = await sendMail(letterServer({ port: silent.port }), letter, 300, never)
    expect(outcome).toMatchObject({ kind: 'later', problem: 'silent' })
    expect(performance.now() - began).toBeLessThan(5000)
    await silent.close()
  })
})

describe('a Telegram bot', () => {
  const setToken = (token: string) => pult.system.send('PUT', at('/telegram-bot'), { token })

  it('brings a text to a chat', async () => {
    done(await setToken(TELEGRAM_TOKEN))
    expect(await sendTest('telegram', CHAT)).toMatchObject({ status: 'sent', tries: 1 })
    expect(telegram.messages.at(-1)?.text).toContain('проверочное сообщение')
  })

  it('waits as long as it is asked to, and goes on after pages, silence and broken answers', async () => {
    const before = telegram.askedAt.length
    telegram.faults.push('tooMany', 'html', 'hang', 'broken', 'redirect')
    expect(await sendTest('telegram', CHAT)).toMatchObject({ status: 'sent', tries: 6 })
    const [first = 0, second = 0] = telegram.askedAt.slice(before)
    expect(second - first).toBeGreaterThan(1900)
  })

  it('says that a chat is not there, and that a token is not taken', async () => {
    expect(await sendTest('telegram', '42')).toMatchObject({ status: 'refused', tries: 1, problem: 'chatNotFound' })
    done(await setToken('987654321:AAF-another_token_0000000000000000'))
    const refused = await sendTest('telegram', CHAT)
    expect(refused).toMatchObject({ status: 'refused', tries: 1, problem: 'tokenRefused' })
    // It said the token back.
    expect(refused.answer).toBe('Unauthorized: bot…')
  })

  it('cuts a text that no message holds', async () => {
    const text = `${'строка\n'.repeat(900)}конец`
    const bot = { address: telegram.address, token: TELEGRAM_TOKEN }
    const outcome = await sendTelegram(bot, { chat: CHAT, text }, 5000, new AbortController().signal)
    expect(outcome).toMatchObject({ kind: 'sent' })
    expect(telegram.messages.at(-1)?.text).toMatch(/строка\n…$/)
  })
})

describe('what nobody may see', () => {
  it('stands nowhere in the clear: not in replies, the log, the audit, the jobs or the tables', async () => {
    done(await pult.system.send('PUT', at('/telegram-bot'), { token: TELEGRAM_TOKEN }))
    const all = await everywhere()
    expect(all).toContain('messages.mailServer.change')
    for (const secret of [PASSWORD, 'a wrong password', TELEGRAM_TOKEN, '987654321:AAF'])
      expect([secret, all.includes(secret)]).toEqual([secret, false])
  })

  it('is for the administrator alone', async () => {
    const head = await pult.comeIn(centerId, 'head')
    for (const path of ['/settings', '']) expect((await head.get(at(path))).statusCode).toBe(403)
  })
})

describe('a server that stopped', () => {
  it('sends what waited when it comes back', async () => {
    done(await setServer())
    // Kept, and the server died before it put the message in the queue.
    const messageId = await pult.app.database.inCenter({ centerId }, async (tx) => {
      const { rows } = await sql<{ id: number }>`
        insert into message (center_id, channel, address, subject, content, about, made_by_name, try_at)
        values (${centerId}, 'mail', 'late@example.com', 'S', '{"text":"T"}', 'test', 'x', now() - interval '5 minutes')
        returning message_id as id`.execute(tx)
      return rows[0]?.id ?? 0
    })
    await pult.restart()
    expect((await settled(messageId)).status).toBe('sent')
    expect(smtp.letters.filter(({ to }) => to.includes('late@example.com'))).toHaveLength(1)
  })
})

describe('a letter that is sent once more', () => {
  const messageId = 1_000_000
  const insert = () =>
    pult.app.database.inCenter({ centerId }, (tx) =>
      sql`insert into message (center_id, message_id, channel, address, subject, content, about, made_by_name)
        values (${centerId}, ${messageId}, 'mail', 'twin@example.com', 'S', '{"text":"T"}', 'test', 'x')`.execute(tx),
    )
  const marks = () =>
    smtp.letters
      .filter(({ to }) => to.includes('twin@example.com'))
      .map(({ raw }) => /^Message-ID: (.+)$/im.exec(raw)?.[1])
  const sent = async (): Promise<void> => {
    await pult.app.jobs.send('messageSend', { centerId, messageId })
    expect((await settled(messageId)).status).toBe('sent')
  }

  it('is known by its mark, and another that took its number after a backup was restored is not', async () => {
    done(await setServer())
    await insert()
    await sent()
    // The server died before it noted that the letter had gone.
    await pult.app.database.inCenter({ centerId }, (tx) =>
      sql`update message set status = 'waiting', content = '{"text":"T"}', try_at = now(), settled_at = null
        where center_id = ${centerId} and message_id = ${messageId}`.execute(tx),
    )
    await sent()
    await pult.app.database.inCenter({ centerId }, (tx) =>
      sql`delete from message where center_id = ${centerId} and message_id = ${messageId}`.execute(tx),
    )
    await insert()
    await sent()
    const [first, twin, other] = marks()
    expect(first).toBe(twin)
    expect(other).not.toBe(first)
  })
})

describe('a webhook', () => {
  const post = { body: '{"type":"test"}', delivery: '1.1', now: Date.now() }
  const send = (url: string, toPrivate: boolean) =>
    sendWebhook({ url, secret: 'x' }, post, { patienceMs: 500, toPrivate }, new AbortController().signal)

  it('is posted to, signed, again after a bad day, and its secret stands nowhere', async () => {
    const added = { name: 'Дежурный', url: webhook.url }
    const { webhookId, secret } = done<{ webhookId: number; secret: string }>(
      await pult.system.send('POST', at('/webhooks'), added),
    )
    webhook.secret = secret
    webhook.faults.push('busy', 'hang', 'tooMany')
    const { messageId } = done<{ messageId: number }>(await pult.system.send('POST', at(`/webhooks/${webhookId}/test`)))
    expect(await settled(messageId)).toMatchObject({
      channel: 'webhook',
      status: 'sent',
      tries: 4,
      address: webhook.url,
    })
    const delivery = expect.stringMatching(`^${centerId}\\.${messageId}\\.[\\da-z]+$`) as string
    expect(webhook.posts).toEqual([{ delivery, body: { type: 'test', centerId } }])
    webhook.faults.push('refuse')
    const again = done<{ messageId: number }>(await pult.system.send('POST', at(`/webhooks/${webhookId}/test`)))
    expect(await settled(again.messageId)).toMatchObject({
      status: 'refused',
      problem: 'messageRefused',
      answer: 'HTTP 410 gone',
    })
    expect(await everywhere()).not.toContain(secret)
    expect((await pult.system.get(at('/webhooks'))).body).not.toContain(secret)
    expect((await pult.system.send('POST', at('/webhooks'), added)).json<{ code: string }>().code).toBe('webhookKnown')
    done(await pult.system.send('DELETE', at(`/webhooks/${webhookId}`)))
  })

  it('is never followed elsewhere, and an endless answer is an answer', async () => {
    const asked = webhook.asked()
    webhook.faults.push('redirect', 'film')
    expect(await send(webhook.url, true)).toMatchObject({ kind: 'refused', problem: 'redirected' })
    expect(await send(webhook.url, true)).toMatchObject({ kind: 'sent' })
    expect(webhook.asked()).toBe(asked + 2)
  })

  it('leads into no private network, by number or by name, unless the installation allows it', async () => {
    const asked = webhook.asked()
    const { port } = new URL(webhook.url)
    const hosts = ['127.0.0.1', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', '169.254.169.254', '10.1.2.3', 'localhost']
    for (const host of hosts)
      expect([host, await send(`https://${host}:${port}/`, false)]).toEqual([
        host,
        { kind: 'refused', problem: 'privateAddress', answer: '' },
      ])
    expect(await send(webhook.url, false)).toMatchObject({ problem: 'privateAddress' })
    expect(webhook.asked()).toBe(asked)
    const inside = [
      '192.168.0.1',
      '172.31.0.1',
      '100.64.0.1',
      '0.0.0.0',
      'fe80::1',
      'fd00::1',
      '64:ff9b::7f00:1',
      '::',
      'name',
    ]
    expect(inside.filter(isPublicAddress)).toEqual([])
    expect(['93.184.215.14', '172.32.0.1', '2606:2800:21f:cb07::1'].filter(isPublicAddress)).toHaveLength(3)
  })
})
