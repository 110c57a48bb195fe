import { setTimeout as rest } from 'node:timers/promises'

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { AlertPreview, AlertRuleDraft, AlertRules } from '@pult/contract/alert-rules'
import { conditionKinds } from '@pult/contract/alert-words'
import type { Alert, AlertBell, AlertList, AlertStory } from '@pult/contract/alerts'
import type { ContactInput, StateInput } from '@pult/contract/contacts'
import { HOUR_MS, MINUTE_MS } from '@pult/engine/time'

import { openSmtpStandIn, type SmtpStandIn } from '../messages/testing/smtp-stand-in.ts'
import { openWebhookStandIn, type WebhookStandIn } from '../messages/testing/webhook-stand-in.ts'
import { done, openTestApp, type TestApp, type Visitor } from '../testing/test-app.ts'

/** A Tuesday, 12:00 in Moscow. */
const NOON = Date.parse('2026-10-06T09:00:00Z')
const HALF_MINUTE = 30_000
/** Close enough for the engine to trust what lies between. */
const STEP = 2 * MINUTE_MS

let smtp: SmtpStandIn
let webhook: WebhookStandIn
let pult: TestApp
let centerId: number
let queueIds: Readonly<Record<string, number>>

beforeAll(async () => {
  smtp = await openSmtpStandIn({ unknown: ['nobody@example.com'] })
  webhook = await openWebhookStandIn()
  pult = await openTestApp({ more: { privateWebhooks: true } })
  // Jobs run so that letters go out; nobody but the test looks at the rules.
  await pult.app.jobs.start()
  centerId = await openCenter('Наш')
  queueIds = await queuesOf(centerId)
})
afterAll(async () => {
  await pult.close()
  await smtp.close()
  await webhook.close()
})

/** A centre whose queues "Заказы" and "Справка" are open from nine to eighteen, with a target of 80/20 and a mail server. */
async function openCenter(name: string): Promise<number> {
  const id = await pult.createCenter(name)
  const daily = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [String(day), [['09:00', '18:00']]]))
  const { openingHoursId } = done<{ openingHoursId: number }>(
    await pult.system.send('POST', `/centers/${id}/opening-hours`, { name: 'Дневные', weekly: daily }),
  )
  for (const queue of ['Заказы', 'Справка']) {
    const { queueId } = done<{ queueId: number }>(
      await pult.system.send('POST', `/centers/${id}/queues`, { name: queue, channel: 'voice' }),
    )
    const change = { name: queue, channel: 'voice', status: 'confirmed', openingHoursId, names: [queue], version: 1 }
    done(await pult.system.send('PATCH', `/centers/${id}/queues/${queueId}`, change))
  }
  const target = {
    queueId: null,
    measureId: 'serviceLevelNeutral',
    value: 0.8,
    withinSeconds: 20,
    validFrom: '2026-01-01',
  }
  done(await pult.system.send('POST', `/centers/${id}/targets`, target))
  const server = { host: '127.0.0.1', port: smtp.port, security: 'open', user: null, fromAddress: 'pult@example.com' }
  done(await pult.system.send('PUT', `/centers/${id}/messages/mail-server`, server))
  return id
}

async function queuesOf(id: number): Promise<Readonly<Record<string, number>>> {
  const { queues } = done<{ queues: { name: string; queueId: number }[] }>(
    await pult.system.get(`/centers/${id}/queues`),
  )
  return Object.fromEntries(queues.map(({ name, queueId }) => [name, queueId]))
}

const told = (more: Partial<AlertRuleDraft['told']> = {}): AlertRuleDraft['told'] => ({
  roles: [],
  userIds: [],
  byMail: false,
  mails: [],
  chats: [],
  webhookIds: [],
  ...more,
})

const waitsLong = (more: object = {}): object => ({
  name: 'Долго ждут',
  watch: { kind: 'live', figure: 'longestWaiting' },
  limit: { side: 'above', at: 300, slack: 60 },
  holdMinutes: 1,
  clearMinutes: 1,
  told: told({ mails: ['duty@example.com'] }),
  ...more,
})

async function makeRule(draft: object, id = centerId): Promise<number> {
  return done<{ alertRuleId: number }>(await pult.system.send('POST', `/centers/${id}/alert-rules`, draft)).alertRuleId
}

const rulesOf = async (id = centerId): Promise<AlertRules> => done(await pult.system.get(`/centers/${id}/alert-rules`))

/** Rules of one test are no business of the next. */
async function clearRules(id = centerId): Promise<void> {
  for (const { alertRuleId } of (await rulesOf(id)).rules)
    done(await pult.system.send('DELETE', `/centers/${id}/alert-rules/${alertRuleId}`))
}

let keys = 0
async function bring(
  facts: { contacts?: Partial<ContactInput>[]; states?: Partial<StateInput>[] },
  id = centerId,
): Promise<void> {
  const contacts = facts.contacts?.map((contact) => ({
    sourceKey: `c${++keys}`,
    channel: 'voice',
    queue: 'Справка',
    outcome: 'answered',
    ...contact,
  }))
  const states = facts.states?.map((state) => ({ sourceKey: `s${++keys}`, state: 'session', ...state }))
  const batch = { source: 'АТС', onConflict: 'replace', ...(contacts && { contacts }), ...(states && { states }) }
  const reply = done<{ rejected: unknown[] }>(await pult.system.send('POST', `/centers/${id}/contacts/batch`, batch))
  expect(reply.rejected).toEqual([])
  await pult.app.measures.settle(id)
}

const iso = (at: number): string => new Date(at).toISOString()

/** Looks again and again from one instant to another. */
async function lookThrough(from: number, to: number, id = centerId): Promise<void> {
  for (let now = from; now <= to; now += STEP) await pult.app.alerts.lookAt(id, now)
}

const listed = async (query = '', who: Visitor = pult.system, id = centerId): Promise<Alert[]> =>
  done<AlertList>(await who.get(`/centers/${id}/alerts${query}`)).alerts
const story = async (alertId: number): Promise<AlertStory> =>
  done(await pult.system.get(`/centers/${centerId}/alerts/${alertId}`))
const bellOf = async (who: Visitor): Promise<AlertBell> => done(await who.get(`/centers/${centerId}/alerts/bell`))

/** What arrived at an address, once as many letters are there as are waited for. */
async function lettersTo(address: string, count: number): Promise<string[]> {
  for (;;) {
    const got = smtp.letters.filter(({ to }) => to.includes(address))
    if (got.length >= count) return got.map(({ raw }) => bodyOf(raw))
    await rest(50)
  }
}

/** Subject and text, decoded. */
function bodyOf(raw: string): string {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  const text = body.join('\n\n')
  return /base64/i.test(head) ? Buffer.from(text, 'base64').toString('utf8') : fromQuotedPrintable(text)
}

function fromQuotedPrintable(text: string): string {
  const bytes = text
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

describe('a rule', () => {
  it('is offered ready-made, and every ready one is taken as it is', async () => {
    const { ready, watchables } = await rulesOf()
    expect(ready.length).toBeGreaterThanOrEqual(6)
    for (const { draft } of ready) await makeRule(draft)
    expect((await rulesOf()).rules).toHaveLength(ready.length)
    expect(watchables.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['serviceLevelNeutral', 'abandonRate', 'waiting']),
    )
    await clearRules()
  })

  it('is refused with words where it watches nothing or has no limit', async () => {
    const send = (draft: object) => pult.system.send('POST', `/centers/${centerId}/alert-rules`, draft)
    const unknown = { kind: 'measure', measure: 'luck', window: '30' }
    expect((await send(waitsLong({ watch: unknown }))).json<{ code: string }>().code).toBe('measureNotWatchable')
    const noLimit = waitsLong({ limit: { side: 'above', at: null } })
    expect((await send(noLimit)).json<{ code: string }>().code).toBe('limitNeeded')
    expect((await send(waitsLong({ limit: null }))).statusCode).toBe(400)
    expect((await send(waitsLong({ told: told({ mails: ['a@b.example\r\nBcc: c@d.example'] }) }))).statusCode).toBe(400)
  })

  it('changed by two people at once keeps the first change and says so to the second', async () => {
    const alertRuleId = await makeRule(waitsLong())
    const change = (draft: object) =>
      pult.system.send('PUT', `/centers/${centerId}/alert-rules/${alertRuleId}`, { version: 1, draft })
    expect((await change(waitsLong({ name: 'Первая' }))).statusCode).toBe(200)
    expect((await change(waitsLong({ name: 'Вторая' }))).json<{ code: string }>().code).toBe('stale')
    await clearRules()
  })
})

describe('somebody who waits too long', () => {
  const waiting = (): Partial<ContactInput> => ({ sourceKey: 'long', outcome: 'open', waitMs: 0, offeredAt: iso(NOON) })

  it('is told once by page and mail, answered, and cleared when she has been answered', async () => {
    const head = await pult.comeIn(centerId, 'head')
    await makeRule(waitsLong({ told: told({ roles: ['head'], byMail: true, mails: ['duty@example.com'] }) }))
    await bring({ contacts: [waiting()] })
    await lookThrough(NOON, NOON + 4 * MINUTE_MS)
    expect(await listed()).toEqual([])
    await lookThrough(NOON + 6 * MINUTE_MS, NOON + 10 * MINUTE_MS)
    const [alert, ...others] = await listed('?state=open')
    expect(others).toEqual([])
    expect(alert?.subject).toBe(`queue ${queueIds['Справка']}`)
    expect(alert?.words.ru).toBe('Справка: дольше всех ждёт 8:00 (выше 5:00)')
    expect(alert?.raisedAt).toBe('2026-10-06T09:08:00Z')
    expect(alert?.worst).toBe(600)
    const [letter] = await lettersTo('duty@example.com', 1)
    expect(letter).toContain('Тревога: Справка: дольше всех ждёт 8:00 (выше 5:00) (с 12:08)')
    await lettersTo(head.email, 1)
    expect(await bellOf(head)).toMatchObject({ open: 1, unread: 1 })
    done(await head.send('POST', `/centers/${centerId}/alerts/bell/seen`, { alertId: alert?.alertId }))
    expect(await bellOf(head)).toMatchObject({ open: 1, unread: 0 })
    done(await head.send('POST', `/centers/${centerId}/alerts/${alert?.alertId}/answer`, { words: 'Вывожу троих' }))
    await bring({ contacts: [{ ...waiting(), outcome: 'answered', agent: 'Анна', waitMs: 620_000, talkMs: 60_000 }] })
    await lookThrough(NOON + 12 * MINUTE_MS, NOON + 14 * MINUTE_MS)
    const told2 = await story(alert?.alertId ?? 0)
    expect(told2).toMatchObject({ clearedBecause: 'good', answer: 'Вывожу троих', answeredByName: 'head 1' })
    expect(told2.told.map(({ event, address, status }) => [event, address === 'duty@example.com', status])).toEqual(
      expect.arrayContaining([
        ['raised', true, 'sent'],
        ['cleared', true, expect.any(String)],
      ]),
    )
    expect((await lettersTo('duty@example.com', 2))[1]).toContain('Кончилось: Справка')
    await clearRules()
  })

  it('is not forgotten by a restart, and not told twice', async () => {
    const start = NOON + HOUR_MS
    await makeRule(waitsLong({ told: told() }))
    await bring({
      contacts: [{ sourceKey: 'again', outcome: 'open', waitMs: 0, offeredAt: iso(start - 10 * MINUTE_MS) }],
    })
    await lookThrough(start, start + 2 * MINUTE_MS)
    await pult.restart()
    await pult.app.jobs.start()
    await lookThrough(start + 4 * MINUTE_MS, start + 6 * MINUTE_MS)
    // An hour later, as a clock that was set forward, and back again.
    await pult.app.alerts.lookAt(centerId, start + HOUR_MS)
    await lookThrough(start + 8 * MINUTE_MS, start + 10 * MINUTE_MS)
    expect(await listed('?from=2026-10-06&state=open')).toHaveLength(1)
    await clearRules()
    expect(await listed('?state=open')).toEqual([])
    expect((await listed()).map(({ clearedBecause }) => clearedBecause)).toContain('rule')
  })

  it('is looked at by one of two servers, and no more often than each half-minute', async () => {
    const now = NOON + 3 * HOUR_MS
    expect(await pult.app.alerts.lookAt(centerId, now)).toBe(false)
    await makeRule(waitsLong({ told: told() }))
    const looks = await Promise.all([1, 2, 3, 4].map(() => pult.app.alerts.lookAt(centerId, now)))
    expect(looks.filter(Boolean)).toHaveLength(1)
    expect(await pult.app.alerts.lookAt(centerId, now + 10_000)).toBe(false)
    expect(await pult.app.alerts.lookAt(centerId, now + HALF_MINUTE)).toBe(true)
    await clearRules()
  })
})

describe('the service level under its target', () => {
  const underTarget = {
    name: 'Ниже цели',
    watch: { kind: 'measure', measure: 'serviceLevelNeutral', window: '30' },
    limit: { side: 'below', at: null, slack: 0.02, fewest: 20 },
    holdMinutes: 5,
    clearMinutes: 0,
    told: told(),
  }
  const calls = (from: number, count: number, waitMs: number): Partial<ContactInput>[] =>
    Array.from({ length: count }, (_, index) => ({
      offeredAt: iso(from + index * 20_000),
      agent: 'Анна',
      waitMs,
      talkMs: 10_000,
      queue: 'Заказы',
    }))

  it('is told by enough contacts of one queue, after it held, and within opening hours alone', async () => {
    const id = await openCenter('Другой')
    await makeRule(underTarget, id)
    const start = Date.parse('2026-10-06T13:00:00Z')
    // Nineteen say nothing.
    await bring({ contacts: calls(start, 19, 60_000) }, id)
    await lookThrough(start + 7 * MINUTE_MS, start + 13 * MINUTE_MS, id)
    expect(await listed('', pult.system, id)).toEqual([])
    await bring({ contacts: calls(start + 7 * MINUTE_MS, 15, 60_000) }, id)
    await lookThrough(start + 15 * MINUTE_MS, start + 21 * MINUTE_MS, id)
    const [alert, ...others] = await listed('', pult.system, id)
    expect(others).toEqual([])
    expect(alert?.words).toEqual({
      ru: 'Заказы: уровень обслуживания (нейтральный) 0\u00A0% (ниже 80\u00A0%), последние 30 мин; определение Пульта, версия 1',
      en: expect.stringContaining('0\u00A0% (below 80\u00A0%), last 30 min; Pult’s definition, version 1') as string,
    })
    expect(alert?.definition).toBe('serviceLevelNeutral@1')
    // At 18:00 the queue closes, and with it the alert.
    await pult.app.alerts.lookAt(id, start + 2 * HOUR_MS + MINUTE_MS)
    expect((await listed('', pult.system, id))[0]?.clearedBecause).toBe('closed')
    await clearRules(id)
  })
})

describe('a measure that the centre has defined anew', () => {
  it('is judged by the version of the day, and the alert names it', async () => {
    const id = await openCenter('Своё')
    const change = {
      measureId: 'abandonRate',
      parameters: { short: 10 },
      validFrom: '2026-10-06',
      reason: 'Договор с заказчиком',
    }
    done(await pult.system.send('POST', `/centers/${id}/definitions`, change))
    const limit = { side: 'above', at: 0.15, slack: 0.03, fewest: 0 }
    const watch = { kind: 'measure', measure: 'abandonRate', window: '30', scope: 'center' }
    await makeRule({ name: 'Теряем', watch, limit, holdMinutes: 0, told: told() }, id)
    const start = Date.parse('2026-10-06T13:00:00Z')
    const lost = (waitMs: number, offeredAt: number): Partial<ContactInput> => ({
      offeredAt: iso(offeredAt),
      outcome: 'abandoned',
      waitMs,
    })
    await bring({ contacts: [lost(5000, start), lost(60_000, start + 1000)] }, id)
    await pult.app.alerts.lookAt(id, start + 3 * MINUTE_MS)
    const [alert] = await listed('', pult.system, id)
    // Who hung up within ten seconds is not counted: one of one is lost.
    expect(alert?.words).toEqual({
      ru: 'Весь центр: доля потерянных 100\u00A0% (выше 15\u00A0%), последние 30 мин; определение центра, версия 1',
      en: 'Whole centre: abandon rate 100\u00A0% (above 15\u00A0%), last 30 min; the centre’s definition, version 1',
    })
    expect(alert?.definition).toBe('abandonRate@own1')
    await clearRules(id)
  })
})

describe('the preview of a rule', () => {
  it('says how often it would have been raised in the last week, by the same looks, and nothing of what is not kept', async () => {
    const id = await openCenter('Четвёртый')
    const start = Math.floor((Date.now() - 2 * 24 * HOUR_MS) / (24 * HOUR_MS)) * 24 * HOUR_MS + 9 * HOUR_MS
    const hour = (from: number, waitMs: number): Partial<ContactInput>[] =>
      Array.from({ length: 60 }, (_, minute) => ({
        offeredAt: iso(from + minute * MINUTE_MS),
        agent: 'Анна',
        waitMs,
        talkMs: 10_000,
      }))
    // Bad, good, bad again: two alerts of one queue.
    await bring(
      { contacts: [hour(start, 60_000), hour(start + HOUR_MS, 1000), hour(start + 2 * HOUR_MS, 60_000)].flat() },
      id,
    )
    const preview = async (draft: object): Promise<AlertPreview> =>
      done(await pult.system.send('POST', `/centers/${id}/alert-rules/preview`, draft))
    const rule = {
      name: 'Ниже цели',
      watch: { kind: 'measure', measure: 'serviceLevelNeutral', window: '30' },
      limit: { side: 'below', at: null, slack: 0.02, fewest: 20 },
      holdMinutes: 15,
      clearMinutes: 0,
      told: told(),
    }
    const seen = await preview(rule)
    expect(seen.raised).toBe(2)
    expect(seen.latest.map(({ words }) => words.ru.split(':')[0])).toEqual(['Справка', 'Справка'])
    expect(seen.latest[1]?.raisedAt).toBe(iso(start + 45 * MINUTE_MS))
    expect((await preview({ ...rule, limit: { ...rule.limit, fewest: 31 } })).raised).toBe(0)
    expect((await preview({ ...rule, holdMinutes: 120 })).raised).toBe(0)
    expect((await preview(waitsLong())).raised).toBeNull()
  })
})

describe('work of Pult itself', () => {
  it('is told when it failed, and cleared when it was made good', async () => {
    const watch = { kind: 'condition', conditions: [...conditionKinds] }
    await makeRule({ name: 'Сбои', watch, limit: null, holdMinutes: 0, clearMinutes: 0, told: told() })
    const look = NOON + 20 * HOUR_MS
    await pult.app.alerts.lookAt(centerId, look)
    const former = await listed('?state=open')
    const settle = (status: string) =>
      pult.app.database.inCenter({ centerId }, async (tx) => {
        await sql`
          insert into import (center_id, source_id, kind, file_name, status, created_by)
          select ${centerId}, source_id, 'csv', 'июль.csv', ${status}, 'test' from source where center_id = ${centerId} limit 1`.execute(
          tx,
        )
      })
    await settle('failed')
    const test = { channel: 'mail', address: 'nobody@example.com' }
    done(await pult.system.send('POST', `/centers/${centerId}/messages/test`, test))
    while (!(await pult.system.get(`/centers/${centerId}/messages`)).body.includes('addressRefused')) await rest(50)
    await pult.app.alerts.lookAt(centerId, look + MINUTE_MS)
    const words = (await listed('?state=open')).map(({ words }) => words.ru)
    expect(words).toHaveLength(former.length + 2)
    expect(words).toEqual(
      expect.arrayContaining(['Импорт не удался: июль.csv', 'Сообщение не ушло: nobody@example.com']),
    )
    await settle('done')
    await pult.app.alerts.lookAt(centerId, look + 2 * MINUTE_MS)
    const [imported] = await listed('?search=июль')
    expect(imported?.clearedBecause).toBe('good')
    await clearRules()
  })
})

describe('a supervisor', () => {
  it('meets alerts of her own teams’ queues alone, on the page and by mail', async () => {
    const supervisor = await pult.comeIn(centerId, 'supervisor')
    const at = (path: string): string => `/centers/${centerId}${path}`
    const { teamId } = done<{ teamId: number }>(await pult.system.send('POST', at('/teams'), { name: 'Справочники' }))
    const team = { name: 'Справочники', supervisorIds: [supervisor.userId], version: 1 }
    done(await pult.system.send('PATCH', at(`/teams/${teamId}`), team))
    const { skillId } = done<{ skillId: number }>(await pult.system.send('POST', at('/skills'), { name: 'Справка' }))
    const skill = { name: 'Справка', queueIds: [queueIds['Справка']] }
    done(await pult.system.send('PATCH', at(`/skills/${skillId}`), skill))
    const { agentId } = done<{ agentId: number }>(
      await pult.system.send('POST', at('/agents'), { name: 'Вера', teamId }),
    )
    const agent = {
      name: 'Вера',
      teamId,
      status: 'confirmed',
      hiredOn: null,
      leftOn: null,
      skillIds: [skillId],
      version: 1,
    }
    done(await pult.system.send('PATCH', at(`/agents/${agentId}`), agent))
    const start = NOON + 4 * HOUR_MS
    await makeRule(waitsLong({ holdMinutes: 0, told: told({ roles: ['supervisor'], byMail: true }) }))
    await bring({
      contacts: ['Справка', 'Заказы'].map(
        (queue) => ({ queue, outcome: 'open', waitMs: 0, offeredAt: iso(start) }) as const,
      ),
    })
    await pult.app.alerts.lookAt(centerId, start + 10 * MINUTE_MS)
    expect(await listed('?state=open')).toHaveLength(2)
    const hers = await listed('?state=open', supervisor)
    expect(hers.map(({ subject }) => subject)).toEqual([`queue ${queueIds['Справка']}`])
    expect((await bellOf(supervisor)).unread).toBe(1)
    const other = (await listed('?state=open')).find(({ alertId }) => alertId !== hers[0]?.alertId)
    expect((await supervisor.get(at(`/alerts/${other?.alertId}`))).statusCode).toBe(404)
    expect((await supervisor.send('POST', at(`/alerts/${other?.alertId}/answer`), {})).statusCode).toBe(404)
    const [letter] = await lettersTo(supervisor.email, 1)
    expect(letter).toContain('Справка')
    expect(letter).not.toContain('Заказы')
    await clearRules()
  })
})

describe('many alerts at once', () => {
  const manyQueues = Array.from({ length: 14 }, (_, index) => `Линия ${String(index + 1).padStart(2, '0')}`)
  let id: number

  beforeAll(async () => {
    id = await openCenter('Третий')
  })

  it('go in one letter with ten lines and a count, and as one signed post to a program', async () => {
    const added = { name: 'Дежурный', url: webhook.url }
    const { webhookId, secret } = done<{ webhookId: number; secret: string }>(
      await pult.system.send('POST', `/centers/${id}/messages/webhooks`, added),
    )
    webhook.secret = secret
    const start = NOON
    await bring(
      { contacts: manyQueues.map((queue) => ({ queue, outcome: 'open', waitMs: 0, offeredAt: iso(start) })) },
      id,
    )
    const rule = waitsLong({
      holdMinutes: 0,
      clearMinutes: 0,
      told: told({ mails: ['many@example.com'], webhookIds: [webhookId] }),
    })
    await makeRule(rule, id)
    await pult.app.alerts.lookAt(id, start + 10 * MINUTE_MS)
    const [letter = ''] = await lettersTo('many@example.com', 1)
    expect(letter.match(/Тревога: Линия/g)).toHaveLength(10)
    expect(letter).toContain('И ещё 4.')
    while (webhook.posts.length < 1) await rest(50)
    const [post] = webhook.posts as readonly { body: { type: string; alerts: { event: string; subject: string }[] } }[]
    expect(post?.body.type).toBe('alerts')
    expect(post?.body.alerts.map(({ event }) => event)).toEqual(manyQueues.map(() => 'raised'))
  })

  it('are held by quiet hours, told in one summary afterwards, and never more often than six times an hour', async () => {
    await clearRules(id)
    const night = { from: 23 * 60, to: 7 * 60 }
    const rule = {
      ...waitsLong({
        holdMinutes: 0,
        clearMinutes: 0,
        openHoursOnly: false,
        quiet: night,
        told: told({ mails: ['night@example.com'] }),
      }),
      watch: { kind: 'live', figure: 'longestWaiting', scope: 'center' },
    }
    await makeRule(rule, id)
    const midnight = Date.parse('2026-10-07T21:00:00Z')
    const call = (key: string, at: number, more: object = {}): Partial<ContactInput> => ({
      sourceKey: key,
      outcome: 'open',
      waitMs: 0,
      offeredAt: iso(at),
      ...more,
    })
    await bring({ contacts: [call('night', midnight)] }, id)
    await pult.app.alerts.lookAt(id, midnight + 10 * MINUTE_MS)
    await bring({ contacts: [call('night', midnight, { outcome: 'abandoned', waitMs: 700_000 })] }, id)
    await pult.app.alerts.lookAt(id, midnight + 15 * MINUTE_MS)
    const morning = midnight + 7 * HOUR_MS
    await pult.app.alerts.lookAt(id, morning)
    const [summary] = await lettersTo('night@example.com', 1)
    expect(summary).toContain('Было и прошло: Весь центр: дольше всех ждёт 10:00 (выше 5:00) (с 00:10, 5 мин)')
    // A restless morning: every other minute another queue.
    await clearRules(id)
    await makeRule({ ...rule, quiet: null, watch: { kind: 'live', figure: 'longestWaiting' } }, id)
    for (const [turn, queue] of manyQueues.slice(0, 8).entries()) {
      const at = morning + (turn + 1) * STEP
      await bring({ contacts: [call(`restless ${turn}`, at - 10 * MINUTE_MS, { queue })] }, id)
      await pult.app.alerts.lookAt(id, at)
    }
    expect(await sentTo('night@example.com', id)).toHaveLength(6)
    await pult.app.alerts.lookAt(id, morning + HOUR_MS)
    const letters = await lettersTo('night@example.com', 7)
    expect(letters.at(-1)?.match(/Линия/g)).toHaveLength(3)
  })
})

/** The lines of the log of what went to an address. */
async function sentTo(address: string, id: number): Promise<unknown[]> {
  const { deliveries } = done<{ deliveries: { address: string }[] }>(await pult.system.get(`/centers/${id}/messages`))
  return deliveries.filter((one) => one.address === address)
}
