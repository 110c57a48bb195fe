import { checkAgents, requireNumber } from './queue-input.ts'

/** A term this much smaller than its sum no longer changes it. */
const NEGLIGIBLE = 1e-18

/**
 * Erlang's loss formula: the share of calls blocked when `agents` lines take `erlangs` of traffic and nobody may wait.
 * Exact and stable for any size (Erlang 1917; Jagerman 1974): the sum behind it runs from the last line downwards and stops when
 * its terms no longer count, so 100,000 lines near their load cost a few thousand steps.
 */
export function erlangB({ erlangs, agents }: { readonly erlangs: number; readonly agents: number }): number {
  requireNumber('erlangs', erlangs, erlangs >= 0, 'zero or more')
  checkAgents(agents, 0)
  if (erlangs === 0) return agents === 0 ? 1 : 0
  return 1 / (1 + weightBelow(erlangs, agents))
}

/**
 * Weight of all states with a free agent, where the state with every agent busy and nobody waiting weighs 1: 1/B − 1.
 * Infinite when that state is rarer than a double can hold.
 */
export function weightBelow(erlangs: number, agents: number): number {
  const perErlang = 1 / erlangs
  let weight = 1
  let sum = 0
  for (let busy = agents; busy > 0; busy--) {
    weight *= busy * perErlang
    sum += weight
    // Below the load the terms only fall. The first test also ends an overflow.
    if (weight <= sum * NEGLIGIBLE || sum === Infinity) break
  }
  return sum
}
