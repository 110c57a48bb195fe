import type { PreparedRoster } from './prepare-roster.ts'

/** Agents with the same queues and the same longest work without a break: an option is worth the same to all of them. */
export interface OptionPrices {
  readonly teams: number
  readonly teamOf: Int32Array
  /** (team × days + day) × options + option: price of the posts of the option with its breaks at their best. */
  readonly posts: Float64Array
  /** (class of pay × days + day) × options + option: no less than its money could be. */
  readonly money: Float64Array
  /** Renews `posts` from the price of a slot at each queue (queue × slots + slot). */
  readonly renew: (queuePrices: Float64Array) => void
  /** The queue of a group that is cheapest in a slot. */
  readonly queueOf: (group: number, slot: number) => number
  /** Adds one for every slot that the option’s posts take, at the queue of the least price: into queue × slots + slot. */
  readonly addUse: (agent: number, day: number, option: number, use: Float64Array) => void
}

export function createOptionPrices(prepared: PreparedRoster): OptionPrices {
  const { agents, days, slots, width, options, windows, people, queues, optionStart } = prepared
  const { maxBreaks } = options
  const keys = new Map<number, number>()
  const teamOf = new Int32Array(agents)
  for (let agent = 0; agent < agents; agent++) {
    const key = (queues.groupOf[agent] as number) * windows.length + (people.runClass[agent] as number)
    if (!keys.has(key)) keys.set(key, keys.size)
    teamOf[agent] = keys.get(key) as number
  }
  const teams = keys.size
  const isUsed = usedOptions(prepared, teamOf, teams)
  const groupOfTeam = Int32Array.from(keys.keys(), (key) => Math.floor(key / windows.length))
  const runOfTeam = Int32Array.from(keys.keys(), (key) => key % windows.length)
  const posts = new Float64Array(teams * days * options.count)
  // Price of a slot at the cheapest of a group’s queues, summed up to a slot; and which queue that is.
  const summed = new Float64Array(queues.groups * (width + 1))
  const cheapest = new Int8Array(queues.groups * slots)
  const longestWindow = options.maxLength + 1
  const value = new Float64Array(maxBreaks * longestWindow)
  const previous = new Int32Array(maxBreaks * longestWindow)

  function renew(queuePrices: Float64Array): void {
    for (let group = 0; group < queues.groups; group++) {
      const mask = queues.masks[group] as number
      const row = group * (width + 1)
      for (let slot = 0; slot < width; slot++) {
        let least = slot < slots && mask !== 0 ? Number.POSITIVE_INFINITY : 0
        if (slot < slots)
          for (let queue = 0; queue < queues.count; queue++)
            if ((mask >> queue) & 1 && (queuePrices[queue * slots + slot] as number) < least) {
              least = queuePrices[queue * slots + slot] as number
              cheapest[group * slots + slot] = queue
            }
        summed[row + slot + 1] = (summed[row + slot] as number) + least
      }
    }
    for (let team = 0; team < teams; team++)
      for (let day = 0; day < days; day++)
        for (let option = 0; option < options.count; option++) {
          const at = (team * days + day) * options.count + option
          if (isUsed[at] === 1) posts[at] = priceOf(team, day, option)
        }
  }

  function priceOf(team: number, day: number, option: number): number {
    const row = (groupOfTeam[team] as number) * (width + 1)
    const start = optionStart[day * options.count + option] as number
    const end = start + (options.lengthOf[option] as number)
    return (summed[row + end] as number) - (summed[row + start] as number) - bestBreaks(team, option, start)
  }

  /** The most that breaks can take from the price, one after the other within their windows. */
  function bestBreaks(team: number, option: number, start: number): number {
    const ofTeam = windows[runOfTeam[team] as number]
    if (ofTeam === undefined) return 0
    const kind = options.kindOf[option] as number
    const count = ofTeam.count[kind] as number
    if (count === 0) return 0
    const row = (groupOfTeam[team] as number) * (width + 1) + start
    const { earliest, latest, slots: lengths, maxRun } = ofTeam
    for (let at = 0; at < count; at++) {
      const entry = kind * maxBreaks + at
      const long = lengths[entry] as number
      const from = earliest[entry] as number
      const to = latest[entry] as number
      for (let place = from; place <= to; place++) {
        const own = (summed[row + place + long] as number) - (summed[row + place] as number)
        if (at === 0) {
          value[place] = own
          continue
        }
        const before = lengths[entry - 1] as number
        const first = Math.max(earliest[entry - 1] as number, place - before - maxRun)
        const last = Math.min(latest[entry - 1] as number, place - before)
        let most = Number.NEGATIVE_INFINITY
        for (let other = first; other <= last; other++) {
          const so = value[(at - 1) * longestWindow + other] as number
          if (so > most) {
            most = so
            previous[at * longestWindow + place] = other
          }
        }
        value[at * longestWindow + place] = own + most
      }
    }
    return bestPlace(ofTeam.earliest, ofTeam.latest, kind * maxBreaks + count - 1, count - 1).most
  }

  function bestPlace(earliest: Int32Array, latest: Int32Array, entry: number, at: number) {
    let most = Number.NEGATIVE_INFINITY
    let place = earliest[entry] as number
    for (let one = place; one <= (latest[entry] as number); one++)
      if ((value[at * longestWindow + one] as number) > most) {
        most = value[at * longestWindow + one] as number
        place = one
      }
    return { most, place }
  }

  function addUse(agent: number, day: number, option: number, use: Float64Array): void {
    const team = teamOf[agent] as number
    const group = groupOfTeam[team] as number
    const ofTeam = windows[runOfTeam[team] as number]
    if (ofTeam === undefined || queues.masks[group] === 0) return
    const start = optionStart[day * options.count + option] as number
    const end = Math.min(start + (options.lengthOf[option] as number), slots)
    addSlots(group, start, end, 1, use)
    bestBreaks(team, option, start)
    const kind = options.kindOf[option] as number
    const count = ofTeam.count[kind] as number
    if (count === 0) return
    let { place } = bestPlace(ofTeam.earliest, ofTeam.latest, kind * maxBreaks + count - 1, count - 1)
    for (let at = count - 1; at >= 0; at--) {
      const long = ofTeam.slots[kind * maxBreaks + at] as number
      addSlots(group, start + place, Math.min(start + place + long, slots), -1, use)
      place = previous[at * longestWindow + place] as number
    }
  }

  function addSlots(group: number, from: number, to: number, by: number, use: Float64Array): void {
    for (let slot = from; slot < to; slot++) {
      const at = (cheapest[group * slots + slot] as number) * slots + slot
      use[at] = (use[at] as number) + by
    }
  }

  return {
    teams,
    teamOf,
    posts,
    money: leastMoney(prepared),
    renew,
    addUse,
    queueOf: (group, slot) => cheapest[group * slots + slot] as number,
  }
}

/** Options that somebody of a team may work on a day. */
function usedOptions(
  { agents, days, options, lists, listOf }: PreparedRoster,
  teamOf: Int32Array,
  teams: number,
): Uint8Array {
  const isUsed = new Uint8Array(teams * days * options.count)
  for (let agent = 0; agent < agents; agent++)
    for (let day = 0; day < days; day++) {
      const row = ((teamOf[agent] as number) * days + day) * options.count
      for (const option of lists[listOf[agent * days + day] as number] ?? []) isUsed[row + option] = 1
    }
  return isUsed
}

/** Pay of an option with its unpaid breaks where they spare most. */
function leastMoney({ days, options, windows, people, optionStart }: PreparedRoster): Float64Array {
  const { maxBreaks } = options
  const money = new Float64Array(people.pay.length * days * options.count)
  for (const [payClass, pay] of people.pay.entries())
    for (let day = 0; day < days; day++)
      for (let option = 0; option < options.count; option++) {
        const start = optionStart[day * options.count + option] as number
        const end = start + (options.lengthOf[option] as number)
        if (end >= pay.length) continue
        const kind = options.kindOf[option] as number
        let spared = 0
        for (const ofClass of windows) {
          let own = 0
          for (let at = 0; at < (ofClass.count[kind] as number); at++) {
            const entry = kind * maxBreaks + at
            if (ofClass.isPaid[entry] === 1 || ofClass.isPossible[kind] !== 1) continue
            let most = 0
            for (let place = ofClass.earliest[entry] as number; place <= (ofClass.latest[entry] as number); place++) {
              const from = start + place
              const to = from + (ofClass.slots[entry] as number)
              most = Math.max(most, (pay[to] as number) - (pay[from] as number))
            }
            own += most
          }
          spared = Math.max(spared, own)
        }
        money[(payClass * days + day) * options.count + option] = (pay[end] as number) - (pay[start] as number) - spared
      }
  return money
}
