import type { CoverNeed, DayShift, ShiftDaysProblem, ShiftWish, StaffMember } from './problem.ts'
import { placeOf, readFields, readSections, readWeight, readWhole, type SectionLine } from './text-sections.ts'

const STAFF_FIELDS = [
  'ID',
  'MaxShifts',
  'MaxTotalMinutes',
  'MinTotalMinutes',
  'MaxConsecutiveShifts',
  'MinConsecutiveShifts',
  'MinConsecutiveDaysOff',
  'MaxWeekends',
]

/** Reads an instance in the benchmark’s text format. @throws RangeError that names line, section and what was expected. */
export function readShiftDays(text: string): ShiftDaysProblem {
  const sections = readSections(text)
  const linesOf = (name: Parameters<typeof sections.get>[0], isNeeded: boolean): readonly SectionLine[] => {
    const lines = sections.get(name) ?? []
    if (isNeeded && lines.length === 0) throw new RangeError(`${name} is missing or empty`)
    return lines
  }
  const days = readHorizon(linesOf('SECTION_HORIZON', true))
  const shifts = readShifts(linesOf('SECTION_SHIFTS', true))
  const shiftIds = new Set(shifts.map(({ shiftId }) => shiftId))
  const bare = readStaff(linesOf('SECTION_STAFF', true), shiftIds)
  const known: Known = { days, shiftIds, employeeIds: new Set(bare.map(({ employeeId }) => employeeId)) }
  const daysOff = readDaysOff(linesOf('SECTION_DAYS_OFF', false), known)
  return {
    days,
    shifts,
    staff: bare.map((member) => ({ ...member, daysOff: daysOff.get(member.employeeId) ?? [] })),
    onWishes: linesOf('SECTION_SHIFT_ON_REQUESTS', false).map((row) => readWish(row, known)),
    offWishes: linesOf('SECTION_SHIFT_OFF_REQUESTS', false).map((row) => readWish(row, known)),
    cover: readCover(linesOf('SECTION_COVER', true), known),
  }
}

interface Known {
  readonly days: number
  readonly shiftIds: ReadonlySet<string>
  readonly employeeIds: ReadonlySet<string>
}

function readHorizon(rows: readonly SectionLine[]): number {
  const [row, more] = rows
  if (row === undefined) throw new RangeError('SECTION_HORIZON is empty; expected the number of days')
  if (more !== undefined) throw new RangeError(`${placeOf(more)}: expected one number of days, found another line`)
  const [days = ''] = readFields(row, ['days'])
  return readWhole(row, 'the number of days', days, 1)
}

function readShifts(rows: readonly SectionLine[]): readonly DayShift[] {
  const shifts = rows.map((row) => {
    const fields = row.fields.length === 2 ? [...row.fields, ''] : row.fields
    const [shiftId = '', minutes = '', next = ''] = readFields({ ...row, fields }, [
      'ShiftID',
      'length in minutes',
      'shifts which cannot follow',
    ])
    if (shiftId === '' || shiftId === '-' || /[|=\s]/.test(shiftId))
      throw new RangeError(`${placeOf(row)}: "${shiftId}" cannot be the name of a shift`)
    const forbiddenNext = next.split('|').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))
    return { row, shift: { shiftId, minutes: readWhole(row, 'the length', minutes, 1), forbiddenNext } }
  })
  const ids = new Set<string>()
  for (const { row, shift } of shifts) {
    if (ids.has(shift.shiftId)) throw new RangeError(`${placeOf(row)}: shift ${shift.shiftId} is there a second time`)
    ids.add(shift.shiftId)
  }
  for (const { row, shift } of shifts)
    for (const next of shift.forbiddenNext)
      if (!ids.has(next))
        throw new RangeError(
          `${placeOf(row)}: shift ${shift.shiftId} cannot be followed by "${next}", but there is no such shift`,
        )
  return shifts.map(({ shift }) => shift)
}

function readStaff(
  rows: readonly SectionLine[],
  shiftIds: ReadonlySet<string>,
): readonly Omit<StaffMember, 'daysOff'>[] {
  const seen = new Set<string>()
  return rows.map((row) => {
    const [employeeId = '', maxShifts = '', ...numbers] = readFields(row, STAFF_FIELDS)
    if (employeeId === '') throw new RangeError(`${placeOf(row)}: the employee has no ID`)
    if (seen.has(employeeId)) throw new RangeError(`${placeOf(row)}: employee ${employeeId} is there a second time`)
    seen.add(employeeId)
    const [maxMinutes = 0, minMinutes = 0, most = 0, fewest = 0, fewestOff = 0, maxWeekends = 0] = numbers.map(
      (text, index) => readWhole(row, STAFF_FIELDS[index + 2] ?? '', text),
    )
    if (minMinutes > maxMinutes)
      throw new RangeError(
        `${placeOf(row)}: MinTotalMinutes ${minMinutes} of employee ${employeeId} is above MaxTotalMinutes ${maxMinutes}`,
      )
    return {
      employeeId,
      maxShifts: readMaxShifts(row, maxShifts, shiftIds),
      minMinutes,
      maxMinutes,
      maxConsecutiveShifts: most,
      minConsecutiveShifts: fewest,
      minConsecutiveDaysOff: fewestOff,
      maxWeekends,
    }
  })
}

function readMaxShifts(row: SectionLine, text: string, shiftIds: ReadonlySet<string>): ReadonlyMap<string, number> {
  const mostByShift = new Map<string, number>()
  for (const part of text.split('|')) {
    if (part.trim() === '') continue
    const [shiftId = '', most, ...rest] = part.split('=').map((piece) => piece.trim())
    if (most === undefined || rest.length > 0)
      throw new RangeError(`${placeOf(row)}: MaxShifts must read as in E=14|L=0, not "${part.trim()}"`)
    if (!shiftIds.has(shiftId))
      throw new RangeError(`${placeOf(row)}: MaxShifts names "${shiftId}", but there is no such shift`)
    if (mostByShift.has(shiftId)) throw new RangeError(`${placeOf(row)}: MaxShifts names ${shiftId} twice`)
    mostByShift.set(shiftId, readWhole(row, `MaxShifts of ${shiftId}`, most))
  }
  return mostByShift
}

function readDaysOff(rows: readonly SectionLine[], known: Known): ReadonlyMap<string, readonly number[]> {
  const daysByEmployee = new Map<string, number[]>()
  for (const row of rows) {
    const [employeeId = '', ...days] = row.fields
    readEmployee(row, employeeId, known)
    const list = daysByEmployee.get(employeeId) ?? []
    for (const day of days) if (day !== '') list.push(readDay(row, day, known))
    daysByEmployee.set(employeeId, list)
  }
  return daysByEmployee
}

function readWish(row: SectionLine, known: Known): ShiftWish {
  const [employeeId = '', day = '', shiftId = '', weight = ''] = readFields(row, [
    'EmployeeID',
    'Day',
    'ShiftID',
    'Weight',
  ])
  return {
    employeeId: readEmployee(row, employeeId, known),
    day: readDay(row, day, known),
    shiftId: readShift(row, shiftId, known),
    weight: readWeight(row, 'Weight', weight),
  }
}

function readCover(rows: readonly SectionLine[], known: Known): readonly CoverNeed[] {
  const seen = new Set<string>()
  return rows.map((row) => {
    const [day = '', shiftId = '', required = '', under = '', over = ''] = readFields(row, [
      'Day',
      'ShiftID',
      'Requirement',
      'Weight for under',
      'Weight for over',
    ])
    const need: CoverNeed = {
      day: readDay(row, day, known),
      shiftId: readShift(row, shiftId, known),
      required: readWhole(row, 'Requirement', required),
      underWeight: readWeight(row, 'Weight for under', under),
      overWeight: readWeight(row, 'Weight for over', over),
    }
    const key = `${need.day},${need.shiftId}`
    if (seen.has(key))
      throw new RangeError(`${placeOf(row)}: cover of day ${day}, shift ${shiftId} is there a second time`)
    seen.add(key)
    return need
  })
}

function readEmployee(row: SectionLine, employeeId: string, { employeeIds }: Known): string {
  if (!employeeIds.has(employeeId)) throw new RangeError(`${placeOf(row)}: there is no employee "${employeeId}"`)
  return employeeId
}

function readShift(row: SectionLine, shiftId: string, { shiftIds }: Known): string {
  if (!shiftIds.has(shiftId)) throw new RangeError(`${placeOf(row)}: there is no shift "${shiftId}"`)
  return shiftId
}

function readDay(row: SectionLine, text: string, { days }: Known): number {
  const day = readWhole(row, 'the day', text)
  if (day >= days)
    throw new RangeError(`${placeOf(row)}: day ${day} is beyond the horizon of ${days} days (0 to ${days - 1})`)
  return day
}
