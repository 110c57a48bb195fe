import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { MeasureReply } from '@pult/contract/measures'
import type { Found } from '@pult/contract/privacy'
import type { Notice, Told } from '@pult/contract/privacy-notices'
import type { PersonalRequest, Removal } from '@pult/contract/privacy-registers'
import type { RetentionPeriod, RetentionPreview } from '@pult/contract/privacy-retention'
import type { ContactRecord } from '@pult/engine/contacts'
import { DAY_MS } from '@pult/engine/time'

import { fillCenter } from '../testing/fill-center.ts'
import { done, openTestApp, type TestApp } from '../testing/test-app.ts'
import type { Account } from './person.ts'
import { runRetention } from './run-retention.ts'

// What is over goes once, with an act; what is held back or still worked with stays, and figures stay as they were.

const NOW = Date.UTC(2026, 11, 5, 9)
/** Thirty days before, in Moscow. */
const CUTOFF = Date.parse('2026-11-05T00:00:00+03:00')

let pult: TestApp
let centerId: number
let target: { readonly importId: number; readonly sourceId: number; readonly onConflict: 'reject' }

beforeAll(async () => {
  pult = await openTestApp()
  centerId = await pult.createCenter('Сроки')
  await fillCenter(pult, centerId)
  target = await pult.app.database.inCenter({ centerId }, async (tx) => {
    const { rows } = await sql<{ importId: number; sourceId: number }>`
      insert into import (center_id, source_id, kind, file_name, created_by) select ${centerId}, source_id, 'api', 'x', 'test' from source
      returning import_id as "importId", source_id as "sourceId"`.execute(tx)
    return { importId: rows[0]?.importId ?? 0, sourceId: rows[0]?.sourceId ?? 0, onConflict: 'reject' as const }
  })
})
afterAll(() => pult.close())

const send = async <Reply>(method: 'POST' | 'PUT' | 'PATCH', path: string, body: object): Promise<Reply> =>
  done<Reply>(await pult.system.send(method, `/centers/${centerId}${path}`, body))
const get = async <Reply>(path: string): Promise<Reply> =>
  done<Reply>(await pult.system.get(`/centers/${centerId}${path}`))

const accounts = new Map<string, Account>()
const run = (): Promise<void> =>
  runRetention(
    pult.app,
    {
      veil: pult.app.contacts.veil,
      clock: () => NOW,
      accountsOf: () => Promise.resolve(accounts),
      leaveCenter: () => Promise.resolve(false),
      deleteAccount: () => Promise.resolve(),
    },
    centerId,
  )

const call = (key: string, customer: string, offeredAt: number): ContactRecord => ({
  sourceKey: key,
  contactRef: key,
  leg: 1,
  channel: 'voice',
  direction: 'inbound',
  queue: 'Заказы',
  customer,
  offeredAt,
  outcome: 'abandoned',
  waitMs: 9000,
})

async function numbers(): Promise<Record<string, number>> {
  const { rows } = await pult.app.database.inCenter({ centerId }, (tx) =>
    sql<{ key: string; legs: number }>`
      select case when customer_key like 'erased-%' then 'erased' else customer_key end as key, count(*) as legs
      from contact_leg where center_id = ${centerId} group by 1`.execute(tx),
  )
  return Object.fromEntries(rows.map(({ key, legs }) => [key, legs]))
}

async function recall(): Promise<unknown> {
  const { total, rows } = await send<MeasureReply>('POST', '/measures/query', {
    from: '2026-10-01',
    to: '2026-12-01',
    measures: ['fcrByRecall', 'retryRate', 'offered', 'serviceLevelNeutral'],
    splitBy: ['day'],
  })
  return { total, rows }
}

it('takes numbers out of contacts whose time is over, and leaves figures, held customers and whoever still calls', async () => {
  const told = [
    call('old', '+79110000001', CUTOFF - 20 * DAY_MS),
    // Within a week of one that is kept: counted together with it.
    call('before', '+79110000001', CUTOFF - DAY_MS),
    call('after', '+79110000001', CUTOFF + DAY_MS),
  ]
  await pult.app.contacts.intake.add({ centerId }, target, { contacts: told, states: [] })
  await pult.app.measures.settle(centerId)
  await send('POST', '/personal-data/holds', {
    subjectOf: 'customer',
    subject: '89000000005',
    agentId: null,
    reason: 'Проверка',
  })
  await pult.app.database.inCenter({ centerId }, (tx) =>
    sql`insert into lost_caller (center_id, customer_key, lost_at, status, user_id, user_name, note)
      values (${centerId}, '79110000001', ${new Date(CUTOFF - 20 * DAY_MS).toISOString()}, 'done', 'u', 'Ольга', 'Просил скидку')`.execute(
      tx,
    ),
  )
  const before = await recall()
  const asked = { kind: 'contacts', days: 30 }
  const preview = await send<RetentionPreview>('POST', '/personal-data/retention/preview', { ...asked, days: 36_000 })
  expect(preview.rows).toBe(0)
  await run()
  expect((await numbers())['erased']).toBeUndefined()
  await send('PUT', '/personal-data/retention', asked)
  await run()
  const after = await numbers()
  expect(after).toMatchObject({ '79110000001': 2, '79000000005': 4, erased: 37 })
  expect(after).not.toHaveProperty('79000000001')
  expect(await recall()).toEqual(before)
  const { removals } = await get<{ removals: Removal[] }>('/personal-data/removals')
  expect(removals).toMatchObject([
    {
      cause: 'retention',
      subject: 'contacts',
      counts: [
        { kind: 'contacts', rows: 37 },
        { kind: 'lostCallers', rows: 1 },
      ],
    },
  ])
  const { lines } = await get<{ lines: { act: string; kind: string }[] }>('/audit')
  expect(lines[0]).toMatchObject({ act: 'privacy.retention.remove', kind: 'system' })
  // The same again: nothing is left to go, nothing comes back, nothing is told twice.
  await run()
  expect(await pult.app.contacts.intake.add({ centerId }, target, { contacts: told, states: [] })).toMatchObject({
    accepted: 0,
    conflicts: [],
    duplicates: 3,
  })
  expect((await get<{ removals: Removal[] }>('/personal-data/removals')).removals).toHaveLength(1)
  const { periods } = await get<{ periods: RetentionPeriod[] }>('/personal-data/retention')
  expect(periods.find(({ kind }) => kind === 'contacts')).toMatchObject({ days: 30 })
  expect(periods.find(({ kind }) => kind === 'contacts')?.lookedAt).not.toBeNull()
})

it('goes kind by kind, former agents among them, and stops whole while everybody is held back', async () => {
  const { agents } = await get<{ agents: { agentId: number; name: string; version: number; teamId: null }[] }>(
    '/agents',
  )
  const [agent, held] = agents
  if (agent === undefined || held === undefined) throw new Error('nobody works here')
  accounts.set('left', { id: 'left', name: 'Олег', email: 'oleg@example.com' })
  await send('POST', '/personal-data/holds', { subjectOf: 'agent', subject: '', agentId: held.agentId, reason: 'Спор' })
  await pult.app.database.inCenter({ centerId }, async (tx) => {
    await sql`update agent set left_on = '2026-06-01' where center_id = ${centerId} and agent_id = ${agent.agentId}`.execute(
      tx,
    )
    await sql`insert into lost_caller (center_id, customer_key, lost_at, status, user_id, user_name, changed_at)
      values (${centerId}, '79119999999', '2026-01-01', 'done', 'u', 'Ольга', '2026-01-01')`.execute(tx)
    await sql`insert into note (center_id, first_day, last_day, text, created_by, created_by_name)
      values (${centerId}, '2026-01-01', '2026-01-01', 'Старое', 'u', 'Ольга')`.execute(tx)
    await sql`insert into note (center_id, first_day, last_day, text, created_by, created_by_name)
      values (${centerId}, '2026-12-01', '2026-12-01', 'Пишите oleg@example.com', 'u', 'Ольга')`.execute(tx)
    await sql`insert into personal_request (center_id, kind, subject_of, subject, agent_id, asked_by, asked_on, due_on, state, closed_on, made_by,
        made_by_name)
      values (${centerId}, 'access', 'agent', ${held.name}, ${held.agentId}, 'Сама', '2026-01-01', '2026-01-20', 'done', '2026-01-10', 'u', 'Ольга')
      `.execute(tx)
    await sql`insert into message (center_id, channel, address, subject, about, status, made_by_name, made_at)
      values (${centerId}, 'mail', 'a@example.com', 'x', 'digest 1', 'sent', 'Ольга', '2026-01-01')`.execute(tx)
    await sql`insert into import_finding (center_id, import_id, kind, code) values (${centerId}, ${target.importId}, 'rejected', 'noTime')`.execute(
      tx,
    )
    await sql`update import set created_at = '2026-01-01' where center_id = ${centerId}`.execute(tx)
  })
  for (const kind of [
    'lostCallers',
    'imports',
    'messages',
    'alerts',
    'notes',
    'formerAgents',
    'resumes',
    'market',
    'requests',
  ])
    await send('PUT', '/personal-data/retention', { kind, days: 90 })
  const everybody = await send<{ holdId: number }>('POST', '/personal-data/holds', {
    subjectOf: 'everybody',
    subject: '',
    agentId: null,
    reason: 'Проверка надзора',
  })
  await run()
  expect((await get<{ removals: Removal[] }>('/personal-data/removals')).removals).toHaveLength(1)
  done(await pult.system.send('DELETE', `/centers/${centerId}/personal-data/holds/${everybody.holdId}`))
  await run()
  const { removals } = await get<{ removals: Removal[] }>('/personal-data/removals')
  expect(removals.map(({ subject }) => subject).toSorted()).toEqual(
    ['contacts', 'formerAgents', 'imports', 'lostCallers', 'messages', 'notes'].toSorted(),
  )
  const now = await get<{ agents: { agentId: number; name: string }[] }>('/agents')
  expect(now.agents.find(({ agentId }) => agentId === agent.agentId)?.name).toBe(`Бывший сотрудник ${agent.agentId}`)
  const { notes } = await get<{ notes: { text: string }[] }>('/notes?from=2026-12-01&to=2026-12-02')
  expect(notes.map(({ text }) => text)).toEqual(['Пишите •••'])
  accounts.clear()
  const file = await pult.system.get(`/centers/${centerId}/personal-data/removals/file?format=csv&language=ru`)
  expect(file.body).toContain('срок хранения')
})

it('corrects a number in all contacts, and an old file does not bring the wrong one back', async () => {
  const told = [call('wrong', '+79220000001', CUTOFF + 2 * DAY_MS)]
  await pult.app.contacts.intake.add({ centerId }, target, { contacts: told, states: [] })
  const work = (customer: string, at: string, note: string): Promise<unknown> =>
    pult.app.database.inCenter({ centerId }, (tx) =>
      sql`insert into lost_caller (center_id, customer_key, lost_at, status, user_id, user_name, note)
        values (${centerId}, ${customer}, ${at}, 'taken', 'u', 'Ольга', ${note})`.execute(tx),
    )
  await work('79220000001', '2026-11-10', 'Ждёт счёт')
  await work('79220000001', '2026-11-11', '')
  await work('79220000002', '2026-11-11', 'Тот же звонок')
  await send('POST', '/personal-data/holds', {
    subjectOf: 'customer',
    subject: '79220000001',
    agentId: null,
    reason: 'Спор о счёте',
  })
  const body = { text: '8 922 000 00 01', into: '8 922 000 00 02', reason: 'Опечатка' }
  const unchanged = await pult.system.send('POST', `/centers/${centerId}/personal-data/correct`, {
    ...body,
    into: '+7 922 000 00 01',
  })
  expect(unchanged.json()).toMatchObject({ code: 'sameNumber' })
  expect(await send('POST', '/personal-data/correct', body)).toEqual({ rows: 1 })
  const { rows: left } = await pult.app.database.inCenter({ centerId }, (tx) =>
    sql<{ key: string; note: string }>`
      select customer_key as key, note from lost_caller where center_id = ${centerId} and customer_key like '7922%' order by lost_at
    `.execute(tx),
  )
  expect(left).toEqual([
    { key: '79220000002', note: 'Ждёт счёт' },
    { key: '79220000002', note: 'Тот же звонок' },
  ])
  // What holds her back holds her under the right number too.
  const found = await send<Found>('POST', '/personal-data/find', { of: 'customer', text: body.into })
  expect(found.held).toBe('Спор о счёте')
  expect(await numbers()).toMatchObject({ '79220000002': 1 })
  const again = await pult.app.contacts.intake.add({ centerId }, target, { contacts: told, states: [] })
  expect(again).toMatchObject({ accepted: 0, conflicts: [], duplicates: 1 })
  expect(await numbers()).not.toHaveProperty('79220000001')
})

it('keeps requests with their clock, who was told of a notice, and what customers agreed to', async () => {
  const { requestId, dueOn } = await send<{ requestId: number; dueOn: string }>('POST', '/personal-data/requests', {
    kind: 'access',
    subjectOf: 'other',
    subject: 'Сестра клиента',
    agentId: null,
    askedBy: 'Она сама',
    way: '',
    askedOn: '2025-09-01',
  })
  expect(dueOn).toBe('2025-09-15')
  const change = { state: 'open', answer: '', isExtended: true, version: 1 }
  await send('PATCH', `/personal-data/requests/${requestId}`, change)
  const stale = await pult.system.send('PATCH', `/centers/${centerId}/personal-data/requests/${requestId}`, change)
  expect(stale.statusCode).toBe(409)
  await send('PATCH', `/personal-data/requests/${requestId}`, {
    ...change,
    state: 'done',
    answer: 'Отвечено',
    version: 2,
  })
  const { requests } = await get<{ requests: PersonalRequest[] }>('/personal-data/requests')
  expect(requests[0]).toMatchObject({ dueOn: '2025-09-22', isExtended: true, state: 'done', answer: 'Отвечено' })
  const { noticeId } = await send<{ noticeId: number }>('POST', '/personal-data/notices', {
    audience: 'agents',
    channel: null,
    name: 'О записи разговоров',
    version: '2',
    wording: 'Разговоры записываются для контроля качества.',
    validFrom: '2026-09-01',
  })
  const { told } = await get<{ told: Told[] }>(`/personal-data/notices/${noticeId}/told`)
  expect(told.every(({ toldOn }) => toldOn === null)).toBe(true)
  const agentIds = told.slice(0, 1).map(({ agentId }) => agentId)
  await send('POST', `/personal-data/notices/${noticeId}/told`, { agentIds, toldOn: '2026-09-02', how: 'лист 12' })
  const { notices } = await get<{ notices: Notice[] }>('/personal-data/notices')
  expect(notices[0]).toMatchObject({ told: 1, agents: told.length })
  const { consentId } = await send<{ consentId: number }>('POST', '/personal-data/consents', {
    customer: '8 911 123-45-67',
    kind: 'advertising',
    givenOn: '2026-09-01',
    how: 'на сайте',
    wording: 'форма 3',
  })
  const early = await pult.system.send('POST', `/centers/${centerId}/personal-data/consents/${consentId}/withdraw`, {
    withdrawnOn: '2026-08-01',
  })
  expect(early.json()).toMatchObject({ code: 'withdrawnBefore' })
  await send('POST', `/personal-data/consents/${consentId}/withdraw`, { withdrawnOn: '2026-10-01' })
  expect(await get('/personal-data/consents')).toMatchObject({
    consents: [{ customerKey: '79111234567', withdrawnOn: '2026-10-01' }],
  })
})
