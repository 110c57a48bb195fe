import { writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { createPultClient, type PultClient } from '../client/index.ts'
import { openApiDocument } from '../tools/openapi/document.ts'
import { EXAMPLES, type Example } from '../tools/openapi/examples.ts'
import { signatureOf } from './connectors/signature.ts'
import { keptSecret } from './access/secrets.ts'
import { queueLog, vacanciesJson } from './testing/attack/good-files.ts'
import { openTestApp, type TestApp } from './testing/test-app.ts'

// The doors that scripts use, called as a script would: by the generated client, over HTTP. What was sent and what came back are the examples of the
// API's document; PULT_WRITE_EXAMPLES=1 writes them anew (then: npm run docs).

const { paths } = openApiDocument()
const ids = new Map(
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, { operationId }]) => [`${method.toUpperCase()} ${path}`, operationId] as const,
    ),
  ),
)
const examples: Record<string, Example> = {}

let pult: TestApp
let client: PultClient
let centerId: number

beforeAll(async () => {
  pult = await openTestApp({ started: true })
  centerId = await pult.createCenter('Контактный центр')
  const { port } = pult.app.http.app.server.address() as AddressInfo
  client = createPultClient({ url: `http://127.0.0.1:${port}`, token: keptSecret(pult.dataFolder, 'cli-token') })
  client.use({
    async onResponse({ request, response, schemaPath, params }) {
      const name = ids.get(`${request.method} ${schemaPath}`)
      if (name === undefined || !response.ok) return
      const reply: unknown = await response.clone().json()
      examples[name] = {
        ...(params.path === undefined ? {} : { params: params.path }),
        ...(params.query === undefined ? {} : { query: params.query }),
        ...sent.take(),
        reply: shortened(reply),
      }
    },
  })
})
afterAll(() => pult.close())

/** The body of the request under way: a request that was sent has none to read any more. */
const sent = {
  body: undefined as unknown,
  take(): { readonly body?: unknown } {
    const { body } = sent
    sent.body = undefined
    return body === undefined ? {} : { body }
  },
}

const asBody = <Body>(body: Body): Body => {
  sent.body = body
  return body
}

/** Lists show their first two, secrets what they look like. */
function shortened(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.slice(0, 2).map((one) => shortened(one))
  if (typeof value === 'string' && /^(token|secret)$/.test(name)) return value.replace(/[\w-]{20,}$/, 'x'.repeat(43))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, shortened(inside, key)]))
}

/** What a call gave; throws with the problem it was refused with. */
async function given<Data>(call: Promise<{ data?: Data; error?: unknown }>): Promise<Data> {
  const { data, error } = await call
  if (data === undefined) throw new Error(JSON.stringify(error))
  return data
}

const octets = {
  bodySerializer: (bytes: unknown) => bytes as string,
  headers: { 'content-type': 'application/octet-stream' },
}

it('takes contacts and states, and tells what is known then', async () => {
  const path = { centerId }
  const body = asBody({
    source: 'Чат',
    contacts: [
      {
        sourceKey: 'chat-4711',
        channel: 'chat' as const,
        queue: 'Заказы',
        agent: 'Анна',
        customer: '+79000000001',
        offeredAt: '2026-11-02T09:00:00+03:00',
        outcome: 'answered' as const,
        waitMs: 8000,
        talkMs: 240_000,
        acwMs: 20_000,
      },
      {
        sourceKey: 'chat-4712',
        channel: 'chat' as const,
        queue: 'Заказы',
        offeredAt: '2026-11-02T09:01:00+03:00',
        outcome: 'abandoned' as const,
        waitMs: 31_000,
      },
    ],
    states: [
      {
        sourceKey: 'anna-1',
        agent: 'Анна',
        state: 'session' as const,
        startedAt: '2026-11-02T08:55:00+03:00',
        endedAt: '2026-11-02T18:00:00+03:00',
      },
      {
        sourceKey: 'anna-2',
        agent: 'Анна',
        state: 'pause' as const,
        reason: 'Обед',
        startedAt: '2026-11-02T13:00:00+03:00',
        endedAt: '2026-11-02T13:45:00+03:00',
      },
    ],
  })
  const stored = await given(client.POST('/centers/{centerId}/contacts/batch', { params: { path }, body }))
  expect([stored.accepted, stored.rejected]).toEqual([4, []])
  await pult.app.measures.settle(centerId)
  const question = asBody({
    from: '2026-11-02',
    to: '2026-11-03',
    measures: ['offered', 'serviceLevelNeutral'],
    splitBy: ['queue' as const],
  })
  const asked = await given(client.POST('/centers/{centerId}/measures/query', { params: { path }, body: question }))
  expect(asked.rows).toHaveLength(1)
  expect((await given(client.GET('/centers/{centerId}/queues', { params: { path } }))).queues).toHaveLength(1)
  expect((await given(client.GET('/centers/{centerId}/agents', { params: { path } }))).agents).toHaveLength(1)
  await given(client.GET('/centers/{centerId}/today', { params: { path } }))
})

it('takes files: looked at, imported, reported', async () => {
  const path = { centerId }
  const { uploadId } = await given(
    client.POST('/centers/{centerId}/uploads', { params: { path }, body: queueLog().join('\n'), ...octets }),
  )
  await given(client.POST('/centers/{centerId}/imports/preview', { params: { path }, body: asBody({ uploadId }) }))
  const start = asBody({ uploadId, fileName: 'queue_log', kind: 'queueLog' as const, sourceName: 'АТС' })
  const { importId } = await given(client.POST('/centers/{centerId}/imports', { params: { path }, body: start }))
  const read = async (): Promise<string> =>
    (await given(client.GET('/centers/{centerId}/imports/{importId}', { params: { path: { centerId, importId } } })))
      .status
  await expect.poll(read).toBe('done')
  const forecast = asBody({ name: 'Ноябрь', firstDay: '2026-11-30', lastDay: '2026-12-06' })
  await given(client.POST('/centers/{centerId}/forecasts', { params: { path }, body: forecast }))
  await given(client.GET('/centers/{centerId}/forecasts', { params: { path } }))
})

it('takes what the market asks for, and tells it', async () => {
  const path = { centerId }
  const wanted = asBody({ name: 'Руководитель КЦ', titles: ['руководитель контактного центра'] })
  const { specialisationId } = await given(
    client.POST('/centers/{centerId}/market/specialisations', { params: { path }, body: wanted }),
  )
  const inside = { path: { centerId, specialisationId } }
  const files = '/centers/{centerId}/market/specialisations/{specialisationId}/files'
  await given(
    client.POST(files, { params: { ...inside, query: { name: 'hh.json' } }, body: vacanciesJson(), ...octets }),
  )
  const skills = '/centers/{centerId}/market/specialisations/{specialisationId}/skills'
  expect((await given(client.GET(skills, { params: inside }))).skills.length).toBeGreaterThan(0)
})

it('takes signed batches, and makes tokens and webhooks', async () => {
  const path = { centerId }
  const draft = { kind: 'webhook' as const, name: 'CRM', source: 'CRM', isOn: true, silentMinutes: 60, settings: {} }
  const made = await given(client.POST('/centers/{centerId}/connectors', { params: { path }, body: asBody({ draft }) }))
  const batch = {
    contacts: [
      {
        sourceKey: 'crm-1',
        channel: 'email' as const,
        queue: 'Письма',
        offeredAt: '2026-11-02T10:00:00Z',
        outcome: 'answered' as const,
        waitMs: 600_000,
      },
    ],
  }
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = signatureOf(made.secret ?? '', timestamp, JSON.stringify(batch))
  const taken = await given(
    client.POST('/centers/{centerId}/connectors/{connectorId}/webhook', {
      params: { path: { centerId, connectorId: made.connectorId }, header: { 'Pult-Timestamp': timestamp } },
      headers: { 'Pult-Signature': signature },
      body: asBody(batch),
    }),
  )
  expect(taken.accepted).toBe(1)
  const hook = asBody({ name: 'Дежурные', url: 'https://hooks.example.com/pult' })
  await given(client.POST('/centers/{centerId}/messages/webhooks', { params: { path }, body: hook }))
  const token = asBody({ name: 'Выгрузка в BI', role: 'analyst' as const, only: ['readMeasures' as const], days: 90 })
  await given(client.POST('/centers/{centerId}/tokens', { params: { path }, body: token }))
})

it('gives every example of the document', async () => {
  if (process.env['PULT_WRITE_EXAMPLES'] === '1') await writeFile(EXAMPLES, `${JSON.stringify(examples, null, 1)}\n`)
  const told = Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .filter((operation) => JSON.stringify(operation.responses['200']).includes('"example"'))
  expect(Object.keys(examples).toSorted()).toEqual(told.map(({ operationId }) => operationId).toSorted())
})
