import { without } from '../spans.ts'
import type { Cure, Finding } from '../violation.ts'
import { weekOf } from '../labor-calendar.ts'
import type { PersonFacts, ShiftFacts } from '../person-facts.ts'
import { endEarlier, lessWork, startLater, takeAway, type Check } from './check.ts'

// Rest between one shift and the next. Parts of a split day count as one: its rest is what follows the last part.

/** Longest working time of a day in parts; above it two shifts of a day are two shifts. */
const SPLIT_DAY_MINUTES = 12 * 60

const DAY_MINUTES = 24 * 60

/** A gap between two shifts, or between the last part of a split day and the next shift. */
interface Gap {
  readonly before: ShiftFacts
  readonly after: ShiftFacts
  /** The shifts before and after these two. */
  readonly earlier: ShiftFacts | undefined
  readonly later: ShiftFacts | undefined
}

/** The rest a pair of shifts has, and the rest it needs. */
type Measure = (before: ShiftFacts, after: ShiftFacts) => { readonly measured: number; readonly limit: number }

const plainRest =
  (limit: number): Measure =>
  (before, after) => ({ measured: after.start - before.end, limit })

export const shiftsInARow: Check<'shiftsInARow'> = (facts, { parameters }, found) =>
  restsTooShort(facts, 'shiftsInARow', plainRest(parameters.minGapHours * 60), found)

export const dailyRest: Check<'dailyRest'> = (facts, { parameters }, found) =>
  restsTooShort(facts, 'restTooShort', plainRest(parameters.hours * 60), found)

/** The rest and the unpaid break of the shift before, held against a multiple of its work. */
export const restFactor: Check<'restFactor'> = (facts, { parameters: { factor } }, found) =>
  restsTooShort(
    facts,
    'restShorterThanWork',
    (before, after) => ({
      measured: after.start - before.start - before.workMinutes,
      limit: Math.ceil(factor * before.workMinutes),
    }),
    found,
    // Less work both lengthens the rest and lowers what is needed.
    (before, missing) => lessWork(before, missing / (1 + factor)),
  )

function restsTooShort(
  facts: PersonFacts,
  code: Finding['code'],
  measure: Measure,
  found: (finding: Finding) => void,
  shorten: (before: ShiftFacts, missing: number) => Cure[] = endEarlier,
): void {
  for (const gap of gapsBetween(facts)) {
    const { before, after } = gap
    const { measured, limit } = measure(before, after)
    if (measured >= limit) continue
    found({
      code,
      span: { start: before.end, end: Math.max(after.start, before.end + 1) },
      shiftStarts: [before.start, after.start],
      measured: Math.max(0, measured),
      limit,
      cures: [...startLater(after, limit - measured), ...shorten(before, limit - measured), ...oneLess(gap, measure)],
    })
  }
}

/** Taking away the later shift, else the earlier one, where the rest that is left is enough. */
function oneLess({ earlier, before, after, later }: Gap, measure: Measure): Cure[] {
  const isEnough = (left: ShiftFacts | undefined, right: ShiftFacts | undefined): boolean => {
    if (left === undefined || right === undefined || right.start < left.end || isSplitDay(left, right)) return true
    const { measured, limit } = measure(left, right)
    return measured >= limit
  }
  if (isEnough(before, later)) return [takeAway(after)]
  return isEnough(earlier, after) ? [takeAway(before)] : []
}

function gapsBetween({ shifts }: PersonFacts): Gap[] {
  const gaps: Gap[] = []
  for (let at = 1; at < shifts.length; at += 1) {
    const before = shifts[at - 1] as ShiftFacts
    const after = shifts[at] as ShiftFacts
    // Shifts that overlap are a fault of their own.
    if (after.start < before.end || isSplitDay(before, after)) continue
    gaps.push({ before, after, earlier: shifts[at - 2], later: shifts[at + 1] })
  }
  return gaps
}

const isSplitDay = (before: ShiftFacts, after: ShiftFacts): boolean =>
  before.day === after.day &&
  after.lastDay === after.day &&
  after.start > before.end &&
  before.workMinutes + after.workMinutes <= SPLIT_DAY_MINUTES

/**
 * Unbroken rest of each week from Monday. A rest across a Sunday’s end belongs to one of its weeks, the earlier where that has no
 * other, unless enough of it lies inside a week by itself. Of what lies before the first shift known only the part inside the week
 * counts; after the last one known she may rest a day beyond the week’s end, and no longer.
 */
export const weeklyRest: Check<'weeklyRest'> = (facts, { parameters }, found) => {
  const { shifts } = facts
  const limit = parameters.hours * 60
  const first = shifts[0]
  const last = shifts.at(-1)
  if (first === undefined || last === undefined) return
  let used: Rest | undefined
  const rests = restsOf(shifts)
  let at = 0
  for (let week = weekOf(first.day); week <= weekOf(last.day); week += 7) {
    const start = facts.calendar.startOfDay(week)
    const end = facts.calendar.startOfDay(week + 7)
    while (at < rests.length && (rests[at] as Rest).end <= start) at += 1
    const inside: Rest[] = []
    for (let next = at; next < rests.length && (rests[next] as Rest).start < end; next += 1)
      inside.push(rests[next] as Rest)
    if (inside.some((rest) => Math.min(rest.end, end) - Math.max(rest.start, start) >= limit)) continue
    const free = inside.filter((rest) => rest !== used)
    const known = free.map((rest) => ({ ...rest, ...knownPart(rest, start, end) }))
    const enough = known.findIndex((rest) => rest.end - rest.start >= limit)
    if (enough >= 0) used = (known[enough] as Rest).end > end ? free[enough] : used
    else found(weekFinding(facts, { start, end }, known, limit))
  }
}

interface Rest {
  readonly start: number
  readonly end: number
  readonly before: ShiftFacts | undefined
  readonly after: ShiftFacts | undefined
}

/** How far an open rest may be counted on, seen from a week. */
const knownPart = ({ start, end }: Rest, weekStart: number, weekEnd: number): { start: number; end: number } => ({
  start: start === -Infinity ? weekStart : start,
  end: end === Infinity ? weekEnd + DAY_MINUTES : end,
})

function restsOf(shifts: readonly ShiftFacts[]): Rest[] {
  const rests: Rest[] = []
  let before: ShiftFacts | undefined
  for (const after of shifts) {
    const start = before?.end ?? -Infinity
    if (after.start > start) rests.push({ start, end: after.start, before, after })
    if (before === undefined || after.end > before.end) before = after
  }
  rests.push({ start: before?.end ?? -Infinity, end: Infinity, before, after: undefined })
  return rests
}

function weekFinding(
  facts: PersonFacts,
  week: { readonly start: number; readonly end: number },
  rests: readonly Rest[],
  limit: number,
): Finding {
  const longest = rests.reduce<Rest | undefined>(
    (best, rest) => (best === undefined || rest.end - rest.start > best.end - best.start ? rest : best),
    undefined,
  )
  const measured = longest === undefined ? 0 : longest.end - longest.start
  const shifts = facts.shifts.filter(({ start, end }) => start < week.end && end > week.start)
  return {
    code: 'weeklyRestTooShort',
    span: week,
    shiftStarts: shifts.map(({ start }) => start),
    measured,
    limit,
    cures: [
      ...(longest?.after === undefined ? [] : startLater(longest.after, limit - measured)),
      ...(longest?.before === undefined ? [] : endEarlier(longest.before, limit - measured)),
      ...freeing(facts, week, limit),
    ],
  }
}

/** The shortest shift of the week without which there is rest enough inside it. */
function freeing(facts: PersonFacts, week: { readonly start: number; readonly end: number }, limit: number): Cure[] {
  const inWeek = facts.shifts.filter(({ start, end }) => start < week.end && end > week.start)
  const ways = inWeek.filter((shift) =>
    without(
      week,
      inWeek.filter((one) => one !== shift),
    ).some((rest) => rest.end - rest.start >= limit),
  )
  const shortest = ways.toSorted((left, right) => left.workMinutes - right.workMinutes)[0]
  return shortest === undefined ? [] : [takeAway(shortest)]
}
