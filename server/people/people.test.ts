import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { AuditLine } from '@pult/contract/access'
import type { Agent, Team } from '@pult/contract/people'

import { done, openTestApp, type TestApp } from '../testing/test-app.ts'

let pult: TestApp
let centerId: number
let own: number
let others: number
let anna: number
let boris: number

const path = (rest: string, of = centerId): string => `/centers/${of}${rest}`

beforeAll(async () => {
  pult = await openTestApp()
  centerId = await pult.createCenter('Люди')
  const team = async (name: string): Promise<number> =>
    done<{ teamId: number }>(await pult.system.send('POST', path('/teams'), { name })).teamId
  const agent = async (name: string, teamId: number): Promise<number> =>
    done<{ agentId: number }>(await pult.system.send('POST', path('/agents'), { name, teamId })).agentId
  own = await team('Первая')
  others = await team('Вторая')
  anna = await agent('Анна', own)
  boris = await agent('Борис', others)
})
afterAll(() => pult.close())

const agents = async (): Promise<Agent[]> => done<{ agents: Agent[] }>(await pult.system.get(path('/agents'))).agents
const changeOf = (agent: Agent): object => {
  const { name, teamId, status, hiredOn, leftOn, skillIds, version } = agent
  return { name, teamId, status, hiredOn, leftOn, skillIds, version }
}

describe('who sees whom', () => {
  it('a supervisor her teams, an agent herself, a planner everybody and changes nobody', async () => {
    const supervisor = await pult.comeIn(centerId, 'supervisor')
    const { teams } = done<{ teams: (Team & { version: number })[] }>(await pult.system.get(path('/teams')))
    const first = teams.find(({ teamId }) => teamId === own)
    done(
      await pult.system.send('PATCH', path(`/teams/${own}`), {
        name: 'Первая',
        supervisorIds: [supervisor.userId],
        version: first?.version,
      }),
    )
    const agent = await pult.comeIn(centerId, 'agent', boris)
    const planner = await pult.comeIn(centerId, 'planner')
    const seenBy = async (who: typeof agent): Promise<string[]> =>
      done<{ agents: Agent[] }>(await who.get(path('/agents'))).agents.map(({ name }) => name)
    expect(await seenBy(supervisor)).toEqual(['Анна'])
    expect(await seenBy(planner)).toEqual(['Анна', 'Борис'])
    expect(await seenBy(agent)).toEqual(['Борис'])
    for (const who of [supervisor, agent, planner])
      expect((await who.send('POST', path('/agents'), { name: 'Чужая', teamId: null })).statusCode).toBe(403)
  })

  it('nobody those of another centre', async () => {
    const other = await pult.createCenter('Чужие')
    const stranger = await pult.comeIn(other, 'administrator')
    expect((await stranger.get(path('/agents'))).statusCode).toBe(404)
    const [first] = await agents()
    if (first === undefined) throw new Error('no agents')
    const there = path(`/agents/${anna}`, other)
    expect((await stranger.send('PATCH', there, changeOf(first))).statusCode).toBe(404)
    expect((await stranger.send('POST', `${there}/merge`, { into: boris })).statusCode).toBe(404)
  })
})

describe('a change', () => {
  it('is written to the audit log with its subject', async () => {
    const skillId = done<{ skillId: number }>(
      await pult.system.send('POST', path('/skills'), { name: 'Возвраты' }),
    ).skillId
    const found = (await agents()).find(({ agentId }) => agentId === anna)
    if (found === undefined) throw new Error('Анна is gone')
    done(await pult.system.send('PATCH', path(`/agents/${anna}`), { ...changeOf(found), skillIds: [skillId] }))
    expect((await agents()).find(({ agentId }) => agentId === anna)?.skillIds).toEqual([skillId])
    const { lines } = done<{ lines: AuditLine[] }>(await pult.system.get(path('/audit')))
    expect(lines.map(({ act, subject }) => [act, subject])).toEqual(
      expect.arrayContaining([
        ['people.skill.create', `skill ${skillId}`],
        ['people.agent.change', `agent ${anna}`],
        ['people.team.change', `team ${own}`],
      ]),
    )
  })

  it('of a skill renames it; deleted, nobody has it any more', async () => {
    const { skillId } = done<{ skillId: number }>(await pult.system.send('POST', path('/skills'), { name: 'Возраты' }))
    const names = async (): Promise<unknown[]> =>
      done<{ skills: { skillId: number; name: string }[] }>(await pult.system.get(path('/skills')))
        .skills.filter((skill) => skill.skillId === skillId)
        .map(({ name }) => name)
    done(await pult.system.send('PATCH', path(`/skills/${skillId}`), { name: 'Возвраты товара' }))
    expect(await names()).toEqual(['Возвраты товара'])
    const found = (await agents()).find(({ agentId }) => agentId === boris)
    if (found === undefined) throw new Error('Борис is gone')
    done(await pult.system.send('PATCH', path(`/agents/${boris}`), { ...changeOf(found), skillIds: [skillId] }))
    done(await pult.system.send('DELETE', path(`/skills/${skillId}`)))
    expect(await names()).toEqual([])
    expect((await agents()).find(({ agentId }) => agentId === boris)?.skillIds).toEqual([])
    expect((await pult.system.send('DELETE', path(`/skills/${skillId}`))).statusCode).toBe(404)
    expect((await pult.system.send('PATCH', path(`/skills/${skillId}`), { name: 'x' })).statusCode).toBe(404)
  })

  it('of a skill says for which queues it is needed; a rename leaves them', async () => {
    const { skillId } = done<{ skillId: number }>(await pult.system.send('POST', path('/skills'), { name: 'Продажа' }))
    const { queueId } = done<{ queueId: number }>(
      await pult.system.send('POST', path('/queues'), { name: 'Заказы', channel: 'voice' }),
    )
    const queues = async (): Promise<unknown> =>
      done<{ skills: { skillId: number; queueIds: number[] }[] }>(await pult.system.get(path('/skills'))).skills.find(
        (skill) => skill.skillId === skillId,
      )?.queueIds
    done(await pult.system.send('PATCH', path(`/skills/${skillId}`), { name: 'Продажа', queueIds: [queueId] }))
    done(await pult.system.send('PATCH', path(`/skills/${skillId}`), { name: 'Продажи' }))
    expect(await queues()).toEqual([queueId])
    const unknown = await pult.system.send('PATCH', path(`/skills/${skillId}`), {
      name: 'Продажи',
      queueIds: [999_999],
    })
    expect(unknown.statusCode).toBe(404)
    done(await pult.system.send('PATCH', path(`/skills/${skillId}`), { name: 'Продажи', queueIds: [] }))
    expect(await queues()).toEqual([])
  })

  it('from a page that is out of date is refused, and nothing is lost', async () => {
    const found = (await agents()).find(({ agentId }) => agentId === boris)
    if (found === undefined) throw new Error('Борис is gone')
    const change = changeOf(found)
    done(await pult.system.send('PATCH', path(`/agents/${boris}`), { ...change, hiredOn: '2026-01-10' }))
    const stale = await pult.system.send('PATCH', path(`/agents/${boris}`), { ...change, hiredOn: '2020-01-10' })
    expect(stale.statusCode).toBe(409)
    expect((await agents()).find(({ agentId }) => agentId === boris)?.hiredOn).toBe('2026-01-10')
  })

  it('that is wrong says where', async () => {
    const wrong = async (body: object): Promise<unknown> =>
      (await pult.system.send('POST', path('/agents'), body)).json()
    expect(await wrong({ name: '', teamId: null })).toMatchObject({
      status: 400,
      detail: expect.stringContaining('name') as string,
    })
    expect(await wrong({ name: 'Вера', teamId: 'x' })).toMatchObject({
      status: 400,
      detail: expect.stringContaining('teamId') as string,
    })
    const hostile = `'; drop table agent; -- <script>alert(1)</script>`
    const made = done<{ agentId: number }>(
      await pult.system.send('POST', path('/agents'), { name: hostile, teamId: null }),
    )
    expect((await agents()).find(({ agentId }) => agentId === made.agentId)?.name).toBe(hostile)
    expect(
      (await pult.system.send('POST', path(`/agents/${made.agentId}/merge`), { into: made.agentId })).statusCode,
    ).toBe(400)
  })
})
