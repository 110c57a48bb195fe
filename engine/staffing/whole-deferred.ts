import { requiredForDeferred, type DeferredDemand, type DeferredRequirement } from './deferred-work.ts'

// Sums of fractions end a hair above a whole number.
const HAIR = 1e-9

interface Lot {
  items: number
  readonly due: number
}

/**
 * The calmest plan in whole agents: fractions of the even level are carried from interval to interval, so that 2.4 becomes 2, 2, 3, 2, 3,
 * and what is due before the next open interval is never left to them. The most agents at once are hardly more than the even level's (a test: one).
 */
export function wholeAgentsForDeferred(demand: DeferredDemand): DeferredRequirement {
  const level = requiredForDeferred(demand)
  if (!level.possible) return level
  const { arrivals, deadlineIntervals, backlog = [], open, ahtSeconds, intervalSeconds } = demand
  const perItem = ahtSeconds / intervalSeconds
  const isOpen = (interval: number): boolean => open?.[interval] !== false
  const lots: Lot[] = backlog.map((items, due) => ({ items, due })).filter(({ items }) => items > 0)
  let ahead = 0
  const agents = arrivals.map((items, interval) => {
    lots.push({ items, due: interval + deadlineIntervals - 1 })
    lots.sort((left, right) => left.due - right.due)
    if (!isOpen(interval)) return 0
    const even = level.agents[interval] ?? 0
    const urgent = agentsFor(lots, lastBeforeOpen(interval, arrivals.length, isOpen)) * perItem
    const most = Math.ceil(agentsFor(lots, Infinity) * perItem - HAIR)
    const asked = Math.max(Math.ceil(urgent - HAIR), Math.floor(even - ahead + HAIR))
    const given = Math.max(0, Math.min(most, asked))
    // Only work that was done counts: an agent who found none does not make up for later.
    ahead += workOn(lots, given / perItem) * perItem - even
    return given
  })
  return { possible: true, agents }
}

const agentsFor = (lots: readonly Lot[], due: number): number =>
  lots.reduce((sum, lot) => (lot.due <= due ? sum + lot.items : sum), 0)

function lastBeforeOpen(interval: number, end: number, isOpen: (interval: number) => boolean): number {
  let next = interval + 1
  while (next < end && !isOpen(next)) next += 1
  // What is due after the last interval is somebody else's plan.
  return next - 1
}

/** The most urgent first; the items done. */
function workOn(lots: Lot[], capacity: number): number {
  let left = capacity
  while (left > 0 && lots[0] !== undefined) {
    const taken = Math.min(left, lots[0].items)
    lots[0].items -= taken
    left -= taken
    if (lots[0].items > HAIR) break
    lots.shift()
  }
  return capacity - left
}
