import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'

import { buildDayGrid, findRowFault, type DayGrid, type IntervalRow } from '@pult/engine/forecast'
import { createZone, dayNumber, wallTime, type LocalDate, type Located, type Zone } from '@pult/engine/time'

import { BadInput } from './failure.ts'

export interface SeriesOptions {
  readonly intervalSeconds: number
  readonly weekdays?: readonly number[]
  readonly hours?: readonly [string, string]
  readonly excludeBelowMedian?: number
  readonly timeZone?: string
  /** The last day that is read. */
  readonly until?: LocalDate
}

const GZIP = [0x1f, 0x8b]
const START = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?$/

/** Reads `start,offered[,ahtSeconds][,handled]`, packed with gzip or not. Throws BadInput that names file, row, field and what was expected. */
export async function readSeriesFile(file: string, options: SeriesOptions): Promise<DayGrid> {
  if (86_400 % options.intervalSeconds !== 0)
    throw new BadInput(`--interval-seconds must divide a day, not ${options.intervalSeconds}.`)
  const lines = (await readText(file)).split(/\r?\n/)
  const columns = columnsOf(file, lines[0] ?? '')
  const { rows, lineNumbers } = readRows(file, lines, columns, options.until)
  if (rows.length === 0 && options.until !== undefined)
    throw new BadInput(`${file} has no rows up to ${options.until}.`)
  if (rows.length === 0) throw new BadInput(`${file} has a header but no rows.`)
  const passes = options.timeZone === undefined ? rows : withClockChanges(rows, createZone(options.timeZone))
  const spacingSeconds = spacingOf(file, rows, options.intervalSeconds)
  const fault = findRowFault(passes, spacingSeconds)
  if (fault !== null) {
    const hint =
      fault.problem.includes('twice') && options.timeZone === undefined
        ? ' If it is the doubled hour of autumn, give the zone with --time-zone.'
        : ''
    throw new BadInput(`${file}, row ${lineNumbers[fault.index]}, ${fault.field} ${fault.problem}.${hint}`)
  }
  const grid = buildDayGrid(passes, { ...options, spacingSeconds })
  if (grid.dates.length === 0)
    throw new BadInput(
      `${file} has no complete interval of ${options.intervalSeconds} seconds inside the asked weekdays and hours.`,
    )
  return grid
}

async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch(() => {
    throw new BadInput(`There is no file ${file}.`)
  })
  if (bytes.length === 0) throw new BadInput(`${file} is empty.`)
  if (bytes[0] !== GZIP[0] || bytes[1] !== GZIP[1]) return bytes.toString('utf8')
  try {
    return gunzipSync(bytes).toString('utf8')
  } catch {
    throw new BadInput(`${file} begins like a gzip file and cannot be unpacked: it is damaged or cut off.`)
  }
}

interface Columns {
  readonly start: number
  readonly offered: number
  readonly ahtSeconds: number
  readonly handled: number
}

function columnsOf(file: string, header: string): Columns {
  const names = header
    .replace(/^\uFEFF/, '')
    .split(',')
    .map((name) => name.trim().replaceAll('"', ''))
  const place = (name: string): number => names.indexOf(name)
  if (place('start') < 0 || place('offered') < 0)
    throw new BadInput(`${file}, row 1: the header must be start,offered[,ahtSeconds], not "${header.slice(0, 80)}".`)
  return {
    start: place('start'),
    offered: place('offered'),
    ahtSeconds: place('ahtSeconds'),
    handled: place('handled'),
  }
}

function readRows(
  file: string,
  lines: readonly string[],
  columns: Columns,
  until?: LocalDate,
): { readonly rows: IntervalRow[]; readonly lineNumbers: number[] } {
  const rows: IntervalRow[] = []
  const lineNumbers: number[] = []
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] as string
    if (line.trim() === '') continue
    const cells = line.split(',').map((cell) => cell.trim().replaceAll('"', ''))
    const refuse = (field: string, expected: string, found: string): never => {
      throw new BadInput(`${file}, row ${index + 1}, ${field}: expected ${expected}, not "${found}".`)
    }
    const number = (field: 'offered' | 'ahtSeconds' | 'handled'): number | undefined => {
      const text = cells[columns[field]] ?? ''
      if (text === '') return undefined
      const value = Number(text)
      return Number.isFinite(value) && value >= 0 ? value : refuse(field, 'a number from 0', text)
    }
    const start = cells[columns.start] ?? ''
    const match = START.exec(start) ?? refuse('start', 'local time as YYYY-MM-DDTHH:MM[:SS]', start)
    const [, date, hour, minute, second = '0'] = match as unknown as [string, string, string, string, string?]
    if (!isDay(date) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
      refuse('start', 'a day and time that exist', start)
    if (until !== undefined && date > until) continue
    const offered = number('offered')
    // A row without a count says nothing was recorded, which is not that nothing came.
    if (offered === undefined) continue
    const ahtSeconds = number('ahtSeconds')
    const handled = number('handled')
    rows.push({
      date,
      secondOfDay: Number(hour) * 3600 + Number(minute) * 60 + Number(second),
      offered,
      ...(ahtSeconds === undefined ? {} : { ahtSeconds }),
      ...(handled === undefined ? {} : { handled }),
    })
    lineNumbers.push(index + 1)
  }
  return { rows, lineNumbers }
}

function isDay(date: string): boolean {
  try {
    dayNumber(date)
    return true
  } catch {
    return false
  }
}

/**
 * What the zone's clock changes did to the rows: the second row of a wall time that comes twice is the second pass of autumn's doubled
 * hour, and a row in spring's skipped hour is no history, whatever the system wrote there.
 */
function withClockChanges(rows: readonly IntervalRow[], zone: Zone): IntervalRow[] {
  const seen = new Set<string>()
  return rows.flatMap((row): IntervalRow[] => {
    const key = `${row.date} ${row.secondOfDay}`
    const kind = kindOfTime(row, zone)
    if (kind === 'skipped') return []
    if (kind === 'doubled' && seen.has(key)) return [{ ...row, again: true }]
    seen.add(key)
    return [row]
  })
}

function kindOfTime({ date, secondOfDay }: IntervalRow, zone: Zone): Located['kind'] {
  return zone.localToInstant(wallTime(date, secondOfDay)).kind
}

/** The step from row to row within a day. */
function spacingOf(file: string, rows: readonly IntervalRow[], intervalSeconds: number): number {
  let smallest = Number.POSITIVE_INFINITY
  let before: IntervalRow | undefined
  for (const row of rows) {
    if (before !== undefined && before.date === row.date && row.secondOfDay > before.secondOfDay)
      smallest = Math.min(smallest, row.secondOfDay - before.secondOfDay)
    before = row
  }
  if (smallest === Number.POSITIVE_INFINITY) return intervalSeconds
  // Rows farther apart than the interval may be a few that are left of many: only a step that never fits is a mistake.
  const isSparse = rows.some((row) => row.secondOfDay % smallest !== 0)
  if (smallest > intervalSeconds && isSparse) return intervalSeconds
  if (intervalSeconds % smallest !== 0)
    throw new BadInput(
      `${file}: rows are ${smallest} seconds apart, which does not divide the interval of ${intervalSeconds} seconds. Give another --interval-seconds.`,
    )
  return smallest
}
