import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { AuditLine } from '@pult/contract/access'
import type { Agreement, AgreementTemplate, AppliedTemplate, PersonalFacts } from '@pult/contract/people-agreements'

import { done, openTestApp, type TestApp, type Visitor } from '../testing/test-app.ts'

let pult: TestApp
let centerId: number
let agents: number[]
let hr: Visitor
let planner: Visitor

const path = (rest: string): string => `/centers/${centerId}${rest}`

beforeAll(async () => {
  pult = await openTestApp()
  centerId = await pult.createCenter('Договоры')
  agents = []
  for (const name of ['Анна', 'Борис', 'Вера'])
    agents.push(
      done<{ agentId: number }>(await pult.system.send('POST', path('/agents'), { name, teamId: null })).agentId,
    )
  hr = await pult.comeIn(centerId, 'hr')
  planner = await pult.comeIn(centerId, 'planner')
})
afterAll(() => pult.close())

const fullTime = {
  jurisdiction: 'RU',
  weekHours: 40,
  rate: 1,
  weekPattern: 'shifts',
  accountingMonths: 3,
  isNightWorkEqualised: false,
  isContinuousOperation: true,
  isSideJob: false,
  minShiftHours: 4,
  maxShiftHours: 12,
  minWeekHours: null,
  maxWeekHours: 48,
  costPerHour: 400,
}
const draft = (agentId: number | undefined, from: string, more: object = {}): object => ({
  agentId,
  from,
  to: null,
  ...fullTime,
  ...more,
})
const agreements = async (who: Visitor = hr): Promise<Agreement[]> =>
  done<{ agreements: Agreement[] }>(await who.get(path('/agreements'))).agreements

describe('an agreement', () => {
  it('ends the one before it, shows its pay to those who keep files alone, and leaves a line without it', async () => {
    const [anna] = agents
    done(await hr.send('POST', path('/agreements'), draft(anna, '2026-01-01')))
    done(await hr.send('POST', path('/agreements'), draft(anna, '2026-07-01', { rate: 0.5 })))
    const of = (await agreements()).filter(({ agentId }) => agentId === anna)
    expect(of.map(({ from, to, rate, costPerHour }) => [from, to, rate, costPerHour])).toEqual([
      ['2026-01-01', '2026-06-30', 1, 400],
      ['2026-07-01', null, 0.5, 400],
    ])
    expect((await agreements(planner)).map(({ costPerHour }) => costPerHour)).toEqual([null, null])
    const { lines } = done<{ lines: AuditLine[] }>(await pult.system.get(path('/audit')))
    const line = lines.find(({ act }) => act === 'people.agreement.create')
    expect(line).toBeDefined()
    expect(JSON.stringify(line)).not.toContain('costPerHour')
  })

  it('that overlaps another is refused with its days', async () => {
    const [, boris] = agents
    done(await hr.send('POST', path('/agreements'), draft(boris, '2026-03-01', { to: '2026-08-31' })))
    const refused = await hr.send('POST', path('/agreements'), draft(boris, '2026-08-01'))
    expect(refused.statusCode).toBe(409)
    expect(refused.json()).toMatchObject({
      code: 'agreementOverlaps',
      values: { from: '2026-03-01', to: '2026-08-31' },
    })
  })

  it('that is made twice at the same moment is made once', async () => {
    const [, boris] = agents
    const twice = draft(boris, '2025-01-01', { to: '2025-12-31' })
    const staff = await Promise.all(Array.from({ length: 6 }, () => pult.comeIn(centerId, 'hr')))
    const answers = await Promise.all(staff.map((one) => one.send('POST', path('/agreements'), twice)))
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409, 409, 409, 409, 409])
  })

  it('that contradicts itself is refused with both terms', async () => {
    const [, , vera] = agents
    const cases = [
      [{ minShiftHours: 10, maxShiftHours: 8 }, 'maxShiftHours'],
      [{ minWeekHours: 50, maxWeekHours: 48 }, 'maxWeekHours'],
      [{ maxWeekHours: 30 }, 'maxWeekHours'],
      [{ rate: 0.1, minShiftHours: 8, maxWeekHours: 6 }, 'minShiftHours'],
    ] as const
    for (const [wrong, field] of cases) {
      const refused = await hr.send('POST', path('/agreements'), draft(vera, '2026-01-01', wrong))
      expect(refused.json()).toMatchObject({ status: 400, code: 'agreementContradicts', at: `body.${field}` })
    }
    const backwards = await hr.send('POST', path('/agreements'), draft(vera, '2026-01-01', { to: '2025-01-01' }))
    expect(backwards.json()).toMatchObject({ status: 400, code: 'periodBackwards' })
    expect((await hr.send('POST', path('/agreements'), draft(vera, '2026-02-30'))).statusCode).toBe(400)
    expect((await agreements()).some(({ agentId }) => agentId === vera)).toBe(false)
  })

  it('from a page that is out of date is refused', async () => {
    const [one] = await agreements()
    if (one === undefined) throw new Error('no agreement')
    const { agreementId, agentId: _who, templateId: _from, ...rest } = one
    const address = path(`/agreements/${agreementId}`)
    done(await hr.send('PATCH', address, { ...rest, rate: 0.75 }))
    expect((await hr.send('PATCH', address, { ...rest, rate: 0.6 })).statusCode).toBe(409)
    expect((await agreements())[0]?.rate).toBe(0.75)
    expect((await planner.send('PATCH', address, { ...rest, rate: 0.6 })).statusCode).toBe(403)
  })
})

describe('a template', () => {
  it('is applied to many at once, and names whom it leaves out', async () => {
    const center = await pult.createCenter('Шаблоны')
    const at = (rest: string): string => `/centers/${center}${rest}`
    const ids: number[] = []
    for (let index = 0; index < 5; index++) {
      const made = await pult.system.send('POST', at('/agents'), { name: `Агент ${index}`, teamId: null })
      ids.push(done<{ agentId: number }>(made).agentId)
    }
    const { templateId } = done<{ templateId: number }>(
      await pult.system.send('POST', at('/agreement-templates'), { name: 'Полная ставка, 2/2', ...fullTime }),
    )
    done(await pult.system.send('POST', at('/agreements'), draft(ids[0], '2026-12-01')))
    done(await pult.system.send('POST', at('/agreements'), draft(ids[1], '2025-01-01')))
    const apply = at(`/agreement-templates/${templateId}/apply`)
    const applied = done<AppliedTemplate>(await pult.system.send('POST', apply, { agentIds: ids, from: '2026-06-01' }))
    expect(applied).toEqual({
      made: 4,
      ended: 1,
      leftOut: [{ agentId: ids[0], name: 'Агент 0', laterFrom: '2026-12-01' }],
    })
    const again = await pult.system.send('POST', apply, { agentIds: ids, from: '2026-06-01' })
    expect(done<AppliedTemplate>(again).made).toBe(0)
    const { templates } = done<{ templates: AgreementTemplate[] }>(await pult.system.get(at('/agreement-templates')))
    expect(templates.map(({ name, agents: held }) => [name, held])).toEqual([['Полная ставка, 2/2', 4]])
    const unknown = await pult.system.send('POST', apply, { agentIds: [999_999], from: '2026-06-01' })
    expect(unknown.statusCode).toBe(404)
  })
})

describe('personal facts', () => {
  it('are seen by those who keep files alone, and every reading leaves a line', async () => {
    const [anna] = agents
    const facts = {
      bornOn: '2009-04-01',
      groups: [{ group: 'studying', from: '2025-09-01', to: '2027-06-30' }],
      consents: [{ kind: 'holiday', from: '2026-01-01', to: null }],
      version: 0,
    }
    const address = path(`/agents/${anna}/personal-facts`)
    done(await hr.send('PUT', address, facts))
    expect((await hr.send('PUT', address, facts)).statusCode).toBe(409)
    expect((await planner.get(path('/personal-facts'))).statusCode).toBe(403)
    const { people } = done<{ people: PersonalFacts[] }>(await hr.get(path('/personal-facts')))
    expect(people).toEqual([{ agentId: anna, ...facts, version: 1 }])
    const wrong = await hr.send('PUT', address, {
      ...facts,
      version: 1,
      consents: [{ kind: 'night', from: '2026-01-01', to: '2025-01-01' }],
    })
    expect(wrong.json()).toMatchObject({ status: 400, at: 'body.consents.0.to' })
    const { lines } = done<{ lines: AuditLine[] }>(await pult.system.get(path('/audit')))
    expect(lines.map(({ act }) => act)).toContain('people.personalFacts.read')
    expect(JSON.stringify(lines)).not.toContain('2009-04-01')
  })
})
