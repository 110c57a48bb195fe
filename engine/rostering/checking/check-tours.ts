import type { CheckedRoster } from './check-shift-days.ts'
import { readTours, type ReadShift } from './read-tours.ts'

// A second pair of eyes on tours: its own reading of both files and its own counting in minutes, straight from the published rules. It
// shares no code with the solver, so that one mistake cannot hide in both.

const DAY = 1440
const DAY_BEGINS = 360
const STEP = 15
const rules = { shortestShift: 360, longestShift: 600, shortestTask: 60, rest: 840, daysInARow: 5 }

type Rows = readonly (readonly string[])[]

/** @throws RangeError when the roster’s text is no roster of this instance. */
export function checkTours(instanceText: string, rosterText: string): CheckedRoster {
  const sections = splitSections(instanceText)
  const rowsOf = (name: string): Rows => sections.get(`SECTION_${name}`) ?? []
  const dayCount = Number(rowsOf('HORIZON')[0]?.[0])
  const taskCount = Number(rowsOf('TASKS')[0]?.[0])
  const tours = readTours(rosterText)
  refuseStrangers(tours, new Set(rowsOf('STAFF').map(([id = '']) => id)), taskCount)
  const said = rowsOf('STAFF').flatMap((row) => checkPerson(row, tours.get(row[0] ?? '') ?? [], dayCount))
  const there = countCover([...tours.values()].flat())
  const { objective, missing } = weighCover(rowsOf('COVER'), there)
  const violations = [...said, ...missing]
  return { feasible: violations.length === 0, objective, violations }
}

function splitSections(text: string): ReadonlyMap<string, Rows> {
  const found = new Map<string, string[][]>()
  let rows: string[][] = []
  for (const raw of text.split('\n')) {
    const line = raw.replaceAll(/[\r\uFEFF]/g, '').trim()
    if (line === '' || line.startsWith('#')) continue
    if (line.startsWith('SECTION_')) found.set(line, (rows = []))
    else rows.push(line.split(',').map((piece) => piece.trim()))
  }
  return found
}

function refuseStrangers(
  tours: ReadonlyMap<string, readonly ReadShift[]>,
  people: ReadonlySet<string>,
  taskCount: number,
): void {
  for (const [person, shifts] of tours) {
    if (!people.has(person)) throw new RangeError(`there is no employee "${person}" in the instance`)
    for (const { start, tasks } of shifts)
      for (const { taskId } of tasks)
        if (!/^[1-9]\d*$/.test(taskId) || Number(taskId) > taskCount)
          throw new RangeError(`employee ${person}, ${moment(start)}: there is no task "${taskId}" in the instance`)
  }
}

/** The planning day of a minute; it begins at 06:00. */
const dayOf = (minute: number): number => Math.floor((minute - DAY_BEGINS) / DAY)

function checkPerson(row: readonly string[], shifts: readonly ReadShift[], dayCount: number): string[] {
  const [person = '', least = '', most = ''] = row
  const said: string[] = []
  const say = (words: string): number => said.push(`Employee ${person}${words}.`)
  for (const [index, shift] of shifts.entries()) {
    const place = `, ${moment(shift.start)}`
    checkShift(shift, dayCount, (words) => say(`${place}: ${words}`))
    const before = shifts[index - 1]
    if (before === undefined) continue
    const rest = shift.start - before.end
    if (rest < rules.rest)
      say(`${place}: ${rest} minutes of rest since the shift before; at least ${rules.rest} (14 hours)`)
    if (dayOf(before.start) === dayOf(shift.start))
      say(`${place}: a second shift begins on the day from ${moment(dayOf(shift.start) * DAY + DAY_BEGINS)}`)
  }
  const days = [...new Set(shifts.map(({ start }) => dayOf(start)))]
  for (const [index, day] of days.entries()) {
    if (days[index - 1] === day - 1) continue
    let run = 1
    while (days[index + run] === day + run) run++
    if (run > rules.daysInARow)
      say(`: works ${run} days in a row from ${moment(day * DAY + DAY_BEGINS)}; at most ${rules.daysInARow}`)
  }
  const minutes = shifts.reduce((sum, { start, end }) => sum + end - start, 0)
  if (minutes < Number(least)) say(`: ${minutes} minutes in all, ${Number(least) - minutes} below MinTotalMinutes`)
  if (minutes > Number(most)) say(`: ${minutes} minutes in all, ${minutes - Number(most)} above MaxTotalMinutes`)
  return said
}

function checkShift({ start, end, tasks }: ReadShift, dayCount: number, say: (words: string) => void): void {
  if (start < DAY_BEGINS || end > dayCount * DAY + DAY_BEGINS)
    say(`the shift ends ${moment(end)}, outside the horizon of ${dayCount} days from 06:00 to 06:00`)
  if (start % STEP !== 0) say('the shift does not begin on a quarter of an hour')
  const minutes = end - start
  if (minutes < rules.shortestShift) say(`the shift has ${minutes} minutes; at least ${rules.shortestShift} (6 hours)`)
  if (minutes > rules.longestShift) say(`the shift has ${minutes} minutes; at most ${rules.longestShift} (10 hours)`)
  for (const task of tasks) {
    if (task.minutes < rules.shortestTask)
      say(`task ${task.taskId} has ${task.minutes} minutes; at least ${rules.shortestTask} (an hour)`)
    if (task.minutes % STEP !== 0) say(`task ${task.taskId} has ${task.minutes} minutes, no whole quarters of an hour`)
    if (task.workMinutes !== task.minutes)
      say(`task ${task.taskId} has ${task.minutes} minutes and a WorkLength of ${task.workMinutes}`)
  }
}

/** People by `minute task`, a quarter of an hour each. */
function countCover(shifts: readonly ReadShift[]): ReadonlyMap<string, number> {
  const there = new Map<string, number>()
  for (const shift of shifts) {
    let at = shift.start
    for (const { taskId, minutes } of shift.tasks) {
      for (let quarter = Math.floor(at / STEP); quarter < (at + minutes) / STEP; quarter++) {
        const key = `${quarter} ${taskId}`
        there.set(key, (there.get(key) ?? 0) + 1)
      }
      at += minutes
    }
  }
  return there
}

interface Shortage {
  readonly task: string
  readonly from: number
  to: number
  readonly people: number
}

function weighCover(rows: Rows, there: ReadonlyMap<string, number>) {
  const limits = new Map<string, { readonly min: number; readonly max: number }>()
  for (const [day = '', time = '', task = '', min, max] of rows) {
    const [from = 0, to = 0] = time.split('-').map(minutesOfClock)
    const begin = (Number(day) - 1) * DAY + from
    const end = begin + (to > from ? to - from : to - from + DAY)
    for (let quarter = begin / STEP; quarter < end / STEP; quarter++)
      limits.set(`${quarter} ${task}`, { min: Number(min), max: Number(max) })
  }
  let objective = 0
  for (const [key, people] of there) objective += Math.max(0, people - (limits.get(key)?.max ?? 0)) ** 2
  const short: Shortage[] = []
  const byTask = [...limits].map(([key, { min }]) => ({ key: key.split(' '), missing: min - (there.get(key) ?? 0) }))
  for (const { key, missing } of byTask.toSorted(
    (left, right) => Number(left.key[1]) - Number(right.key[1]) || Number(left.key[0]) - Number(right.key[0]),
  )) {
    const [quarter = '', task = ''] = key
    const last = short.at(-1)
    if (missing <= 0) continue
    if (last?.task === task && last.to === Number(quarter) && last.people === missing) last.to++
    else short.push({ task, from: Number(quarter), to: Number(quarter) + 1, people: missing })
  }
  const missing = short.map(
    ({ task, from, to, people }) =>
      `Task ${task}, ${moment(from * STEP)} to ${moment(to * STEP)}: ${people} below the minimum cover.`,
  )
  return { objective, missing }
}

function minutesOfClock(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}

/** As the solution files write it: days from 0, the clock absolute. */
function moment(minute: number): string {
  const clock = ((minute % DAY) + DAY) % DAY
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  return `day ${Math.floor(minute / DAY)} ${two(clock / 60)}:${two(clock % 60)}`
}
