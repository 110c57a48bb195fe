import { createRandom } from '@pult/engine/numeric'

/** How large an instance of tour scheduling is to be made. */
export interface TourInstanceSize {
  readonly days: number
  readonly staff: number
  readonly tasks: number
  /** Demand as a share of the least working time of all. */
  readonly load: number
  readonly seed: number
}

const SLOTS = 96
const WEEK = 7

/** An instance of the published kind: every task needs somebody day and night, and more in short bursts, until the load is reached. */
export function tourInstance({ days, staff, tasks, load, seed }: TourInstanceSize): string {
  const random = createRandom(seed)
  const weeks = days / WEEK
  const people = Array.from({ length: staff }, (_, person) => {
    const [least, most] = random.chance(0.7) ? [34 + random.integer(0, 5), 40] : [13 + random.integer(0, 6), 20]
    return { id: person + 1, min: Math.round(least * 60 * weeks), max: Math.round(most * 60 * weeks) }
  })
  const wanted = (load * people.reduce((sum, { min }) => sum + min, 0)) / 15
  const slots = days * SLOTS
  const base = Math.floor(wanted / (slots * tasks))
  const needed = Array.from({ length: tasks }, () => new Int32Array(slots).fill(base))
  for (let total = base * slots * tasks; total < wanted;) {
    const row = random.pick(needed)
    const from = random.integer(0, slots)
    const to = Math.min(slots, from + random.pick([1, 1, 2, 2, 3, 4, 8]))
    for (let slot = from; slot < to; slot++)
      if (row[slot] === base) {
        row[slot] = base + 1
        total++
      }
  }
  const cover = needed.flatMap((row, task) =>
    [...row].map((people, slot) => `${dayOf(slot)},${clock(slot)}-${clock(slot + 1)},${task + 1},${people},${people}`),
  )
  return [
    'SECTION_HORIZON',
    days,
    'SECTION_TASKS',
    tasks,
    'SECTION_STAFF',
    ...people.map(({ id, min, max }) => `${id},${min},${max}`),
    'SECTION_COVER',
    ...cover,
    '',
  ].join('\n')
}

const quarter = (slot: number): number => slot + 24

const dayOf = (slot: number): number => 1 + Math.floor(quarter(slot) / SLOTS)

function clock(slot: number): string {
  const at = quarter(slot) % SLOTS
  return `${String(Math.floor(at / 4)).padStart(2, '0')}:${String((at % 4) * 15).padStart(2, '0')}`
}
