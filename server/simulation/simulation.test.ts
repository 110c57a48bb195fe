import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { AuditLine } from '@pult/contract/access'
import type { WhatIf, WhatIfHead } from '@pult/contract/simulation'

import { fillCenter } from '../testing/fill-center.ts'
import { done, openTestApp, type TestApp } from '../testing/test-app.ts'

// A morning of forty calls and three agents, tried with more calls and with fewer agents, through HTTP, a job and its threads.

let pult: TestApp
let centerId: number
let whatIfId: number

beforeAll(async () => {
  pult = await openTestApp({ started: true })
  centerId = await pult.createCenter('Что если')
  await fillCenter(pult, centerId)
})
afterAll(() => pult.close())

const path = (rest = ''): string => `/centers/${centerId}/what-ifs${rest}`
const draft = { name: 'Понедельник', day: '2026-10-05', replications: 100 }

async function whenRun(id: number): Promise<WhatIf> {
  for (;;) {
    const found = done<WhatIf>(await pult.system.get(path(`/${id}`)))
    if (found.status !== 'waiting' && found.status !== 'running') return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

describe('a day of the centre', () => {
  it('is modelled from what came and who was there, run, and laid beside what was seen', async () => {
    whatIfId = done<{ whatIfId: number }>(await pult.system.send('POST', path(), draft)).whatIfId
    const { status, problem, base, results } = await whenRun(whatIfId)
    expect([status, problem]).toEqual(['done', null])
    expect(base?.seen?.total.offered).toBe(40)
    expect(base?.presence).toBe('sessions')
    expect(base?.queues.reduce((sum, { offered }) => sum + offered, 0)).toBeCloseTo(40, 6)
    expect(results).toHaveLength(1)
    const [own] = results ?? []
    expect(own?.difference).toBeNull()
    expect(Math.abs((own?.total.offered.mean ?? 0) - 40)).toBeLessThan(3)
    // A third of the load for three agents: nearly everybody is answered at once.
    expect(own?.total.serviceLevel.mean).toBeGreaterThan(0.85)
  }, 60_000)

  it('is tried with scenarios on the same days, each with its difference from the base and how sure it is', async () => {
    const { version, base } = done<WhatIf>(await pult.system.get(path(`/${whatIfId}`)))
    const [group] = base?.groups ?? []
    const scenarios = [
      { name: 'Втрое больше', changes: [{ kind: 'load', queueId: null, factor: 3, span: null }] },
      { name: 'Один не пришёл', changes: [{ kind: 'agents', groupId: group?.groupId ?? '', more: -1, span: null }] },
      { name: 'Как было', changes: [] },
    ]
    done(await pult.system.send('PUT', path(`/${whatIfId}`), { name: draft.name, scenarios, version }))
    const { results } = await whenRun(whatIfId)
    expect(results).toHaveLength(4)
    const [, busier, fewer, same] = results ?? []
    expect(busier?.difference?.total.serviceLevel.mean).toBeLessThan(-0.05)
    expect(Math.abs((busier?.difference?.total.offered.mean ?? 0) - 80)).toBeLessThan(8)
    expect(fewer?.difference?.total.occupancy.mean).toBeGreaterThan(0)
    expect(fewer?.agentHours).toBeLessThan(results?.[0]?.agentHours ?? 0)
    // The same days: what changes nothing differs by nothing.
    expect(same?.difference?.total.serviceLevel).toMatchObject({ mean: 0 })
    const file = await pult.system.send('POST', path(`/${whatIfId}/export?format=csv&language=ru`))
    expect(file.statusCode).toBe(200)
    expect(file.body).toContain('Втрое больше')
  }, 60_000)

  it('comes out the same from the same seed', async () => {
    const again = done<{ whatIfId: number }>(await pult.system.send('POST', path(), draft)).whatIfId
    const [first, second] = [done<WhatIf>(await pult.system.get(path(`/${whatIfId}`))), await whenRun(again)]
    expect(second.results?.[0]?.total).toEqual(first.results?.[0]?.total)
    done(await pult.system.send('DELETE', path(`/${again}`)))
    const { whatIfs } = done<{ whatIfs: WhatIfHead[] }>(await pult.system.get(path()))
    expect(whatIfs.map((one) => one.whatIfId)).toEqual([whatIfId])
  }, 60_000)

  it('is refused where it cannot be known, with a sentence, and kept from those it is not for', async () => {
    const wrong = async (body: object): Promise<[number, string]> => {
      const reply = await pult.system.send('POST', path(), body)
      return [reply.statusCode, reply.json<{ detail?: string }>().detail ?? '']
    }
    expect(await wrong({ ...draft, day: '2099-01-01' })).toEqual([400, expect.stringContaining('body.day')])
    expect(await wrong({ ...draft, replications: 1 })).toEqual([400, expect.stringContaining('replications')])
    const empty = done<{ whatIfId: number }>(
      await pult.system.send('POST', path(), { ...draft, day: '2026-10-04' }),
    ).whatIfId
    const nothing = await whenRun(empty)
    expect([nothing.status, nothing.problem === null]).toEqual(['failed', false])
    const agent = await pult.comeIn(centerId, 'agent')
    expect((await agent.get(path())).statusCode).toBe(403)
    const supervisor = await pult.comeIn(centerId, 'supervisor')
    expect((await supervisor.get(path(`/${whatIfId}`))).statusCode).toBe(200)
    expect((await supervisor.send('DELETE', path(`/${whatIfId}`))).statusCode).toBe(403)
    const { lines } = done<{ lines: AuditLine[] }>(await pult.system.get(`/centers/${centerId}/audit`))
    expect(lines.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['simulation.whatIf.create', 'simulation.whatIf.change', 'simulation.whatIf.export']),
    )
  }, 60_000)
})
