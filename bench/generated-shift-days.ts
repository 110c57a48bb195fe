import { createRandom, type Random } from '@pult/engine/numeric'

export interface GeneratedSize {
  readonly days: number
  readonly staff: number
  readonly shifts: number
  readonly seed: number
}

const LENGTHS = [480, 480, 600, 720, 360] as const

/**
 * An instance of any size in the format of the shift scheduling benchmark: full and part time, shifts that begin later the later they
 * stand in the list, wishes, and cover that takes about all the work that people may do.
 */
export function generateShiftDays({ days, staff, shifts, seed }: GeneratedSize): string {
  const random = createRandom(seed)
  const kinds = Array.from({ length: shifts }, (_, index) => ({
    id: `s${index + 1}`,
    minutes: shifts <= 4 ? 480 : random.pick(LENGTHS),
    start: Math.floor((index * 18) / shifts),
  }))
  const people = Array.from({ length: staff }, (_, index) => person(index, days, kinds, random))
  const perDay = people.reduce((sum, { workDays }) => sum + workDays, 0) / days
  const weights = kinds.map(() => 0.4 + random.uniform())
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const day = (index: number): string => String(index)
  const cover = Array.from({ length: days }, (_, at) =>
    kinds.map(({ id }, kind) => {
      const busy = at % 7 >= 5 ? 0.8 : 1.08
      const expected = (perDay * busy * (weights[kind] ?? 0)) / total
      return `${day(at)},${id},${Math.floor(expected * (0.8 + 0.4 * random.uniform()) + random.uniform())},100,1`
    }),
  )
  const wishes = (share: number): readonly string[] =>
    people.flatMap(({ id, able }) =>
      Array.from({ length: days }, (_, at) => at)
        .filter(() => random.chance(share))
        .map((at) => `${id},${at},${random.pick(able)},${random.integer(1, 4)}`),
    )
  return [
    'SECTION_HORIZON',
    String(days),
    'SECTION_SHIFTS',
    ...kinds.map(({ id, minutes, start }) => {
      const early = kinds.filter((other) => other.start + 24 < start + minutes / 60 + 12).map((other) => other.id)
      return `${id},${minutes},${early.join('|')}`
    }),
    'SECTION_STAFF',
    ...people.map(({ line }) => line),
    'SECTION_DAYS_OFF',
    ...people.map(({ id }) => {
      const off = Array.from({ length: Math.ceil(days / 28) }, (_, month) =>
        Math.min(days - 1, month * 28 + random.integer(0, 28)),
      )
      return `${id},${off.join(',')}`
    }),
    'SECTION_SHIFT_ON_REQUESTS',
    ...wishes(0.1),
    'SECTION_SHIFT_OFF_REQUESTS',
    ...wishes(0.05),
    'SECTION_COVER',
    ...cover.flat(),
    '',
  ].join('\n')
}

interface Kind {
  readonly id: string
  readonly minutes: number
}

function person(index: number, days: number, kinds: readonly Kind[], random: Random) {
  const id = `P${index + 1}`
  const months = days / 28
  const isFull = random.chance(0.75)
  const able = kinds.filter(() => random.chance(0.7))
  const own = able.length === 0 ? [random.pick(kinds)] : able
  const most = kinds.map((kind) => {
    if (!own.includes(kind)) return 0
    return random.chance(0.3) ? Math.ceil(days / 4) : days
  })
  // One shift at least may be worked on every day, so that the least can be reached.
  most[kinds.indexOf(own[0] as Kind)] = days
  const maxMinutes = Math.round((isFull ? 8640 : 4320) * months)
  const minMinutes = Math.round((isFull ? 7560 : 3240) * months)
  const rest = isFull && random.chance(0.3) ? '6,2,3' : isFull ? '5,2,2' : '5,1,2'
  const weekends = Math.ceil((isFull ? 2 : 3) * months)
  const limits = kinds.map((kind, place) => `${kind.id}=${most[place] ?? 0}`).join('|')
  const length = own.reduce((sum, { minutes }) => sum + minutes, 0) / own.length
  return {
    id,
    able: own.map((kind) => kind.id),
    workDays: maxMinutes / length,
    line: `${id},${limits},${maxMinutes},${minMinutes},${rest},${weekends}`,
  }
}
