import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { CurveReply, DefinitionsReply, MeasureReply } from '@pult/contract/measures'
import type { RecomputeReport } from '@pult/contract/measures-recompute'
import type { TodayReply } from '@pult/contract/measures-today'

import { lineChannels } from '@pult/engine/contacts'

import { fillCenter } from '../testing/fill-center.ts'
import { done, openTestApp, type TestApp } from '../testing/test-app.ts'
import { markHours } from './due-hours.ts'

let pult: TestApp
let centerId: number

beforeAll(async () => {
  pult = await openTestApp()
  centerId = await pult.createCenter('Ромашка')
  await fillCenter(pult, centerId)
})
afterAll(() => pult.close())

const ask = async (body: object): Promise<MeasureReply> =>
  done(
    await pult.system.send('POST', `/centers/${centerId}/measures/query`, {
      from: '2026-10-05',
      to: '2026-10-06',
      ...body,
    }),
  )

const valueOf = (reply: MeasureReply, index = 0): number | null | undefined => reply.total.figures[index]?.value

describe('an agent', () => {
  it('is never busier than she was there: work while signed out stands apart', async () => {
    const own = await pult.createCenter('Занятость')
    const call = {
      channel: 'voice',
      direction: 'inbound',
      queue: 'Заказы',
      agent: 'Анна',
      outcome: 'answered',
      waitMs: 0,
    }
    done(
      await pult.system.send('POST', `/centers/${own}/contacts/batch`, {
        source: 'АТС',
        contacts: [{ ...call, sourceKey: 'c', offeredAt: '2026-10-05T09:30:00Z', talkMs: 60 * 60_000 }],
        states: [
          {
            sourceKey: 's',
            agent: 'Анна',
            state: 'session',
            startedAt: '2026-10-05T09:00:00Z',
            endedAt: '2026-10-05T10:00:00Z',
          },
          {
            sourceKey: 'p',
            agent: 'Анна',
            state: 'pause',
            startedAt: '2026-10-05T10:20:00Z',
            endedAt: '2026-10-05T11:20:00Z',
          },
        ],
      }),
    )
    await pult.app.measures.settle(own)
    const measures = ['occupancy', 'handlingSignedOutSeconds', 'pauseShare', 'concurrency', 'signedInSeconds']
    const reply = done<MeasureReply>(
      await pult.system.send('POST', `/centers/${own}/measures/query`, {
        from: '2026-10-05',
        to: '2026-10-06',
        measures,
      }),
    )
    expect(reply.total.figures.map(({ value }) => value)).toEqual([0.5, 1800, 0, 1, 3600])
  })
})

describe('where agents’ time goes', () => {
  it('adds up to the time signed in, and pauses are told by their reasons', async () => {
    const own = await pult.createCenter('Время операторов')
    const at = (clock: string): string => `2026-10-05T${clock}:00Z`
    const state = (name: string, from: string, to: string, reason?: string): object => ({
      sourceKey: `${name} ${from}`,
      agent: 'Анна',
      state: name,
      startedAt: at(from),
      endedAt: at(to),
      ...(reason === undefined ? {} : { reason }),
    })
    done(
      await pult.system.send('POST', `/centers/${own}/contacts/batch`, {
        source: 'АТС',
        contacts: [
          {
            sourceKey: 'c',
            channel: 'voice',
            queue: 'Заказы',
            agent: 'Анна',
            outcome: 'answered',
            waitMs: 120_000,
            ringMs: 60_000,
            talkMs: 30 * 60_000,
            offeredAt: at('09:28'),
          },
        ],
        states: [
          state('session', '09:00', '17:00'),
          state('pause', '11:00', '11:20', 'Перерыв'),
          state('pause', '13:00', '13:30', 'Обед'),
          state('pause', '15:00', '15:10', 'Перерыв'),
          state('training', '16:00', '16:30'),
        ],
      }),
    )
    await pult.app.measures.settle(own)
    const ask = async (body: object): Promise<MeasureReply> =>
      done(
        await pult.system.send('POST', `/centers/${own}/measures/query`, {
          from: '2026-10-05',
          to: '2026-10-06',
          ...body,
        }),
      )
    const parts = ['handling', 'idle', 'ringing', 'pause', 'training', 'offQueue'].map((part) => `${part}Seconds`)
    const told = await ask({ measures: [...parts, 'signedInSeconds'], splitBy: ['agent'] })
    const minutes = told.rows[0]?.figures.map(({ value }) => (value ?? Number.NaN) / 60)
    expect(minutes).toEqual([30, 359, 1, 60, 30, 0, 480])
    const reasons = await ask({ measures: ['pauseSeconds', 'trainingSeconds', 'occupancy'], splitBy: ['pauseReason'] })
    expect(reasons.measures.map(({ notByReason }) => notByReason)).toEqual([false, false, true])
    expect(reasons.rows.map(({ keys, figures }) => [keys[0]?.label, ...figures.map(({ value }) => value)])).toEqual([
      ['Обед', 1800, 0, null],
      ['Перерыв', 1800, 0, null],
      ['', 0, 1800, null],
    ])
    expect(reasons.total.figures.map(({ value }) => value)).toEqual([3600, 1800, null])
    const byAgent = await ask({ measures: ['pauseSeconds'], splitBy: ['agent', 'pauseReason'] })
    expect(byAgent.rows.map(({ keys }) => keys.map(({ label }) => label))).toEqual([
      ['Анна', 'Обед'],
      ['Анна', 'Перерыв'],
    ])
    // No contact has a reason: nothing is said of it rather than all of it.
    expect((await ask({ measures: ['offered', 'fcrByRecall'], splitBy: ['pauseReason'] })).rows).toEqual([])
  })
})

describe('both comparisons at once', () => {
  it('stand beside each other, say of which days nothing is known, and go out with the file', async () => {
    const own = await pult.createCenter('Сравнения')
    const call = { channel: 'voice', queue: 'Заказы', outcome: 'abandoned', waitMs: 30_000 }
    const days = { '2025-10-06': 2, '2026-09-28': 3, '2026-10-05': 6 }
    const contacts = Object.entries(days).flatMap(([day, count]) =>
      Array.from({ length: count }, (_one, index) => ({
        ...call,
        sourceKey: `${day} ${index}`,
        offeredAt: `${day}T09:0${index}:00Z`,
      })),
    )
    done(await pult.system.send('POST', `/centers/${own}/contacts/batch`, { source: 'АТС', contacts }))
    await pult.app.measures.settle(own)
    const question = { from: '2026-10-05', to: '2026-10-06', measures: ['abandoned'], splitBy: ['day'] }
    const ask = async (more: object): Promise<MeasureReply> =>
      done(await pult.system.send('POST', `/centers/${own}/measures/query`, { ...question, ...more }))
    const both = await ask({ compare: 'both' })
    const figure = both.rows[0]?.figures[0]
    expect([figure?.value, figure?.comparison?.value, figure?.yearBefore?.value]).toEqual([6, 3, 2])
    expect(both.comparisonPeriod?.from).toBe('2026-09-27T21:00:00.000Z')
    expect(both.yearBeforePeriod?.from).toBe('2025-10-05T21:00:00.000Z')
    // Of the year before only the first hours until the first contact are not known.
    expect(both.comparisonGaps).toEqual([{ from: '2025-10-05T21:00:00.000Z', to: '2025-10-06T09:00:00.000Z' }])
    const year = await ask({ compare: 'yearBefore' })
    expect([year.rows[0]?.figures[0]?.comparison?.value, year.rows[0]?.figures[0]?.yearBefore]).toEqual([2, null])
    const before = await ask({ from: '2025-10-06', to: '2025-10-07', compare: 'previous' })
    expect(before.comparisonGaps).toEqual([{ from: '2025-09-28T21:00:00.000Z', to: '2025-09-29T21:00:00.000Z' }])
    expect(before.total.figures[0]?.comparison?.value ?? null).toBeNull()
    const file = await pult.system.send('POST', `/centers/${own}/measures/export?format=csv&language=ru`, {
      ...question,
      compare: 'both',
    })
    expect(file.body.replace('\uFEFF', '').split('\r\n').slice(0, 2)).toEqual([
      'День;Потеряно (abandoned@1);Потеряно (abandoned@1), было 2026-09-28;Потеряно (abandoned@1), было 2025-10-06',
      '2026-10-05;6;3;2',
    ])
  })
})

describe('a question', () => {
  it('gives counts and shares of the whole day', async () => {
    const reply = await ask({ measures: ['offered', 'answered', 'abandoned', 'serviceLevelNeutral', 'ahtSeconds'] })
    expect(reply.total.figures.map((figure) => figure.value)).toEqual([40, 30, 10, 0.75, 70])
    expect(reply.hoursDue).toBe(0)
    // 30 of 40 within 20 s is too few to tell 75 % from 80 %.
    expect(reply.total.figures[3]?.target).toMatchObject({ value: 0.8, state: 'unknown' })
  })

  it('adds up over every split to the same total', async () => {
    for (const split of ['queue', 'channel', 'interval', 'day', 'hour', 'slot', 'weekday', 'month', 'week']) {
      const reply = await ask({ measures: ['offered'], splitBy: [split] })
      const sum = reply.rows.reduce((total, row) => total + (row.figures[0]?.value ?? 0), 0)
      expect([split, sum]).toEqual([split, 40])
    }
    const byAgent = await ask({ measures: ['answered', 'abandoned'], splitBy: ['agent'] })
    expect(byAgent.rows.map((row) => row.keys[0]?.label)).toEqual(['Агент 0', 'Агент 1', 'Агент 2'])
    expect(byAgent.rows.reduce((sum, row) => sum + (row.figures[0]?.value ?? 0), 0)).toBe(30)
    expect(byAgent.rows.every((row) => row.figures[1]?.value === null)).toBe(true)
  })

  it('asks the facts where no roll-up is fine enough', async () => {
    const reply = await ask({
      measures: ['answered'],
      splitBy: ['agent', 'interval'],
      intervalMinutes: 15,
      filters: { channels: ['voice'] },
    })
    expect(reply.rows.reduce((sum, row) => sum + (row.figures[0]?.value ?? 0), 0)).toBe(30)
  })

  it('compares with the period before', async () => {
    // A week later nobody has called yet.
    const reply = await ask({ from: '2026-10-12', to: '2026-10-13', measures: ['offered'], compare: 'previous' })
    expect(reply.total.figures[0]?.comparison?.value).toBe(40)
    expect(reply.total.figures[0]?.comparison?.beyondNoise).toBeNull()
  })

  it('knows who came again, once there has been time to', async () => {
    const measures = ['fcrByRecall', 'retryRate']
    // History ends this very morning: whoever called may yet call again.
    const early = await ask({ measures })
    expect(early.total.figures.map(({ value, denominator }) => [value, denominator])).toEqual([
      [null, 0],
      [null, 0],
    ])
    await fillCenter(pult, centerId, '2026-10-20')
    const reply = await ask({ measures })
    // Ten customers with four contacts each within a morning: nobody's matter took one contact.
    expect(valueOf(reply, 0)).toBe(0)
    expect(reply.total.figures[0]?.denominator).toBe(10)
    expect(reply.total.figures[1]?.denominator).toBe(10)
  })

  it('says what is wrong with it', async () => {
    const wrong = async (body: object): Promise<unknown> =>
      (
        await pult.system.send('POST', `/centers/${centerId}/measures/query`, {
          from: '2026-10-05',
          to: '2026-10-06',
          ...body,
        })
      ).json()
    expect(await wrong({ measures: ['happiness'] })).toMatchObject({ code: 'unknownMeasure', at: 'body.measures.0' })
    expect(await wrong({ measures: ['offered'], to: '2026-10-01' })).toMatchObject({ code: 'emptyPeriod' })
    const from = '2026-10-05T06:07:00Z'
    expect(await wrong({ measures: ['offered'], from })).toMatchObject({
      code: 'betweenIntervals',
      at: 'body.from',
      detail: expect.stringContaining('15 minutes') as string,
    })
    const quarter = '2026-10-05T06:15:00Z'
    expect(await wrong({ measures: ['occupancy'], from: quarter })).toMatchObject({ code: 'betweenIntervals' })
    expect(await wrong({ measures: ['offered'], to: 'yesterday' })).toMatchObject({
      status: 400,
      detail: expect.stringMatching(/body\.to.*such as 2026-11-01/),
    })
    expect(await wrong({ measures: ['offered'], splitBy: ['moon'] })).toMatchObject({ status: 400 })
  })
})

describe('queues with thresholds of their own', () => {
  it('add up: a total judges each contact as its queue does, whatever the split', async () => {
    const own = await pult.createCenter('Пороги')
    await fillCenter(pult, own)
    const { queues } = done<{ queues: { queueId: number; name: string }[] }>(
      await pult.system.get(`/centers/${own}/queues`),
    )
    const orders = queues.find(({ name }) => name === 'Заказы')?.queueId
    const set = { measureId: 'serviceLevelNeutral', value: 0.8, validFrom: '2026-01-01' }
    // The answered waited 8 s: in time for the centre, late for orders.
    for (const target of [
      { queueId: null, withinSeconds: 20 },
      { queueId: orders, withinSeconds: 5 },
    ])
      done(await pult.system.send('POST', `/centers/${own}/targets`, { ...set, ...target }))
    const period = { from: '2026-10-05', to: '2026-10-06', measures: ['serviceLevelNeutral', 'offered'] }
    const query = async (more: object): Promise<MeasureReply> =>
      done(await pult.system.send('POST', `/centers/${own}/measures/query`, { ...period, ...more }))
    const byQueue = await query({ splitBy: ['queue'] })
    const sum = (side: 'numerator' | 'denominator'): number =>
      byQueue.rows.reduce((total, row) => total + (row.figures[0]?.[side] ?? 0), 0)
    const expected = { numerator: sum('numerator'), denominator: sum('denominator'), approximate: false }
    expect(byQueue.rows.map((row) => row.figures[0]?.numerator)).toEqual([0, 20])
    for (const splitBy of [['queue'], [], ['day'], ['hour', 'channel'], ['slot', 'weekday']]) {
      const reply = await query({ splitBy, compare: 'previous' })
      expect([splitBy, reply.total.figures[0]]).toMatchObject([splitBy, expected])
      expect(reply.rows.reduce((total, row) => total + (row.figures[0]?.denominator ?? 0), 0)).toBe(
        expected.denominator,
      )
      expect(reply.total.figures[1]?.value).toBe(40)
    }
    expect((await query({ splitBy: [], withinSeconds: 20 })).total.figures[0]?.numerator).toBe(30)
    expect((await query({ filters: { queueIds: [orders] } })).total.figures[0]?.numerator).toBe(0)
    const byAgent = await query({ splitBy: ['agent', 'queue'], measures: ['answered', 'serviceLevelAnswered'] })
    expect(byAgent.total.figures[0]?.value).toBe(30)
  })
})

describe('targets that change', () => {
  it('judge every day by its own, and an earlier one set later leaves the later one alone', async () => {
    const own = await pult.createCenter('Перемены')
    await fillCenter(pult, own, '2026-10-05')
    await fillCenter(pult, own, '2026-10-06')
    const set = { measureId: 'serviceLevelNeutral', queueId: null }
    // The answered waited 8 s: late on the 5th, in time from the 6th on.
    for (const target of [
      { value: 0.9, withinSeconds: 20, validFrom: '2026-10-06' },
      { value: 0.6, withinSeconds: 5, validFrom: '2026-10-01' },
    ])
      done(await pult.system.send('POST', `/centers/${own}/targets`, { ...set, ...target }))
    const { targets } = done<{ targets: { measureId: string; validFrom: string; validTo: string | null }[] }>(
      await pult.system.get(`/centers/${own}/targets`),
    )
    const levels = targets.filter(({ measureId }) => measureId === set.measureId)
    expect(levels.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
      ['1990-01-01', '2026-09-30'],
      ['2026-10-01', '2026-10-05'],
      ['2026-10-06', null],
    ])
    const query = async (more: object): Promise<MeasureReply> =>
      done(
        await pult.system.send('POST', `/centers/${own}/measures/query`, {
          from: '2026-10-05',
          to: '2026-10-07',
          measures: ['serviceLevelNeutral'],
          ...more,
        }),
      )
    const byDay = await query({ splitBy: ['day'] })
    expect(byDay.measures[0]).toMatchObject({ withinSeconds: null, targetChanges: ['2026-10-06'] })
    expect(byDay.rows.map((row) => [row.figures[0]?.numerator, row.figures[0]?.target?.value])).toEqual([
      [0, 0.6],
      [30, 0.9],
    ])
    // The centre's own service level is promised by the target of the neutral rule.
    const [centerLevel] = (await query({ measures: ['serviceLevel'] })).measures
    expect(centerLevel?.targetChanges).toEqual(['2026-10-06'])
    for (const splitBy of [[], ['queue'], ['day'], ['hour'], ['queue', 'day']]) {
      const reply = await query({ splitBy, compare: 'previous' })
      expect([splitBy, reply.total.figures[0]]).toMatchObject([splitBy, { numerator: 30, target: null }])
      const inRows = reply.rows.reduce((total, row) => total + (row.figures[0]?.numerator ?? 0), 0)
      expect([splitBy, inRows]).toEqual([splitBy, 30])
    }
    const byAgent = await query({ splitBy: ['agent'], measures: ['serviceLevelAnswered'] })
    expect(byAgent.rows.reduce((total, row) => total + (row.figures[0]?.numerator ?? 0), 0)).toBe(30)
  })
})

describe('rows lead to exactly their contacts', () => {
  it('by queue, slot and agent', async () => {
    for (const [splitBy, measure] of [
      [['queue'], 'offered'],
      [['slot'], 'offered'],
      [['interval'], 'offered'],
      [['agent'], 'answered'],
    ] as const) {
      const reply = await ask({ measures: [measure], splitBy })
      for (const row of reply.rows) {
        const page = done<{ total: number }>(
          await pult.system.send('POST', `/centers/${centerId}/contacts/search`, { filter: row.drill }),
        )
        expect([splitBy, row.keys[0]?.key, page.total]).toEqual([splitBy, row.keys[0]?.key, row.figures[0]?.value])
      }
    }
  })
})

describe('a number leads to exactly its contacts', () => {
  const listed = async (filter: object): Promise<number> =>
    done<{ total: number }>(await pult.system.send('POST', `/centers/${centerId}/contacts/search`, { filter })).total

  it('what it counts, what it misses and what it stands on, each queue within its own threshold', async () => {
    const definitions = done<DefinitionsReply>(await pult.system.get('/measures/definitions')).measures
    const counted = definitions.filter((definition) => definition.current && definition.parts.length > 0)
    expect(counted.length).toBeGreaterThan(25)
    for (const definition of counted) {
      const { total, rows, measures: columns } = await ask({ measures: [definition.id], splitBy: ['queue'] })
      for (const row of [total, ...rows]) {
        const [figure] = row.figures
        if (row.drill === null || figure === undefined || figure.value === null || figure.approximate) continue
        const within = columns[0]?.withinSeconds ?? undefined
        for (const part of definition.parts) {
          const { numerator, denominator } = figure
          const expected = part === 'numerator' ? numerator : part === 'rest' ? denominator - numerator : denominator
          const seen = await listed({ ...row.drill, measure: definition.reference, part, within })
          expect([definition.id, part, seen]).toEqual([definition.id, part, expected])
        }
      }
    }
  })

  it('and says so where it has none', async () => {
    const filter = { from: '2026-10-05T00:00:00Z', to: '2026-10-06T00:00:00Z' }
    for (const [more, code] of [
      [{ measure: 'occupancy' }, 'noContactsBehind'],
      [{ measure: 'offered', part: 'rest' }, 'noContactsBehind'],
      [{ measure: 'nonsense' }, 'unknownMeasure'],
    ] as const) {
      const reply = await pult.system.send('POST', `/centers/${centerId}/contacts/search`, {
        filter: { ...filter, ...more },
      })
      expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([400, code])
    }
  })
})

describe('who sees what', () => {
  it('an agent only herself, a supervisor only her teams', async () => {
    const { agents } = done<{ agents: { agentId: number; name: string }[] }>(
      await pult.system.get(`/centers/${centerId}/agents`),
    )
    const own = agents.find((agent) => agent.name === 'Агент 1')
    const agent = await pult.comeIn(centerId, 'agent', own?.agentId)
    const question = { from: '2026-10-05', to: '2026-10-06', measures: ['answered'], splitBy: ['agent'] }
    const seen = done<MeasureReply>(await agent.send('POST', `/centers/${centerId}/measures/query`, question))
    expect(seen.rows.map((row) => row.keys[0]?.label)).toEqual(['Агент 1'])
    const forced = { ...question, filters: { agentIds: agents.map(({ agentId }) => agentId) } }
    const tried = done<MeasureReply>(await agent.send('POST', `/centers/${centerId}/measures/query`, forced))
    expect(tried.rows.map((row) => row.keys[0]?.label)).toEqual(['Агент 1'])
    const supervisor = await pult.comeIn(centerId, 'supervisor')
    const others = done<MeasureReply>(await supervisor.send('POST', `/centers/${centerId}/measures/query`, question))
    expect(others.rows).toEqual([])
  })
})

describe('the service-level curve', () => {
  it('goes out as a file, a row a threshold', async () => {
    const path = `/centers/${centerId}/measures/service-level-curve`
    const period = { from: '2026-10-05', to: '2026-10-06' }
    const { thresholds, curves } = done<CurveReply>(await pult.system.send('POST', path, period))
    const file = await pult.system.send('POST', `${path}/export?format=csv&language=en`, period)
    const [heading = [], ...rows] = file.body
      .replace('\uFEFF', '')
      .trim()
      .split('\r\n')
      .map((line) => line.split(';'))
    expect(heading.slice(0, 2)).toEqual(['Threshold, s', 'Service level (neutral) (serviceLevelNeutral@1)'])
    expect(rows.map(([seconds]) => Number(seconds))).toEqual(thresholds)
    expect(rows.map((cells) => Number(cells[1]))).toEqual(curves[0]?.values)
  })

  it('never falls', async () => {
    const curve = done<CurveReply>(
      await pult.system.send('POST', `/centers/${centerId}/measures/service-level-curve`, {
        from: '2026-10-05',
        to: '2026-10-06',
      }),
    )
    expect(curve.contacts).toBe(40)
    expect(curve.curves.length).toBeGreaterThan(3)
    const strict = curve.curves.find(({ reference }) => reference.startsWith('serviceLevelStrict'))?.values ?? []
    expect(strict[curve.thresholds.indexOf(7)]).toBe(0)
    expect(strict[curve.thresholds.indexOf(8)]).toBe(0.75)
    expect(strict.every((value, index) => (value ?? 0) >= (strict[index - 1] ?? 0))).toBe(true)
  })
})

describe('roll-ups', () => {
  it('agree with the facts, and are mended where they do not', async () => {
    const compare = async (dry: boolean): Promise<RecomputeReport> =>
      done(
        await pult.system.send('POST', `/centers/${centerId}/measures/recompute`, {
          from: '2026-10-05',
          to: '2026-10-06',
          dry,
        }),
      )
    expect((await compare(true)).tables.map(({ differing }) => differing)).not.toContain(1)
    const { sql } = await import('kysely')
    await pult.app.database.inCenter({ centerId }, (tx) =>
      sql`update queue_day set offered = offered + 1 where queue_id <> 0`.execute(tx),
    )
    const wrong = await compare(false)
    expect(wrong.tables.find(({ table }) => table === 'queue_day')?.differing).toBeGreaterThan(0)
    expect(wrong.mended).toBe(true)
    expect((await compare(true)).tables.every(({ differing }) => differing === 0)).toBe(true)
  })

  it('raise no alarm in a centre that lives: what came a moment ago is due and no fault', async () => {
    const living = await pult.createCenter('Живой')
    let stop = false
    const arrivals = (async () => {
      for (let day = 1; !stop; day = (day % 28) + 1)
        await fillCenter(pult, living, `2026-09-${String(day).padStart(2, '0')}`, { settle: false })
    })()
    const reports: RecomputeReport[] = []
    for (let time = 0; time < 4; time++)
      reports.push(
        done(
          await pult.system.send('POST', `/centers/${living}/measures/recompute`, {
            from: '2026-09-01',
            to: '2026-10-01',
            dry: true,
          }),
        ),
      )
    stop = true
    await arrivals
    expect(reports.flatMap(({ tables }) => tables.filter(({ differing }) => differing > 0))).toEqual([])
    expect(reports.at(-1)?.tables.find(({ table }) => table === 'queue_interval')?.rows).toBeGreaterThan(0)
  })
})

describe('an exported file', () => {
  const exported = async (splitBy: string[], language: string): Promise<{ name: string; lines: string[] }> => {
    const path = `/centers/${centerId}/measures/export?format=csv&language=${language}`
    const period = { from: '2026-10-05', to: '2026-10-07' }
    const reply = await pult.system.send('POST', path, { ...period, measures: ['abandonRate'], splitBy })
    return { name: String(reply.headers['content-disposition']), lines: reply.body.trim().split('\r\n') }
  }

  it('is named after the days of the centre, and says everything in words and numbers of its language', async () => {
    const slots = await exported(['slot'], 'ru')
    expect(slots.name).toContain('pult-2026-10-05_2026-10-06.csv')
    const first = (lines: string[]): string[] => lines.slice(1).map((line) => line.split(';').slice(0, 2).join(';'))
    expect(first(slots.lines)).toEqual(['09:00;0,25', '09:30;0,25', 'Итого;0,25'])
    expect(first((await exported(['weekday'], 'ru')).lines)[0]).toBe('понедельник;0,25')
    expect(first((await exported(['channel'], 'ru')).lines)[0]).toBe('Голос;0,25')
    expect(first((await exported(['channel'], 'en')).lines)[0]).toBe('Voice;0.25')
    expect(first((await exported(['hour'], 'en')).lines)[0]).toBe('09:00;0.25')
  })

  it('gives shares and means with their interval, and a series with its control limits when asked', async () => {
    const lines = async (body: object): Promise<string[][]> => {
      const reply = await pult.system.send('POST', `/centers/${centerId}/measures/export?format=csv&language=en`, {
        from: '2026-10-05',
        to: '2026-10-06',
        ...body,
      })
      return reply.body
        .replace('\uFEFF', '')
        .trim()
        .split('\r\n')
        .map((line) => line.split(';'))
    }
    const [heading, total] = await lines({ measures: ['offered', 'abandonRate', 'asaSeconds', 'meanTalkSeconds'] })
    expect(heading).toEqual([
      'Offered (offered@1)',
      'Abandon rate (abandonRate@1)',
      'Abandon rate (abandonRate@1), 95 % from',
      'Abandon rate (abandonRate@1), 95 % to',
      'Abandon rate (abandonRate@1), target',
      'Abandon rate (abandonRate@1), from target',
      'Average speed of answer (asaSeconds@1)',
      'Average speed of answer (asaSeconds@1), 95 % from',
      'Average speed of answer (asaSeconds@1), 95 % to',
      'Average talk time (meanTalkSeconds@1)',
      'Average talk time (meanTalkSeconds@1), 95 % from',
      'Average talk time (meanTalkSeconds@1), 95 % to',
    ])
    // Wilson for 10 of 40; everybody waited 8 s and talked for a minute.
    const wilson = [0.25, expect.closeTo(0.1419, 4), expect.closeTo(0.4019, 4)]
    // A new centre wants at most five of a hundred lost.
    const target = [0.05, expect.closeTo(0.2, 9)]
    expect(total?.map(Number)).toEqual([40, ...wilson, ...target, 8, 8, 8, 60, 60, 60])
    // Two half-hours are no series yet: limits of so few would be noise themselves.
    const short = await lines({ measures: ['offered'], splitBy: ['interval'], control: true })
    expect(short[0]).toEqual(['Interval', 'Offered (offered@1)'])
  })

  it('runs no formula that a name smuggles in', async () => {
    const { queues } = done<{
      queues: { queueId: number; name: string; version: number; channel: string; openingHoursId: number | null }[]
    }>(await pult.system.get(`/centers/${centerId}/queues`))
    const queue = queues[0]
    done(
      await pult.system.send('PATCH', `/centers/${centerId}/queues/${queue?.queueId}`, {
        name: '=HYPERLINK("http://evil";"x")',
        channel: queue?.channel,
        status: 'confirmed',
        openingHoursId: null,
        version: queue?.version,
      }),
    )
    const reply = await pult.system.send('POST', `/centers/${centerId}/measures/export?format=csv`, {
      from: '2026-10-05',
      to: '2026-10-06',
      measures: ['offered'],
      splitBy: ['queue'],
    })
    expect(reply.body).toContain(`"'=HYPERLINK(""http://evil"";""x"")"`)
    const book = await pult.system.send('POST', `/centers/${centerId}/measures/export?format=xlsx`, {
      from: '2026-10-05',
      to: '2026-10-06',
      measures: ['offered', 'serviceLevelNeutral'],
      splitBy: ['queue'],
    })
    const { default: excel } = await import('exceljs')
    const read = new excel.Workbook()
    // exceljs declares a Buffer of its own, which Node's has outgrown.
    await read.xlsx.load(book.rawPayload as never)
    const cell = read.worksheets[0]?.getCell('A2')
    expect([cell?.type, cell?.value]).toEqual([excel.ValueType.String, `'=HYPERLINK("http://evil";"x")`])
  })
})

describe('roll-ups', () => {
  it('of old hours are computed while an intake still holds the newest, and a mark made meanwhile is kept', async () => {
    const own = await pult.createCenter('Рядом с приёмом')
    const call = (day: string): object => ({
      sourceKey: day,
      channel: 'voice',
      offeredAt: `${day}T09:00:00Z`,
      outcome: 'abandoned',
      waitMs: 1000,
    })
    const days = ['2026-06-02', '2026-06-20']
    done(await pult.system.send('POST', `/centers/${own}/contacts/batch`, { source: 'АТС', contacts: days.map(call) }))
    const due = async (): Promise<string[]> => {
      const { rows } = await pult.app.database.inCenter({ centerId: own }, (tx) =>
        sql<{
          day: string
        }>`select distinct hour::date::text as day from rollup_due where center_id = ${own} order by 1`.execute(tx),
      )
      return rows.map(({ day }) => day)
    }
    await pult.app.database.inCenter({ centerId: own }, async (tx) => {
      await sql`select 1 from rollup_due where center_id = ${own} and hour >= '2026-06-20Z' for update`.execute(tx)
      await pult.app.measures.settle(own)
    })
    expect(await due()).toEqual(['2026-06-20'])
    await pult.app.database.inCenter({ centerId: own }, async (tx) => {
      await markHours(tx, own, 'queue', [Date.parse('2026-06-20T09:00Z')])
      await pult.app.measures.settle(own)
    })
    expect(await due()).toEqual(['2026-06-20'])
    await pult.app.measures.settle(own)
    expect(await due()).toEqual([])
  })
})

describe('today', () => {
  it('is told even when nothing happened yet', async () => {
    const empty = await pult.createCenter('Пусто')
    const today = done<TodayReply>(await pult.system.get(`/centers/${empty}/today`))
    expect(today).toMatchObject({ lastFactAt: null, queues: [], findings: [] })
    expect(today.total).toMatchObject({ offered: 0, waiting: 0, serviceLevel: { value: null } })
  })

  it('tells the same mean wait as the measures of the channels on which people wait for an answer', async () => {
    // Where midnight is not just past: twenty minutes ago is today there, whenever this runs.
    const isMidnightInMoscow = new Date().getUTCHours() === 21
    const mixed = await pult.createCenter('Смешанный', isMidnightInMoscow ? 'Asia/Vladivostok' : 'Europe/Moscow')
    const offeredAt = new Date(Date.now() - 20 * 60_000).toISOString()
    const one = (channel: string, waitMs: number) => ({
      sourceKey: channel,
      channel,
      queue: channel,
      offeredAt,
      outcome: 'answered',
      waitMs,
      talkMs: 1000,
    })
    done(
      await pult.system.send('POST', `/centers/${mixed}/contacts/batch`, {
        source: 'АТС',
        contacts: [one('voice', 10_000), one('chat', 30_000), one('email', 600_000), one('messenger', 500_000)],
      }),
    )
    await pult.app.measures.settle(mixed)
    const today = done<TodayReply>(await pult.system.get(`/centers/${mixed}/today`))
    expect(today.total?.asaSeconds).toBe(20)
    const to = new Date(Date.parse(`${today.day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10)
    const reply = done<MeasureReply>(
      await pult.system.send('POST', `/centers/${mixed}/measures/query`, {
        from: today.day,
        to,
        measures: ['asaSeconds'],
        filters: { channels: [...lineChannels] },
      }),
    )
    expect(valueOf(reply)).toBe(today.total?.asaSeconds)
  })

  it('counts an agent as free since her last contact, not since she signed in', async () => {
    const living = await pult.createCenter('Живой')
    const now = Date.now()
    const minutesAgo = (minutes: number): string => new Date(now - minutes * 60_000).toISOString()
    await pult.system.send('POST', `/centers/${living}/contacts/batch`, {
      source: 'АТС',
      contacts: [
        {
          sourceKey: 'c1',
          channel: 'voice',
          offeredAt: minutesAgo(10),
          outcome: 'answered',
          agent: 'Анна',
          waitMs: 60_000,
          talkMs: 180_000,
          acwMs: 60_000,
        },
      ],
      states: [
        { sourceKey: 's1', agent: 'Анна', state: 'session', startedAt: minutesAgo(180) },
        { sourceKey: 's2', agent: 'Борис', state: 'session', startedAt: minutesAgo(180) },
        {
          sourceKey: 's3',
          agent: 'Борис',
          state: 'pause',
          reason: 'Обед',
          startedAt: minutesAgo(60),
          endedAt: minutesAgo(30),
        },
        { sourceKey: 's4', agent: 'Вера', state: 'session', startedAt: minutesAgo(180) },
      ],
    })
    const { agents } = done<TodayReply>(await pult.system.get(`/centers/${living}/today`))
    expect(agents.map(({ name, state, since }) => [name, state, since])).toEqual([
      ['Анна', 'available', minutesAgo(5)],
      ['Борис', 'available', minutesAgo(30)],
      ['Вера', 'available', minutesAgo(180)],
    ])
  })
})

describe('views and notes', () => {
  it('are kept, shared, and changed only by their author', async () => {
    const head = await pult.comeIn(centerId, 'head')
    const analyst = await pult.comeIn(centerId, 'analyst')
    const view = done<{ viewId: number }>(
      await head.send('POST', `/centers/${centerId}/measures/views`, {
        name: 'Неделя',
        state: { by: 'queue' },
        shared: true,
      }),
    )
    const seen = done<{ views: { own: boolean }[] }>(await analyst.get(`/centers/${centerId}/measures/views`))
    expect(seen.views.map(({ own }) => own)).toEqual([false])
    const note = done<{ noteId: number }>(
      await head.send('POST', `/centers/${centerId}/notes`, {
        firstDay: '2026-10-05',
        lastDay: '2026-10-05',
        text: 'Сбой',
      }),
    )
    expect((await analyst.send('DELETE', `/centers/${centerId}/notes/${note.noteId}`)).statusCode).toBe(404)
    expect(
      (await analyst.send('PUT', `/centers/${centerId}/measures/views/${view.viewId}`, { name: 'x', state: {} }))
        .statusCode,
    ).toBe(404)
    const { notes } = done<{ notes: { text: string }[] }>(
      await analyst.get(`/centers/${centerId}/notes?from=2026-10-01&to=2026-11-01`),
    )
    expect(notes.map(({ text }) => text)).toEqual(['Сбой'])
  })
})
