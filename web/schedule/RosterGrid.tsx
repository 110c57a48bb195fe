import { IconAlertTriangle, IconBan, IconHeart, IconHeartOff, IconLock } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type KeyboardEvent } from 'react'

import type { Coverage } from '@pult/contract/schedule-reports'
import type { PlannedShift, RosterMember } from '@pult/contract/schedule-roster'

import { useFormats, useText } from '../ui/language.tsx'
import type { Formats } from '../ui/formats.ts'
import { worstOf, type GridCell, type GridRow } from './grid-rows.ts'
import classes from './RosterGrid.module.css'
import kinds from './shift-kind.module.css'
import { deskText } from './desk-text.ts'
import { shiftKind, startMinuteOf } from './shift-kind.ts'

const ROW_HEIGHT = 42
const OVERSCAN = 12
const NAME_WIDTH = 190
const DAY_WIDTH = 96
const WEEKEND_FROM = 6

export interface CellPlace {
  readonly agentId: number
  readonly day: string
}

/** What keys do in the grid. */
export interface GridActs {
  readonly free: (shifts: readonly PlannedShift[]) => void
  readonly lock: (shifts: readonly PlannedShift[], isLocked: boolean) => void
  readonly copy: (shift: PlannedShift) => void
  readonly paste: (place: CellPlace) => void
  readonly undo: () => void
  readonly redo: () => void
}

interface RosterGridProps {
  readonly days: readonly string[]
  readonly rows: readonly GridRow[]
  readonly coverage: Coverage | undefined
  /** Null where nothing may be changed. */
  readonly acts: GridActs | null
  readonly onOpen: (place: CellPlace) => void
  readonly onDay: (day: string) => void
}

/**
 * Agents by days. Only the rows in sight are drawn; arrow keys walk from cell to cell, Enter opens one, Delete frees it, L locks it, Ctrl+C and
 * Ctrl+V copy a shift to another cell, Ctrl+Z takes the last change back and Ctrl+Y makes it again.
 */
export function RosterGrid(props: RosterGridProps) {
  const { days, rows, coverage, acts, onOpen, onDay } = props
  const t = useText(deskText)
  const box = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- its functions stay in this component: nothing memoized gets them
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
  })
  const columns = `${NAME_WIDTH}px repeat(${days.length}, minmax(${DAY_WIDTH}px, 1fr))`
  const placeOf = (row: number, column: number): CellPlace => ({
    agentId: rows[row]?.member.agentId ?? 0,
    day: days[column] ?? '',
  })
  const walk = (event: KeyboardEvent, row: number, column: number, cell: GridCell): void => {
    const act = acts === null ? null : actOfKey(event, cell, acts, placeOf(row, column))
    if (act !== null) {
      event.preventDefault()
      act()
      return
    }
    const step = steps[event.key]
    if (step === undefined || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    focusCell(row + step[0], column + step[1])
  }
  const focusCell = (row: number, column: number): void => {
    if (row < 0 || row >= rows.length || column < 0 || column >= days.length) return
    virtualizer.scrollToIndex(row)
    // The row may be drawn only after it has come into sight.
    requestAnimationFrame(() => {
      box.current?.querySelector<HTMLElement>(`[data-place="${row}:${column}"]`)?.focus()
    })
  }
  return (
    <div
      ref={box}
      className={classes['box']}
      role="grid"
      aria-label={t('gridOf')}
      aria-rowcount={rows.length + 1}
      aria-colcount={days.length + 1}
      style={{ '--grid-columns': columns } as React.CSSProperties}
    >
      <Heads days={days} onDay={onDay} />
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          if (row === undefined) return null
          return (
            <div
              key={row.member.agentId}
              role="row"
              aria-rowindex={index + 2}
              className={classes['row']}
              style={{ position: 'absolute', top: start, left: 0, height: ROW_HEIGHT }}
            >
              <Name member={row.member} />
              {row.cells.map((cell, column) => (
                <Cell
                  key={days[column]}
                  cell={cell}
                  name={row.member.name}
                  day={days[column] ?? ''}
                  place={`${index}:${column}`}
                  isFirst={index === 0 && column === 0}
                  onOpen={() => onOpen(placeOf(index, column))}
                  onKeyDown={(event) => walk(event, index, column, cell)}
                />
              ))}
            </div>
          )
        })}
      </div>
      {coverage !== undefined && <Totals days={days} coverage={coverage} />}
    </div>
  )
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** What a key does in a cell that may be changed; null for the keys that only walk or open. */
function actOfKey(event: KeyboardEvent, { shifts }: GridCell, acts: GridActs, place: CellPlace): (() => void) | null {
  const [shift] = shifts
  if (event.ctrlKey || event.metaKey) {
    switch (event.code) {
      case 'KeyZ':
        return event.shiftKey ? acts.redo : acts.undo
      case 'KeyY':
        return acts.redo
      case 'KeyC':
        return shift === undefined ? null : () => acts.copy(shift)
      case 'KeyV':
        return () => acts.paste(place)
      default:
        return null
    }
  }
  if (shift === undefined) return null
  if (event.key === 'Delete' || event.key === 'Backspace') return () => acts.free(shifts)
  return event.code === 'KeyL' ? () => acts.lock(shifts, !shift.isLocked) : null
}

const weekdayOf = (day: string): number => new Date(day).getUTCDay() || 7

function Heads({ days, onDay }: Pick<RosterGridProps, 'days' | 'onDay'>) {
  const t = useText(deskText)
  const formats = useFormats()
  return (
    <div role="row" className={`${classes['row']} ${classes['head']}`}>
      <div role="columnheader" className={classes['corner']}>
        {t('agent')}
      </div>
      {days.map((day) => (
        <button
          key={day}
          type="button"
          role="columnheader"
          className={classes['cell']}
          aria-label={t('openDay', { day: formats.longDate(day) })}
          onClick={() => onDay(day)}
        >
          <span className={weekdayOf(day) >= WEEKEND_FROM ? classes['weekend'] : undefined}>
            {formats.weekday(weekdayOf(day))} {formats.dayMonth(day)}
          </span>
        </button>
      ))}
    </div>
  )
}

const MINUTES = 60

/** Her name and her hours in the roster against what norm and agreement ask for. */
function Name({ member: { name, minutes, minMinutes, maxMinutes } }: { readonly member: RosterMember }) {
  const t = useText(deskText)
  const formats = useFormats()
  const hours = (value: number): string => formats.number(Math.round((value / MINUTES) * 10) / 10)
  const isOff = (minMinutes !== null && minutes < minMinutes) || (maxMinutes !== null && minutes > maxMinutes)
  return (
    <div role="rowheader" className={classes['name']}>
      <span className={classes['nameText']} title={name}>
        {name}
      </span>
      <span className={classes['hours']} data-off={isOff}>
        {maxMinutes !== null
          ? t('hoursOfNorm', { hours: hours(minutes), norm: hours(maxMinutes) })
          : minMinutes !== null
            ? t('hoursAtLeast', { hours: hours(minutes), least: hours(minMinutes) })
            : t('hoursOf', { hours: hours(minutes) })}
      </span>
    </div>
  )
}

interface CellProps {
  readonly cell: GridCell
  readonly name: string
  readonly day: string
  readonly place: string
  readonly isFirst: boolean
  readonly onOpen: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function Cell({ cell, name, day, place, isFirst, onOpen, onKeyDown }: CellProps) {
  const t = useText(deskText)
  const formats = useFormats()
  const worst = worstOf(cell)
  const absence = cell.absence === null ? null : t(`absence_${cell.absence.kind}`)
  const times = cell.shifts.map((shift) => timesOf(shift, formats))
  const isLocked = cell.shifts.some((shift) => shift.isLocked)
  const said = [
    ...times,
    ...(absence === null ? [] : [absence]),
    ...(isLocked ? [t('locked')] : []),
    ...(worst === null ? [] : [t(`severity_${worst}`)]),
    ...(cell.wish === null ? [] : [t(cell.wish === 'met' ? 'wishMet' : 'wishRefused')]),
  ]
  return (
    <button
      type="button"
      role="gridcell"
      className={classes['cell']}
      data-place={place}
      data-rest={weekdayOf(day) >= WEEKEND_FROM}
      tabIndex={isFirst ? 0 : -1}
      aria-label={`${name}, ${formats.longDate(day)}: ${said.length === 0 ? t('free') : said.join(', ')}`}
      onClick={onOpen}
      onKeyDown={onKeyDown}
    >
      {cell.shifts.map((shift, index) => (
        <span
          key={shift.shiftId}
          className={`${kinds['kind']} ${classes['shift']}`}
          data-kind={shiftKind(shift, startMinuteOf(formats.time(shift.start)))}
        >
          {times[index]}
        </span>
      ))}
      {cell.shifts.length === 0 && absence !== null && <span className={classes['absence']}>{absence}</span>}
      <span className={classes['marks']}>
        {cell.wish === 'met' && <IconHeart size={11} aria-hidden />}
        {cell.wish === 'refused' && (
          <IconHeartOff size={11} className={classes['mark']} data-severity="warn" aria-hidden />
        )}
        {isLocked && <IconLock size={11} aria-hidden />}
        {worst === 'block' && <IconBan size={12} className={classes['mark']} data-severity="block" aria-hidden />}
        {worst === 'warn' && (
          <IconAlertTriangle size={12} className={classes['mark']} data-severity="warn" aria-hidden />
        )}
      </span>
    </button>
  )
}

const timesOf = ({ start, end }: PlannedShift, formats: Formats): string =>
  `${formats.time(start)}–${formats.time(end)}`

/** Agent-hours of each day against the need. */
function Totals({ days, coverage }: { readonly days: readonly string[]; readonly coverage: Coverage }) {
  const t = useText(deskText)
  const formats = useFormats()
  const ofDay = new Map(coverage.days.map((one) => [one.day, one]))
  return (
    <div role="row" className={`${classes['row']} ${classes['foot']}`}>
      <div role="rowheader" className={classes['corner']}>
        {t('shortHours')}
      </div>
      {days.map((day) => {
        const sums = ofDay.get(day)
        const hours = sums?.hoursShort
        return (
          <div key={day} role="gridcell" className={hours !== undefined && hours > 0 ? classes['short'] : undefined}>
            {sums === undefined
              ? '–'
              : t('shortOf', {
                  short: formats.number(sums.hoursShort, 1),
                  needed: formats.number(Math.round(sums.hoursNeeded)),
                })}
          </div>
        )
      })}
    </div>
  )
}
