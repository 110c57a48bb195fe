import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { AuditLine } from '@pult/contract/access'
import type { Queue } from '@pult/contract/center'
import type { Agent, PauseReason } from '@pult/contract/people'

import { done, openTestApp, type TestApp } from '../testing/test-app.ts'

let pult: TestApp
let centerId: number

const offeredAt = '2026-10-05T09:00:00Z'
const names = ['один', 'два', 'три']
/** Three names of each kind that nobody has seen yet. */
const told = {
  source: 'АТС',
  contacts: names.map((name) => ({
    sourceKey: name,
    channel: 'voice',
    queue: `Очередь ${name}`,
    agent: `Оператор ${name}`,
    offeredAt,
    outcome: 'answered',
    waitMs: 1000,
  })),
  states: names.map((name) => ({
    sourceKey: name,
    agent: `Оператор ${name}`,
    state: 'pause',
    reason: `Пауза ${name}`,
    startedAt: offeredAt,
    endedAt: '2026-10-05T09:05:00Z',
  })),
}

interface Name {
  readonly id: number
  readonly status: string
}

const path = (rest: string): string => `/centers/${centerId}${rest}`
const lists: Readonly<Record<string, () => Promise<Name[]>>> = {
  queues: async () =>
    done<{ queues: Queue[] }>(await pult.system.get(path('/queues'))).queues.map((one) => ({
      ...one,
      id: one.queueId,
    })),
  agents: async () =>
    done<{ agents: Agent[] }>(await pult.system.get(path('/agents'))).agents.map((one) => ({
      ...one,
      id: one.agentId,
    })),
  'pause-reasons': async () =>
    done<{ pauseReasons: PauseReason[] }>(await pult.system.get(path('/pause-reasons'))).pauseReasons.map((one) => ({
      ...one,
      id: one.pauseReasonId,
    })),
}

beforeAll(async () => {
  pult = await openTestApp()
  centerId = await pult.createCenter('Новые имена')
  done(await pult.system.send('POST', path('/contacts/batch'), told))
})
afterAll(() => pult.close())

describe('new names confirmed at once', () => {
  for (const [kind, list] of Object.entries(lists)) {
    it(`are all confirmed, each with a line of its own in the audit log, or none: ${kind}`, async () => {
      const confirm = (ids: readonly unknown[], who: Pick<TestApp['system'], 'send'> = pult.system) =>
        who.send('POST', path(`/${kind}/confirm`), { ids })
      const waiting = async (): Promise<number[]> =>
        (await list()).filter(({ status }) => status === 'toConfirm').map(({ id }) => id)
      const [first = 0, second = 0, third = 0] = await waiting()
      expect((await confirm([first, 999_999])).statusCode).toBe(404)
      expect((await confirm([first, 'x'])).statusCode).toBe(400)
      expect((await confirm([])).statusCode).toBe(400)
      expect((await confirm([first], await pult.comeIn(centerId, 'analyst'))).statusCode).toBe(403)
      const stranger = await pult.comeIn(await pult.createCenter('Чужие'), 'administrator')
      expect((await confirm([first], stranger)).statusCode).toBe(404)
      expect(await waiting()).toEqual(expect.arrayContaining([first, second, third]))

      expect(done(await confirm([first, second]))).toEqual({ confirmed: 2 })
      expect(await waiting()).toEqual([third])
      expect(done(await confirm([first, second, third, third]))).toEqual({ confirmed: 1 })
      expect(await waiting()).toEqual([])
      const { lines } = done<{ lines: AuditLine[] }>(await pult.system.get(path('/audit')))
      const written = lines
        .filter(({ act }) => act.endsWith('.confirm'))
        .map(({ subject }) => subject.split(' ').at(-1))
      expect(written.slice(0, 3).toSorted()).toEqual([first, second, third].map(String).toSorted())
    })
  }
})
