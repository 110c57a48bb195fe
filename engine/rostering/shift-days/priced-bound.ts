import { PRICING_EFFORT, type ColumnSearch } from './column-search.ts'
import type { CompiledMember } from './compiled.ts'

// A bound without a programme, for horizons that are too long for one: any prices of cover give one, and prices are moved along the
// subgradient (Held, Wolfe and Crowder 1974; deflected as by Camerini, Fratta and Maffioli 1975).

const DEFLECTION = 0.7
const PATIENCE = 8
const EFFORT = { ...PRICING_EFFORT, rounds: 1, mostLabels: 0, limit: Number.POSITIVE_INFINITY } as const

/** Moves prices until `until` seconds are left, and proves what they prove. */
export function proveByPrices(search: ColumnSearch & { readonly secondsLeft: () => number }, until: number): void {
  const { problem, people, incumbent, secondsLeft } = search
  const { shiftCount, required, underWeight, overWeight } = problem
  const cells = problem.days * shiftCount
  let prices: Float64Array = new Float64Array(cells)
  let bestPrices = prices
  let best = Number.NEGATIVE_INFINITY
  let step = 1
  let fruitless = 0
  const direction = new Float64Array(cells)
  const cost = new Float64Array(cells)
  const there = new Float64Array(cells)
  while (!incumbent.isOver() && secondsLeft() > until) {
    const bound = priceEveryone()
    if (bound === null) return
    if (bound > best) {
      best = bound
      bestPrices = prices
      fruitless = 0
      incumbent.prove(best)
    } else if (++fruitless >= PATIENCE) {
      step /= 2
      fruitless = 0
      prices = bestPrices
      direction.fill(0)
    }
    for (let cell = 0; cell < cells; cell++)
      direction[cell] = (required[cell] as number) - (there[cell] as number) + DEFLECTION * (direction[cell] as number)
    const square = direction.reduce((sum, part) => sum + part * part, 0)
    if (square === 0) return
    const length = (step * Math.max(1, incumbent.cost - bound)) / square
    // Beyond these limits leaving a place empty, or one person too many, would pay for itself.
    prices = prices.map((price, cell) =>
      Math.max(
        -(overWeight[cell] as number),
        Math.min(underWeight[cell] as number, price + length * (direction[cell] as number)),
      ),
    )
  }

  function priceEveryone(): number | null {
    let bound = problem.wishBase
    there.fill(0)
    for (let cell = 0; cell < cells; cell++) bound += (prices[cell] as number) * (required[cell] as number)
    for (let person = 0; person < problem.staff.length; person++) {
      if (incumbent.isOver()) return null
      const { wishCost } = problem.staff[person] as CompiledMember
      for (let cell = 0; cell < cells; cell++) cost[cell] = (wishCost[cell] as number) - (prices[cell] as number)
      const found = people.wholeHorizon(person, cost, EFFORT)
      bound += found.bound
      for (const [day, shift] of (found.path ?? found.loosePath ?? []).entries())
        if (shift >= 0) there[day * shiftCount + shift] = (there[day * shiftCount + shift] as number) + 1
    }
    return bound
  }
}
