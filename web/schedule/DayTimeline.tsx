import { IconLock } from '@tabler/icons-react'
import { useEffect, useRef, useState, type CSSProperties, type KeyboardEvent, type PointerEvent } from 'react'

import type { PlannedShift, RosterMember } from '@pult/contract/schedule-roster'

import { useFormats, useText } from '../ui/language.tsx'
import classes from './DayTimeline.module.css'
import { draggedShift, type DragDraft, type Grip } from './drag-draft.ts'
import { deskText } from './desk-text.ts'
import { shiftKind } from './shift-kind.ts'

interface DayTimelineProps {
  /** The first instant that is drawn, and for how many hours. */
  readonly from: number
  readonly hours: number
  readonly slotMinutes: number
  readonly members: readonly RosterMember[]
  readonly shifts: readonly PlannedShift[]
  readonly mayEdit: boolean
  readonly onDraft: (draft: DragDraft | null) => void
  readonly onDrop: (draft: DragDraft) => void
  readonly onOpen: (shift: PlannedShift) => void
  /** A shift is to be added for an agent, at an instant where one was pointed at. */
  readonly onAdd: (agentId: number, at: number | null) => void
  readonly onFree: (shift: PlannedShift) => void
  readonly onUndo: () => void
  readonly onRedo: () => void
}

const HOUR_PX = 44
const ROW_PX = 34
const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const CLICK_PX = 3

/**
 * The shifts of a day as bars with their breaks. A bar, its ends and its breaks are dragged by mouse and finger, in steps of the grid; with the
 * keyboard arrows move the focused bar, with Shift its end, with Alt to the row above or below, Enter makes the change, Escape lets it be, Delete
 * frees it. A press on an empty place adds a shift there.
 */
export function DayTimeline(props: DayTimelineProps) {
  const { from, hours, slotMinutes, members, shifts, mayEdit, onDraft, onDrop, onOpen, onAdd, onFree, onUndo, onRedo } =
    props
  const formats = useFormats()
  const t = useText(deskText)
  const [draft, setDraft] = useState<DragDraft | null>(null)
  const begun = useRef<{ readonly x: number; isMoved: boolean } | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const earliest =
    shifts.length === 0 ? from : Math.max(from, Math.min(...shifts.map(({ start }) => Date.parse(start))))
  useEffect(() => {
    // The night before is empty on most days: what is seen first is an hour before the first shift.
    box.current?.scrollTo({ left: Math.max(0, (earliest - from) / HOUR_MS - 1) * HOUR_PX })
    // oxlint-disable-next-line react/exhaustive-deps -- a day is scrolled once; a shift dragged earlier must not pull it along
  }, [from])
  const show = (next: DragDraft | null): void => {
    setDraft(next)
    onDraft(next)
  }
  const grab = (event: PointerEvent, shift: PlannedShift, grip: Grip): void => {
    event.stopPropagation()
    if (!mayEdit || event.button !== 0) return
    begun.current = { x: event.clientX, isMoved: false }
    event.currentTarget.setPointerCapture(event.pointerId)
    setDraft({ shift, grip, byMinutes: 0, agentId: shift.agentId })
  }
  const drag = (event: PointerEvent): void => {
    const held = begun.current
    if (held === null || draft === null) return
    const pixels = event.clientX - held.x
    const agentId = draft.grip.part === 'shift' ? (rowAt(event.clientY) ?? draft.agentId) : draft.agentId
    if (!held.isMoved && Math.abs(pixels) <= CLICK_PX && agentId === draft.shift.agentId) return
    held.isMoved = true
    const byMinutes = Math.round(((pixels / HOUR_PX) * 60) / slotMinutes) * slotMinutes
    if (byMinutes !== draft.byMinutes || agentId !== draft.agentId) show({ ...draft, byMinutes, agentId })
  }
  const drop = (): void => {
    const isMoved = begun.current?.isMoved === true
    begun.current = null
    if (draft === null) return
    if (isMoved) onDrop(draft)
    else onOpen(draft.shift)
    show(null)
  }
  const rowAt = (clientY: number): number | undefined => {
    const rows = [...(box.current?.querySelectorAll<HTMLElement>('[data-agent]') ?? [])]
    const row = rows.find((one) => {
      const { top, bottom } = one.getBoundingClientRect()
      return top <= clientY && clientY < bottom
    })
    return row === undefined ? undefined : Number(row.dataset['agent'])
  }
  const press = (event: KeyboardEvent, shift: PlannedShift): void => {
    const act = mayEdit ? actOfKey(event, () => onFree(shift), onUndo, onRedo) : null
    if (act !== null) {
      event.preventDefault()
      act()
      return
    }
    if (event.key === 'Enter' && (draft === null || draft.byMinutes === 0) && draft?.agentId === undefined) return
    const next = nextByKey(event, draft ?? { shift, grip: { part: 'shift' }, byMinutes: 0, agentId: shift.agentId })
    if (next === undefined || !mayEdit) return
    event.preventDefault()
    if (next === 'drop') {
      if (draft !== null) onDrop(draft)
      show(null)
    } else show(next)
  }
  const nextByKey = (event: KeyboardEvent, now: DragDraft): DragDraft | 'drop' | null | undefined => {
    const place = members.findIndex(({ agentId }) => agentId === now.agentId)
    switch (event.key) {
      case 'ArrowLeft':
      case 'ArrowRight': {
        const step = event.key === 'ArrowLeft' ? -slotMinutes : slotMinutes
        const grip: Grip = { part: event.shiftKey ? 'end' : 'shift' }
        return { ...now, grip, byMinutes: (now.grip.part === grip.part ? now.byMinutes : 0) + step }
      }
      case 'ArrowUp':
      case 'ArrowDown': {
        if (!event.altKey) return undefined
        const agentId = members[place + (event.key === 'ArrowUp' ? -1 : 1)]?.agentId
        return agentId === undefined ? undefined : { ...now, grip: { part: 'shift' }, agentId }
      }
      case 'Escape':
        return null
      case 'Enter':
        return 'drop'
      default:
        return undefined
    }
  }
  const left = (instant: string): number => ((Date.parse(instant) - from) / HOUR_MS) * HOUR_PX
  const shown = shifts.map((shift) => (draft?.shift.shiftId === shift.shiftId ? draggedShift(draft) : shift))
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
        {members.map((member) => (
          <div key={member.agentId} className={classes['row']} data-agent={member.agentId}>
            {mayEdit ? (
              <button
                type="button"
                className={classes['name']}
                title={t('addFor', { name: member.name })}
                onClick={() => onAdd(member.agentId, null)}
              >
                {member.name}
              </button>
            ) : (
              <div className={classes['name']} title={member.name}>
                {member.name}
              </div>
            )}
            {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the agent's name before it is the button that does the same by key */}
            <div
              className={classes['track']}
              style={{ height: ROW_PX }}
              onClick={(event) => {
                if (!mayEdit || event.target !== event.currentTarget) return
                const pixels = event.clientX - event.currentTarget.getBoundingClientRect().left
                const slots = Math.floor(((pixels / HOUR_PX) * 60) / slotMinutes)
                onAdd(member.agentId, from + slots * slotMinutes * MINUTE_MS)
              }}
              data-over={draft !== null && draft.agentId === member.agentId && draft.shift.agentId !== member.agentId}
            >
              {shown
                .filter(({ agentId }) => agentId === member.agentId)
                .map((shift) => (
                  <Bar
                    key={shift.shiftId}
                    shift={shift}
                    name={member.name}
                    left={left}
                    isDragged={draft?.shift.shiftId === shift.shiftId}
                    mayEdit={mayEdit}
                    onGrab={(event, grip) =>
                      grab(event, shifts.find(({ shiftId }) => shiftId === shift.shiftId) ?? shift, grip)
                    }
                    onMove={drag}
                    onDrop={drop}
                    onOpen={() => onOpen(shift)}
                    onKeyDown={(event) =>
                      press(event, shifts.find(({ shiftId }) => shiftId === shift.shiftId) ?? shift)
                    }
                  />
                ))}
            </div>
          </div>
        ))}
      </div>
    </div>
  )
}

function actOfKey(event: KeyboardEvent, free: () => void, undo: () => void, redo: () => void): (() => void) | null {
  if (event.key === 'Delete') return free
  if (!event.ctrlKey && !event.metaKey) return null
  if (event.code === 'KeyY') return redo
  if (event.code !== 'KeyZ') return null
  return event.shiftKey ? redo : undo
}

interface BarProps {
  readonly shift: PlannedShift
  readonly name: string
  readonly left: (instant: string) => number
  readonly isDragged: boolean
  readonly mayEdit: boolean
  readonly onGrab: (event: PointerEvent, grip: Grip) => void
  readonly onMove: (event: PointerEvent) => void
  readonly onDrop: () => void
  readonly onOpen: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function Bar({ shift, name, left, isDragged, mayEdit, onGrab, onMove, onDrop, onOpen, onKeyDown }: BarProps) {
  const t = useText(deskText)
  const formats = useFormats()
  const begin = left(shift.start)
  const width = left(shift.end) - begin
  const [hours = 0, minutes = 0] = formats.time(shift.start).split(':').map(Number)
  const times = `${formats.time(shift.start)}–${formats.time(shift.end)}`
  const hold = (grip: Grip) => ({
    onPointerDown: (event: PointerEvent) => onGrab(event, grip),
    onPointerMove: onMove,
    onPointerUp: onDrop,
    onPointerCancel: onDrop,
  })
  const place = (start: string, end: string): CSSProperties => ({
    left: left(start) - begin,
    width: Math.max(3, left(end) - left(start)),
  })
  return (
    <button
      type="button"
      className={classes['bar']}
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
