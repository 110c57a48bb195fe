import { fairKinds } from './fair-balance.ts'
import type { RosterState } from './roster-state.ts'

/** A plane below the convex cost of unfair shares, that touches it at some counts. */
export interface FairTangent {
  /** kind × agents + agent: what one more of a kind costs. */
  readonly price: Float64Array
  /** What the plane costs beside the counts of this roster. */
  constant: number
  /** Moves the point of touch so far of the way towards counts of this roster: kind × agents + agent. */
  readonly lean: (counts: Float64Array, part: number) => void
  /** Remembers where it touches, and touches there again. */
  readonly keep: () => void
  readonly goBack: () => void
}

/** Touches first where the state’s own counts are. */
export function createFairTangent({ prepared, fair }: RosterState): FairTangent {
  const { agents, problem } = prepared
  const { shares, worth } = fair
  // Counts with those of the year so far.
  const point = fair.counts.slice()
  const kept = point.slice()
  const tangent: FairTangent = {
    price: new Float64Array(point.length),
    constant: 0,
    lean,
    keep: () => kept.set(point),
    goBack: () => {
      point.set(kept)
      touch()
    },
  }

  const soFar = Float64Array.from(point, (_, at) => {
    const name = fairKinds[Math.floor(at / agents)]
    return name === undefined ? 0 : (problem.agents[at % agents]?.soFar[name] ?? 0)
  })

  function lean(counts: Float64Array, part: number): void {
    for (let at = 0; at < point.length; at++) {
      const wanted = (soFar[at] as number) + (counts[at] as number)
      point[at] = (point[at] as number) + part * (wanted - (point[at] as number))
    }
    touch()
  }

  /** Σ(c − sT)² over those who take part, its slopes, and what is left when they are taken out. */
  function touch(): void {
    tangent.constant = 0
    for (let kind = 0; kind < fairKinds.length; kind++) {
      const first = kind * agents
      let total = 0
      for (let at = first; at < first + agents; at++) if (shares[at] !== 0) total += point[at] as number
      let pulled = 0
      for (let at = first; at < first + agents; at++) pulled += (shares[at] as number) * off(at, total)
      const double = 2 * (worth[kind] as number)
      for (let at = first; at < first + agents; at++) {
        if (shares[at] === 0) continue
        const apart = off(at, total)
        const slope = double * (apart - pulled)
        tangent.price[at] = slope
        tangent.constant +=
          (worth[kind] as number) * apart * apart - slope * ((point[at] as number) - (soFar[at] as number))
      }
    }
  }

  const off = (at: number, total: number): number =>
    shares[at] === 0 ? 0 : (point[at] as number) - (shares[at] as number) * total

  touch()
  return tangent
}
