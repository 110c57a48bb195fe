import type { PreparedRoster } from './prepare-roster.ts'

/** What a day may hold for one person: shifts with what each costs, all in, by start in rising order. */
export interface DayChoices {
  count: number
  option: Int32Array
  start: Int32Array
  end: Int32Array
  readonly cost: Float64Array
  /** What a day off costs; infinite where a shift is locked. */
  off: number
}

/** Of a day’s choices those that no other is better than in everything: they begin later, end sooner or cost less. */
export interface ThinChoices {
  /** Keeps what is worth keeping; `today` is the first slot of the day. Distinct ends go into `ends`, in rising order; answers how many. */
  readonly thin: (choices: DayChoices, today: number, ends: Int32Array) => number
  /** After `thin`: how many are kept. */
  count: number
  /** Index into the day’s choices, by start in rising order. */
  readonly choice: Int32Array
  /** Which of the ends it has. */
  readonly endAt: Int32Array
}

/**
 * A shift that begins no earlier, ends no later and costs no more can stand in for another whatever lies around it: every rule asks for
 * rest before and after. `span` is one more than the last slot, from its day’s first, at which any shift ends.
 */
export function createThinChoices(most: number, span: number): ThinChoices {
  // Least cost among the choices kept so far that end at a slot or sooner.
  const least = new Float64Array(span)
  const number = new Int32Array(span)
  const kept = new Int32Array(most)
  const thinned: ThinChoices = { thin, count: 0, choice: new Int32Array(most), endAt: new Int32Array(most) }

  function thin(choices: DayChoices, today: number, ends: Int32Array): number {
    const { start, end } = choices
    least.fill(Number.POSITIVE_INFINITY)
    number.fill(-1)
    let many = 0
    // The latest starts first; of one start in the order given, which is mostly from short to long.
    for (let last = choices.count; last > 0;) {
      let first = last - 1
      while (first > 0 && start[first - 1] === start[last - 1]) first--
      for (let at = last - 1; at >= first; at--) {
        // Written from the back, so that the whole list comes out by rising starts.
        const from = first + last - 1 - at
        if (!isWorthKeeping(choices.cost[from] as number, (end[from] as number) - today)) continue
        number[(end[from] as number) - today] = 0
        kept[many++] = from
      }
      last = first
    }
    thinned.count = many
    let different = 0
    for (let slot = 0; slot < span; slot++)
      if (number[slot] === 0) {
        number[slot] = different
        ends[different++] = today + slot
      }
    for (let at = 0; at < many; at++) {
      const one = kept[many - 1 - at] as number
      thinned.choice[at] = one
      thinned.endAt[at] = number[(end[one] as number) - today] as number
    }
    return different
  }

  function isWorthKeeping(cost: number, end: number): boolean {
    if (cost >= (least[end] as number)) return false
    for (let slot = end; slot < span && (least[slot] as number) > cost; slot++) least[slot] = cost
    return true
  }

  return thinned
}

/** One more than the last slot, from its day’s first, at which a shift may end. */
export function longestSpan({ days, problem, options, optionStart, calendar: { firstSlot } }: PreparedRoster): number {
  let span = 1440 / problem.slotMinutes + 1
  for (let day = 0; day < days; day++)
    for (let option = 0; option < options.count; option++) {
      const at = optionStart[day * options.count + option] as number
      span = Math.max(span, at + (options.lengthOf[option] as number) - (firstSlot[day] as number) + 1)
    }
  for (const { start, end, day } of problem.locked)
    if (start >= 0) span = Math.max(span, end - (firstSlot[day] ?? start) + 1)
  return span
}
