import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { LaborRuleView, Rotation, ShiftTemplate } from '@pult/contract/schedule-settings'

import { done, openTestApp, type TestApp, type Visitor } from '../testing/test-app.ts'

let pult: TestApp
let centerId: number
let planner: Visitor
let hr: Visitor
let agentId: number
let skillId: number

const path = (rest: string): string => `/centers/${centerId}${rest}`

beforeAll(async () => {
  pult = await openTestApp()
  centerId = await pult.createCenter('Правила')
  planner = await pult.comeIn(centerId, 'planner')
  hr = await pult.comeIn(centerId, 'hr')
  agentId = done<{ agentId: number }>(
    await pult.system.send('POST', path('/agents'), { name: 'Анна', teamId: null }),
  ).agentId
  skillId = done<{ skillId: number }>(await pult.system.send('POST', path('/skills'), { name: 'Ночь' })).skillId
})
afterAll(() => pult.close())

const rules = async (): Promise<LaborRuleView[]> =>
  done<{ rules: LaborRuleView[] }>(await planner.get(path('/labor-rules'))).rules

describe('labour rules', () => {
  it('are listed with article, value, and whether they were verified', async () => {
    const all = await rules()
    expect(new Set(all.map(({ jurisdiction }) => jurisdiction))).toEqual(
      new Set(['RU', 'UA', 'KZ', 'EU', 'DE', 'US', 'US-CA', 'any']),
    )
    expect(new Set(all.map(({ ruleId }) => ruleId)).size).toBe(all.length)
    const weekly = all.find(({ ruleId }) => ruleId === 'RU-110')
    expect(weekly).toMatchObject({ severity: 'block', parameters: { hours: 42 }, isVerified: true, overrides: [] })
    expect(weekly?.article).toContain('110')
  })

  it('take other parameters and severities with a reason, and give them back', async () => {
    const override = {
      ruleId: 'RU-99-y',
      agreementId: null,
      from: '2026-01-01',
      to: null,
      severity: 'warn',
      applies: true,
      parameters: { hoursPerYear: 240 },
      reason: 'Отраслевое соглашение',
    }
    expect((await planner.send('POST', path('/labor-overrides'), override)).statusCode).toBe(403)
    const { overrideId } = done<{ overrideId: number }>(await hr.send('POST', path('/labor-overrides'), override))
    const found = (await rules()).find(({ ruleId }) => ruleId === 'RU-99-y')
    expect(found?.overrides).toMatchObject([{ overrideId, severity: 'warn', parameters: { hoursPerYear: 240 } }])
    done(await hr.send('DELETE', path(`/labor-overrides/${overrideId}`)))
    expect((await rules()).find(({ ruleId }) => ruleId === 'RU-99-y')?.overrides).toEqual([])
  })

  it('refuse what the rule does not know, in a sentence', async () => {
    const wrong = async (more: object): Promise<unknown> =>
      (
        await hr.send('POST', path('/labor-overrides'), {
          ruleId: 'RU-110',
          agreementId: null,
          from: '2026-01-01',
          to: null,
          severity: null,
          applies: true,
          parameters: {},
          reason: 'проба',
          ...more,
        })
      ).json()
    expect(await wrong({ ruleId: 'RU-999' })).toMatchObject({ status: 400, code: 'unknownRule' })
    expect(await wrong({ parameters: { minutes: 3 } })).toMatchObject({
      status: 400,
      detail: expect.stringContaining('minutes') as string,
    })
    expect(await wrong({ parameters: { hours: 'many' } })).toMatchObject({ status: 400, code: 'overrideFault' })
    expect(await wrong({ to: '2025-01-01' })).toMatchObject({ status: 400, code: 'overrideFault' })
    expect(await wrong({ reason: '' })).toMatchObject({ status: 400 })
    expect(await wrong({ agreementId: 999_999 })).toMatchObject({ status: 404 })
  })
})

const fixed = {
  name: 'День 9–18',
  startFromMinute: 540,
  startToMinute: 540,
  startStepMinutes: 60,
  lengthFromMinutes: 540,
  lengthToMinutes: 540,
  lengthStepMinutes: 60,
  breaks: [{ kind: 'meal', minutes: 60, isPaid: false, earliestMinute: 180, latestMinute: 300 }],
  weekdays: [1, 2, 3, 4, 5],
  skillIds: [],
  teamIds: [],
  isArchived: false,
}

describe('a shift template', () => {
  it('says how many may work it; one that nobody may work says nobody', async () => {
    done(await planner.send('POST', path('/shift-templates'), fixed))
    done(await planner.send('POST', path('/shift-templates'), { ...fixed, name: 'Ночь', skillIds: [skillId] }))
    const { templates } = done<{ templates: ShiftTemplate[] }>(await planner.get(path('/shift-templates')))
    expect(templates.map(({ name, agents }) => [name, agents])).toEqual([
      ['День 9–18', 1],
      ['Ночь', 0],
    ])
    const [day] = templates
    if (day === undefined) throw new Error('no template')
    const { shiftTemplateId, agents: _agents, ...change } = day
    const address = path(`/shift-templates/${shiftTemplateId}`)
    done(await planner.send('PATCH', address, { ...change, isArchived: true }))
    expect((await planner.send('PATCH', address, change)).statusCode).toBe(409)
  })

  it('from which no shift could be made is refused with the place', async () => {
    const meal = fixed.breaks[0]
    const cases = [
      [{ startToMinute: 480 }, 'startToMinute'],
      [{ lengthToMinutes: 480 }, 'lengthToMinutes'],
      [{ breaks: [{ ...meal, latestMinute: 120 }] }, 'breaks.0.latestMinute'],
      [{ breaks: [{ ...meal, earliestMinute: 525, latestMinute: 540 }] }, 'breaks.0.earliestMinute'],
      [
        { breaks: [meal, { ...meal, kind: 'rest', minutes: 15, earliestMinute: 0, latestMinute: 60 }] },
        'breaks.1.latestMinute',
      ],
    ] as const
    for (const [more, at] of cases) {
      const refused = await planner.send('POST', path('/shift-templates'), { ...fixed, ...more })
      expect(refused.json()).toMatchObject({ status: 400, code: 'templateImpossible', at: `body.${at}` })
    }
    for (const more of [{ startFromMinute: 547 }, { weekdays: [] }, { weekdays: [9] }, { lengthToMinutes: 1500 }])
      expect((await planner.send('POST', path('/shift-templates'), { ...fixed, ...more })).statusCode).toBe(400)
    expect((await planner.send('POST', path('/shift-templates'), { ...fixed, skillIds: [999_999] })).statusCode).toBe(
      404,
    )
  })
})

describe('a rotation', () => {
  it('keeps its weeks and who walks through them', async () => {
    const { shiftTemplateId } = done<{ shiftTemplateId: number }>(
      await planner.send('POST', path('/shift-templates'), { ...fixed, name: '2/2' }),
    )
    const on = shiftTemplateId
    const walker = { agentId, from: '2026-06-01', to: null, offsetWeeks: 1, isFixed: true }
    const rotation = {
      name: 'Два через два',
      weeks: [
        [on, on, null, null, on, on, null],
        [null, on, on, null, null, on, on],
      ],
      agents: [walker],
    }
    const { rotationId } = done<{ rotationId: number }>(await planner.send('POST', path('/rotations'), rotation))
    const list = async (): Promise<Rotation[]> =>
      done<{ rotations: Rotation[] }>(await planner.get(path('/rotations'))).rotations
    expect(await list()).toEqual([{ rotationId, ...rotation, version: 1 }])
    const twice = { ...rotation, agents: [walker, { ...walker, from: '2026-07-01' }], version: 1 }
    const address = path(`/rotations/${rotationId}`)
    expect((await planner.send('PATCH', address, twice)).json()).toMatchObject({ status: 400, code: 'agentTwice' })
    done(await planner.send('PATCH', address, { ...rotation, agents: [], version: 1 }))
    expect((await list())[0]?.agents).toEqual([])
    expect((await planner.send('POST', path('/rotations'), { ...rotation, weeks: [[1, 2]] })).statusCode).toBe(400)
    expect(
      (await planner.send('POST', path('/rotations'), { ...rotation, agents: [], weeks: [Array(7).fill(999_999)] }))
        .statusCode,
    ).toBe(404)
    done(await planner.send('DELETE', address))
    expect(await list()).toEqual([])
  })
})

describe('a meeting', () => {
  it('that does not fit between its times, or meets nobody, is refused', async () => {
    const meeting = {
      name: 'Планёрка',
      kind: 'training',
      minutes: 60,
      agentIds: [agentId],
      isTogether: false,
      firstDay: '2026-06-01',
      lastDay: '2026-06-05',
      fromMinute: 600,
      toMinute: 720,
    }
    done(await planner.send('POST', path('/activities'), meeting))
    for (const more of [
      { lastDay: '2026-06-01', toMinute: 645 },
      { lastDay: '2026-05-01' },
      { isTogether: true },
      { agentIds: [] },
    ])
      expect((await planner.send('POST', path('/activities'), { ...meeting, ...more })).statusCode).toBe(400)
    expect((await planner.send('POST', path('/activities'), { ...meeting, agentIds: [999_999] })).statusCode).toBe(404)
  })
})
