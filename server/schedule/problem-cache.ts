import type { RosterProblem } from '@pult/engine/schedule'

import type { Tx } from '../platform/index.ts'
import { unpackProblem } from './pack-problem.ts'
import { readPackedProblem } from './roster-store.ts'

const MOST_KEPT = 4

interface Cached {
  readonly packed: Buffer
  readonly problem: RosterProblem
}

const cached = new Map<string, Cached>()

/**
 * What a roster was made from; null before it is known. The packed bytes are read each time and the unpacked problem of the last few
 * rosters is remembered, so that a drag of a shift need not unpack it.
 */
export async function readKeptProblem(tx: Tx, centerId: number, rosterId: number): Promise<RosterProblem | null> {
  const packed = await readPackedProblem(tx, centerId, rosterId)
  if (packed === null) return null
  const key = `${centerId}/${rosterId}`
  const known = cached.get(key)
  cached.delete(key)
  const fresh = known?.packed.equals(packed) === true ? known : { packed, problem: await unpackProblem(packed) }
  cached.set(key, fresh)
  for (const oldest of cached.keys()) {
    if (cached.size <= MOST_KEPT) break
    cached.delete(oldest)
  }
  return fresh.problem
}
