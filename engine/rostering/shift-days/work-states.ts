import { OFF, type CompiledDays, type CompiledMember } from './compiled.ts'

// What of a person’s past days decides what she may do next: how long she has been off, or how long she has worked and which shift
// came last. Shifts with the same followers are one class. Stretches that began with the first day keep a state of their own while
// they are shorter than asked, because nothing is asked of them.

export const START = 0
export const IMPOSSIBLE = -1

export interface ShiftClass {
  /** A class all of whose followers are followers of this one too, or −1; it comes earlier in the list. */
  readonly base: number
  /** Followers that the base has not. */
  readonly more: readonly number[]
}

export interface WorkStates {
  /** State 0 is before the first day, 1 to `offStates` are days off, then `slot × classCount + class`. */
  readonly count: number
  readonly offStates: number
  readonly firstWork: number
  readonly slots: number
  readonly classes: readonly ShiftClass[]
  /** By shift; −1 for shifts that she is never given. */
  readonly classOf: Int32Array
  /** By slot: the slot after one more day of work, or −1. */
  readonly nextSlot: Int32Array
  /** By slot: whether a day off may follow. */
  readonly mayStop: Uint8Array
  /** Slot of the first day of work after a day off, and of a stretch that begins with the first day; −1 where she never works. */
  readonly openingSlot: number
  readonly edgeSlot: number
  /** The state after a day with this shift or off, or −1 where a rule forbids it. */
  readonly step: (state: number, shift: number) => number
}

export function createWorkStates(problem: CompiledDays, member: CompiledMember): WorkStates {
  const { maxConsecutive, minConsecutive, minDaysOff: offStates } = member
  const { classes, classOf, mayFollow } = classifyShifts(problem, member)
  const edgeSlots = Math.max(0, Math.min(minConsecutive - 1, maxConsecutive))
  const slots = maxConsecutive + edgeSlots
  const nextSlot = new Int32Array(slots).fill(IMPOSSIBLE)
  const mayStop = new Uint8Array(slots)
  for (let run = 1; run <= maxConsecutive; run++) {
    nextSlot[run - 1] = run < maxConsecutive ? run : IMPOSSIBLE
    mayStop[run - 1] = run >= minConsecutive ? 1 : 0
  }
  for (let run = 1; run <= edgeSlots; run++) {
    const slot = maxConsecutive + run - 1
    if (run < edgeSlots) nextSlot[slot] = slot + 1
    else nextSlot[slot] = run < maxConsecutive ? run : IMPOSSIBLE
    mayStop[slot] = 1
  }
  const firstWork = 1 + offStates
  const openingSlot = slots === 0 ? IMPOSSIBLE : 0
  const edgeSlot = edgeSlots > 0 ? maxConsecutive : openingSlot
  const stateOf = (slot: number, shift: number): number =>
    slot === IMPOSSIBLE || classOf[shift] === IMPOSSIBLE
      ? IMPOSSIBLE
      : firstWork + slot * classes.length + (classOf[shift] as number)

  function step(state: number, shift: number): number {
    if (state === START) return shift === OFF ? offStates : stateOf(edgeSlot, shift)
    if (state < firstWork) {
      if (shift === OFF) return Math.min(state + 1, offStates)
      return state === offStates ? stateOf(openingSlot, shift) : IMPOSSIBLE
    }
    const slot = Math.floor((state - firstWork) / classes.length)
    if (shift === OFF) return mayStop[slot] === 1 ? 1 : IMPOSSIBLE
    return mayFollow((state - firstWork) % classes.length, shift)
      ? stateOf(nextSlot[slot] as number, shift)
      : IMPOSSIBLE
  }

  return {
    count: firstWork + slots * classes.length,
    offStates,
    firstWork,
    slots,
    classes,
    classOf,
    nextSlot,
    mayStop,
    openingSlot,
    edgeSlot,
    step,
  }
}

function classifyShifts({ shiftCount, forbids }: CompiledDays, { shifts }: CompiledMember) {
  const followersOf = (first: number): readonly number[] =>
    shifts.filter((next) => forbids[first * shiftCount + next] === 0)
  const byKey = new Map<string, { readonly followers: readonly number[]; readonly members: number[] }>()
  for (const shift of shifts) {
    const followers = followersOf(shift)
    const key = followers.join(',')
    const found = byKey.get(key)
    if (found === undefined) byKey.set(key, { followers, members: [shift] })
    else found.members.push(shift)
  }
  const groups = [...byKey.values()].toSorted((left, right) => left.followers.length - right.followers.length)
  const sets = groups.map(({ followers }) => new Set(followers))
  const classOf = new Int32Array(shiftCount).fill(IMPOSSIBLE)
  const classes = groups.map(({ followers, members }, index): ShiftClass => {
    for (const shift of members) classOf[shift] = index
    // The largest earlier set inside this one leaves the least to compare.
    const base = sets.slice(0, index).findLastIndex((earlier) => [...earlier].every((shift) => sets[index]?.has(shift)))
    return { base, more: followers.filter((shift) => base === IMPOSSIBLE || sets[base]?.has(shift) !== true) }
  })
  const mayFollow = (place: number, shift: number): boolean => sets[place]?.has(shift) === true
  return { classes, classOf, mayFollow }
}
