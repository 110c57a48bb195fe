import { tourRules, type TourPerson, type TourProblem } from './tour-problem.ts'

const { slotMinutes, slotsPerDay, dayStartMinute } = tourRules

const DAY_MINUTES = 24 * 60
const sections = ['SECTION_HORIZON', 'SECTION_TASKS', 'SECTION_STAFF', 'SECTION_COVER'] as const
type Section = (typeof sections)[number]

interface Line {
  readonly number: number
  readonly text: string
}

/**
 * Reads an instance of multi-activity tour scheduling. A place without a row needs nobody and wants nobody.
 * @throws RangeError that names the section, the line and what was expected.
 */
export function readTourProblem(text: string): TourProblem {
  const lines = splitSections(text)
  const days = readCount(lines, 'SECTION_HORIZON', 'days')
  const tasks = readCount(lines, 'SECTION_TASKS', 'tasks')
  const staff = readStaff(lines.SECTION_STAFF)
  const taskIds = Array.from({ length: tasks }, (_, task) => String(task + 1))
  const slots = days * slotsPerDay
  return { days, slots, taskIds, staff, ...readCover(lines.SECTION_COVER, days, tasks) }
}

function splitSections(text: string): Record<Section, readonly Line[]> {
  const found = new Map<Section, Line[]>()
  let current: Line[] | undefined
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const section = sections.find((name) => name === line)
    if (section !== undefined) {
      if (found.has(section)) throw new RangeError(`line ${index + 1}: ${section} comes a second time`)
      current = []
      found.set(section, current)
    } else if (line.startsWith('SECTION_'))
      throw new RangeError(`line ${index + 1}: "${line}" is none of ${sections.join(', ')}`)
    else if (current === undefined)
      throw new RangeError(`line ${index + 1}: expected a section such as ${sections[0]} before "${line.slice(0, 40)}"`)
    else current.push({ number: index + 1, text: line })
  }
  const linesOf = (name: Section): readonly Line[] => {
    const lines = found.get(name)
    if (lines === undefined) throw new RangeError(`the section ${name} is missing`)
    if (lines.length === 0) throw new RangeError(`the section ${name} is empty`)
    return lines
  }
  return {
    SECTION_HORIZON: linesOf('SECTION_HORIZON'),
    SECTION_TASKS: linesOf('SECTION_TASKS'),
    SECTION_STAFF: linesOf('SECTION_STAFF'),
    SECTION_COVER: linesOf('SECTION_COVER'),
  }
}

const MOST_DAYS = 366
const MOST_TASKS = 100

function readCount(lines: Record<Section, readonly Line[]>, section: Section, what: 'days' | 'tasks'): number {
  const [first, second] = lines[section] as readonly [Line, Line?]
  if (second !== undefined)
    throw new RangeError(`${section}, line ${second.number}: expected one number of ${what} only`)
  const most = what === 'days' ? MOST_DAYS : MOST_TASKS
  return wholeNumber(first, section, first.text, `the number of ${what}`, 1, most)
}

function readStaff(lines: readonly Line[]): TourPerson[] {
  const ids = new Map<string, number>()
  return lines.map((line) => {
    const [id = '', least = '', most = ''] = cellsOf(line, 'SECTION_STAFF', 'ID,MinTotalMinutes,MaxTotalMinutes', 3)
    const refuse = (words: string): never => {
      throw new RangeError(`SECTION_STAFF, line ${line.number}: ${words}`)
    }
    if (id === '') refuse('the ID is empty')
    const before = ids.get(id)
    if (before !== undefined) refuse(`person ${id} is already in line ${before}`)
    ids.set(id, line.number)
    const minMinutes = wholeNumber(line, 'SECTION_STAFF', least, 'MinTotalMinutes', 0)
    const maxMinutes = wholeNumber(line, 'SECTION_STAFF', most, 'MaxTotalMinutes', 0)
    if (minMinutes > maxMinutes) refuse(`MinTotalMinutes ${minMinutes} is above MaxTotalMinutes ${maxMinutes}`)
    return { id, minSlots: Math.ceil(minMinutes / slotMinutes), maxSlots: Math.floor(maxMinutes / slotMinutes) }
  })
}

function readCover(lines: readonly Line[], days: number, tasks: number): Pick<TourProblem, 'least' | 'most'> {
  const least = new Int32Array(days * slotsPerDay * tasks)
  const most = new Int32Array(days * slotsPerDay * tasks)
  const rows = new Int32Array(days * slotsPerDay * tasks)
  for (const line of lines) {
    const cells = cellsOf(line, 'SECTION_COVER', 'Day,Time,TaskID,Min,Max', 5)
    const [day = '', time = '', task = '', min = '', max = ''] = cells
    const taskPlace = wholeNumber(line, 'SECTION_COVER', task, 'TaskID', 1, tasks) - 1
    const minCover = wholeNumber(line, 'SECTION_COVER', min, 'Min', 0)
    const maxCover = wholeNumber(line, 'SECTION_COVER', max, 'Max', 0)
    if (minCover > maxCover)
      throw new RangeError(`SECTION_COVER, line ${line.number}: Min ${minCover} is above Max ${maxCover}`)
    const { from, to } = slotsOf(line, wholeNumber(line, 'SECTION_COVER', day, 'Day', 1, days + 1), time, days)
    for (let slot = from; slot < to; slot++) {
      const place = slot * tasks + taskPlace
      if (rows[place] !== 0)
        throw new RangeError(
          `SECTION_COVER, line ${line.number}: day ${day} ${time} of task ${task} is already in line ${rows[place]}`,
        )
      rows[place] = line.number
      least[place] = minCover
      most[place] = maxCover
    }
  }
  return { least, most }
}

/** The slots of `06:00-06:15` on a calendar day. */
function slotsOf(line: Line, day: number, time: string, days: number): { readonly from: number; readonly to: number } {
  const match = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/.exec(time)
  const refuse = (words: string): never => {
    throw new RangeError(`SECTION_COVER, line ${line.number}: ${words}`)
  }
  if (match === null) return refuse(`Time must be as 06:00-06:15, not "${time}"`)
  const [fromHour, fromMinute, toHour, toMinute] = match.slice(1).map(Number) as [number, number, number, number]
  if (fromHour > 23 || toHour > 24 || fromMinute > 59 || toMinute > 59) refuse(`there is no such time as "${time}"`)
  const fromClock = fromHour * 60 + fromMinute
  const toClock = toHour * 60 + toMinute
  if (fromClock % slotMinutes !== 0 || toClock % slotMinutes !== 0)
    refuse(`Time must lie on quarters of an hour, not "${time}"`)
  const begin = (day - 1) * DAY_MINUTES + fromClock - dayStartMinute
  const end = begin + (((toClock - fromClock + DAY_MINUTES - 1) % DAY_MINUTES) + 1)
  if (begin < 0 || end > days * DAY_MINUTES)
    refuse(`day ${day} ${time} lies outside the horizon, from day 1 06:00 to day ${days + 1} 06:00`)
  return { from: begin / slotMinutes, to: end / slotMinutes }
}

function cellsOf(line: Line, section: Section, fields: string, count: number): string[] {
  const cells = line.text.split(',').map((cell) => cell.trim())
  if (cells.length !== count)
    throw new RangeError(`${section}, line ${line.number}: expected ${fields}, not "${line.text.slice(0, 60)}"`)
  return cells
}

function wholeNumber(line: Line, section: Section, text: string, field: string, from: number, to?: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= from && value <= (to ?? Number.MAX_SAFE_INTEGER)) return value
  const range = to === undefined ? `from ${from}` : `from ${from} to ${to}`
  throw new RangeError(`${section}, line ${line.number}: ${field} must be a whole number ${range}, not "${text}"`)
}
