import pg from 'pg'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { MeasureReply } from '@pult/contract/measures'
import type { RecomputeReport } from '@pult/contract/measures-recompute'
import type { Erased } from '@pult/contract/privacy'
import type { Removal } from '@pult/contract/privacy-registers'
import type { AgentStateRecord, ContactRecord } from '@pult/engine/contacts'
import { registry } from '@pult/engine/measures'
import { createRandom } from '@pult/engine/numeric'
import { DAY_MS, HOUR_MS } from '@pult/engine/time'

import { forgetExpired } from '../access/forget-expired.ts'
import type { IntakeCounts } from '../contacts/index.ts'
import { done, openTestApp, type TestApp, type Visitor } from '../testing/test-app.ts'

// What is erased is nowhere any more, everything counted stays as it was counted, and an old file does not bring it back.

const FROM = Date.UTC(2026, 8, 1)
const ERASED = '79005551234'
const OTHER = '79005550000'
const NAME = 'Иванова Анна'

let pult: TestApp
let owner: pg.Client
let centerId: number
let anna: Visitor & { userId: string }
let annaId: number

const random = createRandom('забыть')
const contacts = Array.from({ length: 240 }, (_, place): ContactRecord => {
  const customer = place % 12 === 0 ? ERASED : `7900555${String(random.integer(0, 40)).padStart(4, '0')}`
  // Some systems write the number into their keys.
  const key = place % 2 === 0 ? `${customer}-${place}` : `c${place}`
  return {
    sourceKey: key,
    contactRef: key,
    leg: 1,
    channel: 'voice',
    direction: 'inbound',
    queue: 'Продажи',
    customer: place % 24 === 0 ? `+7 (900) 555-12-34` : customer,
    offeredAt: FROM + random.integer(0, 20 * 24 * 60) * 60_000,
    waitMs: 5000,
    ...(place % 4 === 3
      ? { outcome: 'abandoned' as const }
      : { outcome: 'answered' as const, agent: place % 3 === 0 ? NAME : 'SIP/202', talkMs: 60_000 }),
    ...(place === 24 ? { transferredTo: ERASED } : {}),
  }
})
const states = Array.from({ length: 20 }, (_, place): AgentStateRecord => {
  const startedAt = FROM + place * DAY_MS + 6 * HOUR_MS
  return {
    sourceKey: `session|${NAME}|${startedAt}`,
    agent: NAME,
    state: 'session',
    startedAt,
    endedAt: startedAt + 8 * HOUR_MS,
  }
})

beforeAll(async () => {
  pult = await openTestApp()
  centerId = await pult.createCenter('Забыть')
  owner = new pg.Client({ connectionString: pult.connectionString })
  await owner.connect()
  await tell('первый файл')
  const { agents } = done<{ agents: { agentId: number; name: string }[] }>(
    await pult.system.get(`/centers/${centerId}/agents`),
  )
  annaId = agents.find(({ name }) => name === NAME)?.agentId ?? 0
  await pult.comeIn(centerId, 'administrator')
  anna = await pult.comeIn(centerId, 'agent', annaId)
  await owner.query(`update auth."user" set name = $1 where id = $2`, [NAME, anna.userId])
})
afterAll(async () => {
  await owner.end()
  await pult.close()
})

async function tell(
  fileName: string,
  given: { contacts: readonly ContactRecord[]; states: readonly AgentStateRecord[] } = { contacts, states },
): Promise<IntakeCounts> {
  const target = await pult.app.database.inCenter({ centerId }, async (tx) => {
    const { rows } = await sql<{ sourceId: number; importId: number }>`
      with source as (insert into source (center_id, name, kind) values (${centerId}, 'АТС', 'api')
        on conflict (center_id, name) do update set kind = excluded.kind returning source_id)
      insert into import (center_id, source_id, kind, file_name, created_by) select ${centerId}, source_id, 'api', ${fileName}, 'test' from source
      returning source_id as "sourceId", import_id as "importId"`.execute(tx)
    return { sourceId: rows[0]?.sourceId ?? 0, importId: rows[0]?.importId ?? 0, onConflict: 'reject' as const }
  })
  const counts = await pult.app.contacts.intake.add({ centerId }, target, given)
  await pult.app.measures.settle(centerId)
  return counts
}

const post = (path: string, body: object) => pult.system.send('POST', `/centers/${centerId}${path}`, body)

/** Every measure there is, of the whole period and by agent. */
async function figures(): Promise<unknown> {
  const measures = [...new Set(registry.all.map(({ id }) => id))]
  const told: unknown[] = []
  for (const splitBy of [[], ['agent']])
    for (let place = 0; place < measures.length; place += 24) {
      const query = { from: '2026-09-01', to: '2026-10-01', measures: measures.slice(place, place + 24), splitBy }
      const reply = await post('/measures/query', query)
      // What cannot be split so is refused, before and after.
      const { total, rows } =
        reply.statusCode < 300 ? reply.json<MeasureReply>() : { total: reply.statusCode, rows: [] }
      told.push(
        total,
        rows.map(({ keys, figures: list }) => [keys.map(({ key }) => key), list]),
      )
    }
  return told
}

async function recomputed(): Promise<RecomputeReport> {
  return done(await post('/measures/recompute', { from: '2026-09-01', to: '2026-10-01', dry: true }))
}

/** Tables in which a text stands somewhere. */
async function tablesTelling(text: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p') and not c.relispartition`,
  )
  const telling: string[] = []
  for (const { name } of rows) {
    const [schema, table] = name.split('.')
    const found = await owner.query(
      `select 1 from "${schema}"."${table}" t where position($1 in t::text) > 0 limit 1`,
      [text],
    )
    if ((found.rowCount ?? 0) > 0) telling.push(name.replace('public.', ''))
  }
  return telling
}

describe('a customer who is erased', () => {
  it('is held back as long as a hold stands, and goes only when named twice', async () => {
    const held = done<{ holdId: number }>(
      await post('/personal-data/holds', {
        subjectOf: 'customer',
        subject: `+${ERASED}`,
        agentId: null,
        reason: 'Спор в суде',
      }),
    )
    const asked = { of: 'customer', text: ERASED, reason: 'Просит забыть', confirmation: ERASED }
    const refused = await post('/personal-data/erase', asked)
    expect(refused.json()).toMatchObject({ status: 409, code: 'heldBack', values: { reason: 'Спор в суде' } })
    done(await pult.system.send('DELETE', `/centers/${centerId}/personal-data/holds/${held.holdId}`))
    const mistyped = await post('/personal-data/erase', { ...asked, confirmation: OTHER })
    expect(mistyped.json()).toMatchObject({ status: 400, code: 'notConfirmed' })
  })

  it('is nowhere any more, and all figures are as before', async () => {
    await owner.query(
      `insert into lost_caller (center_id, customer_key, lost_at, status, user_id, user_name, note)
       values ($1, $2, now() - interval '1 day', 'taken', 'u', 'Ольга', 'Просил перезвонить на 8 900 555-12-34')`,
      [centerId, ERASED],
    )
    await post('/notes', {
      firstDay: '2026-09-05',
      lastDay: '2026-09-05',
      queueId: null,
      text: 'Звонил +7 900 555 12 34, жаловался',
    })
    await owner.query(
      `insert into import_finding (center_id, import_id, kind, code, details)
       select center_id, import_id, 'rejected', 'noTime', jsonb_build_object('value', $2::text) from import where center_id = $1`,
      [centerId, ERASED],
    )
    const { requestId, dueOn } = done<{ requestId: number; dueOn: string }>(
      await post('/personal-data/requests', {
        kind: 'erase',
        subjectOf: 'customer',
        subject: `8 (900) 555-12-34`,
        agentId: null,
        askedBy: 'Сам клиент',
        way: 'по почте',
        askedOn: '2025-09-01',
      }),
    )
    expect(dueOn).toBe('2025-09-15')
    const before = await figures()
    expect((await recomputed()).examples).toEqual([])
    const digests = (): Promise<{ rows: unknown[] }> =>
      owner.query(`select digest from contact_key where center_id = $1 order by leg_id`, [centerId])
    const digestsBefore = (await digests()).rows
    expect((await tablesTelling(ERASED)).length).toBeGreaterThan(3)
    const erased = done<Erased>(
      await post('/personal-data/erase', {
        of: 'customer',
        text: '+7 900 555-12-34',
        reason: 'Просит забыть',
        confirmation: '8 900 555 12 34',
        requestId,
      }),
    )
    expect(erased.called).toMatch(/^erased-[0-9a-f]{12}$/)
    expect(erased.changed).toEqual(
      expect.arrayContaining([
        { kind: 'contacts', rows: 20 },
        { kind: 'notes', rows: 1 },
        { kind: 'imports', rows: 1 },
      ]),
    )
    expect(erased.left).toEqual([])
    expect(await tablesTelling(ERASED)).toEqual([])
    expect(await tablesTelling('555-12-34')).toEqual([])
    expect(await tablesTelling('555 12 34')).toEqual([])
    // No digest of a content with the number is left to be tried out.
    const changed = (await digests()).rows.filter(
      (row, place) => JSON.stringify(row) !== JSON.stringify(digestsBefore[place]),
    )
    expect(changed).toHaveLength(20)
    expect(await figures()).toEqual(before)
    expect((await recomputed()).examples).toEqual([])
    const { removals } = done<{ removals: Removal[] }>(
      await pult.system.get(`/centers/${centerId}/personal-data/removals`),
    )
    expect(removals[0]).toMatchObject({ cause: 'person', subject: erased.called, requestId, reason: 'Просит забыть' })
  })

  it('does not come back with the file of before, nor with older ones; who calls again is a new acquaintance', async () => {
    const before = await figures()
    const again = await tell('тот же файл')
    expect(again).toMatchObject({ accepted: 0, completed: 0, corrected: 0, conflicts: [], duplicates: 260 })
    expect(await tablesTelling(ERASED)).toEqual([])
    expect(await figures()).toEqual(before)
    const older: ContactRecord = { ...(contacts[0] as ContactRecord), sourceKey: 'old', contactRef: `${ERASED}-old` }
    expect(await tell('старый файл', { contacts: [older], states: [] })).toMatchObject({ accepted: 1 })
    expect(await tablesTelling(ERASED)).toEqual([])
    const { rows } = await owner.query<{ keys: number }>(
      `select count(distinct customer_key)::integer as keys from contact_leg where center_id = $1 and customer_key like 'erased-%'`,
      [centerId],
    )
    expect(rows[0]?.keys).toBe(1)
    const fresh: ContactRecord = { ...older, sourceKey: 'new', contactRef: 'new', offeredAt: Date.now() + 60_000 }
    await tell('новый звонок', { contacts: [fresh], states: [] })
    expect(await tablesTelling(ERASED)).toEqual(['contact_leg'])
  })
})

describe('contacts that are told once more after their customer was erased', () => {
  const number = '79005557777'
  const ref = `${number}-ref`
  const begun: ContactRecord = {
    sourceKey: `${number}-1`,
    contactRef: ref,
    leg: 1,
    channel: 'voice',
    direction: 'inbound',
    queue: 'Продажи',
    customer: number,
    offeredAt: FROM + 5 * DAY_MS,
    outcome: 'open',
    waitMs: 0,
  }
  const { customer: _, ...nobody } = begun
  const beside: ContactRecord = { ...nobody, sourceKey: `${number}-2`, leg: 2, outcome: 'abandoned', waitMs: 9000 }
  const besideBegun: ContactRecord = { ...nobody, sourceKey: `${number}-3`, leg: 3 }
  const erase = (text: string) =>
    post('/personal-data/erase', { of: 'customer', text, reason: 'Просит забыть', confirmation: text })

  it('get their end without her number coming back, and a leg without a customer is known again', async () => {
    const told = [begun, beside, besideBegun]
    expect(await tell('незаконченный', { contacts: told, states: [] })).toMatchObject({ accepted: 3 })
    done(await erase(number))
    expect(await tablesTelling(number)).toEqual([])
    const ended: ContactRecord = { ...begun, outcome: 'abandoned', waitMs: 7000 }
    const besideEnded: ContactRecord = { ...besideBegun, outcome: 'abandoned', waitMs: 8000 }
    expect(await tell('законченный', { contacts: [ended, beside, besideEnded], states: [] })).toMatchObject({
      accepted: 0,
      completed: 2,
      duplicates: 1,
    })
    expect(await tablesTelling(number)).toEqual([])
  })

  it('keep her number out of the references of legs without a customer, told further or told for the first time', async () => {
    const called = '79005556666'
    const of = (place: number, leg: Partial<ContactRecord>): ContactRecord => ({
      ...nobody,
      contactRef: `${called}-ref`,
      offeredAt: FROM + 6 * DAY_MS + place * 60_000,
      sourceKey: `plain-${place}`,
      leg: place,
      ...leg,
    })
    const hers = { customer: called, outcome: 'abandoned' as const, waitMs: 7000 }
    const begunBeside = of(2, {})
    await tell('до стирания', { contacts: [of(1, hers), begunBeside], states: [] })
    done(await erase(called))
    const ended = of(2, { outcome: 'abandoned', waitMs: 9000 })
    const late = of(3, { sourceKey: `${called}-3`, outcome: 'abandoned', waitMs: 3000 })
    const other = { contactRef: `${called}-other`, outcome: 'abandoned' as const, waitMs: 2000 }
    const unknown = [of(4, { ...hers, ...other }), of(5, other)]
    const file = { contacts: [ended, late, ...unknown], states: [] }
    expect(await tell('после стирания', file)).toMatchObject({ accepted: 3, completed: 1, conflicts: [] })
    expect(await tablesTelling(called)).toEqual([])
    expect(await tell('после стирания ещё раз', file)).toMatchObject({ accepted: 0, duplicates: 4, conflicts: [] })
    const { rows } = await owner.query<{ legs: number }>(
      `select count(*)::integer as legs from contact_leg where center_id = $1 and offered_at > $2 and offered_at < $3
       group by contact_ref order by 1`,
      [centerId, new Date(FROM + 6 * DAY_MS), new Date(FROM + 6 * DAY_MS + 6 * 60_000)],
    )
    expect(rows.map(({ legs }) => legs).slice(-2)).toEqual([2, 3])
  })

  it('are known again also where the number was corrected before it was erased', async () => {
    const wrong = { ...begun, sourceKey: 'wrong', contactRef: 'wrong', customer: '79005558881', waitMs: 7000 }
    const told = { contacts: [{ ...wrong, outcome: 'abandoned' as const }], states: [] }
    await tell('с ошибкой', told)
    done(await post('/personal-data/correct', { text: '79005558881', into: '79005558882', reason: 'Опечатка' }))
    done(await erase('79005558882'))
    expect(await tell('с ошибкой ещё раз', told)).toMatchObject({ accepted: 0, duplicates: 1, conflicts: [] })
  })
})

describe('an agent who is made anonymous', () => {
  it('loses name, account and writings; her figures stay, and no file brings her name back', async () => {
    const before = await figures()
    done(
      await pult.system.send('PUT', `/centers/${centerId}/agents/${annaId}/personal-facts`, {
        bornOn: '1990-01-01',
        groups: [],
        consents: [],
        version: 0,
      }),
    )
    expect((await anna.get(`/centers/${centerId}/agents`)).statusCode).toBe(200)
    await owner.query(
      `insert into auth.verification (id, identifier, value, "expiresAt") values ('link', 'hash', $1, now() + interval '1 hour')`,
      [anna.userId],
    )
    const erased = done<Erased>(
      await post('/personal-data/erase', {
        of: 'agent',
        agentId: annaId,
        reason: 'Уволилась',
        confirmation: NAME,
        language: 'ru',
      }),
    )
    expect(erased).toMatchObject({ called: `Бывший сотрудник ${annaId}`, accountStays: false })
    expect((await anna.get(`/centers/${centerId}/agents`)).statusCode).toBe(401)
    expect(erased.changed).toEqual(expect.arrayContaining([{ kind: 'agreements', rows: 1 }]))
    // What was done under her id is known by it; a link to her account opens nothing and goes with it.
    expect(await tablesTelling(anna.userId)).not.toContain('auth.verification')
    // The log of acts keeps what it told: that is what it is for.
    expect(await tablesTelling(NAME)).toEqual([])
    expect(await figures()).toEqual(before)
    expect((await recomputed()).examples).toEqual([])
    const again = await tell('тот же файл ещё раз')
    expect(again).toMatchObject({ accepted: 0, conflicts: [], duplicates: 260 })
    const { agents } = done<{ agents: { name: string }[] }>(await pult.system.get(`/centers/${centerId}/agents`))
    expect(agents.map(({ name }) => name).toSorted()).toEqual([`Бывший сотрудник ${annaId}`, 'SIP/202'].toSorted())
    expect(await tablesTelling(NAME)).toEqual([])
    expect(await figures()).toEqual(before)
  })
})

it('forgets sessions a day after they are over, and where they came from', async () => {
  const { userId } = await pult.comeIn(centerId, 'planner')
  const sessions = async (): Promise<number> =>
    (await owner.query('select 1 from auth.session where "userId" = $1', [userId])).rowCount ?? 0
  await forgetExpired(owner)
  expect(await sessions()).toBe(1)
  await owner.query(`update auth.session set "expiresAt" = now() - interval '2 days' where "userId" = $1`, [userId])
  expect(await forgetExpired(owner)).toBeGreaterThan(0)
  expect(await sessions()).toBe(0)
})
