import { MINUTE_MS } from '@pult/engine/time'

import { RequestProblem } from '../platform/index.ts'

/** A screen whose link was revoked asks a few times; whoever tries links asks often. */
const MOST_A_MINUTE = 20
const MOST_KEPT = 10_000

export interface WrongLinks {
  /** Throws a problem where too many wrong links came from this address lately. */
  refuseIfMany(address: string): void
  note(address: string): void
}

/** Counts wrong links by the address they come from. The secret is far too long to be guessed; nobody shall make us look all the same. */
export function countWrongLinks(clock: () => number): WrongLinks {
  const byAddress = new Map<string, { readonly since: number; count: number }>()
  const lately = (address: string): { readonly since: number; count: number } | undefined => {
    const found = byAddress.get(address)
    if (found === undefined || clock() - found.since < MINUTE_MS) return found
    byAddress.delete(address)
    return undefined
  }
  return {
    refuseIfMany(address) {
      if ((lately(address)?.count ?? 0) >= MOST_A_MINUTE)
        throw new RequestProblem(429, 'slowDown', 'Too many wrong links came from here. Try again in a minute.')
    },
    note(address) {
      const found = lately(address)
      if (found !== undefined) found.count += 1
      else {
        if (byAddress.size >= MOST_KEPT) byAddress.clear()
        byAddress.set(address, { since: clock(), count: 1 })
      }
    },
  }
}
