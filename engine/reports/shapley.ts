/**
 * Shares of a change among what changed: each driver's effect, averaged over every order in which the drivers may have changed (Shapley 1953).
 * The shares add up to the whole change, whatever the formula, and no order that somebody chose decides who is to blame.
 *
 * `valueWhen` is asked for every set of drivers that have changed already, each once: sixteen times for four.
 *
 * @example shapleyShares(['a', 'b'], (changed) => (changed.has('a') ? 3 : 1) * (changed.has('b') ? 2 : 1)) // { a: 3, b: 2 }
 */
export function shapleyShares<Driver extends string>(
  drivers: readonly Driver[],
  valueWhen: (changed: ReadonlySet<Driver>) => number,
): Readonly<Record<Driver, number>> {
  const count = drivers.length
  const values = Array.from({ length: 2 ** count }, (_, mask) =>
    valueWhen(new Set(drivers.filter((_driver, place) => isIn(mask, place)))),
  )
  const shares = drivers.map((_driver, place) => {
    let share = 0
    for (let mask = 0; mask < values.length; mask++)
      if (!isIn(mask, place))
        share += orderShare(sizeOf(mask), count) * ((values[mask + 2 ** place] ?? 0) - (values[mask] ?? 0))
    return share
  })
  return Object.fromEntries(drivers.map((driver, place) => [driver, shares[place] ?? 0])) as Record<Driver, number>
}

const isIn = (mask: number, place: number): boolean => Math.floor(mask / 2 ** place) % 2 === 1

function sizeOf(mask: number): number {
  let size = 0
  for (let rest = mask; rest > 0; rest = Math.floor(rest / 2)) size += rest % 2
  return size
}

/** The share of all orders in which exactly these `size` drivers come first and one given other next. */
const orderShare = (size: number, count: number): number =>
  (factorial(size) * factorial(count - size - 1)) / factorial(count)

const factorial = (value: number): number => (value <= 1 ? 1 : value * factorial(value - 1))
