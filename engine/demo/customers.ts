import { createRandom, type Random } from '../numeric/index.ts'
import { addDays, type LocalDate } from '../time/index.ts'

/** How the source writes a caller who hides the number. */
export const ANONYMOUS = 'anonymous'

const ANONYMOUS_SHARE = 0.06
/** Of all contacts, those by customers who were in touch on one of the six days before. */
const RETURNING_SHARE = 0.1
const RETURN_DAY_WEIGHTS = [34, 22, 16, 12, 9, 7]
// Numbers in codes +7 943 … +7 948, which no operator is known to use: a demonstration must not show a real person's number.
const FIRST_CODE = 943
const CODES = 6
/** The returning are drawn from the first so many of a past day, which even a quiet day has. */
const KNOWN_CUSTOMERS_A_DAY = 1500

/** Who contacts the centre on one day. */
export interface Customers {
  /** The customer's number as the source would write it. */
  readonly next: () => string
}

/**
 * The customers of a day. The n-th new customer of any day follows from seed and date alone, so a day can know those of the week
 * before without simulating it; that is how a repeat contact crosses midnight.
 */
export function createCustomers(seed: string, date: LocalDate, random: Random): Customers {
  const today = numbersOf(seed, date)
  const past = RETURN_DAY_WEIGHTS.map((_, index) => numbersOf(seed, addDays(date, -1 - index)))
  let fresh = 0
  return {
    next: () => {
      const kind = random.uniform()
      if (kind < ANONYMOUS_SHARE) return ANONYMOUS
      if (kind < ANONYMOUS_SHARE + RETURNING_SHARE) {
        const day = past[random.weighted(RETURN_DAY_WEIGHTS)] ?? today
        return day(random.integer(0, KNOWN_CUSTOMERS_A_DAY))
      }
      return today(fresh++)
    },
  }
}

/** An address for the mail of the same customer. */
export function mailOf(customer: string): string {
  return customer === ANONYMOUS ? 'unknown' : `client${customer.slice(2)}@example.ru`
}

/** The n-th number of a day: a walk through the day's own share of all numbers, without repeats. */
function numbersOf(seed: string, date: LocalDate): (index: number) => string {
  const start = createRandom(`${seed}/customers/${date}`).integer(0, CODES * 10_000_000)
  return (index) => {
    // The step has no factor in common with 6 × 10⁷, so the walk meets every number before it repeats one.
    const place = (start + index * 7_368_787) % (CODES * 10_000_000)
    const code = FIRST_CODE + Math.floor(place / 10_000_000)
    return `7${code}${String(place % 10_000_000).padStart(7, '0')}`
  }
}
