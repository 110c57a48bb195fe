/** Since when the free agents of each group are free, the longest first: for the routing that asks whoever is idle longest. */
export interface IdleAgents {
  /** Infinity where nobody is free. */
  readonly longestSince: (group: number) => number
  readonly sit: (group: number, now: number) => void
  /** The one idle longest takes a contact, or goes. */
  readonly rise: (group: number) => void
  readonly count: (group: number) => number
  readonly clear: () => void
}

const FIRST_CAPACITY = 16

export function createIdleAgents(groups: number): IdleAgents {
  const rings = Array.from({ length: groups }, () => new Float64Array(FIRST_CAPACITY))
  const heads = new Int32Array(groups)
  const sizes = new Int32Array(groups)

  function sit(group: number, now: number): void {
    let ring = rings[group] as Float64Array
    const size = sizes[group] as number
    const head = heads[group] as number
    if (size === ring.length) {
      const more = new Float64Array(size * 2)
      more.set(ring.subarray(head))
      more.set(ring.subarray(0, head), size - head)
      rings[group] = ring = more
      heads[group] = 0
    }
    ring[((heads[group] as number) + size) & (ring.length - 1)] = now
    sizes[group] = size + 1
  }

  return {
    longestSince: (group) =>
      sizes[group] === 0 ? Infinity : ((rings[group] as Float64Array)[heads[group] as number] as number),
    sit,
    rise: (group) => {
      heads[group] = ((heads[group] as number) + 1) & ((rings[group] as Float64Array).length - 1)
      sizes[group] = (sizes[group] as number) - 1
    },
    count: (group) => sizes[group] as number,
    clear: () => {
      heads.fill(0)
      sizes.fill(0)
    },
  }
}
