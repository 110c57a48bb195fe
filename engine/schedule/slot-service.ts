import type { PreparedRoster } from './prepare-roster.ts'

/**
 * Agents at their posts, shared out over their queues at least cost, slot by slot. Costs are convex, so an agent more or fewer changes
 * the best sharing along one chain of exchanges (she takes a queue whose agent takes another …), whose ends alone cost anything.
 * `up` and `down` hold what one more or one fewer of each group would cost in each slot: the search only adds these up.
 */
export interface SlotService {
  readonly groups: number
  readonly width: number
  /** group × width + slot: weighted cost of one more; 0 beyond the horizon. */
  readonly up: Float64Array
  /** Weighted cost of one fewer; only meaningful where the group has somebody. */
  readonly down: Float64Array
  /** slot × groups × queues: agents of a group who serve a queue. */
  readonly shared: Int32Array
  /** slot × queues. */
  readonly staffed: Int32Array
  /** Adds (1) or takes away (−1) an agent of a group and answers the weighted difference. */
  readonly move: (slot: number, group: number, by: 1 | -1) => number
  /** What several such changes of one slot would cost together; nothing is written. */
  readonly tryMoves: (slot: number, groups: Int32Array, by: Int32Array, count: number) => number
  readonly clear: () => void
}

export function createSlotService({ queues, slots, width }: PreparedRoster): SlotService {
  const { count, groups, masks, stepsAt, stepCount, steps } = queues
  const up = new Float64Array(groups * width)
  const down = new Float64Array(groups * width)
  const shared = new Int32Array(slots * groups * count)
  const staffed = new Int32Array(slots * count)
  const spareShared = new Int32Array(groups * count)
  const spareStaffed = new Int32Array(count)
  const next = new Float64Array(count)
  const last = new Float64Array(count)
  const reach = new Int32Array(count)
  const parentQueue = new Int32Array(count)
  const parentGroup = new Int32Array(count)
  const line = new Int32Array(count)

  /** The step from so many agents to one more. Past the table its last step goes on. */
  function step(queue: number, slot: number, agents: number): number {
    const at = queue * slots + slot
    const many = stepCount[at] as number
    if (many === 0) return 0
    return steps[(stepsAt[at] as number) + (agents < many ? agents : many - 1)] as number
  }

  function add(
    own: Int32Array,
    ownAt: number,
    totals: Int32Array,
    totalAt: number,
    slot: number,
    group: number,
  ): number {
    // Breadth first over queues: from the group's own to those whose agents can be moved on.
    const mask = masks[group] as number
    let seen = mask
    let length = 0
    let best = -1
    let bestCost = Number.POSITIVE_INFINITY
    for (let queue = 0; queue < count; queue++)
      if ((mask >> queue) & 1) {
        line[length++] = queue
        parentQueue[queue] = -1
      }
    for (let head = 0; head < length; head++) {
      const queue = line[head] as number
      const cost = step(queue, slot, totals[totalAt + queue] as number)
      if (cost < bestCost) {
        bestCost = cost
        best = queue
      }
      for (let other = 0; other < groups; other++) {
        if ((own[ownAt + other * count + queue] as number) === 0) continue
        const fresh = (masks[other] as number) & ~seen
        if (fresh === 0) continue
        for (let to = 0; to < count; to++)
          if ((fresh >> to) & 1) {
            line[length++] = to
            parentQueue[to] = queue
            parentGroup[to] = other
          }
        seen |= fresh
      }
    }
    if (best < 0) return 0
    totals[totalAt + best] = (totals[totalAt + best] as number) + 1
    let queue = best
    while ((parentQueue[queue] as number) >= 0) {
      const from = parentQueue[queue] as number
      const row = ownAt + (parentGroup[queue] as number) * count
      own[row + from] = (own[row + from] as number) - 1
      own[row + queue] = (own[row + queue] as number) + 1
      queue = from
    }
    own[ownAt + group * count + queue] = (own[ownAt + group * count + queue] as number) + 1
    return bestCost
  }

  function remove(
    own: Int32Array,
    ownAt: number,
    totals: Int32Array,
    totalAt: number,
    slot: number,
    group: number,
  ): number {
    let seen = 0
    let length = 0
    let best = -1
    let bestSaved = Number.NEGATIVE_INFINITY
    for (let queue = 0; queue < count; queue++)
      if ((own[ownAt + group * count + queue] as number) > 0) {
        line[length++] = queue
        parentQueue[queue] = -1
        seen |= 1 << queue
      }
    for (let head = 0; head < length; head++) {
      const queue = line[head] as number
      const saved = step(queue, slot, (totals[totalAt + queue] as number) - 1)
      if (saved > bestSaved) {
        bestSaved = saved
        best = queue
      }
      // Who else may come to this queue, and from where.
      for (let other = 0; other < groups; other++) {
        if ((((masks[other] as number) >> queue) & 1) === 0) continue
        for (let from = 0; from < count; from++)
          if (((seen >> from) & 1) === 0 && (own[ownAt + other * count + from] as number) > 0) {
            line[length++] = from
            parentQueue[from] = queue
            parentGroup[from] = other
            seen |= 1 << from
          }
      }
    }
    if (best < 0) return 0
    totals[totalAt + best] = (totals[totalAt + best] as number) - 1
    let queue = best
    while ((parentQueue[queue] as number) >= 0) {
      const to = parentQueue[queue] as number
      const row = ownAt + (parentGroup[queue] as number) * count
      own[row + queue] = (own[row + queue] as number) - 1
      own[row + to] = (own[row + to] as number) + 1
      queue = to
    }
    own[ownAt + group * count + queue] = (own[ownAt + group * count + queue] as number) - 1
    return -bestSaved
  }

  /** Renews what one more and one fewer would cost in a slot, for all groups. */
  function refresh(slot: number): void {
    const ownAt = slot * groups * count
    const totalAt = slot * count
    for (let queue = 0; queue < count; queue++) {
      const agents = staffed[totalAt + queue] as number
      next[queue] = step(queue, slot, agents)
      last[queue] = agents > 0 ? step(queue, slot, agents - 1) : 0
      let direct = 1 << queue
      for (let group = 0; group < groups; group++)
        if ((shared[ownAt + group * count + queue] as number) > 0) direct |= masks[group] as number
      reach[queue] = direct
    }
    closeReach()
    for (let group = 0; group < groups; group++) {
      const mask = masks[group] as number
      let reached = 0
      let mostSaved = Number.NEGATIVE_INFINITY
      let owned = 0
      for (let queue = 0; queue < count; queue++) {
        if ((mask >> queue) & 1) reached |= reach[queue] as number
        if ((shared[ownAt + group * count + queue] as number) > 0) owned |= 1 << queue
      }
      let least = Number.POSITIVE_INFINITY
      for (let queue = 0; queue < count; queue++) {
        if ((reached >> queue) & 1 && (next[queue] as number) < least) least = next[queue] as number
        // A queue gives somebody up to this group's posts when its agents can reach one of them.
        if (((reach[queue] as number) & owned) !== 0 && (staffed[totalAt + queue] as number) > 0)
          if ((last[queue] as number) > mostSaved) mostSaved = last[queue] as number
      }
      up[group * width + slot] = mask === 0 ? 0 : least
      down[group * width + slot] = owned === 0 ? 0 : -mostSaved
    }
  }

  /** Queues reached over any number of exchanges: by way of one queue after the other (Warshall). */
  function closeReach(): void {
    for (let by = 0; by < count; by++) {
      const further = reach[by] as number
      for (let queue = 0; queue < count; queue++)
        if (((reach[queue] as number) >> by) & 1) reach[queue] = (reach[queue] as number) | further
    }
  }

  function clear(): void {
    shared.fill(0)
    staffed.fill(0)
    for (let slot = 0; slot < slots; slot++) refresh(slot)
  }
  clear()

  return {
    groups,
    width,
    up,
    down,
    shared,
    staffed,
    clear,
    move: (slot, group, by) => {
      if (slot >= slots) return 0
      const act = by > 0 ? add : remove
      const difference = act(shared, slot * groups * count, staffed, slot * count, slot, group)
      refresh(slot)
      return difference
    },
    tryMoves: (slot, changed, by, many) => {
      if (slot >= slots) return 0
      const ownAt = slot * groups * count
      for (let at = 0; at < groups * count; at++) spareShared[at] = shared[ownAt + at] as number
      for (let queue = 0; queue < count; queue++) spareStaffed[queue] = staffed[slot * count + queue] as number
      let difference = 0
      for (let at = 0; at < many; at++)
        for (let left = by[at] as number; left < 0; left++)
          difference += remove(spareShared, 0, spareStaffed, 0, slot, changed[at] as number)
      for (let at = 0; at < many; at++)
        for (let left = by[at] as number; left > 0; left--)
          difference += add(spareShared, 0, spareStaffed, 0, slot, changed[at] as number)
      return difference
    },
  }
}
