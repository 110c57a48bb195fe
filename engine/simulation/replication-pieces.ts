/** How often a model is run, and from which seed. */
export interface SimulationRuns {
  readonly replications: number
  readonly seed: number
}

/** Some replications in a row: what one worker is given at a time. */
export interface ReplicationPiece {
  readonly first: number
  readonly count: number
}

const PIECES = 200
const MOST_REPLICATIONS = 10_000_000

/** @throws RangeError when replications or seed are not whole numbers in their bounds. */
export function checkRuns({ replications, seed }: SimulationRuns): void {
  if (!Number.isSafeInteger(replications) || replications < 1 || replications > MOST_REPLICATIONS)
    throw new RangeError(`replications must be a whole number from 1 to ${MOST_REPLICATIONS}, not ${replications}`)
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`seed must be a whole number from 0, not ${seed}`)
}

/** Pieces depend on the number of replications only, so that sums come out the same for any number of workers. */
export function replicationPieces(replications: number): readonly ReplicationPiece[] {
  const size = Math.ceil(replications / PIECES)
  return Array.from({ length: Math.ceil(replications / size) }, (_, piece) => ({
    first: piece * size,
    count: Math.min(size, replications - piece * size),
  }))
}
