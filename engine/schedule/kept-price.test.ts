import { describe, expect, it } from 'vitest'

import { rosterCenter } from '../../bench/roster-center.ts'
import { createRandom } from '../numeric/index.ts'
import { createRosterOptimiser } from './index.ts'
import { createKeptPrice } from './kept-price.ts'
import { createRosterDesk, placeShifts } from './load-roster.ts'
import { prepareRoster } from './prepare-roster.ts'
import { BREAKS_KEPT } from './shift-drafts.ts'

const problem = rosterCenter({ agents: 12, weeks: 2, seed: 6, firstDate: '2026-11-02' })

describe('a price told before anything is drafted', { timeout: 60_000 }, () => {
  it('is the price of the draft', () => {
    const optimiser = createRosterOptimiser(problem, { seed: 2, plannedMoves: 40_000 })
    optimiser.run(20_000)
    const desk = createRosterDesk(prepareRoster(problem), () => 0)
    placeShifts(desk, optimiser.best().shifts)
    const { state, drafts, trial } = desk
    const { options, lists, listOf } = state.prepared
    const priceKept = createKeptPrice(state, trial.rules)
    const random = createRandom(3)
    let told = 0
    for (let turn = 0; turn < 20_000; turn++) {
      const cell = state.working.cell[random.integer(0, state.working.count)] ?? 0
      const option = random.pick([...(lists[listOf[cell] ?? 0] ?? [])])
      if (options.shapeOf[option] !== options.shapeOf[state.option[cell] ?? 0]) continue
      const price = priceKept(cell, option)
      if (price === Number.NEGATIVE_INFINITY) continue
      const isDrafted = drafts.shift(0, cell, option, BREAKS_KEPT)
      expect(price < Number.POSITIVE_INFINITY).toBe(isDrafted)
      if (!isDrafted) continue
      expect(price).toBeCloseTo(trial.price(1), 5)
      told++
    }
    expect(told).toBeGreaterThan(1000)
  })
})
