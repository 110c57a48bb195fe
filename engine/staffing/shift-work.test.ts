import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { observedShrinkage, requiredForDeferred, shrinkageAt, shrunkNeeds, workOff } from './index.ts'

describe('shrinkage', () => {
  const kinds = Object.freeze([
    { id: 'leave', planned: true, paid: true, fraction: 0.15 },
    { id: 'lunch', planned: true, paid: false, fraction: 0.05 },
    { id: 'sick', planned: false, paid: true, fraction: 0.1 },
  ])

  // Features D3: 100 needed at 30 % are 142.9, not 130.
  it('divides by what is left', () => {
    const [need] = shrunkNeeds([100], [{ id: 'all', planned: true, paid: true, fraction: 0.3 }])
    expect(need?.scheduled).toBeCloseTo(142.857, 3)
  })

  it('adds within planned and unplanned, multiplies between', () => {
    const [need] = shrunkNeeds([72], kinds)
    expect(need?.scheduled).toBeCloseTo(100, 10)
    expect(need?.paid).toBeCloseTo(95, 10)
    expect(need?.shrinkage).toBeCloseTo(0.28, 10)
  })

  it('may differ by interval', () => {
    const byInterval = [{ id: 'lunch', planned: true, paid: false, fraction: [0, 0.5] }]
    expect(shrunkNeeds([10, 10], byInterval).map(({ scheduled }) => scheduled)).toEqual([10, 20])
  })

  it('is the same at an hour of the week, where a kind may have a share of its own', () => {
    const hours = [{ weekday: 1, hour: 9, share: 0.25 }]
    const weekly = kinds.map(({ id, planned, paid, fraction }) => ({
      planned,
      paid,
      share: fraction,
      hours: id === 'lunch' ? hours : [],
    }))
    const usual = shrinkageAt(weekly, { weekday: 1, hour: 10 })
    expect([usual.shrinkage, usual.unpaid]).toEqual([expect.closeTo(0.28, 12), 0.05])
    const long = shrinkageAt(weekly, { weekday: 1, hour: 9 })
    expect([long.shrinkage, long.unpaid]).toEqual([expect.closeTo(1 - 0.6 * 0.9, 12), 0.25])
  })

  it('is read back from hours', () => {
    const found = observedShrinkage({ rostered: 100, away: { leave: 15, lunch: 5, sick: 8 } }, kinds)
    expect(found?.map(({ fraction }) => fraction)).toEqual([0.15, 0.05, 0.1])
    expect(observedShrinkage({ rostered: 0, away: {} }, kinds)).toBeUndefined()
  })

  it('names what cannot be', () => {
    const all = { id: 'all', planned: true, paid: true }
    expect(() => shrunkNeeds([1], [{ ...all, fraction: 1 }])).toThrow(/^kinds.all.fraction must be/)
    expect(() =>
      shrunkNeeds(
        [1],
        [
          { ...all, fraction: 0.6 },
          { ...all, fraction: 0.5 },
        ],
      ),
    ).toThrow(/interval 0/)
    expect(() => shrunkNeeds([1, 2], [{ ...all, fraction: [0.1] }])).toThrow(/must have 2 values/)
    expect(() => shrunkNeeds([Number.NaN], [])).toThrow(/^needs\[0\] must be/)
    expect(() => observedShrinkage({ rostered: 10, away: { leave: 10 } }, kinds)).toThrow(/^away must leave/)
  })
})

describe('deferred work', () => {
  const mail = { intervalSeconds: 1800, ahtSeconds: 300, deadlineIntervals: 4 }

  it('carries over what is not done, and counts it late once it is', () => {
    const states = workOff({ ...mail, deadlineIntervals: 1, arrivals: [12, 0, 0] }, [1, 1, 1])
    expect(states.map(({ done }) => done)).toEqual([6, 6, 0])
    expect(states.map(({ doneLate }) => doneLate)).toEqual([0, 6, 0])
    expect(states.map(({ backlog }) => backlog)).toEqual([6, 0, 0])
    expect(states.map(({ overdue }) => overdue)).toEqual([6, 0, 0])
    expect(states[2]?.occupancy).toBe(0)
  })

  it('spreads a burst over the time it may lie', () => {
    expect(requiredForDeferred({ ...mail, arrivals: [24, 0, 0, 0] })).toEqual({ possible: true, agents: [1, 1, 1, 1] })
    expect(requiredForDeferred({ ...mail, arrivals: [0, 0, 0, 0], backlog: [6, 6] })).toMatchObject({
      agents: [1, 1, 0, 0],
    })
  })

  it('says which deadline falls into closed hours', () => {
    const closed = { ...mail, deadlineIntervals: 2, arrivals: [0, 5, 0, 0], open: [true, false, false, true] }
    expect(requiredForDeferred(closed)).toEqual({ possible: false, dueInterval: 2, items: 5 })
  })

  const anyMail = fc.record({
    arrivals: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 3, maxLength: 30 }),
    backlog: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 3 }),
    deadlineIntervals: fc.integer({ min: 1, max: 10 }),
  })

  it('the plan keeps every deadline', () => {
    fc.assert(
      fc.property(anyMail, (size) => {
        const demand = { ...mail, ...size }
        const plan = requiredForDeferred(demand)
        if (!plan.possible) throw new Error('impossible')
        // A hair more, for rounding.
        for (const { overdue } of workOff(
          demand,
          plan.agents.map((agents) => agents * (1 + 1e-9) + 1e-9),
        ))
          expect(overdue).toBeLessThan(1e-6)
      }),
    )
  })

  it('no even number below its highest keeps them', () => {
    fc.assert(
      fc.property(anyMail, (size) => {
        const demand = { ...mail, ...size }
        const plan = requiredForDeferred(demand)
        if (!plan.possible) throw new Error('impossible')
        const highest = Math.max(...plan.agents)
        // What is due after the horizon binds nobody here.
        const bound = demand.arrivals.map((items, from) =>
          from + demand.deadlineIntervals > demand.arrivals.length ? 0 : items,
        )
        const own = requiredForDeferred({ ...demand, arrivals: bound })
        const high = own.possible ? Math.max(...own.agents) : 0
        expect(high).toBeLessThanOrEqual(highest + 1e-9)
        if (high < 0.01) return
        const lower = workOff(
          { ...demand, arrivals: bound },
          bound.map(() => high * 0.98),
        )
        expect(Math.max(...lower.map(({ overdue }) => overdue))).toBeGreaterThan(0)
      }),
    )
  })

  it('names impossible input', () => {
    expect(() => workOff({ ...mail, arrivals: [1], deadlineIntervals: 0 }, [1])).toThrow(/^deadlineIntervals must be/)
    expect(() => workOff({ ...mail, arrivals: [-1] }, [1])).toThrow(/^arrivals\[0\] must be/)
    expect(() => workOff({ ...mail, arrivals: [1] }, [Number.NaN])).toThrow(/^agents\[0\] must be/)
    expect(() => requiredForDeferred({ ...mail, arrivals: [1], open: [] })).toThrow(/^open must have/)
  })
})
