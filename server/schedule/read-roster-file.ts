import type { ImportProblem } from '@pult/contract/schedule'
import type { PlannedBreak, PlannedShift } from '@pult/contract/schedule-roster'
import { DAY_MS, dayNumber, wallInstant, type LocalDate, type Zone } from '@pult/engine/time'

import { SLOT_MINUTES } from './grid.ts'
import { importProblem, type ImportCode } from './import-reasons.ts'
import { breakWords, columnNames, fileColumns, yesWords, type FileColumn } from './roster-file.ts'
import type { FileRow } from './roster-rows.ts'

export interface RosterFileFacts {
  readonly zone: Zone
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
  readonly agents: ReadonlyMap<number, string>
  readonly templates: ReadonlyMap<number, string>
}

export interface ReadFile {
  readonly rows: number
  /** Without numbers. */
  readonly shifts: readonly Omit<PlannedShift, 'shiftId'>[]
  readonly problems: ImportProblem[]
}

type Row = Readonly<Partial<Record<FileColumn, string>>>
/** Says what is wrong with a field of the row that is read. */
type Refuse = (field: FileColumn, code: ImportCode, values?: ImportProblem['values']) => void

/**
 * Reads a roster as `rosterFile` writes it, in either language, edited by hand; null is no table. Rows are counted as the file does,
 * with the heading as the first.
 */
export function readRosterFile(table: readonly FileRow[] | null, facts: RosterFileFacts): ReadFile {
  const [head, ...body] = table ?? []
  const places = head?.cells.map(columnOf) ?? []
  const problems = faultsOfTable(table, places)
  if (problems.length > 0) return { rows: body.length, shifts: [], problems }
  const seen = new Map<string, number>()
  const shifts = body.flatMap(({ number, cells }) => {
    const named: Record<string, string> = {}
    for (const [place, column] of places.entries()) if (column !== null) named[column] = (cells[place] ?? '').trim()
    let isFine = true
    const refuse: Refuse = (field, code, values) => {
      isFine = false
      problems.push(importProblem(number, field, code, values))
    }
    const shift = readShift(named, facts, refuse)
    if (!isFine || shift === null) return []
    const key = `${shift.agentId}@${shift.day}`
    const before = seen.get(key)
    if (before !== undefined) refuse('day', 'secondShift', { day: shift.day, row: before })
    seen.set(key, number)
    return [shift]
  })
  return { rows: body.length, shifts, problems }
}

const NEEDED = ['agentId', 'day', 'start', 'end'] as const

/** What keeps a table from being read at all. */
function faultsOfTable(table: readonly FileRow[] | null, places: readonly (FileColumn | null)[]): ImportProblem[] {
  if (table === null) return [importProblem(1, '', 'noTable')]
  const missing = NEEDED.filter((column) => !places.includes(column))
  if (missing.length > 0)
    return missing.map((column) =>
      importProblem(1, column, 'noColumn', { en: columnNames.en[column], ru: columnNames.ru[column] }),
    )
  return table.length > 1 ? [] : [importProblem(1, '', 'noRows')]
}

function columnOf(heading: string): FileColumn | null {
  const text = heading.trim().toLowerCase()
  return (
    fileColumns.find((column) =>
      [column, columnNames.ru[column], columnNames.en[column]].some((name) => name.toLowerCase() === text),
    ) ?? null
  )
}

function readShift(row: Row, facts: RosterFileFacts, refuse: Refuse): Omit<PlannedShift, 'shiftId'> | null {
  const { zone, firstDay, lastDay, agents } = facts
  const agentId = Number(row.agentId)
  const name = agents.get(agentId)
  if (name === undefined) refuse('agentId', 'nobody', { text: row.agentId ?? '' })
  else if (row.agent !== undefined && row.agent !== '' && row.agent.replace(/^'/, '') !== name)
    refuse('agent', 'otherName', { text: row.agent, number: agentId, name })
  const day = dayOf(row.day ?? '')
  if (day === null) refuse('day', 'notADay', { text: row.day ?? '' })
  else if (day < firstDay || day > lastDay) refuse('day', 'outsideDays', { day, firstDay, lastDay })
  const start = minuteOf(row.start ?? '')
  const end = minuteOf(row.end ?? '')
  if (start === null) refuse('start', 'notATime', { text: row.start ?? '' })
  if (end === null) refuse('end', 'notATime', { text: row.end ?? '' })
  if (start !== null && start === end) refuse('end', 'sameTimes')
  const shiftTemplateId = templateOf(row.template ?? '', facts, refuse)
  if (day === null || start === null || end === null) return null
  const from = wallInstant(zone, day, start)
  const to = wallInstant(zone, day, end > start ? end : end + 1440)
  return {
    agentId,
    day,
    shiftTemplateId,
    start: new Date(from).toISOString(),
    end: new Date(to).toISOString(),
    breaks: breaksOf(row.breaks ?? '', zone, { day, from, to }, refuse),
    activities: [],
    isLocked: isYes(row.locked ?? ''),
  }
}

function dayOf(text: string): LocalDate | null {
  // A spreadsheet makes a day an instant at midnight.
  const day = text.replace(/[ T]00:00(?::00)?$/, '')
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(day)
  const date = match === null ? day : `${match[3]}-${match[2]?.padStart(2, '0')}-${match[1]?.padStart(2, '0')}`
  try {
    dayNumber(date)
    return date
  } catch {
    return null
  }
}

function minuteOf(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})(?::00)?$/.exec(text)
  if (match === null) return null
  const minute = Number(match[1]) * 60 + Number(match[2])
  return Number(match[2]) < 60 && minute <= 1440 && minute % SLOT_MINUTES === 0 ? minute : null
}

function templateOf(text: string, { templates }: RosterFileFacts, refuse: Refuse): number | null {
  if (text === '') return null
  const found = [...templates].find(([, name]) => name === text.replace(/^'/, ''))
  if (found === undefined) refuse('template', 'noTemplate', { text })
  return found?.[0] ?? null
}

interface Within {
  readonly day: LocalDate
  readonly from: number
  readonly to: number
}

function breaksOf(text: string, zone: Zone, { day, from, to }: Within, refuse: Refuse): PlannedBreak[] {
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  let free = from
  return parts.flatMap((part): PlannedBreak[] => {
    const match = /^(\d{1,2}:\d{2})\s*[-–]\s*(\d{1,2}:\d{2})\s+(\S+)(?:\s+(.+))?$/u.exec(part)
    const begins = minuteOf(match?.[1] ?? '')
    const ends = minuteOf(match?.[2] ?? '')
    const kind = wordOf(match?.[3] ?? '', ['meal', 'rest'])
    const pay = wordOf(match?.[4] ?? breakWords.unpaid.en, ['paid', 'unpaid'])
    if (begins === null || ends === null || kind === null || pay === null) {
      refuse('breaks', 'breakWords', { text: part })
      return []
    }
    const start = atOrAfter(wallInstant(zone, day, begins), from)
    const end = atOrAfter(wallInstant(zone, day, ends), start)
    if (start < free || end > to || end <= start) {
      refuse('breaks', 'breakPlace', { text: part })
      return []
    }
    free = end
    return [{ kind, start: new Date(start).toISOString(), end: new Date(end).toISOString(), isPaid: pay === 'paid' }]
  })
}

const atOrAfter = (instant: number, floor: number): number => (instant < floor ? instant + DAY_MS : instant)

function wordOf<Word extends keyof typeof breakWords>(text: string, words: readonly Word[]): Word | null {
  const lower = text.toLowerCase()
  return words.find((word) => breakWords[word].ru === lower || breakWords[word].en === lower) ?? null
}

const isYes = (text: string): boolean => [yesWords.ru, yesWords.en, 'true', '1'].includes(text.toLowerCase())
