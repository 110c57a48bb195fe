import { afterAll, beforeAll, expect, it } from 'vitest'

import { openTestApp, type TestApp } from '../testing/test-app.ts'

let pult: TestApp
beforeAll(async () => {
  pult = await openTestApp()
})
afterAll(() => pult.close())

const json = { 'content-type': 'application/json' }

it('takes a request that names a type and has no body for one without a body', async () => {
  const centerId = await pult.createCenter('Пустое тело')
  const reply = await pult.app.http.app.inject({
    method: 'POST',
    url: `/api/v1/centers/${centerId}/requirements/999999/publish`,
    headers: { ...pult.system.headers, ...json },
    payload: '',
  })
  // It gets as far as to what it asks for, which is not there.
  expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([404, 'notFound'])
})

it('still says that half a document is none', async () => {
  const centerId = await pult.createCenter('Половина')
  const reply = await pult.app.http.app.inject({
    method: 'POST',
    url: `/api/v1/centers/${centerId}/teams`,
    headers: { ...pult.system.headers, ...json },
    payload: '{"name": "Пол',
  })
  expect(reply.statusCode).toBe(400)
})
