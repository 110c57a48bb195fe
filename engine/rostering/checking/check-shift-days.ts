// A second pair of eyes on rosters of the benchmark model: its own reading of both files and its own counting, straight from the
// published rules. It shares no code with the solver, so that one mistake cannot hide in both.

export interface CheckedRoster {
  readonly feasible: boolean
  /** Wishes and cover as the roster has them, also when it breaks rules. */
  readonly objective: number
  /** One sentence a broken rule: who, when, which rule, by how much. */
  readonly violations: readonly string[]
}

type Rows = readonly (readonly string[])[]

/** @throws RangeError when the roster’s text is no roster of this instance. */
export function checkShiftDaysRoster(instanceText: string, rosterText: string): CheckedRoster {
  const sections = splitSections(instanceText)
  const rowsOf = (name: string): Rows => sections.get(`SECTION_${name}`) ?? []
  const dayCount = Number(rowsOf('HORIZON')[0]?.[0])
  const minutesOf = new Map(rowsOf('SHIFTS').map(([id = '', minutes]) => [id, Number(minutes)]))
  const work = readRoster(rosterText, { dayCount, minutesOf, people: rowsOf('STAFF').map(([id = '']) => id) })
  const violations = rowsOf('STAFF').flatMap((row) =>
    checkPerson(row, { days: work.get(row[0] ?? '') ?? [], minutesOf, rowsOf }),
  )
  const objective = countWishes(rowsOf, work) + countCover(rowsOf('COVER'), work)
  return { feasible: violations.length === 0, objective, violations }
}

function splitSections(text: string): ReadonlyMap<string, Rows> {
  const found = new Map<string, string[][]>()
  let rows: string[][] = []
  for (const raw of text.split('\n')) {
    const line = (raw.split('#')[0] ?? '').replaceAll(/[\r\uFEFF]/g, '').trim()
    if (line.startsWith('SECTION_')) found.set(line, (rows = []))
    else if (line !== '') rows.push(line.split(',').map((piece) => piece.trim()))
  }
  return found
}

interface Expected {
  readonly dayCount: number
  readonly minutesOf: ReadonlyMap<string, number>
  readonly people: readonly string[]
}

type Work = ReadonlyMap<string, readonly string[]>

function readRoster(text: string, { dayCount, minutesOf, people }: Expected): Work {
  const work = new Map<string, readonly string[]>()
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.replaceAll(/[\r\uFEFF]/g, '').trim()
    if (line === '') continue
    const [person = '', ...days] = line.split(',').map((piece) => piece.trim())
    const place = `line ${index + 1}`
    if (!people.includes(person)) throw new RangeError(`${place}: there is no employee "${person}" in the instance`)
    if (work.has(person)) throw new RangeError(`${place}: employee ${person} is there a second time`)
    if (days.length !== dayCount)
      throw new RangeError(`${place}: employee ${person} has ${days.length} days, expected ${dayCount}`)
    for (const [day, shift] of days.entries())
      if (shift !== '-' && !minutesOf.has(shift))
        throw new RangeError(`${place}: employee ${person}, day ${day}: there is no shift "${shift}"; a day off is "-"`)
    work.set(person, days)
  }
  const missing = people.filter((person) => !work.has(person))
  if (missing.length > 0) throw new RangeError(`there is no line for employee ${missing.join(', ')}`)
  return work
}

interface PersonFacts {
  readonly days: readonly string[]
  readonly minutesOf: ReadonlyMap<string, number>
  readonly rowsOf: (name: string) => Rows
}

function checkPerson(row: readonly string[], { days, minutesOf, rowsOf }: PersonFacts): readonly string[] {
  const [person = '', maxShifts = '', ...limits] = row
  const [maxMinutes = 0, minMinutes = 0, mostWork = 0, leastWork = 0, leastOff = 0, mostWeekends = 0] =
    limits.map(Number)
  const said: string[] = []
  const say = (words: string): number => said.push(`Employee ${person}: ${words}.`)

  for (const [shift = '', , next = ''] of rowsOf('SHIFTS'))
    for (const [day, worked] of days.entries()) {
      const follower = days[day + 1]
      if (worked === shift && follower !== undefined && follower !== '-' && next.split('|').includes(follower))
        say(`shift ${follower} on day ${day + 1} cannot follow shift ${shift} on day ${day}`)
    }

  for (const part of maxShifts.split('|')) {
    const [shift, most] = part.split('=')
    const count = days.filter((worked) => worked === shift).length
    if (count > Number(most)) say(`${count} shifts ${shift ?? ''}, at most ${most ?? ''} are allowed`)
  }

  const minutes = days.reduce((sum, worked) => sum + (minutesOf.get(worked) ?? 0), 0)
  if (minutes > maxMinutes) say(`${minutes} minutes in all, ${minutes - maxMinutes} above the most`)
  if (minutes < minMinutes) say(`${minutes} minutes in all, ${minMinutes - minutes} below the least`)

  // Runs of equal kind as text: `w` a day of work, `o` a day off.
  const pattern = days.map((worked) => (worked === '-' ? 'o' : 'w')).join('')
  for (const { 0: run, index } of pattern.matchAll(/w+|o+/g)) {
    const touchesEdge = index === 0 || index + run.length === days.length
    const where = `days ${index} to ${index + run.length - 1}`
    if (run.startsWith('w') && run.length > mostWork)
      say(`${run.length} shifts in a row, ${where}; at most ${mostWork}`)
    if (run.startsWith('w') && run.length < leastWork && !touchesEdge)
      say(`only ${run.length} shifts in a row, ${where}; at least ${leastWork}`)
    if (run.startsWith('o') && run.length < leastOff && !touchesEdge)
      say(`only ${run.length} days off in a row, ${where}; at least ${leastOff}`)
  }

  const weekends = pattern.match(/.{1,7}/g)?.filter((week) => week.slice(5).includes('w')).length ?? 0
  if (weekends > mostWeekends) say(`works on ${weekends} weekends, at most ${mostWeekends}`)

  for (const [who, ...off] of rowsOf('DAYS_OFF'))
    if (who === person)
      for (const day of off)
        if (day !== '' && days[Number(day)] !== '-')
          say(`works ${days[Number(day)] ?? ''} on day ${day}, a fixed day off`)
  return said
}

function countWishes(rowsOf: (name: string) => Rows, work: Work): number {
  let sum = 0
  for (const [person = '', day, shift, weight] of rowsOf('SHIFT_ON_REQUESTS'))
    if (work.get(person)?.[Number(day)] !== shift) sum += Number(weight)
  for (const [person = '', day, shift, weight] of rowsOf('SHIFT_OFF_REQUESTS'))
    if (work.get(person)?.[Number(day)] === shift) sum += Number(weight)
  return sum
}

function countCover(rows: Rows, work: Work): number {
  const everyone = [...work.values()]
  return rows.reduce((sum, [day, shift, required, under, over]) => {
    const there = everyone.filter((days) => days[Number(day)] === shift).length
    return (
      sum + Math.max(0, Number(required) - there) * Number(under) + Math.max(0, there - Number(required)) * Number(over)
    )
  }, 0)
}
