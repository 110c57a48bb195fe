import { IconLock } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'

import type { PlannedShift, RosterMember } from '@pult/contract/schedule-roster'

import { useFormats, useText } from '../ui/language.tsx'
import classes from './DayTimeline.module.css'
import kinds from './shift-kind.module.css'
import { draggedShift, type DragDraft, type Grip } from './drag-draft.ts'
import { deskText } from './desk-text.ts'
import { shiftKind } from './shift-kind.ts'
import { HOUR_PX, useTimelineDrag } from './timeline-drag.ts'

interface DayTimelineProps {
  /** The first instant that is drawn, and for how many hours. */
  readonly from: number
  readonly hours: number
  readonly slotMinutes: number
  readonly members: readonly RosterMember[]
  readonly shifts: readonly PlannedShift[]
  readonly mayEdit: boolean
  /** What was dropped and is not made yet. */
  readonly dropped: DragDraft | null
  readonly onDraft: (draft: DragDraft | null) => void
  readonly onDrop: (draft: DragDraft) => void
  readonly onOpen: (shift: PlannedShift) => void
  /** A shift is to be added for an agent, at an instant where one was pointed at. */
  readonly onAdd: (agentId: number, at: number | null) => void
  readonly onFree: (shift: PlannedShift) => void
  readonly onUndo: () => void
  readonly onRedo: () => void
}

const ROW_PX = 34
const OVERSCAN = 10
const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/**
 * The shifts of a day as bars with their breaks; only the rows in sight are drawn. A bar, its ends and its breaks are dragged by mouse and
 * finger, in steps of the grid; with the keyboard arrows move the focused bar, with Shift its end, with Alt to the row above or below, Enter
 * makes the change, Escape lets it be, Delete frees it. A press on an empty place adds a shift there.
 */
export function DayTimeline(props: DayTimelineProps) {
  const { from, hours, slotMinutes, members, shifts, mayEdit, dropped, onOpen, onAdd } = props
  const formats = useFormats()
  const t = useText(deskText)
  const box = useRef<HTMLDivElement>(null)
  const earliest =
    shifts.length === 0 ? from : Math.max(from, Math.min(...shifts.map(({ start }) => Date.parse(start))))
  useEffect(() => {
    // The night before is empty on most days: what is seen first is an hour before the first shift.
    box.current?.scrollTo({ left: Math.max(0, (earliest - from) / HOUR_MS - 1) * HOUR_PX })
    // oxlint-disable-next-line react/exhaustive-deps -- a day is scrolled once; a shift dragged earlier must not pull it along
  }, [from])
  // oxlint-disable-next-line react/incompatible-library -- its functions stay in this component: nothing memoized gets them
  const virtualizer = useVirtualizer({
    count: members.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
  })
  const { draft, grab, press } = useTimelineDrag({
    ...props,
    box,
    showRow: (place) => virtualizer.scrollToIndex(place),
  })
  const left = (instant: string): number => ((Date.parse(instant) - from) / HOUR_MS) * HOUR_PX
  const instantAt = (pixels: number): number =>
    from + Math.floor(((pixels / HOUR_PX) * 60) / slotMinutes) * slotMinutes * MINUTE_MS
  const moving = draft ?? dropped
  const whole = new Map(shifts.map((shift) => [shift.shiftId, shift]))
  const shown = Map.groupBy(
    shifts.map((shift) => (moving?.shift.shiftId === shift.shiftId ? draggedShift(moving) : shift)),
    ({ agentId }) => agentId,
  )
  return (
    <div ref={box} className={classes['box']}>
      <div
        className={classes['inner']}
        style={{ '--timeline-width': `${hours * HOUR_PX}px`, '--timeline-hour': `${HOUR_PX}px` } as CSSProperties}
      >
        <div className={classes['head']}>
          <div className={classes['name']}>{t('agent')}</div>
          <div className={classes['ticks']}>
            {Array.from({ length: hours + 1 }, (_, hour) => (
              <span key={hour} className={classes['tick']} style={{ left: hour * HOUR_PX }}>
                {hour % 2 === 0 ? formats.time(from + hour * HOUR_MS) : ''}
              </span>
            ))}
          </div>
        </div>
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const member = members[index]
            if (member === undefined) return null
            const { agentId, name } = member
            return (
              <TimelineRow
                key={agentId}
                member={member}
                top={start}
                isOver={draft !== null && draft.agentId === agentId && draft.shift.agentId !== agentId}
                onAdd={mayEdit ? (pixels) => onAdd(agentId, pixels === null ? null : instantAt(pixels)) : null}
              >
                {(shown.get(agentId) ?? []).map((shift) => (
                  <Bar
                    key={shift.shiftId}
                    shift={shift}
                    name={name}
                    left={left}
                    isDragged={draft?.shift.shiftId === shift.shiftId}
                    mayEdit={mayEdit}
                    onGrab={(event, grip) => grab(event, whole.get(shift.shiftId) ?? shift, grip)}
                    onOpen={() => onOpen(shift)}
                    onKeyDown={(event) => press(event, whole.get(shift.shiftId) ?? shift)}
                  />
                ))}
              </TimelineRow>
            )
          })}
        </div>
      </div>
    </div>
  )
}

interface TimelineRowProps {
  readonly member: RosterMember
  readonly top: number
  /** A shift of somebody else is held over it. */
  readonly isOver: boolean
  /** With the pixels from the left where it was pressed, or null by its name; null where nothing may be changed. */
  readonly onAdd: ((pixels: number | null) => void) | null
  readonly children: ReactNode
}

function TimelineRow({ member: { agentId, name }, top, isOver, onAdd, children }: TimelineRowProps) {
  const t = useText(deskText)
  return (
    <div className={classes['row']} data-agent={agentId} style={{ position: 'absolute', top, left: 0, height: ROW_PX }}>
      {onAdd === null ? (
        <div className={classes['name']} title={name}>
          {name}
        </div>
      ) : (
        <button type="button" className={classes['name']} title={t('addFor', { name })} onClick={() => onAdd(null)}>
          {name}
        </button>
      )}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the agent's name before it is the button that does the same by key */}
      <div
        className={classes['track']}
        style={{ height: ROW_PX }}
        onClick={(event) => {
          if (onAdd === null || event.target !== event.currentTarget) return
          onAdd(event.clientX - event.currentTarget.getBoundingClientRect().left)
        }}
        data-over={isOver}
      >
        {children}
      </div>
    </div>
  )
}

interface BarProps {
  readonly shift: PlannedShift
  readonly name: string
  readonly left: (instant: string) => number
  readonly isDragged: boolean
  readonly mayEdit: boolean
  readonly onGrab: (event: PointerEvent, grip: Grip) => void
  readonly onOpen: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function Bar({ shift, name, left, isDragged, mayEdit, onGrab, onOpen, onKeyDown }: BarProps) {
  const t = useText(deskText)
  const formats = useFormats()
  const begin = left(shift.start)
  const width = left(shift.end) - begin
  const [hours = 0, minutes = 0] = formats.time(shift.start).split(':').map(Number)
  const times = `${formats.time(shift.start)}–${formats.time(shift.end)}`
  const hold = (grip: Grip) => ({ onPointerDown: (event: PointerEvent) => onGrab(event, grip) })
  const place = (start: string, end: string): CSSProperties => ({
    left: left(start) - begin,
    width: Math.max(3, left(end) - left(start)),
  })
  return (
    <button
      type="button"
      className={`${kinds['kind']} ${classes['bar']}`}
      data-shift={shift.shiftId}
      data-kind={shiftKind(shift, hours * 60 + minutes)}
      data-dragged={isDragged}
      data-still={!mayEdit}
      style={{ left: begin, width }}
      aria-label={t('barOf', { name, times })}
      title={mayEdit ? t('barKeys') : undefined}
      // The pointer is followed by its own events; a click here comes from the keyboard, or where nothing may be dragged.
      onClick={(event) => {
        if (event.detail === 0 || !mayEdit) onOpen()
      }}
      onKeyDown={onKeyDown}
      {...hold({ part: 'shift' })}
    >
      {shift.breaks.map((one, index) => (
        <span
          // oxlint-disable-next-line react/no-array-index-key -- a break is its place in the shift, also while it is dragged
          key={index}
          className={classes['piece']}
          data-piece={one.kind}
          title={`${t(`break_${one.kind}`)} ${formats.time(one.start)}–${formats.time(one.end)}`}
          style={{ ...place(one.start, one.end), cursor: mayEdit ? 'ew-resize' : 'pointer' }}
          {...hold({ part: 'break', index })}
        />
      ))}
      {shift.activities.map((one) => (
        <span
          key={one.activityId}
          className={classes['piece']}
          data-piece={one.kind}
          title={`${one.name} ${formats.time(one.start)}–${formats.time(one.end)}`}
          style={place(one.start, one.end)}
        />
      ))}
      <span className={classes['words']}>
        {shift.isLocked && <IconLock size={11} aria-label={t('locked')} />}
        {times}
      </span>
      {mayEdit && (
        <>
          <span className={classes['end']} style={{ left: 0 }} {...hold({ part: 'start' })} />
          <span className={classes['end']} style={{ right: 0 }} {...hold({ part: 'end' })} />
        </>
      )}
    </button>
  )
}
