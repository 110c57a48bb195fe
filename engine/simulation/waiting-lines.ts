/**
 * Those who wait, a ring of flat numbers for each contact type, first come first. A hang-up is lazy: its moment is written beside the
 * contact and looked at when the contact comes to the head, so that nothing has to be taken out of the middle.
 */
export interface WaitingLines {
  /** By type: when the head arrived; Infinity where nobody waits. */
  readonly headArrival: Float64Array
  /** By type: when the head hangs up; Infinity for never. */
  readonly headDeadline: Float64Array
  readonly headHandling: (type: number) => number
  readonly headPeriod: (type: number) => number
  readonly join: (type: number, arrival: number, deadline: number, handling: number, period: number) => void
  readonly leave: (type: number) => void
  /** Takes out everyone who has hung up by now, heads or not; answers the earliest deadline of those who stay. */
  readonly removeGone: (
    now: number,
    onGone: (type: number, arrival: number, deadline: number, period: number) => void,
  ) => number
  readonly clear: () => void
}

const STRIDE = 4
const FIRST_CAPACITY = 64

export function createWaitingLines(types: number): WaitingLines {
  const rings = Array.from({ length: types }, () => new Float64Array(FIRST_CAPACITY * STRIDE))
  const heads = new Int32Array(types)
  const sizes = new Int32Array(types)
  const headArrival = new Float64Array(types).fill(Infinity)
  const headDeadline = new Float64Array(types).fill(Infinity)

  function showHead(type: number): void {
    const isEmpty = sizes[type] === 0
    const ring = rings[type] as Float64Array
    const at = (heads[type] as number) * STRIDE
    headArrival[type] = isEmpty ? Infinity : (ring[at] as number)
    headDeadline[type] = isEmpty ? Infinity : (ring[at + 1] as number)
  }

  function grow(type: number): void {
    const ring = rings[type] as Float64Array
    const more = new Float64Array(ring.length * 2)
    const split = (heads[type] as number) * STRIDE
    more.set(ring.subarray(split))
    more.set(ring.subarray(0, split), ring.length - split)
    rings[type] = more
    heads[type] = 0
  }

  function join(type: number, arrival: number, deadline: number, handling: number, period: number): void {
    const size = sizes[type] as number
    if (size * STRIDE === (rings[type] as Float64Array).length) grow(type)
    const ring = rings[type] as Float64Array
    const at = (((heads[type] as number) + size) * STRIDE) & (ring.length - 1)
    ring[at] = arrival
    ring[at + 1] = deadline
    ring[at + 2] = handling
    ring[at + 3] = period
    sizes[type] = size + 1
    if (size > 0) return
    headArrival[type] = arrival
    headDeadline[type] = deadline
  }

  function leave(type: number): void {
    heads[type] = ((heads[type] as number) + 1) & ((rings[type] as Float64Array).length / STRIDE - 1)
    sizes[type] = (sizes[type] as number) - 1
    showHead(type)
  }

  const removeGone: WaitingLines['removeGone'] = (now, onGone) => {
    let earliest = Infinity
    for (let type = 0; type < types; type++) {
      const ring = rings[type] as Float64Array
      const size = sizes[type] as number
      let kept = 0
      for (let place = 0; place < size; place++) {
        const from = (((heads[type] as number) + place) * STRIDE) & (ring.length - 1)
        const deadline = ring[from + 1] as number
        if (deadline <= now) {
          onGone(type, ring[from] as number, deadline, ring[from + 3] as number)
          continue
        }
        earliest = Math.min(earliest, deadline)
        const to = (((heads[type] as number) + kept++) * STRIDE) & (ring.length - 1)
        if (to !== from) ring.copyWithin(to, from, from + STRIDE)
      }
      sizes[type] = kept
      showHead(type)
    }
    return earliest
  }

  return {
    headArrival,
    headDeadline,
    headHandling: (type) => (rings[type] as Float64Array)[(heads[type] as number) * STRIDE + 2] as number,
    headPeriod: (type) => (rings[type] as Float64Array)[(heads[type] as number) * STRIDE + 3] as number,
    join,
    leave,
    removeGone,
    clear: () => {
      heads.fill(0)
      sizes.fill(0)
      headArrival.fill(Infinity)
      headDeadline.fill(Infinity)
    },
  }
}
