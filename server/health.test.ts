import type { LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { openTestApp, type TestApp } from './testing/test-app.ts'

const TOKEN = 'a-token-of-this-test'
let pult: TestApp

beforeAll(async () => {
  pult = await openTestApp({ more: { metricsToken: TOKEN } })
})
afterAll(() => pult.close())

const ask = async (url: string, authorization?: string): Promise<LightMyRequestResponse> =>
  pult.app.http.app.inject({
    method: 'GET',
    url,
    ...(authorization === undefined ? {} : { headers: { authorization } }),
  })

it('says that it lives and that it can work, to anyone, and nothing else', async () => {
  expect((await ask('/health/live')).json()).toEqual({ status: 'live' })
  const ready = await ask('/health/ready')
  expect([ready.statusCode, ready.json()]).toEqual([200, { status: 'ready' }])
})

it('gives its figures to whoever shows the token', async () => {
  await pult.createCenter('Центр')
  for (const authorization of [undefined, 'Bearer wrong', 'Bearer', TOKEN])
    expect((await ask('/metrics', authorization)).statusCode).toBe(401)
  const { statusCode, body } = await ask('/metrics', `Bearer ${TOKEN}`)
  expect(statusCode).toBe(200)
  expect(body).toMatch(
    /pult_http_request_duration_seconds_count\{method="POST",route="\/api\/v1\/centers",status="20\d"\} 1/,
  )
  expect(body).toMatch(/pult_rollup_hours_due \d+/)
  expect(body).toMatch(/pult_database_connections\{state="idle"\} \d+/)
  expect(body).toContain('process_resident_memory_bytes')
  expect(body).not.toContain('Центр')
})

it('tells anyone its API, as it is written down', async () => {
  const reply = await ask('/api/v1/openapi.json')
  expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8'])
  const { openapi, paths } = reply.json<{ openapi: string; paths: Record<string, unknown> }>()
  expect(openapi).toBe('3.1.0')
  const untold = pult.app.http.routes.filter(({ path }) => !(path.replaceAll(/:(\w+)/g, '{$1}') in paths))
  expect(untold).toEqual([])
})

it('tells slow questions to the database by their form, and never what was asked for', async () => {
  const slow = await openTestApp({ more: { metricsToken: TOKEN, slowQuery: 30 } })
  try {
    const centerId = await slow.createCenter('Медленный')
    for (const name of ['+79001234567', '+79007654321'])
      await slow.app.database.inCenter({ centerId }, (tx) =>
        sql`select pg_sleep(0.04), ${name}::text, 'secret word' as told`.execute(tx),
      )
    const { body } = await slow.app.http.app.inject({
      method: 'GET',
      url: '/metrics',
      headers: { authorization: `Bearer ${TOKEN}` },
    })
    expect(body).toContain('pult_slow_queries{query="select pg_sleep(?), ?::text, ? as told"} 2')
    const worst = /pult_slow_query_worst_seconds\{query="select pg_sleep[^}]*\} ([\d.]+)/.exec(body)?.[1]
    expect(Number(worst)).toBeGreaterThan(0.039)
    expect(body).not.toMatch(/7900|secret/)
  } finally {
    await slow.close()
  }
})

it('has no figures where no token was set', async () => {
  const plain = await openTestApp()
  try {
    const reply = await plain.app.http.app.inject({ method: 'GET', url: '/metrics' })
    expect(reply.statusCode).toBe(404)
  } finally {
    await plain.close()
  }
})
