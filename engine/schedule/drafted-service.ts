import type { RosterState } from './roster-state.ts'
import { MOST_DRAFTS, type ShiftDrafts } from './shift-drafts.ts'

/** What drafts mean to the agents at posts. `isExchange`: two agents of one group give each other their shifts, so that nothing changes. */
export interface DraftedService {
  readonly price: (count: number) => number
  /** Moves the posts of the old shifts to the new ones and answers the weighted difference; the cells still hold the old shifts. */
  readonly commit: (count: number) => number
}

export function createDraftedService(state: RosterState, drafts: ShiftDrafts): DraftedService {
  const { prepared, service, atPost, start, end, seats, breaks } = state
  const { width, queues } = prepared
  const { up, down } = service
  const { groupOf } = queues
  const { longest, pattern, breakStart, breakSlots } = drafts
  // Net change of each group in each slot, while drafts of several agents are added up.
  const laneGroup = new Int32Array(MOST_DRAFTS)
  const net = new Int8Array(MOST_DRAFTS * width)
  const touched = new Int32Array(2 * MOST_DRAFTS * (longest + 1))
  const slotGroups = new Int32Array(MOST_DRAFTS)
  const slotBy = new Int32Array(MOST_DRAFTS)
  let lanes = 0
  let touchedCount = 0

  const price = (count: number): number => {
    if (drafts.isExchange) return 0
    if (count === 1) return priceOne(0)
    return isApart(count) ? priceApart(count) : priceTogether(count)
  }

  const priceApart = (count: number): number => {
    let sum = 0
    for (let draft = 0; draft < count; draft++) sum += priceOne(draft)
    return sum
  }

  /**
   * One cell: no slot changes twice, so what one more and one fewer cost only need adding. Where the old and the new shift overlap only
   * breaks can differ.
   */
  function priceOne(draft: number): number {
    const cell = drafts.cell[draft] as number
    const agent = drafts.agent[draft] as number
    const row = (groupOf[agent] as number) * width
    const posts = agent * width
    const oldStart = start[cell] as number
    const oldEnd = end[cell] as number
    const newStart = drafts.start[draft] as number
    const newEnd = drafts.end[draft] as number
    if (newStart < 0) return leaving(row, posts, oldStart, oldEnd)
    const firstBreak = draft * breaks
    const lastBreak = firstBreak + (drafts.breakCount[draft] as number)
    if (oldStart < 0 || oldEnd <= newStart || newEnd <= oldStart) {
      let sum = oldStart < 0 ? 0 : leaving(row, posts, oldStart, oldEnd)
      for (let slot = row + newStart; slot < row + newEnd; slot++) sum += up[slot] as number
      for (let at = firstBreak; at < lastBreak; at++) {
        const from = row + (breakStart[at] as number)
        for (let slot = from; slot < from + (breakSlots[at] as number); slot++) sum -= up[slot] as number
      }
      return sum
    }
    return seats.inCell[cell] === 0 ? overlapping(draft, cell, row, posts) : slotBySlot(draft, cell, row, posts)
  }

  function leaving(row: number, posts: number, from: number, to: number): number {
    let sum = 0
    for (let slot = from; slot < to; slot++) if (atPost[posts + slot] === 1) sum += down[row + slot] as number
    return sum
  }

  /** Edges that one shift has and the other has not, then the breaks of both. */
  function overlapping(draft: number, cell: number, row: number, posts: number): number {
    const oldStart = start[cell] as number
    const oldEnd = end[cell] as number
    const newStart = drafts.start[draft] as number
    const newEnd = drafts.end[draft] as number
    let sum = leaving(row, posts, oldStart, newStart) + leaving(row, posts, newEnd, oldEnd)
    for (let slot = newStart; slot < oldStart; slot++) sum += up[row + slot] as number
    for (let slot = oldEnd; slot < newEnd; slot++) sum += up[row + slot] as number
    const first = draft * breaks
    const last = first + (drafts.breakCount[draft] as number)
    for (let at = first; at < last; at++) {
      const from = breakStart[at] as number
      for (let slot = from; slot < from + (breakSlots[at] as number); slot++) {
        if (slot < oldStart || slot >= oldEnd) sum -= up[row + slot] as number
        else if (atPost[posts + slot] === 1) sum += down[row + slot] as number
      }
    }
    const lastOld = cell * breaks + (state.breakCount[cell] as number)
    for (let at = cell * breaks; at < lastOld; at++) {
      const from = state.breakStart[at] as number
      for (let slot = from; slot < from + (state.breakSlots[at] as number); slot++)
        if (slot >= newStart && slot < newEnd && !isBreak(first, last, slot)) sum += up[row + slot] as number
    }
    return sum
  }

  function isBreak(first: number, last: number, slot: number): boolean {
    for (let at = first; at < last; at++) {
      const from = breakStart[at] as number
      if (slot >= from && slot < from + (breakSlots[at] as number)) return true
    }
    return false
  }

  /** Where activities lie in the shift every slot is looked at. */
  function slotBySlot(draft: number, cell: number, row: number, posts: number): number {
    const oldStart = start[cell] as number
    const oldEnd = end[cell] as number
    const newStart = drafts.start[draft] as number
    const newEnd = drafts.end[draft] as number
    const first = draft * longest - newStart
    drafts.paint(draft)
    let sum = 0
    for (let slot = oldStart; slot < oldEnd; slot++)
      if (atPost[posts + slot] === 1 && (slot < newStart || slot >= newEnd || pattern[first + slot] === 0))
        sum += down[row + slot] as number
    for (let slot = newStart; slot < newEnd; slot++)
      if (pattern[first + slot] === 1 && (slot < oldStart || slot >= oldEnd || atPost[posts + slot] === 0))
        sum += up[row + slot] as number
    return sum
  }

  /** All of one agent, and no old shift of hers lies across a new one of another day. */
  function isApart(count: number): boolean {
    for (let draft = 1; draft < count; draft++) if (drafts.agent[draft] !== drafts.agent[0]) return false
    for (let draft = 0; draft < count; draft++)
      for (let other = 0; other < count; other++) {
        const cell = drafts.cell[other] as number
        if (other === draft || (start[cell] as number) < 0) continue
        if (
          (drafts.start[draft] as number) < (end[cell] as number) &&
          (drafts.end[draft] as number) > (start[cell] as number)
        )
          return false
      }
    return true
  }

  function addUp(count: number): void {
    lanes = 0
    touchedCount = 0
    for (let draft = 0; draft < count; draft++) {
      const cell = drafts.cell[draft] as number
      const agent = drafts.agent[draft] as number
      const group = groupOf[agent] as number
      let lane = 0
      while (lane < lanes && laneGroup[lane] !== group) lane++
      if (lane === lanes) laneGroup[lanes++] = group
      const row = lane * width
      const posts = agent * width
      drafts.paint(draft)
      for (let slot = start[cell] as number; slot < (end[cell] as number); slot++)
        if (atPost[posts + slot] === 1) {
          net[row + slot] = (net[row + slot] as number) - 1
          touched[touchedCount++] = slot
        }
      const first = draft * longest - (drafts.start[draft] as number)
      for (let slot = drafts.start[draft] as number; slot < (drafts.end[draft] as number); slot++)
        if (pattern[first + slot] === 1) {
          net[row + slot] = (net[row + slot] as number) + 1
          touched[touchedCount++] = slot
        }
    }
  }

  function priceTogether(count: number): number {
    addUp(count)
    let sum = 0
    for (let at = 0; at < touchedCount; at++) {
      const slot = touched[at] as number
      let changed = 0
      for (let lane = 0; lane < lanes; lane++) {
        const by = net[lane * width + slot] as number
        if (by === 0) continue
        slotGroups[changed] = laneGroup[lane] as number
        slotBy[changed++] = by
        net[lane * width + slot] = 0
      }
      if (changed === 0) continue
      const by = slotBy[0] as number
      if (changed === 1 && by === 1) sum += up[(slotGroups[0] as number) * width + slot] as number
      else if (changed === 1 && by === -1) sum += down[(slotGroups[0] as number) * width + slot] as number
      else sum += service.tryMoves(slot, slotGroups, slotBy, changed)
    }
    return sum
  }

  function commitOne(): number {
    const cell = drafts.cell[0] as number
    const agent = drafts.agent[0] as number
    const group = groupOf[agent] as number
    const posts = agent * width
    const oldStart = start[cell] as number
    const oldEnd = end[cell] as number
    const newStart = drafts.start[0] as number
    const newEnd = drafts.end[0] as number
    drafts.paint(0)
    let sum = 0
    for (let slot = oldStart; slot < oldEnd; slot++)
      if (atPost[posts + slot] === 1 && (slot < newStart || slot >= newEnd || pattern[slot - newStart] === 0))
        sum += service.move(slot, group, -1)
    for (let slot = newStart; slot < newEnd; slot++)
      if (pattern[slot - newStart] === 1 && (slot < oldStart || slot >= oldEnd || atPost[posts + slot] === 0))
        sum += service.move(slot, group, 1)
    return sum
  }

  function commitTogether(count: number): number {
    addUp(count)
    let sum = 0
    for (let at = 0; at < touchedCount; at++) {
      const slot = touched[at] as number
      for (let lane = 0; lane < lanes; lane++) {
        const row = lane * width + slot
        for (; (net[row] as number) < 0; net[row] = (net[row] as number) + 1)
          sum += service.move(slot, laneGroup[lane] as number, -1)
      }
      for (let lane = 0; lane < lanes; lane++) {
        const row = lane * width + slot
        for (; (net[row] as number) > 0; net[row] = (net[row] as number) - 1)
          sum += service.move(slot, laneGroup[lane] as number, 1)
      }
    }
    return sum
  }

  return {
    price,
    commit: (count) => {
      if (!drafts.isExchange) return count === 1 ? commitOne() : commitTogether(count)
      for (let draft = 0; draft < count; draft++) drafts.paint(draft)
      return 0
    },
  }
}
