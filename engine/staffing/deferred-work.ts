import { requireNumber } from '../queueing/index.ts'

/** Work that may wait: mail, tasks, callbacks. One entry an interval, from the first to the last. */
export interface DeferredDemand {
  readonly intervalSeconds: number
  readonly ahtSeconds: number
  readonly arrivals: readonly number[]
  /** Intervals an item may lie, its own included: 1 is "by the end of the interval it came in". */
  readonly deadlineIntervals: number
  /** Items there at the start, by how many intervals they may still lie: `[3, 5]` are 3 due in the first, 5 in the second. */
  readonly backlog?: readonly number[]
  /** Where nobody can work; all open when left out. */
  readonly open?: readonly boolean[]
}

export interface DeferredInterval {
  readonly done: number
  /** Done in this interval, but after its deadline. */
  readonly doneLate: number
  /** Left lying at the end, of which past the deadline. */
  readonly backlog: number
  readonly overdue: number
  /** Share of the agents' time that had work. */
  readonly occupancy: number
}

/** What so many agents do with it: the most urgent first, what is left is carried over. Items are a flow; fractions are fine. */
export function workOff(demand: DeferredDemand, agents: readonly number[]): readonly DeferredInterval[] {
  checkDeferred(demand)
  const { intervalSeconds, ahtSeconds } = demand
  let waiting = startOf(demand)
  return demand.arrivals.map((arrived, interval) => {
    const agentsNow = demand.open?.[interval] === false ? 0 : (agents[interval] ?? 0)
    requireNumber(`agents[${interval}]`, agentsNow, agentsNow >= 0, 'zero or more')
    waiting.push({ items: arrived, due: interval + demand.deadlineIntervals - 1 })
    const capacity = (agentsNow * intervalSeconds) / ahtSeconds
    let [left, doneLate] = [capacity, 0]
    for (const lot of waiting.toSorted((left, right) => left.due - right.due)) {
      const taken = Math.min(left, lot.items)
      lot.items -= taken
      left -= taken
      if (lot.due < interval) doneLate += taken
    }
    waiting = waiting.filter(({ items }) => items > 0)
    const backlog = waiting.reduce((sum, { items }) => sum + items, 0)
    const overdue = waiting.reduce((sum, { items, due }) => (due <= interval ? sum + items : sum), 0)
    return {
      done: capacity - left,
      doneLate,
      backlog,
      overdue,
      occupancy: capacity > 0 ? (capacity - left) / capacity : 0,
    }
  })
}

/** Agents by interval that keep every deadline, or the first interval whose deadline cannot be kept. */
export type DeferredRequirement =
  | { readonly possible: true; readonly agents: readonly number[] }
  /** All intervals up to this deadline are closed. */
  | { readonly possible: false; readonly dueInterval: number; readonly items: number }

/**
 * The calmest plan that keeps every deadline: agents (not rounded) as even as can be. Each time it takes the stretch of intervals in
 * which the due work presses hardest, gives it an even number, and goes on with what is left: the critical stretches of Yao, Demers
 * and Shenker (1995), which also makes the highest interval as low as any plan can. Work may be left for quieter hours but is never done
 * before it comes.
 */
export function requiredForDeferred(demand: DeferredDemand): DeferredRequirement {
  checkDeferred(demand)
  const { arrivals, deadlineIntervals, intervalSeconds, ahtSeconds } = demand
  const last = arrivals.length - 1
  const jobs = [
    ...startOf(demand).map(({ items, due }) => ({ items, from: 0, due: Math.max(0, due) })),
    ...arrivals.map((items, from) => ({ items, from, due: from + deadlineIntervals - 1 })),
    // What is due after the horizon is somebody else's plan; an even pace must not leave all of it, so its share is due here.
  ].map((job) =>
    job.due <= last
      ? job
      : { ...job, due: last, items: (job.items * (last - job.from + 1)) / (job.due - job.from + 1) },
  )
  const free = arrivals.map((_, interval) => demand.open?.[interval] !== false)
  const agents = arrivals.map(() => 0)
  let open: readonly Job[] = jobs.filter(({ items }) => items > 0)
  while (open.length > 0) {
    const trimmed = open.map((job) => trim(job, free))
    // Only closed intervals can leave a job without room: a stretch takes with it every job that lives in it alone.
    const homeless = trimmed.findIndex(({ from, due }) => from > due)
    if (homeless >= 0)
      return { possible: false, dueInterval: open[homeless]?.due ?? 0, items: open[homeless]?.items ?? 0 }
    const stretch = hardestStretch(trimmed, free)
    const level = (stretch.items / stretch.freeIntervals) * (ahtSeconds / intervalSeconds)
    for (let interval = stretch.from; interval <= stretch.to; interval++) {
      if (free[interval] === true) agents[interval] = level
      free[interval] = false
    }
    open = trimmed.filter(({ from, due }) => from < stretch.from || due > stretch.to)
  }
  return { possible: true, agents }
}

interface Job {
  readonly items: number
  readonly from: number
  readonly due: number
}

/** The job's window without the intervals at its ends that are closed or already planned. */
function trim(job: Job, free: readonly boolean[]): Job {
  let { from, due } = job
  while (from <= due && free[from] !== true) from += 1
  while (due >= from && free[due] !== true) due -= 1
  return { items: job.items, from, due }
}

/** The stretch whose own work (that comes and is due inside it) is most for its free intervals. */
function hardestStretch(jobs: readonly Job[], free: readonly boolean[]) {
  const freeUpTo = [0]
  for (const isFree of free) freeUpTo.push((freeUpTo.at(-1) ?? 0) + (isFree ? 1 : 0))
  const byDue = jobs.toSorted((left, right) => left.due - right.due)
  let hardest = { from: 0, to: 0, items: 0, freeIntervals: 1 }
  for (const from of new Set(jobs.map((job) => job.from))) {
    let items = 0
    for (const job of byDue) {
      if (job.from < from) continue
      items += job.items
      const freeIntervals = (freeUpTo[job.due + 1] ?? 0) - (freeUpTo[from] ?? 0)
      if (items * hardest.freeIntervals > hardest.items * freeIntervals)
        hardest = { from, to: job.due, items, freeIntervals }
    }
  }
  return hardest
}

const startOf = ({ backlog = [] }: DeferredDemand) => backlog.map((items, due) => ({ items, due }))

function checkDeferred({
  intervalSeconds,
  ahtSeconds,
  arrivals,
  deadlineIntervals,
  backlog = [],
  open,
}: DeferredDemand): void {
  requireNumber('intervalSeconds', intervalSeconds, intervalSeconds > 0, 'more than zero')
  requireNumber('ahtSeconds', ahtSeconds, ahtSeconds > 0, 'more than zero')
  const isWhole = Number.isInteger(deadlineIntervals) && deadlineIntervals >= 1
  requireNumber('deadlineIntervals', deadlineIntervals, isWhole, 'a whole number from 1')
  for (const [index, items] of arrivals.entries())
    requireNumber(`arrivals[${index}]`, items, items >= 0, 'zero or more')
  for (const [index, items] of backlog.entries()) requireNumber(`backlog[${index}]`, items, items >= 0, 'zero or more')
  if (open !== undefined && open.length !== arrivals.length)
    throw new RangeError(`open must have ${arrivals.length} values, one for each interval, not ${open.length}`)
}
