/**
 * Events in order of time: a 4-ary heap on flat arrays. Four children a node halve the depth and sit in one cache line; an
 * event is a time and one small whole number, so nothing is allocated per event.
 */
export interface EventHeap {
  readonly size: () => number
  /** The earliest time, or Infinity when there is none. */
  readonly nextTime: () => number
  /** The payload of the earliest event. */
  readonly next: () => number
  readonly push: (time: number, payload: number) => void
  readonly pop: () => number
  /** Puts an event in the place of the earliest one: half the work of a pop and a push. */
  readonly replaceNext: (time: number, payload: number) => void
  readonly clear: () => void
}

/** An empty heap; it grows by itself beyond the room it begins with. */
export function createEventHeap(initialCapacity = 1024): EventHeap {
  let times = new Float64Array(initialCapacity)
  let payloads = new Int32Array(initialCapacity)
  let size = 0

  function grow(): void {
    const moreTimes = new Float64Array(times.length * 2)
    const morePayloads = new Int32Array(times.length * 2)
    moreTimes.set(times)
    morePayloads.set(payloads)
    times = moreTimes
    payloads = morePayloads
  }

  function push(time: number, payload: number): void {
    if (size === times.length) grow()
    let place = size++
    while (place > 0) {
      const parent = (place - 1) >> 2
      const parentTime = times[parent] as number
      if (parentTime <= time) break
      times[place] = parentTime
      payloads[place] = payloads[parent] as number
      place = parent
    }
    times[place] = time
    payloads[place] = payload
  }

  function sink(time: number, payload: number): void {
    let place = 0
    for (;;) {
      const first = place * 4 + 1
      if (first >= size) break
      let earliest = first
      let earliestTime = times[first] as number
      const end = Math.min(first + 4, size)
      for (let child = first + 1; child < end; child++) {
        const childTime = times[child] as number
        if (childTime < earliestTime) {
          earliest = child
          earliestTime = childTime
        }
      }
      if (earliestTime >= time) break
      times[place] = earliestTime
      payloads[place] = payloads[earliest] as number
      place = earliest
    }
    times[place] = time
    payloads[place] = payload
  }

  function pop(): number {
    if (size === 0) throw new RangeError('there is no event to take: look at size() first')
    const payload = payloads[0] as number
    size--
    if (size > 0) sink(times[size] as number, payloads[size] as number)
    return payload
  }

  return {
    size: () => size,
    nextTime: () => (size === 0 ? Number.POSITIVE_INFINITY : (times[0] as number)),
    next: () => payloads[0] as number,
    push,
    pop,
    replaceNext: (time, payload) => {
      if (size === 0) push(time, payload)
      else sink(time, payload)
    },
    clear: () => {
      size = 0
    },
  }
}
