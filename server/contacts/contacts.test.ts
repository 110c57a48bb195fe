import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { Batch, type BatchReply, type ContactPage, type LostCaller, type Story } from '@pult/contract/contacts'
import type { MeasureReply } from '@pult/contract/measures'

import { done, openTestApp, type TestApp, type Visitor } from '../testing/test-app.ts'
import type { AuditEntry, Tx } from '../platform/index.ts'
import { storeBatch } from './batch.ts'
import type { Intake } from './intake.ts'
import { undoImport } from './undo-import.ts'

let pult: TestApp
let centerId: number

beforeAll(async () => {
  pult = await openTestApp()
  centerId = await pult.createCenter('Ромашка')
})
afterAll(() => pult.close())

const HOUR = 3_600_000
/** On a quarter of an hour, where periods may begin and end. */
const now = Math.floor(Date.now() / 900_000) * 900_000
const at = (hoursAgo: number): string => new Date(now - hoursAgo * HOUR).toISOString()

const call = (sourceKey: string, more: object = {}): object => ({
  sourceKey,
  channel: 'voice',
  queue: 'Заказы',
  agent: 'Анна',
  customer: '+7 912 345-67-89',
  offeredAt: at(5),
  outcome: 'answered',
  waitMs: 5000,
  talkMs: 60_000,
  ...more,
})
const lost = (sourceKey: string, more: object = {}): object =>
  call(sourceKey, { outcome: 'abandoned', agent: undefined, talkMs: undefined, ...more })

async function send(body: object, visitor: Visitor = pult.system, center = centerId): Promise<BatchReply> {
  return done(await visitor.send('POST', `/centers/${center}/contacts/batch`, { source: 'АТС', ...body }))
}

async function search(filter: object, visitor: Visitor = pult.system): Promise<ContactPage> {
  const body = { filter: { from: at(24 * 60), to: new Date(now + HOUR).toISOString(), ...filter } }
  return done(await visitor.send('POST', `/centers/${centerId}/contacts/search`, body))
}

async function offered(): Promise<number | null | undefined> {
  await pult.app.measures.settle(centerId)
  const body = { from: at(24 * 60), to: new Date(now + HOUR).toISOString(), measures: ['offered'] }
  const reply = done<MeasureReply>(await pult.system.send('POST', `/centers/${centerId}/measures/query`, body))
  return reply.total.figures[0]?.value
}

describe('a batch', () => {
  it('is stored once, however often it is sent', async () => {
    const batch = {
      contacts: [call('a1'), call('a2')],
      states: [{ sourceKey: 's1', agent: 'Анна', state: 'session', startedAt: at(6), endedAt: at(4) }],
    }
    expect(await send(batch)).toMatchObject({ accepted: 3, duplicates: 0, rejected: [] })
    expect(await send(batch)).toMatchObject({ accepted: 0, duplicates: 3, rejected: [] })
    expect(await offered()).toBe(2)
  })

  it('says of each wrong record what was wrong and stores the others', async () => {
    const reply = await send({
      contacts: [
        call('b1'),
        call('b2', { waitMs: -5 }),
        call('b3', { channel: 'pigeon' }),
        call('b4', { offeredAt: '1970-01-01T00:00:00Z' }),
        call('b5', { offeredAt: '2099-01-01T00:00:00Z' }),
        'nonsense',
        call('a1', { waitMs: 9000 }),
      ],
      states: [{ sourceKey: 's2', agent: 'Анна', state: 'pause', startedAt: at(2), endedAt: at(3) }],
    })
    expect(reply.accepted).toBe(1)
    expect(reply.rejected.map(({ at: place, code, field }) => [place, code, field])).toEqual([
      ['contacts.1', 'invalid', 'waitMs'],
      ['contacts.2', 'invalid', 'channel'],
      ['contacts.3', 'impossibleTime', 'offeredAt'],
      ['contacts.4', 'impossibleTime', 'offeredAt'],
      ['contacts.5', 'invalid', ''],
      ['states.0', 'invalid', 'endedAt'],
      ['contacts.6', 'conflict', 'waitMs'],
    ])
  })

  it('may replace what it said before, and roll-ups follow to the other hour', async () => {
    const before = await offered()
    const reply = await send({ onConflict: 'replace', contacts: [call('a2', { offeredAt: at(30) })] })
    expect(reply).toMatchObject({ corrected: 1, rejected: [] })
    expect(await offered()).toBe(before)
  })

  it('stands in the audit log: the first of a day, and each that corrected something', async () => {
    const { lines } = done<{ lines: { act: string; detail: object }[] }>(
      await pult.system.get(`/centers/${centerId}/audit`),
    )
    const acts = lines.filter(({ act }) => act.startsWith('contacts.batch'))
    // One a day: two where midnight came in between.
    expect([1, 2]).toContain(acts.filter(({ act }) => act === 'contacts.batch.begin').length)
    expect(acts.find(({ act }) => act === 'contacts.batch.correct')?.detail).toEqual({ corrected: 1 })
  })

  it('completes a contact that was still open', async () => {
    await send({
      contacts: [call('o1', { outcome: 'open', agent: undefined, talkMs: undefined, offeredAt: at(0.01) })],
    })
    expect(await send({ contacts: [call('o1', { offeredAt: at(0.01) })] })).toMatchObject({ completed: 1 })
  })

  it('that is too large is refused whole', async () => {
    const large = 'x'.repeat(17 * 1024 * 1024)
    const reply = await pult.system.send('POST', `/centers/${centerId}/contacts/batch`, { source: large })
    expect(reply.statusCode).toBe(413)
    expect(reply.json()).toMatchObject({ code: 'tooLarge' })
  })

  it('keeps SQL and script as the text they are', async () => {
    const evil = `'; drop table contact_leg; -- <script>alert(1)</script>`
    await send({ contacts: [call('e1', { queue: evil, agent: evil, topic: evil, customer: evil })] })
    const { contacts } = await search({ search: 'e1' })
    expect(contacts[0]).toMatchObject({ queue: evil, agent: evil, topic: evil })
  })
})

describe('search', () => {
  it('goes on where the page ended, with nothing twice and nothing left out', async () => {
    await send({
      contacts: Array.from({ length: 25 }, (_, index) => call(`p${index}`, { queue: 'Листы', offeredAt: at(10) })),
    })
    const all = await search({})
    const seen: number[] = []
    let after: ContactPage['next'] = null
    do {
      const page: ContactPage = done(
        await pult.system.send('POST', `/centers/${centerId}/contacts/search`, {
          filter: { from: at(24 * 60), to: new Date(now + HOUR).toISOString() },
          after,
          limit: 7,
        }),
      )
      seen.push(...page.contacts.map(({ legId }) => legId))
      after = page.next
    } while (after !== null)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe(all.total)
  })

  it('finds customers however they were written, and masks them where they may not be seen', async () => {
    expect((await search({ search: '8 (912) 345 67 89' })).contacts.length).toBeGreaterThan(0)
    const planner = await pult.comeIn(centerId, 'planner')
    expect((await search({ search: '89123456789' }, planner)).contacts).toEqual([])
    await send({ contacts: [call('crm/9123456789/7', { contactRef: 'crm-7', offeredAt: at(6) })] })
    const page = await search({}, planner)
    expect(JSON.stringify(page)).not.toContain('9123456789')
    expect(JSON.stringify(await search({}))).toContain('crm/9123456789/7')
    expect(page.contacts.every(({ customer }) => customer === null || customer.includes('•'))).toBe(true)
  })
})

describe('contacts as a file', () => {
  const filter = { from: at(24 * 60), to: new Date(now + HOUR).toISOString() }
  const file = async (visitor: Visitor, language: string, more: object = {}): Promise<string> => {
    const path = `/centers/${centerId}/contacts/export?format=csv&language=${language}`
    const reply = await visitor.send('POST', path, { filter: { ...filter, ...more } })
    expect(reply.headers['content-disposition']).toContain('pult-contacts-')
    return reply.body
  }

  it('has a line for each leg that is found, oldest or newest first, by the clock of the centre', async () => {
    await send({ contacts: [call('=f1', { topic: '=1+1', offeredAt: at(7), customer: '+79994440077' })] })
    const lines = (await file(pult.system, 'ru')).trim().split('\r\n')
    expect(lines.length - 1).toBe((await search({})).total)
    expect(lines[0]).toContain('Дата;Время;Контакт;Отрезок;Канал')
    const [found] = (await file(pult.system, 'en', { search: '+79994440077' })).trim().split('\r\n').slice(1)
    const clock = new Date(Date.parse(at(7)) + 3 * HOUR).toISOString()
    expect(
      found?.startsWith(`${clock.slice(0, 10)};${clock.slice(11, 19)};'=f1;1;voice;inbound;Заказы;'+79994440077`),
    ).toBe(true)
    expect(found).toContain(`answered;Анна;5;60;0;0`)
    // A spreadsheet would run it.
    expect(found).toContain(`'=1+1`)
  })

  it('masks customers, also where a reference is a number, and is written into the audit log without what was searched', async () => {
    await send({ contacts: [call('79994440078', { customer: '+79994440078', offeredAt: at(8) })] })
    const planner = await pult.comeIn(centerId, 'planner')
    expect(await file(planner, 'ru')).not.toContain('9994440078')
    const { contacts: legs } = await search({ from: at(8), to: at(7.9) }, planner)
    expect(legs).toHaveLength(1)
    const { contactRef = '' } = legs[0] ?? {}
    const told = done<{ contactRef: string }>(
      await planner.get(`/centers/${centerId}/contacts/story?ref=${encodeURIComponent(contactRef)}`),
    )
    expect(told.contactRef).toBe('79•••78')
    expect(JSON.stringify({ legs, told })).not.toContain('9994440078')
    const known = done<{ contactRef: string }>(
      await pult.system.get(`/centers/${centerId}/contacts/story?ref=${encodeURIComponent(contactRef)}`),
    )
    expect(known.contactRef).toBe('79994440078')
    const { lines } = done<{ lines: { act: string; detail: object }[] }>(
      await pult.system.get(`/centers/${centerId}/audit?limit=5`),
    )
    const exported = lines.find(({ act }) => act === 'contacts.contacts.export')
    expect(exported).toMatchObject({ detail: { format: 'csv' } })
    expect(JSON.stringify(exported)).not.toContain('search')
  })
})

describe('whoever is shown customers', () => {
  interface Line {
    readonly act: string
    readonly subject: string
    readonly userName: string
  }
  const looks = async (name: string): Promise<Line[]> => {
    const { lines } = done<{ lines: Line[] }>(await pult.system.get(`/centers/${centerId}/audit?only=looks`))
    expect(lines.every(({ act }) => /^contacts\.customers\.|\.export$|^privacy\.person\.find$/.test(act))).toBe(true)
    return lines.filter(({ userName }) => userName === name)
  }

  it('stands in the audit log, once an hour and never with a number; whoever sees them masked does not', async () => {
    await send({
      contacts: [lost('79994440079', { customer: '+79994440079', contactRef: '79994440079', offeredAt: at(9) })],
    })
    const name = async (visitor: Visitor): Promise<string> =>
      done<{ user: { name: string } }>(await visitor.get('/session')).user.name
    const analyst = await pult.comeIn(centerId, 'analyst')
    const planner = await pult.comeIn(centerId, 'planner')
    for (const visitor of [analyst, planner, analyst, planner]) {
      await search({}, visitor)
      await search({ search: '+79994440079' }, visitor)
      const { contacts: legs } = await search({ from: at(9), to: at(8.9) }, visitor)
      done(await visitor.get(`/centers/${centerId}/contacts/story?ref=${legs[0]?.contactRef ?? ''}`))
    }
    const told = await looks(await name(analyst))
    expect(told.map(({ act }) => act.split('.')[2]).toSorted()).toEqual(['list', 'list', 'search', 'story'])
    expect(told.find(({ act }) => act.endsWith('story'))?.subject).toMatch(/^contact leg-\d+-\d+$/)
    expect(JSON.stringify(told)).not.toContain('9994440079')
    expect(await looks(await name(planner))).toEqual([])
    const supervisor = await pult.comeIn(centerId, 'supervisor')
    done(await supervisor.get(`/centers/${centerId}/lost-callers`))
    done(await supervisor.get(`/centers/${centerId}/lost-callers`))
    expect((await looks(await name(supervisor))).map(({ subject }) => subject)).toEqual(['lost callers'])
    await send({ contacts: [call('reached', { customer: '+79994440079', offeredAt: at(8) })] })
  })
})

describe('a search beyond the period', () => {
  const recent = { from: at(3), to: new Date(now + HOUR).toISOString() }

  it('says how many there are in other periods, under the same filters', async () => {
    await send({
      contacts: [
        call('w1', { customer: '+79995550001', agent: 'Зоя Далёкая', offeredAt: at(1) }),
        ...[30, 300, 3000].map((hours) => call(`w${hours}`, { customer: '+79995550001', offeredAt: at(hours) })),
        lost('w31', { customer: '+79995550001', offeredAt: at(31) }),
      ],
    })
    const found = async (filter: object): Promise<unknown[]> => {
      const { total, elsewhere } = await search({ ...recent, ...filter })
      return [total, elsewhere]
    }
    expect(await found({ search: '8 999 555-00-01' })).toEqual([1, 4])
    expect(await found({ search: '799955500' })).toEqual([1, 4])
    expect(await found({ search: '+79995550001', outcomes: ['abandoned'] })).toEqual([0, 1])
    expect(await found({ search: 'w3000' })).toEqual([0, 1])
    expect(await found({ search: 'зоя' })).toEqual([1, 0])
    expect(await found({ search: '79995550001', from: '1970-01-01T00:00:00Z' })).toEqual([5, 0])
    expect(await found({})).toEqual([expect.any(Number), null])
    const planner = await pult.comeIn(centerId, 'planner')
    expect((await search({ ...recent, search: '79995550001' }, planner)).elsewhere).toBe(0)
    const [zoya] = (await search({ search: 'Зоя' })).contacts
    expect(await found({ agentIds: [zoya?.agentId], from: at(0.5) })).toEqual([0, 1])
  })
})

describe('a story', () => {
  it('joins the legs of one contact and shows the caller’s others', async () => {
    await send({
      contacts: [
        call('l1', { contactRef: 'L', leg: 1, customer: '+79990000001', transferredTo: 'Справка', offeredAt: at(3) }),
        call('l2', { contactRef: 'L', leg: 2, customer: '+79990000001', queue: 'Справка', offeredAt: at(2.9) }),
        call('l3', { customer: '89990000001', offeredAt: at(1) }),
      ],
    })
    const story = done<Story>(await pult.system.get(`/centers/${centerId}/contacts/story?ref=L`))
    expect(story.legs.map(({ queue }) => queue)).toEqual(['Заказы', 'Справка'])
    expect(story.others.map(({ sourceKey }) => sourceKey)).toEqual(['l3'])
    expect(story.imports.length).toBe(1)
    expect((await pult.system.get(`/centers/${centerId}/contacts/story?ref=nobody`)).statusCode).toBe(404)
  })
})

describe('lost callers', () => {
  it('are listed until reached, worked by one person at a time', async () => {
    await send({
      contacts: [
        lost('m1', { customer: '+79991110000', offeredAt: at(6) }),
        lost('m2', { customer: '+79991110000', offeredAt: at(5) }),
        lost('m3', { customer: '+79992220000', offeredAt: at(5) }),
        call('m4', { customer: '+79992220000', offeredAt: at(4) }),
      ],
    })
    const list = async (): Promise<LostCaller[]> =>
      done<{ callers: LostCaller[] }>(await pult.system.get(`/centers/${centerId}/lost-callers`)).callers
    const [caller] = await list()
    expect((await list()).map(({ customer, times }) => [customer, times])).toEqual([['+79991110000', 2]])
    const head = await pult.comeIn(centerId, 'head')
    const take = { customerKey: caller?.customerKey, lostAt: caller?.lostAt, status: 'taken', was: 'open' }
    done(await head.send('POST', `/centers/${centerId}/lost-callers`, take))
    expect((await pult.system.send('POST', `/centers/${centerId}/lost-callers`, take)).json()).toMatchObject({
      code: 'takenMeanwhile',
    })
    // Giving up once more is no other's case: whoever took it still tries.
    await send({ contacts: [lost('m6', { customer: '+79991110000', offeredAt: at(3) })] })
    const [again] = await list()
    expect([again?.times, again?.status]).toEqual([3, 'taken'])
    const change = { customerKey: again?.customerKey, lostAt: again?.lostAt, was: 'taken' }
    done(await head.send('POST', `/centers/${centerId}/lost-callers`, { ...change, status: 'calledBack' }))
    expect((await list()).map(({ status }) => status)).toEqual(['calledBack'])
    done(await head.send('POST', `/centers/${centerId}/lost-callers`, { ...change, was: 'calledBack', status: 'open' }))
    expect((await list()).map(({ status }) => status)).toEqual(['open'])
    await send({ contacts: [call('m5', { customer: '+79991110000', direction: 'outbound', offeredAt: at(1) })] })
    expect(await list()).toEqual([])
    // Who was answered and gives up later is lost anew: nobody has taken that.
    await send({ contacts: [lost('m7', { customer: '+79991110000', offeredAt: at(0.5) })] })
    expect((await list()).map(({ status }) => status)).toEqual(['open'])
  })

  it('go to one of those who take them at the same moment', async () => {
    const customer = '+79991119999'
    await send({ contacts: [lost('m9', { customer, offeredAt: at(2) })] })
    const path = `/centers/${centerId}/lost-callers`
    const { callers } = done<{ callers: LostCaller[] }>(await pult.system.get(path))
    const { customerKey, lostAt } = callers.find((caller) => caller.customer === customer) ?? {}
    const take = { customerKey, lostAt, status: 'taken', was: 'open' }
    const heads = await Promise.all(Array.from({ length: 6 }, () => pult.comeIn(centerId, 'head')))
    const answers = await Promise.all(heads.map((head) => head.send('POST', path, take)))
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409, 409, 409, 409, 409])
  })

  it('are nobody’s again who give up after a loss that was dealt with, whoever took one before it', async () => {
    const customer = '+79991110001'
    const find = async (): Promise<LostCaller | undefined> =>
      done<{ callers: LostCaller[] }>(await pult.system.get(`/centers/${centerId}/lost-callers`)).callers.find(
        (caller) => caller.customer === customer,
      )
    const change = async (was: string, status: string): Promise<unknown> => {
      const { customerKey, lostAt } = (await find()) ?? {}
      return done(
        await pult.system.send('POST', `/centers/${centerId}/lost-callers`, { customerKey, lostAt, was, status }),
      )
    }
    await send({ contacts: [lost('n1', { customer, offeredAt: at(6) })] })
    await change('open', 'taken')
    await send({ contacts: [lost('n2', { customer, offeredAt: at(5) })] })
    await change('taken', 'done')
    await send({ contacts: [lost('n3', { customer, offeredAt: at(4) })] })
    expect(await find()).toMatchObject({ times: 3, status: 'open', userName: null })
    await change('open', 'taken')
    await send({ contacts: [call('n4', { customer, direction: 'outbound', offeredAt: at(1) })] })
  })
})

describe('undo', () => {
  it('of the day’s batches takes nothing that comes meanwhile: that belongs to an import of its own', async () => {
    const other = await pult.createCenter('Откат на ходу')
    const scope = { centerId: other }
    const { database, contacts } = pult.app
    const importsOf = async (): Promise<unknown[]> => {
      const { rows } = await database.inCenter(scope, (tx) =>
        sql`select i.status, count(k.source_key)::integer as facts from import i left join contact_key k
          on k.center_id = i.center_id and i.import_id = any(k.held_by) where i.center_id = ${other} group by i.center_id, i.import_id, i.status order by i.import_id`.execute(
          tx,
        ),
      )
      return rows
    }
    // The undo begins between the moment at which a batch finds its import and the one at which it stores.
    let isFirst = true
    const intake: Intake = {
      ...contacts.intake,
      add: async (...given) => {
        if (isFirst)
          await database.inCenter(scope, (tx) =>
            sql`update import set status = 'undone' where center_id = ${other}`.execute(tx),
          )
        isFirst = false
        return contacts.intake.add(...given)
      },
    }
    const batch = Batch.parse({ source: 'АТС', contacts: [call('u1')] })
    const acts: string[] = []
    const audit = async (_tx: Tx, { act }: AuditEntry): Promise<void> => void acts.push(act)
    const caller = { centerId: other, userId: 'system' }
    const reply = await storeBatch(database, intake, caller, batch, Date.now(), audit)
    expect(acts).toEqual(['contacts.batch.begin', 'contacts.batch.begin'])
    expect(reply).toMatchObject({ accepted: 1, rejected: [] })
    expect(await importsOf()).toEqual([
      { status: 'undone', facts: 0 },
      { status: 'done', facts: 1 },
    ])
  })

  it('takes back what only this import told, and brings back what it replaced', async () => {
    const other = await pult.createCenter('Лютик')
    const sendTo = (source: string, body: object): Promise<BatchReply> => send({ source, ...body }, pult.system, other)
    const find = async (): Promise<Record<string, number>> => {
      const page = done<ContactPage>(
        await pult.system.send('POST', `/centers/${other}/contacts/search`, {
          filter: { from: at(240), to: new Date(now).toISOString() },
        }),
      )
      return Object.fromEntries(page.contacts.map(({ sourceKey, waitMs }) => [sourceKey, waitMs]))
    }
    await sendTo('А', { contacts: [call('x'), call('y')] })
    const ids = await pult.app.database.inCenter({ centerId: other }, async (tx) => {
      const { rows } = await sql<{ importId: number; sourceId: number }>`
        select import_id as "importId", source_id as "sourceId" from import where center_id = ${other}
      `.execute(tx)
      // Tomorrow's batches are another import.
      await sql`update import set file_name = 'вчера' where center_id = ${other}`.execute(tx)
      return rows
    })
    await sendTo('А', { onConflict: 'replace', contacts: [call('x', { waitMs: 7000 }), call('z'), call('y')] })
    expect(await find()).toEqual({ x: 7000, y: 5000, z: 5000 })
    const later = await pult.app.database.inCenter({ centerId: other }, async (tx) => {
      const { rows } = await sql<{ importId: number; sourceId: number }>`
        select import_id as "importId", source_id as "sourceId" from import where center_id = ${other} order by import_id desc limit 1
      `.execute(tx)
      return rows[0]
    })
    await undoImport(pult.app.database, { centerId: other }, later ?? { importId: 0, sourceId: 0 })
    expect(await find()).toEqual({ x: 5000, y: 5000 })
    await undoImport(pult.app.database, { centerId: other }, ids[0] ?? { importId: 0, sourceId: 0 })
    expect(await find()).toEqual({})
  })
})
